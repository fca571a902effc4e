"""Labels stand at the side where reading begins."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.look.widgets import label

LEADING, TRAILING = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
TEXTS = ("9.38", "+ 2.67", "0.04 CHF", "סיבוב", "\u200f\u20685.00\u2069 €", "\u20689\u2069 א")


def inked(widget: QWidget) -> float:
    """Where the ink of a widget is, from 0 at the left to 1."""
    image = widget.grab().toImage()
    paper = image.pixelColor(image.width() // 2, 0)
    columns = [
        x for x in range(image.width())
        if any(_differs(image.pixelColor(x, y), paper) for y in range(image.height()))
    ]  # fmt: skip
    assert columns
    return sum(columns) / len(columns) / image.width()


def _differs(one: QColor, other: QColor) -> bool:
    return abs(one.lightness() - other.lightness()) > 40


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("is_trailing", [False, True])
@pytest.mark.parametrize("is_late", [False, True])
def test_a_text_begins_where_the_layout_begins(
    qtbot: QtBot, text: str, is_trailing: bool, is_late: bool
) -> None:
    made = label("" if is_late else text, wrap=False)
    qtbot.addWidget(made)
    if is_trailing:
        made.setAlignment(TRAILING)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.setText(text)
    made.resize(300, 30)
    made.show()
    assert (inked(made) < 0.5) is is_trailing
    made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    if not any("\u0590" < each < "\u0600" or each == "\u200f" for each in text):
        assert (inked(made) > 0.5) is is_trailing


def test_what_is_centred_stays_there(qtbot: QtBot) -> None:
    made = label("9.38", wrap=False)
    qtbot.addWidget(made)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.resize(300, 30)
    made.show()
    assert 0.4 < inked(made) < 0.6
