"""Tables of the PDF; a long table continues on the next page under its header row."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from hcmd_lab.figures.figure import WIDTH
from hcmd_lab.figures.report.pdf_columns import Wanted, shared_out
from hcmd_lab.figures.report.pdf_flow import Piece
from hcmd_lab.figures.report.pdf_parts import put_wrapped, text_height
from hcmd_lab.figures.report.tables import ReportTable, Strong
from hcmd_lab.figures.text import Anchor, put_text, text_width
from hcmd_lab.figures.theme import GRID, INK, MUTED, TextStyle, pen

_CELL = TextStyle(13)
_BOLD = TextStyle(13, QFont.Weight.Bold)
_HEAD = TextStyle(12, QFont.Weight.Bold)
_PAD = 6.0
_GAP = 16.0
_HEAD_ROW = 22.0
_MAY_BREAK = "\u200b"  # a space without a width


def table_pieces(table: ReportTable) -> list[Piece]:
    """The header together with the first row, then one piece per row."""
    columns = _columns(table)
    head = _head(table, columns)
    rows = [_row(table, row, columns, head) for row in table.rows]
    return [head, *rows]


def _columns(table: ReportTable) -> list[QRectF]:
    """Left edge and width of every column."""
    wanted = [
        _wanted(table, number, heading) for number, (heading, _) in enumerate(table.heads[-1])
    ]
    widths = shared_out(wanted, WIDTH - _GAP * (len(wanted) - 1))
    lefts = [sum(widths[:i]) + _GAP * i for i in range(len(widths))]
    return [QRectF(left, 0, width, 0) for left, width in zip(lefts, widths, strict=True)]


def _wanted(table: ReportTable, number: int, heading: str) -> Wanted:
    cells = [(row[number], _style(row[number], number)) for row in table.rows]
    texts = [(heading, _HEAD), *cells]
    return Wanted(
        natural=max(ceil(text_width(text, style)) for text, style in texts),
        least=max(
            ceil(text_width(word, style)) for text, style in texts for word in [*text.split(), ""]
        ),
        wraps=number in table.texts,
    )


def _head(table: ReportTable, columns: Sequence[QRectF]) -> Piece:
    lines = max(
        text_height(text, _HEAD, column.width())
        for (text, _), column in zip(table.heads[-1], columns, strict=True)
    )
    above = _HEAD_ROW * (len(table.heads) - 1)
    height = above + max(_HEAD_ROW, lines) + 4

    def paint(painter: QPainter, rect: QRectF) -> None:
        for line, heads in enumerate(table.heads[:-1]):
            middle = rect.top() + _HEAD_ROW * (line + 0.5)
            first = 0
            for text, span in heads:
                left, right = columns[first].left(), columns[first + span - 1].right()
                if span > 1:
                    at = QPointF(rect.left() + (left + right) / 2, middle)
                    put_text(painter, at, text, _HEAD, MUTED, Anchor.CENTRE)
                    _rule(painter, rect.left() + left, rect.left() + right, middle + 10, GRID)
                first += span
        for number, ((text, _), column) in enumerate(zip(table.heads[-1], columns, strict=True)):
            high = text_height(text, _HEAD, column.width())
            top = rect.top() + height - 4 - high
            cell = QRectF(rect.left() + column.left(), top, column.width(), high)
            put_wrapped(painter, cell, text, _HEAD, MUTED, _side(table, number))
        _rule(painter, rect.left(), rect.right(), rect.bottom() - 2, INK, 1.4)

    return Piece(height, paint, space=18.0, keeps_next=True)


def _row(table: ReportTable, row: Sequence[str], columns: Sequence[QRectF], head: Piece) -> Piece:
    cells = [
        (_breakable(text, style := _style(text, number), column.width()), style, column,
         _side(table, number))
        for number, (text, column) in enumerate(zip(row, columns, strict=True))
    ]  # fmt: skip
    high = max(text_height(text, style, column.width()) for text, style, column, _ in cells)

    def paint(painter: QPainter, rect: QRectF) -> None:
        for text, style, column, side in cells:
            left, top = rect.left() + column.left(), rect.top() + _PAD
            cell = QRectF(left, top, column.width(), high)
            put_wrapped(painter, cell, text, style, align=side)
        _rule(painter, rect.left(), rect.right(), rect.bottom(), GRID)

    return Piece(high + 2 * _PAD, paint, again=head)


def _breakable(text: str, style: TextStyle, width: float) -> str:
    """A text whose words may be divided where they are wider than their column."""
    return " ".join(
        _MAY_BREAK.join(word) if text_width(word, style) > width else word
        for word in text.split(" ")
    )


def _side(table: ReportTable, column: int) -> Qt.AlignmentFlag:
    """Words begin at the left, numbers end at the right."""
    is_left = column == 0 or column in table.texts
    return Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight


def _style(text: str, column: int) -> TextStyle:
    return _BOLD if isinstance(text, Strong) or column == 0 else _CELL


def _rule(
    painter: QPainter, left: float, right: float, height: float, colour: str, width: float = 1.0
) -> None:
    painter.setPen(pen(colour, width))
    painter.drawLine(QPointF(left, height), QPointF(right, height))
