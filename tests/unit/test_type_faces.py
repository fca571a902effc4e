"""The program's own type faces: there on every computer, with every letter of its languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QRawFont

from hcmd_lab.type_faces import FAMILIES, preferred_font

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "resources" / "fonts"
HEBREW = sorted(FONTS.glob("NotoSansHebrew-*.ttf"))
OTHERS = sorted(FONTS.glob("Inter-*.otf"))
TEXTS = [
    *(ROOT / "resources" / "translations").glob("*.ts"),
    *(ROOT / "resources" / "script").rglob("*.md"),
]

pytestmark = pytest.mark.usefixtures("qapp")


def is_drawn(letter: str) -> bool:
    return letter.isprintable() and not letter.isspace()


def written(path: Path) -> Iterator[str]:
    """Letters of the texts in a source file: formulas, units and signs that nobody translates."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        if node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield from node.value


READ_ONLY = {
    "hcmd_lab/cli/pasted_dashes.py",  # dashes of documents in what was pasted
    "hcmd_lab/formula_guard.py",  # signs that spreadsheets take for the beginning of a formula
    "hcmd_lab/storage/importers/numbers.py",  # separators in other people's files
    "hcmd_lab/typed_text.py",  # letters without a shape, which labels leave out
    "ui/kiosk/widgets/markdown_view.py",  # Qt's own sign for a picture
}
"""Modules that look for letters in what they read, and draw none of them."""


def letters() -> set[str]:
    """Every letter of the texts in resources and in the code."""
    shipped = {letter for path in TEXTS for letter in path.read_text(encoding="utf-8")}
    code = {
        letter
        for room in ("hcmd_lab", "ui")
        for path in (ROOT / room).rglob("*.py")
        if path.relative_to(ROOT).as_posix() not in READ_ONLY
        for letter in written(path)
    }
    return {letter for letter in shipped | code if is_drawn(letter)}


@pytest.fixture(scope="module")
def used() -> set[str]:
    return letters()


def test_the_font_is_the_programs_own_in_both_scripts() -> None:
    font = preferred_font()
    assert QFontInfo(font).family() == "Inter"
    assert set(FAMILIES) <= set(QFontDatabase.families())


def test_the_texts_are_what_this_is_about(used: set[str]) -> None:
    assert {"ß", "ש", "θ", "₂", "×", "−"} <= used


@pytest.mark.parametrize("face", OTHERS, ids=lambda face: face.stem)
def test_every_letter_of_the_texts_is_in_each_face(face: Path, used: set[str]) -> None:
    faces = [QRawFont(str(path), 14) for path in (face, HEBREW[-1])]
    lacking = {
        letter for letter in used if not any(each.supportsCharacter(ord(letter)) for each in faces)
    }
    assert not lacking


def test_hebrew_is_in_each_of_its_faces(used: set[str]) -> None:
    hebrew = {letter for letter in used if "\u0590" <= letter <= "\u05ff"}
    assert len(hebrew) > 20
    for face in HEBREW:
        raw = QRawFont(str(face), 14)
        assert all(raw.supportsCharacter(ord(letter)) for letter in hebrew)


def test_greek_and_small_digits_are_there() -> None:
    """Whoever writes a formula tomorrow finds its letters: the whole alphabet, and all digits."""
    formulas = "αβγδεζηθικλμνξοπρσςτυφχψωΓΔΘΛΞΠΣΦΨΩ₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹₊₋⁺⁻≤≥≠≈±×÷∑√∞"
    for face in OTHERS:
        raw = QRawFont(str(face), 14)
        lacking = [letter for letter in formulas if not raw.supportsCharacter(ord(letter))]
        assert not lacking, face.name


def test_the_licence_of_the_faces_is_beside_them() -> None:
    text = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert all(family in text for family in FAMILIES)
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
