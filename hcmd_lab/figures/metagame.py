"""The meta-game between all checkpoints, as in the paper's Fig. 4 on the right (section 3.4)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from hcmd_lab.figures.figure import WIDTH
from hcmd_lab.figures.head_share import KEY_BAR, paint_key
from hcmd_lab.figures.layout import below_title, draw_title, panels
from hcmd_lab.figures.reading import Spot
from hcmd_lab.figures.scales import readable_on, share_of_votes
from hcmd_lab.figures.text import Anchor, put_text, put_upright, shortened, text_width
from hcmd_lab.figures.theme import HEADING, LABEL, PRINT, SMALL, TICK, TextStyle, Theme
from hcmd_lab.jobs.trained import ConvergenceResult
from hcmd_lab.telling.numbers import percent
from hcmd_lab.telling.statistics import ends, with_interval
from hcmd_lab.telling.translate import translate

_INKS = ("#000000", "#ffffff")
_HEADINGS = 62.0
_KEY = 56.0
_LOW_CELL = 34.0
_CARD_ROW = 38.0
_BARS = 250.0
_BEFORE_BARS = 32.0
_BETWEEN_BARS = 40.0
_WIDEST_BAR = 150.0


@dataclass(frozen=True, slots=True)
class MetaGame:
    """Expected vote shares of all pairs, and the equilibrium mixtures of the matrix.

    Attributes:
        result: Result of CONVERGENCE.
        names: Displayed names of the checkpoints, oldest first.
        theme: The colours around the matrix, and how dark its middle is.
    """

    result: ConvergenceResult
    names: Sequence[str]
    theme: Theme = PRINT

    @property
    def title(self) -> str:
        """Title of the figure."""
        return translate("Does training still improve the mechanism?")

    @property
    def subtitle(self) -> str:
        """How to read the figure, in one line."""
        return translate(
            "Expected share of votes of each row's checkpoint against each column's, with its 95% "
            "interval"
        )

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels; in a card the rows may be lower."""
        count = len(self.names)
        row = 68.0 if count <= 5 else 54.0
        if not self.theme.on_sheet:
            row = _CARD_ROW
        above = below_title(QRectF(0, 0, WIDTH, 0), self.theme).top() + _HEADINGS
        return QSizeF(WIDTH, above + row * count + _KEY)

    @property
    def words(self) -> str:
        """The equilibrium mixtures in words."""
        return ". ".join(
            f"{heading}: "
            + ", ".join(f"{n} {percent(s)}" for n, s in zip(self.names, shares, strict=True))
            for heading, shares in self._mixtures
        )

    def cells(self, rect: QRectF) -> list[QRectF]:
        """Rectangles of the matrix's cells, row by row."""
        count = len(self.names)
        left = 46 + max(text_width(name, HEADING) for name in self.names)
        area = below_title(rect, self.theme).adjusted(left, _HEADINGS, 0, -_KEY)
        area.setWidth(min(area.width() - _BARS, 2.1 * max(68.0, area.height() / count) * count))
        return panels(area, count, count, 2, 2)

    def spots(self, rect: QRectF) -> list[Spot]:
        """Readable spots: every pair of mechanisms, and every bar next to the matrix."""
        count, cells = len(self.names), self.cells(rect)
        pairs = [
            Spot(cell, self._pair_in_words(*divmod(index, count)))
            for index, cell in enumerate(cells)
            if index % (count + 1)  # the diagonal is neutral
        ]
        bars = [
            Spot(
                QRectF(left, cells[row * count].top(), width, cells[row * count].height()),
                f"{heading}: {self.names[row]} {percent(share, 1)}",
            )
            for left, width, heading, shares in self._bars(rect, cells)
            for row, share in enumerate(shares)
        ]
        return pairs + bars

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        draw_title(painter, rect, self.title, self.subtitle, self.theme)
        cells, count = self.cells(rect), len(self.names)
        self._paint_headings(painter, rect, cells)
        shares = self.result.shares
        scale = share_of_votes(dark=self.theme.is_dark)
        colours = scale.rgb(np.array(shares)).tolist()
        for index, cell in enumerate(cells):
            row, column = divmod(index, count)
            colour = QColor(*colours[row][column])
            painter.fillRect(cell, colour)
            style = _fitting(cell.width())
            if row == column:
                ink = self.theme.muted
                put_text(painter, cell.center(), percent(0.5), LABEL, ink, Anchor.CENTRE)
                continue
            ink = readable_on(colour, _INKS)
            middle, text = cell.center(), percent(shares[row][column], 1)
            if cell.height() < _LOW_CELL:
                put_text(painter, middle, text, style, ink, Anchor.CENTRE)
                continue
            put_text(painter, middle - QPointF(0, 7), text, style, ink, Anchor.CENTRE)
            reach = ends(self.result.expected(row, column))
            put_text(painter, middle + QPointF(0, 10), reach, SMALL, ink, Anchor.CENTRE)
        for left, width, heading, mixture in self._bars(rect, cells):
            self._paint_bars(painter, cells[::count], left, width, heading, mixture)
        bar = QRectF(cells[0].left(), cells[-1].bottom() + 14, 0, KEY_BAR)
        bar.setRight(cells[-1].right())
        at = QPointF(bar.left() - 12, bar.center().y())
        put_text(painter, at, translate("Votes"), LABEL, self.theme.muted, Anchor.RIGHT)
        even = translate("{share} equal", share=percent(0.5))
        numbers = [(0.5, even), *((share, percent(share)) for share in (0.0, 1.0, 0.25, 0.75))]
        paint_key(painter, bar, scale, numbers, self.theme)

    @property
    def _mixtures(self) -> list[tuple[str, Sequence[float]]]:
        return [
            (translate("Nash mixture"), self.result.nash),
            (translate("α-rank"), self.result.alpha_rank),
        ]

    def _pair_in_words(self, row: int, column: int) -> str:
        return translate(
            "{row} would win {share} of the votes against {column}",
            row=self.names[row],
            share=with_interval(self.result.expected(row, column)),
            column=self.names[column],
        )

    def _paint_headings(self, painter: QPainter, rect: QRectF, cells: list[QRectF]) -> None:
        count, theme = len(self.names), self.theme
        middle = (cells[0].left() + cells[-1].right()) / 2
        at = QPointF(middle, cells[0].top() - 34)
        put_text(painter, at, translate("against"), LABEL, theme.muted, Anchor.BOTTOM)
        at = QPointF(rect.left() + 8, (cells[0].top() + cells[-1].bottom()) / 2)
        put_upright(painter, at, translate("votes for"), LABEL, theme.muted)
        for column, row, name in zip(cells, cells[::count], self.names, strict=False):
            at = QPointF(column.center().x(), column.top() - 8)
            text = shortened(name, HEADING, column.width() - 6)
            put_text(painter, at, text, HEADING, theme.ink, Anchor.BOTTOM)
            at = QPointF(row.left() - 12, row.center().y())
            put_text(painter, at, name, HEADING, theme.ink, Anchor.RIGHT)

    def _bars(
        self, rect: QRectF, cells: list[QRectF]
    ) -> list[tuple[float, float, str, Sequence[float]]]:
        """Left edge, width, heading and shares of each mixture."""
        right = cells[-1].right()
        width = min(_WIDEST_BAR, (rect.right() - right - _BEFORE_BARS - _BETWEEN_BARS) / 2)
        first = right + _BEFORE_BARS
        return [
            (first + number * (width + _BETWEEN_BARS), width, heading, shares)
            for number, (heading, shares) in enumerate(self._mixtures)
        ]

    def _paint_bars(
        self,
        painter: QPainter,
        rows: Sequence[QRectF],
        left: float,
        width: float,
        heading: str,
        shares: Sequence[float],
    ) -> None:
        """Paint bars next to the rows; a full bar is probability one."""
        theme = self.theme
        at = QPointF(left, rows[0].top() - 16)
        put_text(painter, at, heading, HEADING, theme.ink)
        for row, share in zip(rows, shares, strict=True):
            middle = row.center().y()
            track = QRectF(left, middle, width, min(10.0, row.height() / 3))
            painter.fillRect(track, QColor(theme.grid))
            track.setWidth(width * share)
            painter.fillRect(track, QColor(theme.muted))
            ink = theme.ink if share > 0.005 else theme.muted
            put_text(painter, QPointF(left, middle - 9), percent(share), TICK, ink)


def _fitting(width: float) -> TextStyle:
    """The largest font in which a share fits into a cell."""
    return TextStyle(14 if width > 56 else 12 if width > 46 else 10)
