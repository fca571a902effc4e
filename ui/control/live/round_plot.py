"""A number of head and tails, round by round through the three stages."""

from collections.abc import Sequence
from functools import partial

import pyqtgraph as pg  # type: ignore[import-untyped]  # it has no stubs
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from ui.control.live.plot import LivePlot, tick_font
from ui.control.live.rounds import STAGES, Curve, PaidRound, Quantity, curves, place
from ui.control.live.words import number, round_in_words
from ui.look.numbers import percent
from ui.look.tokens import tokens

_BAND_ALPHA = 46
_SEAT_ALPHA = 120
_SYMBOLS = {"head": "o", "tail": "s"}


class RoundPlot(LivePlot):
    """Head and tails by round: means with a band over groups, or one group with every tail."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty one."""
        super().__init__(parent)
        self._quantity = Quantity.SHARE
        self._paid: Sequence[PaidRound] = ()
        self._rounds = 10
        self._drawn: list[pg.GraphicsObject] = []
        self._pointer: int | None = None
        self._line = pg.InfiniteLine(angle=90)
        self._line.hide()
        self.addItem(self._line)
        self._bounds = [pg.InfiniteLine(angle=90) for _ in STAGES[1:]]
        self._names = [pg.TextItem(anchor=(0, 0)) for _ in STAGES]
        for item in (*self._bounds, *self._names):
            self.addItem(item, ignoreBounds=True)
        for name in self._names:
            name.setFont(tick_font())
        self.restyle()
        self.show_rounds((), Quantity.SHARE, self._rounds, 1.0)

    def show_rounds(
        self, paid: Sequence[PaidRound], quantity: Quantity, rounds: int, most: float
    ) -> None:
        """Draw what has been paid.

        Args:
            paid: Of one group, or of several to show their means.
            quantity: What of it.
            rounds: In a stage.
            most: The largest number that the axis has to hold.
        """
        self._paid, self._quantity, self._rounds = paid, quantity, rounds
        self._set_axes(most)
        for item in self._drawn:
            self.removeItem(item)
        self._drawn = []
        colours = tokens()
        one_group = len({each.group for each in paid}) == 1
        if one_group:
            for seat in range(1, len(paid[0].contributions)):
                for curve in curves(paid, partial(quantity.of, seat=seat)):
                    self._draw_seat(curve, colours.tail)
        tails = curves(paid, quantity.of_tails)
        heads = curves(paid, partial(quantity.of, seat=0))
        for role, found, colour in (("tail", tails, colours.tail), ("head", heads, colours.head)):
            for curve in found:
                self._draw_band(curve, colour)
                self._draw_line(curve, colour, _SYMBOLS[role])
        self.pointed.emit()

    def restyle(self) -> None:
        """Take the colours of the look that is on."""
        super().restyle()
        colours = tokens()
        self._line.setPen(pg.mkPen(colours.ink, width=1))
        for bound in self._bounds:
            bound.setPen(pg.mkPen(colours.edge, width=1, style=Qt.PenStyle.DashLine))
        for name in self._names:
            name.setColor(QColor(colours.muted))
        self.getPlotItem().showGrid(y=True, alpha=0.12)

    def pointer_in_words(self) -> str:
        """The round at the pointer, or the newest one."""
        at = self._pointer if self._pointer is not None else self._newest()
        chosen = [each for each in self._paid if place(each.stage, each.round, self._rounds) == at]
        return round_in_words(chosen, self._quantity) if chosen else ""

    def point_at(self, where: QPointF) -> None:
        """Put the pointer at the nearest round."""
        self._point(round(where.x()))

    def step(self, right: int, up: int) -> None:
        """Move the pointer by one round."""
        at = self._pointer if self._pointer is not None else (self._newest() or 0)
        self._point(at + right)

    def drop_pointer(self) -> None:
        """Take the pointer away."""
        self._pointer = None
        self._line.hide()
        self.pointed.emit()

    def _point(self, at: int) -> None:
        self._pointer = min(max(1, at), len(STAGES) * self._rounds)
        self._line.setPos(self._pointer)
        self._line.show()
        self.pointed.emit()

    def _newest(self) -> int | None:
        return max(
            (place(each.stage, each.round, self._rounds) for each in self._paid), default=None
        )

    def _set_axes(self, most: float) -> None:
        rounds, stages = self._rounds, len(STAGES)
        self.setXRange(0.5, stages * rounds + 0.5, padding=0.01)
        self.setYRange(0, most, padding=0.06)
        shown = sorted({1, (rounds + 1) // 2, rounds})
        left, bottom = self.axes
        bottom.setTicks([[(place(s, r, rounds), number(r)) for s in STAGES for r in shown]])
        steps = [most * quarter / 4 for quarter in range(5)]
        is_share = self._quantity is Quantity.SHARE
        left.setTicks([[(step, percent(step) if is_share else number(step)) for step in steps]])
        left.setWidth(46)
        for stage, bound in zip(STAGES, self._bounds, strict=False):
            bound.setPos(stage * rounds + 0.5)
        for stage, name in zip(STAGES, self._names, strict=True):
            name.setText(self.tr("Stage {stage}").format(stage=stage))
            name.setPos((stage - 1) * rounds + 0.5, most * 1.06)

    def _draw_line(self, curve: Curve, colour: str, symbol: str) -> None:
        item = pg.PlotDataItem(
            self._xs(curve), curve.means,
            pen=pg.mkPen(colour, width=2), symbol=symbol, symbolSize=6,
            symbolBrush=pg.mkBrush(colour), symbolPen=pg.mkPen(tokens().surface, width=1),
        )  # fmt: skip
        self._draw(item)

    def _draw_seat(self, curve: Curve, colour: str) -> None:
        faint = QColor(colour)
        faint.setAlpha(_SEAT_ALPHA)
        self._draw(pg.PlotDataItem(self._xs(curve), curve.means, pen=pg.mkPen(faint, width=1)))

    def _draw_band(self, curve: Curve, colour: str) -> None:
        if not any(curve.errors):
            return
        edges = [
            pg.PlotDataItem(
                self._xs(curve),
                [
                    mean + side * error
                    for mean, error in zip(curve.means, curve.errors, strict=True)
                ],
            )
            for side in (-1, 1)
        ]
        tint = QColor(colour)
        tint.setAlpha(_BAND_ALPHA)
        self._draw(pg.FillBetweenItem(*edges, brush=pg.mkBrush(tint)))

    def _draw(self, item: pg.GraphicsObject) -> None:
        self.addItem(item)
        self._drawn.append(item)

    def _xs(self, curve: Curve) -> list[int]:
        return [place(curve.stage, each, self._rounds) for each in curve.rounds]
