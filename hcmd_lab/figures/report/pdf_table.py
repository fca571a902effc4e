"""Tables of the PDF; a long table continues on the next page under its header row."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from hcmd_lab.figures.figure import WIDTH
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


def table_pieces(table: ReportTable) -> list[Piece]:
    """The header together with the first row, then one piece per row."""
    columns = _columns(table)
    head = _head(table, columns)
    rows = [_row(table, row, columns, head) for row in table.rows]
    return [head, *rows]


def _columns(table: ReportTable) -> list[QRectF]:
    """Left edge and width of every column: as wide as its widest cell, the rest shared out."""
    widths = [
        max(
            text_width(text, _HEAD),
            0.0,
            *(text_width(row[i], _style(row[i], i)) for row in table.rows),
        )
        for i, (text, _) in enumerate(table.heads[-1])
    ]
    spare = WIDTH - sum(widths) - _GAP * (len(widths) - 1)
    if table.kind == "numbers":
        widths = [width + spare / len(widths) for width in widths]
    else:
        widths[-1] += spare  # sentences and hashes wrap in the remaining width
    lefts = [sum(widths[:i]) + _GAP * i for i in range(len(widths))]
    return [QRectF(left, 0, width, 0) for left, width in zip(lefts, widths, strict=True)]


def _head(table: ReportTable, columns: Sequence[QRectF]) -> Piece:
    height = _HEAD_ROW * len(table.heads) + 4

    def paint(painter: QPainter, rect: QRectF) -> None:
        for line, heads in enumerate(table.heads):
            middle = rect.top() + _HEAD_ROW * (line + 0.5)
            first = 0
            for text, span in heads:
                left, right = columns[first].left(), columns[first + span - 1].right()
                if span > 1:
                    at = QPointF(rect.left() + (left + right) / 2, middle)
                    put_text(painter, at, text, _HEAD, MUTED, Anchor.CENTRE)
                    _rule(painter, rect.left() + left, rect.left() + right, middle + 10, GRID)
                elif _is_left(table, first):
                    put_text(painter, QPointF(rect.left() + left, middle), text, _HEAD, MUTED)
                else:
                    at = QPointF(rect.left() + right, middle)
                    put_text(painter, at, text, _HEAD, MUTED, Anchor.RIGHT)
                first += span
        _rule(painter, rect.left(), rect.right(), rect.bottom() - 2, INK, 1.4)

    return Piece(height, paint, space=18.0, keeps_next=True)


def _row(table: ReportTable, row: Sequence[str], columns: Sequence[QRectF], head: Piece) -> Piece:
    last = len(row) - 1
    high = text_height(row[last], _style(row[last], last), columns[last].width())
    height = (high if table.kind != "numbers" else text_height("0", _CELL, WIDTH)) + 2 * _PAD

    def paint(painter: QPainter, rect: QRectF) -> None:
        for number, (text, column) in enumerate(zip(row, columns, strict=True)):
            style = _style(text, number)
            left = rect.left() + column.left()
            top = rect.top() + _PAD
            if _is_left(table, number):
                cell = QRectF(left, top, column.width() + (0 if number == last else _GAP), high)
                put_wrapped(painter, cell, text, style)
            else:
                at = QPointF(left + column.width() - text_width(text, style), top)
                put_wrapped(painter, QRectF(at.x(), top, column.width(), high), text, style)
        _rule(painter, rect.left(), rect.right(), rect.bottom(), GRID)

    return Piece(height, paint, again=head)


def _is_left(table: ReportTable, column: int) -> bool:
    """Whether a column is left-aligned: the first, and sentences and values in the last."""
    return column == 0 or (table.kind != "numbers" and column == len(table.heads[-1]) - 1)


def _style(text: str, column: int) -> TextStyle:
    return _BOLD if isinstance(text, Strong) or column == 0 else _CELL


def _rule(
    painter: QPainter, left: float, right: float, height: float, colour: str, width: float = 1.0
) -> None:
    painter.setPen(pen(colour, width))
    painter.drawLine(QPointF(left, height), QPointF(right, height))
