"""A pair of axes: maps data to positions on the page."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from hcmd_lab.figures.text import Anchor, put_text, put_upright
from hcmd_lab.figures.theme import LABEL, PAPER, PRINT, TICK, Theme, pen, wash
from hcmd_lab.telling.numbers import number


@dataclass(frozen=True, slots=True)
class Axes:
    """Linear axes.

    Attributes:
        area: Rectangle to draw in, in logical pixels.
        x_range: Numbers at the left and right edge.
        y_range: Numbers at the bottom and top edge.
        theme: The colours of the lines and numbers.
    """

    area: QRectF
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    theme: Theme = PRINT

    def x(self, value: float) -> float:
        """Position of a number on the x axis."""
        low, high = self.x_range
        return self.area.left() + (value - low) / (high - low) * self.area.width()

    def y(self, value: float) -> float:
        """Position of a number on the y axis."""
        low, high = self.y_range
        return self.area.bottom() - (value - low) / (high - low) * self.area.height()

    def point(self, x: float, y: float) -> QPointF:
        """Position of a pair of numbers."""
        return QPointF(self.x(x), self.y(y))

    def draw_y(
        self, painter: QPainter, ticks: Sequence[float], label: Callable[[float], str] | None
    ) -> None:
        """Draw horizontal grid lines, with numbers at their left unless `label` is None."""
        for tick in ticks:
            height = self.y(tick)
            painter.setPen(pen(self.theme.grid))
            painter.drawLine(QPointF(self.area.left(), height), QPointF(self.area.right(), height))
            if label is not None:
                at = QPointF(self.area.left() - 8, height)
                put_text(painter, at, label(tick), TICK, self.theme.muted, Anchor.RIGHT)

    def draw_x(
        self, painter: QPainter, ticks: Sequence[float], label: Callable[[float], str] | None
    ) -> None:
        """Draw the base line with small ticks, and numbers below unless `label` is None."""
        base = self.area.bottom()
        painter.setPen(pen(self.theme.axis))
        painter.drawLine(QPointF(self.area.left(), base), QPointF(self.area.right(), base))
        for tick in ticks:
            painter.setPen(pen(self.theme.axis))
            painter.drawLine(QPointF(self.x(tick), base), QPointF(self.x(tick), base + 4))
            if label is not None:
                at = QPointF(self.x(tick), base + 7)
                put_text(painter, at, label(tick), TICK, self.theme.muted, Anchor.TOP)

    def name_x(self, painter: QPainter, name: str, until: float | None = None) -> None:
        """Draw the name of the x axis below its numbers; `until`: right end of a row of panels."""
        right = self.area.right() if until is None else until
        at = QPointF((self.area.left() + right) / 2, self.area.bottom() + 26)
        put_text(painter, at, name, LABEL, self.theme.muted, Anchor.TOP)

    def name_y(self, painter: QPainter, x: float, name: str) -> None:
        """Draw the name of the y axis, upright around `x`."""
        at = QPointF(x, self.area.center().y())
        put_upright(painter, at, name, LABEL, self.theme.muted)

    def draw_line(
        self,
        painter: QPainter,
        xs: Sequence[float],
        ys: Sequence[float],
        colour: str,
        *,
        width: float = 2.0,
        dashed: bool = False,
    ) -> None:
        """Draw a line through points; non-finite numbers interrupt it."""
        painter.setPen(pen(colour, width, dashed=dashed))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for run in _runs(list(zip(xs, ys, strict=True))):
            painter.drawPolyline(QPolygonF([self.point(*pair) for pair in run]))

    def draw_band(
        self,
        painter: QPainter,
        xs: Sequence[float],
        lows: Sequence[float],
        highs: Sequence[float],
        colour: str,
    ) -> None:
        """Draw a tinted band between two lines; non-finite numbers interrupt it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wash(colour, 0.18))
        for run in _runs(list(zip(xs, lows, highs, strict=True))):
            upper = [self.point(x, high) for x, _, high in run]
            lower = [self.point(x, low) for x, low, _ in reversed(run)]
            painter.drawPolygon(QPolygonF([*upper, *lower]))


def draw_dot(
    painter: QPainter,
    at: QPointF,
    colour: str,
    radius: float = 4.5,
    *,
    hollow: bool = False,
    paper: str = PAPER,
) -> None:
    """Draw a round mark with a rim of paper around it, so that marks on lines stay apart."""
    painter.setPen(pen(colour, 1.8) if hollow else pen(paper, 1.5))
    painter.setBrush(QColor(paper) if hollow else QColor(colour))
    painter.drawEllipse(at, radius, radius)


def nice_ticks(low: float, high: float, count: int = 5) -> list[float]:
    """Round numbers from at most `low` to at least `high`, about `count` of them."""
    if not high > low:
        low, high = low - 0.5, low + 0.5
    step = nice_step((high - low) / max(1, count - 1))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(index * step, 10) for index in range(first, last + 1)]


def nice_step(least: float) -> float:
    """The smallest round number that is not less than one above 0."""
    size = 10.0 ** math.floor(math.log10(least))
    return next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= least * 0.999)


def plain(ticks: Sequence[float]) -> Callable[[float], str]:
    """A number format with as many decimals as the ticks need, the same for all of them."""
    decimals = next(
        (d for d in range(6) if all(abs(tick - round(tick, d)) < 1e-9 for tick in ticks)), 6
    )
    return lambda tick: number(tick, decimals)


def _runs(rows: list[tuple[float, ...]]) -> Iterator[list[tuple[float, ...]]]:
    """The maximal runs of rows with finite numbers."""
    run: list[tuple[float, ...]] = []
    for row in rows:
        if all(math.isfinite(number) for number in row):
            run.append(row)
        elif run:
            yield run
            run = []
    if run:
        yield run
