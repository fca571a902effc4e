"""How the least-served seat of a group fares under the mechanism and under the baseline."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from hcmd_lab.figures.axes import Axes, draw_dot, nice_ticks, plain
from hcmd_lab.figures.figure import HALF_WIDTH
from hcmd_lab.figures.layout import TITLE_HEIGHT, Key, draw_keys, draw_title
from hcmd_lab.figures.text import Anchor, put_text, put_upright
from hcmd_lab.figures.theme import AXIS, INK, LABEL, LOSE, MUTED, TICK, WIN, pen
from hcmd_lab.insight.explanation import Explanation
from hcmd_lab.insight.minority import LeastServed
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.translate import translate

_APART = 0.14


@dataclass(frozen=True, slots=True)
class LeastServedPicture:
    """Coins a round over keeping everything, of the seat that gained least in its group.

    Attributes:
        explanation: What was found; its `least_served` has at least one entry.
    """

    explanation: Explanation

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels."""
        return QSizeF(HALF_WIDTH, 390)

    @property
    def columns(self) -> list[int | None]:
        """Tail endowments from left to right, then None: all together."""
        tails = {row.tail_endowment for row in self.explanation.least_served}
        return [*sorted(tail for tail in tails if tail is not None), None]

    def axes(self, rect: QRectF) -> Axes:
        """The axes in a rectangle; column `i` is at x = i."""
        ticks = self._ticks
        area = rect.adjusted(62, TITLE_HEIGHT + 32, 0, -48)
        return Axes(area, (-0.6, len(self.columns)), (ticks[0], ticks[-1]))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        rest = draw_title(
            painter, rect, translate("How the least served fare"),
            translate("Mean over groups; lines reach to the 10th percentile"),
        )  # fmt: skip
        axes = self.axes(rect)
        axes.draw_y(painter, self._ticks, plain(self._ticks))
        zero = axes.y(0)
        painter.setPen(pen(INK, 1.2))
        painter.drawLine(QPointF(axes.area.left(), zero), QPointF(axes.area.right(), zero))
        keys = []
        names = dict.fromkeys(row.mechanism for row in self.explanation.least_served)
        for name in names:
            is_own = name == self.explanation.mechanism
            colour, side = (WIN, -1) if is_own else (LOSE, 1)
            keys.append(Key(pretty_name(name), colour, dot=True))
            for row in self.explanation.least_served:
                if row.mechanism == name:
                    self._paint_row(painter, axes, row, colour, side * _APART * (len(names) - 1))
        draw_keys(painter, rest.topLeft() + QPointF(0, 8), keys)
        last = len(self.columns) - 1
        for number, tail in enumerate(self.columns):
            at = QPointF(axes.x(self._place(tail)), axes.area.bottom() + 7)
            text = translate("All") if tail is None else f"{tail}"
            put_text(painter, at, text, TICK, INK if number == last else MUTED, Anchor.TOP)
        painter.setPen(pen(AXIS, 1, dashed=True))
        between = axes.x(last - 0.3)
        painter.drawLine(QPointF(between, axes.area.top()), QPointF(between, axes.area.bottom()))
        at = QPointF(axes.x((last - 1) / 2), axes.area.bottom() + 26)
        put_text(painter, at, translate("Tail endowment (coins)"), LABEL, MUTED, Anchor.TOP)
        at = QPointF(rect.left() + 8, axes.area.center().y())
        put_upright(painter, at, translate("Gain over keeping all (coins a round)"), LABEL, MUTED)

    def _place(self, tail: int | None) -> float:
        number = self.columns.index(tail)
        return number + 0.4 * (tail is None)

    def _paint_row(
        self, painter: QPainter, axes: Axes, row: LeastServed, colour: str, aside: float
    ) -> None:
        x = self._place(row.tail_endowment) + aside
        overall = row.tail_endowment is None
        painter.setPen(pen(colour, 2.6 if overall else 1.8))
        painter.drawLine(axes.point(x, row.lowest_gain_tenth), axes.point(x, row.lowest_gain))
        draw_dot(painter, axes.point(x, row.lowest_gain), colour, 6.5 if overall else 5)

    @property
    def _ticks(self) -> list[float]:
        """Round numbers that hold every mark, and 0."""
        rows = self.explanation.least_served
        low = min(0.0, *(row.lowest_gain_tenth for row in rows))
        return nice_ticks(low, max(0.5, *(row.lowest_gain for row in rows)))
