"""Collects every text of the windows for the translators, and makes the files Qt reads.

    python -m resources.translate            update *.ts from the sources, make *.qm from them
    python -m resources.translate --check    only tell whether that would change something

English has a file too: the plural forms of the texts with numbers. The files are those of Qt
Linguist, with which they can be edited.
"""

import argparse
import ast
import string
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import PySide6

from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.session_rules import describe_rules
from hcmd_lab.game.settings import describe, words_of
from hcmd_lab.study_settings import StudySettings
from ui.language import PARTICIPANT_LANGUAGES

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "translations"
PLURALS_ALONE = "hcmd_en"

OF_PARTICIPANTS = ("kiosk", "look", "figures/receipts.py", "figures/cards.py")
"""Below `ui`: what participants see; `PARTICIPANT_LANGUAGES` have these texts alone."""

SAYING = {
    "Sentence": ("Core", 0),
    "OperatorError": ("Core", 0),
    "UsageError": ("Core", 0),
    "StudyInUseError": ("Core", 0),
    "IllegalEventError": ("Core", 0),
    "require": ("Core", 1),
    "say": ("Figure", 0),
}
"""What makes a sentence with values by name: its context, and which argument the template is."""

_PASSED_ON = "template"  # the name of a template that was collected where it came from


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the windows: where it stands, and what it says in English."""

    context: str
    source: str

    @property
    def counts(self) -> bool:
        """Whether it has a form for one and others for more."""
        return "%n" in self.source or "(s)" in self.source


def collect(folder: Path) -> None:
    """Bring the `.ts` files of a folder up to date with the sources."""
    texts, seen = texts_of_sources(), texts_of_participants()
    for ts in sorted(folder.glob("*.ts")):
        known = _known_forms(ts)
        if ts.stem.removeprefix("hcmd_") in PARTICIPANT_LANGUAGES:
            wanted = [text for text in texts if text in seen]
        else:
            wanted = [text for text in texts if text.counts or ts.stem != PLURALS_ALONE]
        _write(ts, [(text, known.get(text, [])) for text in wanted])


def texts_of_participants() -> set[Text]:
    """What is said on the kiosks and on paper for participants; errors of programs are not."""
    places = [ROOT / "ui" / name for name in OF_PARTICIPANTS]
    modules = [
        module
        for place in places
        for module in (place.rglob("*.py") if place.is_dir() else (place,))
    ]
    return {
        text for module in modules for text in texts_of_module(module) if text.context != "Core"
    }


def texts_of_sources() -> list[Text]:
    """Every text of the windows, the core and the settings, by context, as the sources have it."""
    found: dict[Text, None] = {}
    for path in sorted((*(ROOT / "hcmd_lab").rglob("*.py"), *(ROOT / "ui").rglob("*.py"))):
        found |= dict.fromkeys(texts_of_module(path))
    found |= dict.fromkeys(Text("Setting", words) for words in sorted(_texts_of_settings()))
    units = {each.unit for each in (*describe_rules(), *describe(StudySettings))}
    found |= dict.fromkeys(Text("Core", unit) for unit in sorted(units) if unit)
    return sorted(found, key=lambda text: text.context)


def texts_of_module(path: Path) -> list[Text]:
    """Every text of one source file; ends the program at one that cannot be translated."""
    finder = _Finder(path)
    finder.visit(ast.parse(path.read_text(encoding="utf-8")))
    return finder.texts


class _Finder(ast.NodeVisitor):
    """Finds what a module hands to `self.tr`, `translate`, `QT_TRANSLATE_NOOP` and `SAYING`.

    Qt's own tool overlooks calls that are spread over several lines.
    """

    def __init__(self, path: Path) -> None:
        self.texts: list[Text] = []
        self._path = path
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Texts of a class have its name as their context."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        """Note the text of a call, if it is one of those."""
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        if name == "tr" and self._classes:
            self.texts.append(Text(self._classes[-1], self._literal(node, 0)))
        elif name in ("translate", "QT_TRANSLATE_NOOP") and len(node.args) > 1:
            self._note_with_context(node)
        elif isinstance(called, ast.Name) and name in SAYING and len(node.args) > SAYING[name][1]:
            self._note_sentence(node, *SAYING[name])
        self.generic_visit(node)

    def _note_with_context(self, node: ast.Call) -> None:
        if isinstance(node.args[1], ast.Constant) and isinstance(node.args[1].value, str):
            self.texts.append(Text(self._literal(node, 0), node.args[1].value))

    def _note_sentence(self, node: ast.Call, context: str, index: int) -> None:
        argument = node.args[index]
        if isinstance(argument, ast.Name) and argument.id == _PASSED_ON:
            return
        template = self._literal(node, index)
        given = {keyword.arg for keyword in node.keywords}
        if given and None not in given and given != places(template):
            sys.exit(f"{self._path}:{node.lineno}: the values are not those of the template")
        self.texts.append(Text(context, template))

    def _literal(self, node: ast.Call, index: int) -> str:
        argument = node.args[index]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            return argument.value
        sys.exit(f"{self._path}:{node.lineno}: a text to translate has to be a literal")


def places(template: str) -> set[str]:
    """Names of the values in a template of the core."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def _known_forms(ts: Path) -> dict[Text, list[str]]:
    """The translations in a file; an empty list where there is none."""
    forms: dict[Text, list[str]] = {}
    for context in _root(ts).iter("context"):
        for message in context.iter("message"):
            text = Text(context.findtext("name", ""), message.findtext("source", ""))
            translation = message.find("translation")
            if translation is None:
                continue
            several = [form.text or "" for form in translation.iter("numerusform")]
            found = several or [translation.text or ""]
            forms[text] = found if all(found) else []
    return forms


def _root(ts: Path) -> ElementTree.Element:
    return ElementTree.parse(ts).getroot()  # noqa: S314 - our own file


def _write(ts: Path, translated: list[tuple[Text, list[str]]]) -> None:
    language = _root(ts).get("language", "")
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en_US")
    contexts: dict[str, ElementTree.Element] = {}
    for text, forms in translated:
        if text.context not in contexts:
            contexts[text.context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[text.context], "name").text = text.context
        numerus = {"numerus": "yes"} if text.counts else {}
        message = ElementTree.SubElement(contexts[text.context], "message", numerus)
        ElementTree.SubElement(message, "source").text = text.source
        unfinished = {} if forms else {"type": "unfinished"}
        translation = ElementTree.SubElement(message, "translation", unfinished)
        if text.counts:
            for form in forms or ["", ""]:
                ElementTree.SubElement(translation, "numerusform").text = form
        elif forms:
            translation.text = forms[0]
    ElementTree.indent(root, "    ")
    words = ElementTree.tostring(root, encoding="unicode")
    ts.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{words}\n', encoding="utf-8"
    )


def compile_all(folder: Path) -> None:
    """Make the `.qm` file of each `.ts` file in a folder."""
    for ts in sorted(folder.glob("*.ts")):
        _run("lrelease", str(ts), "-qm", str(ts.with_suffix(".qm")), "-silent")


def stale(folder: Path = FOLDER) -> list[str]:
    """Names of the files that collecting and compiling would change."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch)
        for ts in folder.glob("*.ts"):
            (fresh / ts.name).write_bytes(ts.read_bytes())
        collect(fresh)
        compile_all(fresh)
        return sorted(
            made.name
            for made in fresh.iterdir()
            if not (folder / made.name).exists()
            or (folder / made.name).read_bytes() != made.read_bytes()
        )


def _texts_of_settings() -> set[str]:
    return {
        text
        for kind in (StudySettings, ScriptSettings, PaymentSettings)
        for setting in describe(kind)
        for text in (
            setting.sentence,
            setting.unit,
            setting.title,
            *(words_of(choice) for choice in setting.choices),
        )
        if text
    }


def _run(tool: str, *arguments: str) -> None:
    suffix = ".exe" if sys.platform == "win32" else ""
    program = Path(PySide6.__path__[0]) / f"{tool}{suffix}"
    subprocess.run([program, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - Qt's own tools


def main() -> int:
    """Do what the command line asks for; returns 1 if a check finds something to do."""
    parser = argparse.ArgumentParser(description="Texts for the translators, and back.")
    parser.add_argument("--check", action="store_true", help="change nothing")
    if parser.parse_args().check:
        names = stale()
        if names:
            print(f"Run python -m resources.translate; it changes {', '.join(names)}.")
        return int(bool(names))
    collect(FOLDER)
    compile_all(FOLDER)
    return 0


if __name__ == "__main__":
    sys.exit(main())
