"""Fonts: installed ones only, and a readable sentence where there are none."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo

from hcmd_lab.errors import OperatorError
from hcmd_lab.figures import theme
from hcmd_lab.figures.text import shortened, text_width

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def forget_families() -> Iterator[None]:
    theme.families.cache_clear()
    yield
    theme.families.cache_clear()


def test_only_installed_fonts_are_asked_for() -> None:
    assert set(theme.families()) <= set(QFontDatabase.families())
    assert QFontInfo(theme.font(theme.TITLE)).family() == theme.families()[0]


def test_a_computer_without_fonts_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme.QFontDatabase, "families", staticmethod(lambda: []))
    with pytest.raises(OperatorError, match="no fonts"):
        theme.families()


def test_any_font_is_better_than_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme.QFontDatabase, "families", staticmethod(lambda: ["Odd", "Odder"]))
    assert theme.families() == ["Odd"]


def test_text_that_does_not_fit_is_shortened() -> None:
    text = "A name that is much longer than its column"
    short = shortened(text, theme.LABEL, 100)
    assert short.endswith("…")
    assert text_width(short) <= 100
    assert shortened(text, theme.LABEL, 1000) == text
