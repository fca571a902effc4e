"""Lays out a text's tables, from the right where they are read from the right."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument, QTextTable, QTextTableCell

from ui.kiosk.widgets.text_directions import Balance


def lay_out_tables(document: QTextDocument, gap: int, otherwise: Qt.LayoutDirection) -> None:
    """Add space around and in tables, and turn those round that are read from the right.

    Qt draws the columns of a document's table from the left in every language, and the table at
    the left of the page. Columns that are turned round are no longer in the order of reading.

    Args:
        document: The text.
        gap: The space in pixels.
        otherwise: Direction of a table that has as many cells of each.
    """
    for table in document.rootFrame().childFrames():
        if not isinstance(table, QTextTable):
            continue
        direction = _direction(table, otherwise)
        look = table.format()
        look.setCellPadding(gap)
        look.setTopMargin(gap)
        look.setBottomMargin(gap)
        if direction is Qt.LayoutDirection.RightToLeft:
            look.setAlignment(Qt.AlignmentFlag.AlignRight)
            _turn_round(table)
        table.setFormat(look)
        _align(table, direction)


def _cells(table: QTextTable) -> Iterator[QTextTableCell]:
    for row in range(table.rows()):
        for column in range(table.columns()):
            yield table.cellAt(row, column)


def _direction(table: QTextTable, otherwise: Qt.LayoutDirection) -> Qt.LayoutDirection:
    balance = Balance()
    for cell in _cells(table):
        balance.count(cell.firstCursorPosition().block())
    return balance.direction(otherwise)


def _turn_round(table: QTextTable) -> None:
    last = table.columns() - 1
    for row in range(table.rows()):
        for column in range(table.columns() // 2):
            _exchange(table.cellAt(row, column), table.cellAt(row, last - column))


def _exchange(one: QTextTableCell, other: QTextTableCell) -> None:
    """Put what each of two cells holds into the other one; Markdown has one line in a cell."""
    held = [(_whole(cell).selection(), _whole(cell).blockFormat()) for cell in (one, other)]
    for cell, (words, shape) in zip((other, one), held, strict=True):
        cursor = _whole(cell)
        cursor.removeSelectedText()
        cursor.insertFragment(words)
        cursor.setBlockFormat(shape)


def _whole(cell: QTextTableCell) -> QTextCursor:
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _align(table: QTextTable, direction: Qt.LayoutDirection) -> None:
    """Have each column stand at one side, its heading too, so that the last digits are level.

    Qt decides on a direction in each cell and turns left and right round where it is from the
    right, and gives no side to a heading.
    """
    for cell in _cells(table):
        cursor = cell.firstCursorPosition()
        shape = cursor.blockFormat()
        shape.setLayoutDirection(direction)
        named = table.cellAt(max(1, cell.row()), cell.column()) if table.rows() > 1 else cell
        side = named.firstCursorPosition().blockFormat().alignment()
        if side & Qt.AlignmentFlag.AlignRight:
            side |= Qt.AlignmentFlag.AlignAbsolute
        shape.setAlignment(side)
        cursor.setBlockFormat(shape)
