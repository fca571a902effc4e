"""A plot of each role, round by round through three stages."""

import itertools
import math
from collections.abc import Sequence
from functools import partial

import pyqtgraph as pg  # type: ignore[import-untyped]  # it has no stubs
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem, QWidget

from hcmd_lab.game.roles import EVERYONE, HEAD, TAIL, roles
from hcmd_lab.game.rules import Game
from hcmd_lab.telling.numbers import percent
from hcmd_lab.telling.translate import translate
from ui.control.live.plot import TITLE_PX, LivePlot, line_px, tick_font
from ui.control.live.plot_words import number, quantity_title, round_in_words
from ui.control.live.rounds import STAGES, PaidRound, Point, Quantity, line, place
from ui.look.tokens import tokens

_BAND_ALPHA = 46
_SEAT_ALPHA = 120
_MARK_PX = 7
_FEW_ROUNDS = 5
"""With no more of them in a stage, two numbers have room side by side at the axis."""
_ABOVE, _BELOW = 0.2, 0.06
"""Room above the largest number, for the names of the stages, and below 0; of the range."""
_SYMBOLS = {HEAD: "o", TAIL: "s", EVERYONE: "o"}


class RoundPlot(LivePlot):
    """Each role by round: means with a band over groups, or one group with every seat."""

    def __init__(self, game: Game, parent: QWidget | None = None) -> None:
        """Create an empty plot for a study's game."""
        super().__init__(parent)
        self._roles = roles(game)
        *_, several = self._roles.values()
        self._several = range(game.seats)[several]
        self._quantity = Quantity.SHARE
        self._paid: Sequence[PaidRound] = ()
        self._rounds = 10
        self._pointer: int | None = None
        self._scaled: tuple[Quantity, int, float] | None = None
        self._bands = {role: QGraphicsPathItem() for role in self._roles}
        self._seats = [pg.PlotCurveItem() for _ in self._several]
        self._curves = {role: pg.PlotCurveItem() for role in self._roles}
        self._marks = {role: pg.ScatterPlotItem(size=_MARK_PX) for role in self._roles}
        self._line = pg.InfiniteLine(angle=90)
        self._line.hide()
        drawn = (*self._bands.values(), *self._seats, *self._curves.values())
        for item in (*drawn, *self._marks.values(), self._line):
            self.addItem(item, ignoreBounds=True)
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
        """Draw the paid rounds.

        Args:
            paid: Rounds of one group, or of several to show their means.
            quantity: The quantity to plot.
            rounds: Number of rounds in a stage.
            most: The largest number that the axis has to hold.
        """
        self._paid, self._quantity, self._rounds = paid, quantity, rounds
        if (quantity, rounds, most) != self._scaled:
            self._scaled = quantity, rounds, most
            self._set_axes(most)
        one_group = len({each.group for each in paid}) == 1
        for seat, curve in zip(self._several, self._seats, strict=True):
            own = line(paid, partial(quantity.of, seat=seat)) if one_group else []
            curve.setData(*_broken(own, rounds), connect="finite")
        for role, seats in self._roles.items():
            self._show_role(role, line(paid, partial(quantity.mean_of, seats=seats)))
        self.pointed.emit()

    def restyle(self) -> None:
        """Adopt the colours of the current look."""
        super().restyle()
        colours = tokens()
        self._line.setPen(pg.mkPen(colours.ink, width=1))
        for bound in self._bounds:
            bound.setPen(pg.mkPen(colours.edge, width=1, style=Qt.PenStyle.DashLine))
        for name in self._names:
            name.setColor(QColor(colours.muted))
        colour_of = {HEAD: colours.head, TAIL: colours.tail, EVERYONE: colours.ink}
        for role in self._roles:
            colour = colour_of[role]
            tint = QColor(colour)
            tint.setAlpha(_BAND_ALPHA)
            self._bands[role].setBrush(tint)
            self._bands[role].setPen(QPen(Qt.PenStyle.NoPen))
            self._curves[role].setPen(pg.mkPen(colour, width=line_px(2)))
            self._marks[role].setBrush(pg.mkBrush(colour))
            self._marks[role].setPen(pg.mkPen(colours.surface, width=1))
        faint = QColor(colour)
        faint.setAlpha(_SEAT_ALPHA)
        for seat in self._seats:
            seat.setPen(pg.mkPen(faint, width=line_px(1)))
        self.getPlotItem().showGrid(y=True, alpha=0.12)

    def pointer_in_words(self) -> str:
        """The round at the pointer, or the latest one, in words."""
        at = self._pointer if self._pointer is not None else self._newest()
        chosen = [each for each in self._paid if place(each.stage, each.round, self._rounds) == at]
        return round_in_words(chosen, self._quantity, self._roles) if chosen else ""

    def point_at(self, where: QPointF) -> None:
        """Put the pointer at the nearest round."""
        self._point(round(where.x()))

    def step(self, right: int, up: int) -> None:
        """Move the pointer by one round."""
        at = self._pointer if self._pointer is not None else (self._newest() or 0)
        self._point(at + right)

    def drop_pointer(self) -> None:
        """Remove the pointer."""
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

    def _show_role(self, role: str, points: Sequence[Point]) -> None:
        self._curves[role].setData(*_broken(points, self._rounds), connect="finite")
        self._marks[role].setData(
            x=[place(point.stage, point.round, self._rounds) for point in points],
            y=[point.mean for point in points],
            symbol=_SYMBOLS[role],
        )
        self._bands[role].setPath(band(points, self._rounds))

    def _set_axes(self, most: float) -> None:
        rounds, stages = self._rounds, len(STAGES)
        self.setXRange(0.5, stages * rounds + 0.5, padding=0.01)
        self.setYRange(-_BELOW * most, (1 + _ABOVE) * most, padding=0)
        shown = sorted({1, (rounds + 1) // 2, rounds})
        left, bottom = self.axes
        # The last of many rounds has no room for its number beside the first one of the next stage.
        has_room = rounds <= _FEW_ROUNDS
        bottom.setTicks([[
            (place(s, r, rounds), number(r))
            for s in STAGES for r in shown if has_room or r < rounds or s == STAGES[-1]
        ]])  # fmt: skip
        self.name_axes(quantity_title(self._quantity), translate("Round"))
        steps = [most * quarter / 4 for quarter in range(5)]
        is_share = self._quantity is Quantity.SHARE
        left.setTicks([[(step, percent(step) if is_share else number(step)) for step in steps]])
        left.setWidth(46 + TITLE_PX)
        for stage, bound in zip(STAGES, self._bounds, strict=False):
            bound.setPos(stage * rounds + 0.5)
        for stage, name in zip(STAGES, self._names, strict=True):
            name.setText(translate("Stage {stage}", stage=stage))
            name.setPos((stage - 1) * rounds + 0.5, most * (1 + _ABOVE))


def _broken(points: Sequence[Point], rounds: int) -> tuple[list[float], list[float]]:
    """A line's positions, interrupted between stages."""
    xs: list[float] = []
    ys: list[float] = []
    for before, point in zip([None, *points], points, strict=False):
        if before is not None and before.stage != point.stage:
            xs.append(math.nan)
            ys.append(math.nan)
        xs.append(place(point.stage, point.round, rounds))
        ys.append(point.mean)
    return xs, ys


def band(points: Sequence[Point], rounds: int) -> QPainterPath:
    """A band of one standard error to either side: an area per stage, none where it is unknown."""
    path = QPainterPath()
    for is_known, run in itertools.groupby(points, lambda p: (p.error is not None, p.stage)):
        if not is_known[0]:
            continue
        ends = [
            (place(p.stage, p.round, rounds), p.mean, p.error) for p in run if p.error is not None
        ]
        upper = [(x, mean + error) for x, mean, error in ends]
        lower = [(x, mean - error) for x, mean, error in reversed(ends)]
        path.addPolygon(QPolygonF([QPointF(*at) for at in (*upper, *lower)]))
        path.closeSubpath()
    return path
