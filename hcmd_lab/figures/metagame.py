"""The meta-game between all checkpoints, as in the paper's Fig. 4 on the right (section 3.4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from hcmd_lab.figures.figure import WIDTH
from hcmd_lab.figures.layout import TITLE_HEIGHT, draw_title, panels
from hcmd_lab.figures.scales import readable_on, share_of_votes
from hcmd_lab.figures.text import Anchor, put_text, put_upright, shortened, text_width
from hcmd_lab.figures.theme import (
    GRID,
    HEADING,
    INK,
    LABEL,
    MUTED,
    PAPER,
    SMALL,
    TICK,
    TextStyle,
)
from hcmd_lab.jobs import ConvergenceResult
from hcmd_lab.telling.numbers import number, percent
from hcmd_lab.telling.translate import translate

_LEAST_REACH = 0.05
"""Colours reach full strength no nearer to one half than this, so that noise stays pale."""

_NUMBER = TextStyle(14)
_HEADINGS = 62.0
_BARS = 250.0
_BEFORE_BARS = 32.0
_BETWEEN_BARS = 40.0
_WIDEST_BAR = 150.0


@dataclass(frozen=True, slots=True)
class MetaGame:
    """Expected vote shares of all pairs, and what rational play would make of them.

    Attributes:
        result: What CONVERGENCE found.
        names: Of the checkpoints, oldest first, as shown.
    """

    result: ConvergenceResult
    names: Sequence[str]

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels."""
        return QSizeF(WIDTH, TITLE_HEIGHT + _HEADINGS + self._row * len(self.names) + 8)

    @property
    def _row(self) -> float:
        return 68.0 if len(self.names) <= 5 else 54.0

    def cells(self, rect: QRectF) -> list[QRectF]:
        """Where the matrix's cells are painted in a rectangle, row by row."""
        count = len(self.names)
        left = 46 + max(text_width(name, HEADING) for name in self.names)
        width = min(rect.width() - left - _BARS, 2.1 * self._row * count)
        top = TITLE_HEIGHT + _HEADINGS
        area = QRectF(rect.left() + left, rect.top() + top, width, rect.height() - top - 8)
        return panels(area, count, count, 2, 2)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        draw_title(
            painter, rect, translate("Does training still improve the mechanism?"),
            translate(
                "Expected share of votes of each row's checkpoint against each column's, ± "
"standard error"
            ),
        )  # fmt: skip
        cells = self.cells(rect)
        count = len(self.names)
        self._paint_headings(painter, rect, cells)
        shares = self.result.shares
        furthest = max(abs(share - 0.5) for row in shares for share in row)
        scale = share_of_votes(max(_LEAST_REACH, furthest))
        for index, cell in enumerate(cells):
            row, column = divmod(index, count)
            colour = scale.colour(shares[row][column])
            painter.fillRect(cell, colour)
            if row == column:
                put_text(painter, cell.center(), percent(0.5), LABEL, MUTED, Anchor.CENTRE)
                continue
            ink = readable_on(colour, ("#000000", PAPER))
            error = self.result.standard_errors[row][column]
            middle = cell.center()
            share = percent(shares[row][column], 1)
            put_text(painter, middle - QPointF(0, 7), share, _NUMBER, ink, Anchor.CENTRE)
            small = f"± {number(100 * error, 1)}"
            put_text(painter, middle + QPointF(0, 10), small, SMALL, ink, Anchor.CENTRE)
        right = cells[-1].right()
        width = min(_WIDEST_BAR, (rect.right() - right - _BEFORE_BARS - _BETWEEN_BARS) / 2)
        left = right + _BEFORE_BARS
        self._paint_bars(painter, cells, left, width, translate("Nash mixture"), self.result.nash)
        left += width + _BETWEEN_BARS
        self._paint_bars(painter, cells, left, width, translate("α-rank"), self.result.alpha_rank)

    def _paint_headings(self, painter: QPainter, rect: QRectF, cells: list[QRectF]) -> None:
        count = len(self.names)
        middle = (cells[0].left() + cells[-1].right()) / 2
        at = QPointF(middle, cells[0].top() - 34)
        put_text(painter, at, translate("against"), LABEL, MUTED, Anchor.BOTTOM)
        at = QPointF(rect.left() + 8, (cells[0].top() + cells[-1].bottom()) / 2)
        put_upright(painter, at, translate("votes for"), LABEL, MUTED)
        for index, name in enumerate(self.names):
            column = cells[index]
            at = QPointF(column.center().x(), column.top() - 8)
            text = shortened(name, HEADING, column.width() - 6)
            put_text(painter, at, text, HEADING, INK, Anchor.BOTTOM)
            row = cells[index * count]
            at = QPointF(row.left() - 12, row.center().y())
            put_text(painter, at, name, HEADING, INK, Anchor.RIGHT)

    def _paint_bars(
        self,
        painter: QPainter,
        cells: list[QRectF],
        left: float,
        width: float,
        heading: str,
        shares: Sequence[float],
    ) -> None:
        """Bars beside the rows; a full bar is probability one."""
        count = len(self.names)
        at = QPointF(left, cells[0].top() - 8)
        put_text(painter, at - QPointF(0, 8), heading, HEADING, INK)
        for row, share in enumerate(shares):
            middle = cells[row * count].center().y()
            track = QRectF(left, middle - 5, width, 10)
            painter.fillRect(track, QColor(GRID))
            painter.fillRect(QRectF(left, middle - 5, width * share, 10), QColor(MUTED))
            at = QPointF(left, middle - 15)
            put_text(painter, at, percent(share), TICK, INK if share > 0.005 else MUTED)
