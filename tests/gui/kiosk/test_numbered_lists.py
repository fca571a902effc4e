"""The point after a number stands where reading goes on, in both directions of writing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.kiosk.widgets.markdown_view import Reader
from ui.kiosk.widgets.text_images import Pictures


def painted(block: QTextBlock) -> str:
    """A number as Qt writes it: this text, in the direction of its item."""
    numbered = block.textList()
    assert numbered is not None
    return numbered.itemText(block)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. One\n2. Two", ["1.", "2."]),
        ("1. אחד\n2. שתיים", ["1.", "2."]),
        ("1) אחד\n2) שתיים", ["1)", "2)"]),
    ],
)
def test_the_point_follows_the_number(
    qapp: QApplication, qtbot: QtBot, text: str, numbers: list[str]
) -> None:
    """Qt writes it in the direction of its item: from the right, what comes first stands right."""
    reader = Reader(Pictures())
    qtbot.addWidget(reader)
    reader.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for _ in range(2):  # again: a page is shown more than once
        reader.show_text(text)
        blocks = [reader.document().findBlockByNumber(at) for at in range(len(numbers))]
        assert [painted(block) for block in blocks] == numbers
