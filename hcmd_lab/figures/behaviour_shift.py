"""How much behaviour changes from iteration to iteration, as in the paper's Fig. 4 on the left."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from hcmd_lab.figures.figure import WIDTH
from hcmd_lab.figures.layout import TITLE_HEIGHT, draw_title, panels
from hcmd_lab.figures.scales import readable_on, surprise
from hcmd_lab.figures.text import Anchor, put_text, put_upright
from hcmd_lab.figures.theme import GRID, HEADING, INK, LABEL, MUTED, PAPER, TextStyle, pen
from hcmd_lab.jobs.modelled import BehaviourShift
from hcmd_lab.telling.numbers import number, signed_percent
from hcmd_lab.telling.translate import translate

_MIN_REACH = 0.05
"""Colours reach full strength no nearer to 0 than this, so that noise stays pale."""

_HEADINGS = 76.0
_LEFT = 64.0
_BETWEEN = 40.0
_FOOT = 8.0


@dataclass(frozen=True, slots=True)
class BehaviourShiftPicture:
    """Cross-entropies of each iteration's models on each iteration's people, as differences.

    A cell is the difference from its column's diagonal: the models that were fitted to these people
    too. A line sets the people apart who were new to the models.

    Attributes:
        shift: Result of the latest MODEL.
    """

    shift: BehaviourShift

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels."""
        return QSizeF(WIDTH, TITLE_HEIGHT + _HEADINGS + self._row * self._count + _FOOT)

    @property
    def _count(self) -> int:
        return len(self.shift.contribution)

    @property
    def _row(self) -> float:
        return max(40.0, 150.0 / self._count)  # two rows leave room for the text next to them

    def cells(self, rect: QRectF) -> tuple[list[QRectF], list[QRectF]]:
        """Rectangles of the contribution and vote cells, row by row."""
        top = rect.top() + TITLE_HEIGHT + _HEADINGS
        area = QRectF(rect.left(), top, rect.width(), rect.bottom() - _FOOT - top)
        halves = panels(area, 1, 2, _BETWEEN, 0)
        left, right = (
            panels(half.adjusted(_LEFT, 0, 0, 0), self._count, self._count, 2, 2) for half in halves
        )
        return left, right

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        draw_title(
            painter, rect, translate("How much does behaviour change?"),
            translate(
                "Cross-entropy of each row's models on each column's people, against models "
                "fitted to them; right of the line, people are new"
            ),
        )  # fmt: skip
        tables = (differences(self.shift.contribution), differences(self.shift.vote))
        known = [abs(value) for table in tables for row in table for value in row if value]
        scale = surprise(max(_MIN_REACH, *known))
        titles = (translate("Contributions"), translate("Votes"))
        for title, table, cells in zip(titles, tables, self.cells(rect), strict=True):
            self._paint_headings(painter, title, cells)
            for index, cell in enumerate(cells):
                row, column = divmod(index, self._count)
                value = table[row][column]
                if value is None:
                    painter.setPen(pen(GRID, 1))
                    painter.drawRect(cell.adjusted(0.5, 0.5, -0.5, -0.5))
                    put_text(painter, cell.center(), "–", LABEL, MUTED, Anchor.CENTRE)
                    continue
                colour = scale.colour(value)
                painter.fillRect(cell, colour)
                ink = MUTED if row == column else readable_on(colour, ("#000000", PAPER))
                style = TextStyle(13 if self._count <= 5 else 11)
                put_text(
                    painter, cell.center(), signed_percent(value, 1), style, ink, Anchor.CENTRE
                )
            self._paint_stairs(painter, cells)

    def _paint_headings(self, painter: QPainter, title: str, cells: list[QRectF]) -> None:
        first, last = cells[0], cells[-1]
        put_text(painter, QPointF(first.left(), first.top() - 62), title, HEADING, INK)
        at = QPointF((first.left() + last.right()) / 2, first.top() - 24)
        put_text(painter, at, translate("people of iteration"), LABEL, MUTED, Anchor.BOTTOM)
        at = QPointF(first.left() - 50, (first.top() + last.bottom()) / 2)
        put_upright(painter, at, translate("models after iteration"), LABEL, MUTED)
        for index in range(self._count):
            text = number(index + 1)
            column, row = cells[index], cells[index * self._count]
            at = QPointF(column.center().x(), column.top() - 6)
            put_text(painter, at, text, HEADING, INK, Anchor.BOTTOM)
            at = QPointF(row.left() - 12, row.center().y())
            put_text(painter, at, text, HEADING, INK, Anchor.RIGHT)

    def _paint_stairs(self, painter: QPainter, cells: list[QRectF]) -> None:
        """Paint the line between people the models have seen and people new to them."""
        painter.setPen(pen(INK, 1.8))
        for index in range(self._count - 1):
            cell = cells[index * self._count + index]
            beside = cells[index * self._count + index + 1]
            x, bottom = cell.right() + 1, cell.bottom() + 1
            painter.drawLine(QPointF(x, cell.top() - 1), QPointF(x, bottom))
            if index + 2 < self._count:
                painter.drawLine(QPointF(x, bottom), QPointF(beside.right() + 1, bottom))
            else:
                painter.drawLine(QPointF(x, bottom), QPointF(beside.right(), bottom))


def differences(nats: list[list[float | None]]) -> list[list[float | None]]:
    """Each column relative to its diagonal element, as a fraction; None where unknown."""
    found: list[list[float | None]] = []
    for row in nats:
        line: list[float | None] = []
        for column, value in enumerate(row):
            own = nats[column][column]
            line.append(None if value is None or not own else value / own - 1)
        found.append(line)
    return found
