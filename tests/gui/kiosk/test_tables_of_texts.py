"""Tables of a study's texts: the first column stands where reading begins, numbers are level."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.kiosk.widgets.markdown_view import Reader
from ui.kiosk.widgets.text_images import Pictures

RIGHT, LEFT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
WORDS = {
    RIGHT: ("מספר הסיבוב בשלב", "הכנסתם", "הקופה אחרי ההכפלה", "כולם"),
    LEFT: ("Number of the round", "You", "The fund when it has grown", "all"),
}
_LEVEL = 1.0
"""Pixels that ends of lines at one side may be apart."""


def text_of(words: tuple[str, ...]) -> str:
    first, second, third, fourth = words
    return f"""\
| {first} | {second} | {third} |
| -----: | :-----: | ------ |
| 1 | 2 and {second} | 32 |
| 10 | 0 | {fourth} |
"""


def shown(qtbot: QtBot, text: str, page: Qt.LayoutDirection) -> Reader:
    reader = Reader(Pictures())
    qtbot.addWidget(reader)
    reader.setLayoutDirection(page)
    reader.resize(900, 400)
    reader.show()
    for _ in range(2):  # again: a page is shown more than once
        reader.show_text(text)
    QApplication.processEvents()
    return reader


def table_of(reader: Reader) -> QTextTable:
    (table,) = reader.document().rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    return table


def column(reader: Reader, number: int) -> list[tuple[str, QRectF]]:
    """The lines of a column as they are drawn, numbered from the left."""
    table, layout = table_of(reader), reader.document().documentLayout()
    found = []
    for row in range(table.rows()):
        block = table.cellAt(row, number).firstCursorPosition().block()
        line = block.layout().lineAt(0).naturalTextRect()
        found.append((block.text(), line.translated(layout.blockBoundingRect(block).topLeft())))
    return found


@pytest.mark.parametrize("page", [RIGHT, LEFT])
@pytest.mark.parametrize("read", [RIGHT, LEFT])
def test_the_first_column_stands_where_reading_begins(
    qapp: QApplication, qtbot: QtBot, read: Qt.LayoutDirection, page: Qt.LayoutDirection
) -> None:
    """Most cells decide, whatever the direction of the page; so does the side of the page."""
    words = WORDS[read]
    reader = shown(qtbot, text_of(words), page)
    headings = [column(reader, number)[0][0] for number in range(3)]
    assert headings == list(words[:3] if read is LEFT else reversed(words[:3]))
    frame = reader.document().documentLayout().frameBoundingRect(table_of(reader))
    middle = reader.document().size().width() / 2
    assert (frame.center().x() > middle) is (read is RIGHT)


@pytest.mark.parametrize("page", [RIGHT, LEFT])
@pytest.mark.parametrize("read", [RIGHT, LEFT])
def test_the_lines_of_a_column_stand_at_one_side(
    qapp: QApplication, qtbot: QtBot, read: Qt.LayoutDirection, page: Qt.LayoutDirection
) -> None:
    """The heading as well; numbers that the text puts at the right have their digits level."""
    reader = shown(qtbot, text_of(WORDS[read]), page)
    rounds, middle, last = (
        [line for _text, line in column(reader, place if read is LEFT else 2 - place)]
        for place in range(3)
    )
    begins = QRectF.left if read is LEFT else QRectF.right
    for ends in (
        [line.right() for line in rounds],
        [line.center().x() for line in middle],
        [begins(line) for line in last],
    ):
        assert max(ends) - min(ends) <= _LEVEL, ends


def test_it_is_read_out_in_the_order_of_reading(qapp: QApplication, qtbot: QtBot) -> None:
    words = WORDS[RIGHT]
    spoken = shown(qtbot, text_of(words), RIGHT).accessibleDescription().split("\n")
    assert [line for line in spoken if line] == [
        *words[:3], "1", f"2 and {words[1]}", "32", "10", "0", words[3],
    ]  # fmt: skip


def test_emphasis_and_empty_cells_move_along(qapp: QApplication, qtbot: QtBot) -> None:
    text = "| אחד | שניים |\n| --- | --- |\n| **שלוש** | |\n"
    reader = shown(qtbot, text, RIGHT)
    table = table_of(reader)
    assert [text for text, _line in column(reader, 0)] == ["שניים", ""]
    bold = table.cellAt(1, 1).firstCursorPosition()
    bold.movePosition(bold.MoveOperation.NextCharacter)
    assert bold.charFormat().font().bold()
