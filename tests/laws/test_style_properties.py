"""What a style asks of a widget can be said of it: Qt has properties of its own, and keeps them.

`setProperty("size", "small")` changes nothing and says nothing: every widget has a size, which is
no word.
"""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget

ROOT = Path(__file__).parents[2]
QTS_OWN = {"checked", "flat", "default", "popupMode"}
"""What a style may ask of some widgets although nobody sets it by a word."""

STYLES = sorted((ROOT / "resources" / "style").glob("*.qss"))
WIDGETS: tuple[type[QWidget], ...] = (QPushButton, QToolButton, QLabel, QLineEdit, QWidget)


def asked() -> set[tuple[str, str]]:
    """The properties that the styles ask for by a word, with the word."""
    rules = "\n".join(each.read_text("utf-8") for each in STYLES)
    found = re.findall(r'\[(\w+)="(\w+)"\]', rules)
    return {(name, value) for name, value in found if name not in QTS_OWN}


@pytest.mark.parametrize(("name", "value"), sorted(asked()))
def test_a_widget_takes_what_a_style_asks_for(qapp: object, name: str, value: str) -> None:
    del qapp
    for kind in WIDGETS:
        widget = kind()
        widget.setProperty(name, value)
        assert widget.property(name) == value, kind.__name__


def test_there_are_such_rules() -> None:
    assert asked()
