"""The translations: up to date with the sources, complete, and with every value in its place."""

import ast
import re
import string
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication

from hcmd_lab.errors import UsageError
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.known_languages import PARTICIPANT_LANGUAGES, lab_languages, languages
from hcmd_lab.telling.language import install_language
from hcmd_lab.telling.translate import translate
from resources.translate import FOLDER, ROOT, TEMPLATES, Text, places, stale, texts_of_module

FILES = sorted(FOLDER.glob("*.ts"))
PLACE = re.compile(r"\{\w*\}")
MNEMONIC = re.compile(r"&(?!&)\w")


def translations(file: Path) -> list[tuple[str, str]]:
    """Every text with each of its translations.

    The form for one may say it in a word instead of the number; here it stands with the number.
    """
    root = ElementTree.parse(file).getroot()  # noqa: S314 - our own file
    found = []
    for message in root.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")]
        if len(forms) > 1 and "{n}" in forms[1] and forms[0].strip() and "{n}" not in forms[0]:
            forms[0] += "{n}"
        source = message.findtext("source", "")
        found += [(source, form) for form in forms or [translation.text or ""]]
    return found


def test_the_files_are_those_of_the_sources() -> None:
    assert stale() == [], "run: python -m resources.translate"


def test_no_text_with_values_escapes_the_collection() -> None:
    """As one does that is handed to a class by another name."""
    modules = [*(ROOT / "hcmd_lab").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]
    found = [
        f"{module.relative_to(ROOT)}: {template}"
        for module in modules
        if module.parent.name != "cli"  # what a terminal is told is English
        for template in uncollected(ast.parse(module.read_text("utf-8")))
    ]
    assert found == []
    tree = ast.parse('kind("{file} is no table.", file=path)\nOperatorError("{n} rows", n=2)')
    assert list(uncollected(tree)) == ["{file} is no table."]


def uncollected(tree: ast.AST) -> Iterator[str]:
    """Templates that are handed to something that is not collected."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            text = node.args[0]
            if node.func.id in TEMPLATES or not isinstance(text, ast.Constant):
                continue
            if node.keywords and PLACE.search(str(text.value)):
                yield str(text.value)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_text_is_translated_with_its_values(file: Path) -> None:
    texts = translations(file)
    assert len(texts) > 30
    for source, translated in texts:
        assert translated.strip(), f"no translation of {source!r}"
        expected, found = Counter(PLACE.findall(source)), Counter(PLACE.findall(translated))
        assert found.keys() == expected.keys(), (source, translated)


@pytest.mark.parametrize(
    "said",
    [
        'OperatorError(f"The file {path} is gone.")',
        "UsageError(words)",
        'Sentence("one " + two)',
        'require(done, f"{group} has not ended")',
        'OperatorError("The file {path} is gone.", folder=path)',
        'Sentence("{one} and {two}", one=1)',
        'translate("{group} has ended")',
        'OperatorError("The file {path} is gone.")',
    ],
)
def test_a_sentence_that_cannot_be_translated_is_found(tmp_path: Path, said: str) -> None:
    module = tmp_path / "module.py"
    module.write_text(f"{said}\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"module\.py:1"):
        texts_of_module(module)


def test_a_sentence_of_the_core_is_collected_with_its_template(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        'raise UsageError("{a} is no number; "\n"give one.", a=repr(a))\n', encoding="utf-8"
    )
    assert [text.source for text in texts_of_module(module)] == ["{a} is no number; give one."]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_translation_fills_in_the_same_values(file: Path) -> None:
    for source, translated in translations(file):
        assert places(translated) == places(source), source


def test_what_counts_has_a_form_for_one_and_one_for_many() -> None:
    root = ElementTree.parse(FOLDER / "hcmd_de.ts").getroot()  # noqa: S314 - our own file
    counted = [
        message for message in root.iter("message") if Text(message.findtext("source", "")).counts
    ]
    assert len(counted) > 20
    for message in counted:
        assert message.get("numerus") == "yes"
        assert len(list(message.iter("numerusform"))) == 2


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_has_a_key_keeps_one(file: Path) -> None:
    for source, translated in translations(file):
        if len(MNEMONIC.findall(source)) == 1:
            assert len(MNEMONIC.findall(translated)) == 1, (source, translated)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "6 coins"), ("de", "6 Münzen"), ("he", "\u20686\u2069 מטבעות")]
)
def test_a_language_is_installed_with_its_plurals(language: str, words: str) -> None:
    script = (
        "import sys; from PySide6.QtGui import QGuiApplication;"
        "application = QGuiApplication([]);"
        "from hcmd_lab.telling.language import install_language; install_language(application, "
        "sys.argv[1]);"
        "from hcmd_lab.telling.money import coins_in_words;"
        "sys.stdout.reconfigure(encoding='utf-8'); print(coins_in_words(600))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, language], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == words


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize("count", [0, 1, 4])
def test_a_number_never_leaves_a_text_in_english(
    qapp: QApplication, file: Path, count: int
) -> None:
    install_language(qapp, file.stem.removeprefix("hcmd_"))
    try:
        for source, translated in translations(file):
            named = {name for _, name, *_ in string.Formatter().parse(source) if name}
            values = {name: count if name == "n" else "x" for name in named}
            if "n" in named and translated != source:
                english = str(Sentence(source, **values))
                assert translate(source, **values) != english
    finally:
        install_language(qapp, "en")


def test_a_station_has_one_name_in_german() -> None:
    told = [text for _, text in translations(FOLDER / "hcmd_de.ts")]
    assert any("Platz" in text for text in told)
    assert not [text for text in told if "Station" in text]


def test_an_iteration_has_one_name_in_german() -> None:
    told = [
        re.sub(r"--iteration|{\w+}", "", text) for _, text in translations(FOLDER / "hcmd_de.ts")
    ]
    assert any("Durchgang" in text for text in told)
    assert not [text for text in told if "iteration" in text.casefold()]


def test_an_unknown_language_is_refused_with_those_there_are(qapp: object) -> None:
    assert languages()[0] == "en"
    with pytest.raises(UsageError, match="en, de"):
        install_language(qapp, "xx")  # type: ignore[arg-type]  # the fixture's type is Qt's


def test_what_participants_do_not_see_is_not_asked_of_their_languages() -> None:
    for code in PARTICIPANT_LANGUAGES:
        root = ElementTree.parse(FOLDER / f"hcmd_{code}.ts").getroot()  # noqa: S314 - our own file
        texts = {message.findtext("source") for message in root.iter("message")}
        assert {"Player {letter}", "Show-up fee"} <= texts
        assert not {"No study is open", "Choose groups or stations first."} & texts


def test_the_window_speaks_the_languages_that_have_all_of_its_texts(qapp: object) -> None:
    assert set(lab_languages()) == set(languages()) - set(PARTICIPANT_LANGUAGES)
    with pytest.raises(UsageError, match="the languages are en, de"):
        install_language(qapp, "he", lab_languages())  # type: ignore[arg-type]  # of Qt
