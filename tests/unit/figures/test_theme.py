"""Fonts of pictures."""

import pytest
from PySide6.QtGui import QFontInfo

from hcmd_lab.figures import theme
from hcmd_lab.figures.text import shortened, text_width

pytestmark = pytest.mark.usefixtures("qapp")


def test_pictures_are_written_in_the_programs_own_face() -> None:
    assert QFontInfo(theme.font(theme.TITLE)).family() == "Inter"


def test_text_that_does_not_fit_is_shortened() -> None:
    text = "A name that is much longer than its column"
    short = shortened(text, theme.LABEL, 100)
    assert short.endswith("…")
    assert text_width(short) <= 100
    assert shortened(text, theme.LABEL, 1000) == text
