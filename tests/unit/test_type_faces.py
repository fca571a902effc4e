"""The program's own type faces: there on every computer, with every letter of its languages."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QRawFont

from hcmd_lab.type_faces import FAMILIES, preferred_font

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
TEXTS = [*(FONTS.parent / "translations").glob("*.ts"), *(FONTS.parent / "script").rglob("*.md")]

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_font_is_the_programs_own_in_both_scripts() -> None:
    font = preferred_font()
    assert QFontInfo(font).family() == "Inter"
    assert set(FAMILIES) <= set(QFontDatabase.families())


def test_every_letter_of_the_texts_is_in_a_face() -> None:
    faces = [
        QRawFont(str(FONTS / name), 14)
        for name in ("Inter-Regular.otf", "NotoSansHebrew-Regular.ttf")
    ]
    assert TEXTS
    letters = {letter for path in TEXTS for letter in path.read_text(encoding="utf-8")}
    lacking = {
        letter
        for letter in letters
        if letter.isprintable() and not any(face.supportsCharacter(ord(letter)) for face in faces)
    }
    assert not lacking


def test_the_licence_of_the_faces_is_beside_them() -> None:
    text = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert all(family in text for family in FAMILIES)
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
