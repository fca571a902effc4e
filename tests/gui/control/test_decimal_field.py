"""Whoever types an amount gets that amount, in every language and with either decimal point."""

import pytest
from dialog_classes import ROOT
from PySide6.QtCore import QLocale
from PySide6.QtGui import QValidator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.control.decimal_field import DecimalField

LANGUAGES = ("en", "de", "he", "de_CH")


def typed(qtbot: QtBot, language: str, keys: str, decimals: int = 2) -> tuple[str, float]:
    """What the field shows while it is typed into, and what it holds when it is left."""
    window, field = QWidget(), DecimalField()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(QLineEdit())
    field.setLocale(QLocale(language))
    field.setDecimals(decimals)
    field.setRange(0, 1e10)
    field.setSuffix(" €")
    field.setValue(7)
    window.show()
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, keys)
    shown = field.text().removesuffix(" €")
    field.interpretText()
    return shown, field.value()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("keys", ["12.50", "12,50", "12.5", "12,5"])
def test_either_point_parts_the_decimals(qtbot: QtBot, language: str, keys: str) -> None:
    assert typed(qtbot, language, keys) == (keys, 12.5)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("keys", ["1.250", "1,250", "1.250,50", "1,250.50", "-3", "12 000", "1e3"])
def test_what_is_shown_is_what_is_meant(qtbot: QtBot, language: str, keys: str) -> None:
    shown, held = typed(qtbot, language, keys)
    assert float(shown.replace(",", ".")) == held


@pytest.mark.parametrize("keys", ["12.000", "12,000"])
def test_without_decimals_there_is_no_point(qtbot: QtBot, keys: str) -> None:
    assert typed(qtbot, "de", keys, decimals=0) == ("12000", 12_000)


def test_the_digits_and_the_point_of_an_arabic_keyboard_are_taken(qtbot: QtBot) -> None:
    field = DecimalField()
    qtbot.addWidget(field)
    field.setRange(0, 1e10)
    typed = "\u0661\u0662\u066b\u0665\u0660"
    state, shown, _ = field.validate(typed, len(typed))
    assert (state, field.valueFromText(shown)) == (QValidator.State.Acceptable, 12.5)


@pytest.mark.parametrize("keys", ["", ".", ","])
def test_nothing_leaves_what_was_there(qtbot: QtBot, keys: str) -> None:
    assert typed(qtbot, "en", keys)[1] == 7


def test_no_other_field_takes_decimals() -> None:
    at_fault = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "ui").rglob("*.py")
        if "QDoubleSpinBox" in path.read_text("utf-8") and path.name != "decimal_field.py"
    ]
    assert not at_fault
