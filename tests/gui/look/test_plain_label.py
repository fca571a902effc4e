"""A label's height follows whatever it depends on, although it is measured only once."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.look.widgets import label, set_role

TEXT = "Some words that take several lines, and one: " + "endless" * 20


def set_font(made: QLabel) -> None:
    font = made.font()
    font.setPointSize(31)
    made.setFont(font)


CHANGES: dict[str, Callable[[QLabel], None]] = {
    "text": lambda made: made.setText(TEXT * 3),
    "role": lambda made: set_role(made, "display"),
    "wrap": lambda made: made.setWordWrap(False),
    "margins": lambda made: made.setContentsMargins(9, 9, 9, 9),
    "font": set_font,
    "style": lambda made: made.setStyleSheet("font-size: 40px"),
}


@pytest.mark.parametrize("text", [TEXT, "Some words that take several lines."])
@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_label_is_as_high_as_a_new_one(qtbot: QtBot, change: str, text: str) -> None:
    changed, new = label(text), label(text)
    for made in (changed, new):
        qtbot.addWidget(made)
        made.resize(120, 80)
    before = changed.heightForWidth(120)
    for made in (changed, new):
        CHANGES[change](made)
    assert changed.heightForWidth(120) == new.heightForWidth(120)
    if change != "role":  # without the program's style sheet all are alike
        assert changed.heightForWidth(120) != before
