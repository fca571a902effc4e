"""Collects every text of the windows for the translators, and makes the files Qt reads.

    python -m resources.translate            update *.ts from the sources, make *.qm from them
    python -m resources.translate --check    only tell whether that would change something

English has no file: its plurals follow from the templates (`hcmd_lab.sentence`). The files are
those of Qt Linguist, with which they can be edited.
"""

import argparse
import ast
import string
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import PySide6

from hcmd_lab.game.session_rules import describe_rules
from hcmd_lab.game.settings import Choice, describe
from hcmd_lab.sentence import COUNT, has_forms
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.telling.known_languages import PARTICIPANT_LANGUAGES
from hcmd_lab.telling.translate import CONTEXT

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "translations"
OF_PARTICIPANTS = (
    "ui/kiosk",
    "ui/look",
    "hcmd_lab/game/questionnaire.py",
    "hcmd_lab/telling/money.py",
    "hcmd_lab/figures/receipts.py",
    "hcmd_lab/figures/cards.py",
)
"""Where participants' texts are; `PARTICIPANT_LANGUAGES` have these alone."""

TEMPLATES = {
    "translate": 0,
    "Sentence": 0,
    "OperatorError": 0,
    "UsageError": 0,
    "StudyInUseError": 0,
    "IllegalEventError": 0,
    "require": 1,
}
"""What takes a template with values by name, and which argument the template is."""

ERRORS = frozenset(TEMPLATES) - {"translate", "Sentence"}
"""Those of them that participants are not shown."""

_PASSED_ON = "template"  # the name of a template that was collected where it came from


@dataclass(frozen=True, slots=True)
class Text:
    """A text to translate.

    Attributes:
        source: What it says in English.
        is_error: Whether only an error says it.
    """

    source: str
    is_error: bool = field(default=False, compare=False)

    @property
    def counts(self) -> bool:
        """Whether it has a form for one and others for more."""
        return has_forms(self.source)


def collect(folder: Path) -> None:
    """Bring the `.ts` files of a folder up to date with the sources."""
    texts, seen = texts_of_sources(), texts_of_participants()
    for ts in sorted(folder.glob("*.ts")):
        known = _known_forms(ts)
        for_all = ts.stem.removeprefix("hcmd_") not in PARTICIPANT_LANGUAGES
        wanted = [text for text in texts if for_all or text in seen]
        _write(ts, [(text, known.get(text, [])) for text in wanted])


def texts_of_participants() -> set[Text]:
    """What is said on the kiosks and on paper for participants; errors of programs are not."""
    places = [ROOT / name for name in OF_PARTICIPANTS]
    modules = [
        module
        for place in places
        for module in (place.rglob("*.py") if place.is_dir() else (place,))
    ]
    return {text for module in modules for text in texts_of_module(module) if not text.is_error}


def texts_of_sources() -> list[Text]:
    """Every text of the windows, the core and the settings, as the sources have it."""
    found: dict[Text, None] = {}
    words = _texts_of_settings()
    for path in sorted((*(ROOT / "hcmd_lab").rglob("*.py"), *(ROOT / "ui").rglob("*.py"))):
        finder = _found_in(path)
        found |= dict.fromkeys(finder.texts)
        words.update(finder.of_choices)
    found |= dict.fromkeys(Text(each) for each in sorted(words))
    return list(found)


def texts_of_module(path: Path) -> list[Text]:
    """Every text of one source file; ends the program at one that cannot be translated."""
    return _found_in(path).texts


def _found_in(path: Path) -> "_Finder":
    finder = _Finder(path)
    finder.visit(ast.parse(path.read_text(encoding="utf-8")))
    return finder


class _Finder(ast.NodeVisitor):
    """Finds the templates that a module hands to one of `TEMPLATES`, and the words of its choices.

    Qt's own tool overlooks calls that are spread over several lines.
    """

    def __init__(self, path: Path) -> None:
        self.texts: list[Text] = []
        self.of_choices: list[str] = []
        self._path = path

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Note what the members of a `Choice` are called and what they mean."""
        if Choice.__name__ in {base.id for base in node.bases if isinstance(base, ast.Name)}:
            for each in node.body:
                if isinstance(each, ast.Assign) and isinstance(each.value, ast.Tuple):
                    _, *words = each.value.elts
                    self.of_choices += [
                        word.value
                        for word in words
                        if isinstance(word, ast.Constant) and isinstance(word.value, str)
                    ]
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Note the template of a call, if it has one."""
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in TEMPLATES and len(node.args) > TEMPLATES[name]:
            argument = node.args[TEMPLATES[name]]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                self._note(node, name, argument.value)
            elif not self._was_collected(name, argument):
                sys.exit(f"{self._path}:{node.lineno}: a text to translate has to be a literal")
        self.generic_visit(node)

    def _was_collected(self, name: str, argument: ast.expr) -> bool:
        """Whether the text is a literal elsewhere: a sentence, or a template that is passed on."""
        if isinstance(argument, ast.Name | ast.Attribute) and argument_name(argument) == _PASSED_ON:
            return True
        built = isinstance(argument, ast.JoinedStr | ast.BinOp)
        return name == "translate" and not built

    def _note(self, node: ast.Call, name: str, template: str) -> None:
        given = {keyword.arg for keyword in node.keywords}
        # A sentence may be filled where it is shown; what is said at once has its values.
        filled = bool(given) or name != "Sentence"
        if filled and None not in given and given | {COUNT} != places(template) | {COUNT}:
            sys.exit(f"{self._path}:{node.lineno}: the values are not those of the template")
        if template:
            self.texts.append(Text(template, name in ERRORS))


def argument_name(argument: ast.Name | ast.Attribute) -> str:
    """The last name of an expression."""
    return argument.id if isinstance(argument, ast.Name) else argument.attr


def places(template: str) -> set[str]:
    """Names of the values in a template."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def _known_forms(ts: Path) -> dict[Text, list[str]]:
    """The translations in a file; an empty list where there is none."""
    forms: dict[Text, list[str]] = {}
    for message in _root(ts).iter("message"):
        text = Text(message.findtext("source", ""))
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
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text, forms in translated:
        numerus = {"numerus": "yes"} if text.counts else {}
        message = ElementTree.SubElement(context, "message", numerus)
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
        for setting in (*describe(StudySettings), *describe_rules())
        for text in (
            setting.title,
            setting.sentence,
            setting.unit,
            setting.zero,
            *_texts_of_choices(setting.choices),
        )
        if text
    }


def _texts_of_choices(choices: Iterable[Choice]) -> Iterator[str]:
    for choice in choices:
        yield choice.label
        yield choice.sentence


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
