"""Votes of heads and of tails for the mechanism, by tail endowment."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from hcmd_lab.figures.axes import Axes, draw_dot
from hcmd_lab.figures.figure import HALF_WIDTH
from hcmd_lab.figures.layout import TITLE_HEIGHT, Key, draw_keys, draw_title
from hcmd_lab.figures.text import Anchor, put_text, put_upright, shortened
from hcmd_lab.figures.theme import AXIS, HEAD, INK, LABEL, MUTED, TAIL, TICK, pen
from hcmd_lab.insight.explanation import Explanation
from hcmd_lab.insight.minority import RoleVotes
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.numbers import percent
from hcmd_lab.telling.translate import translate

_SHARES = (0.0, 0.25, 0.75, 1.0)
_LOOKS = {"head": (HEAD, -0.14), "tail": (TAIL, 0.14)}


@dataclass(frozen=True, slots=True)
class VotesByRole:
    """Vote shares of both roles with 95% intervals, against one half.

    Attributes:
        explanation: What was found; its `votes` has at least one entry.
    """

    explanation: Explanation

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels."""
        return QSizeF(HALF_WIDTH, 390)

    @property
    def columns(self) -> list[int | None]:
        """Tail endowments from left to right, then None: all together."""
        tails = {row.tail_endowment for row in self.explanation.votes}
        return [*sorted(tail for tail in tails if tail is not None), None]

    def axes(self, rect: QRectF) -> Axes:
        """The axes in a rectangle; column `i` is at x = i."""
        area = rect.adjusted(62, TITLE_HEIGHT + 32, 0, -48)
        return Axes(area, (-0.6, len(self.columns)), (0.0, 1.0))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        subtitle = translate(
            "Share of votes for {mechanism} against {baseline}, 95% interval",
            mechanism=pretty_name(self.explanation.mechanism),
            baseline=pretty_name(self.explanation.baseline),
        )
        subtitle = shortened(subtitle, LABEL, rect.width())
        rest = draw_title(painter, rect, translate("Who prefers it"), subtitle)
        keys = [Key(translate("Heads"), HEAD, dot=True), Key(translate("Tails"), TAIL, dot=True)]
        draw_keys(painter, rest.topLeft() + QPointF(0, 8), keys)
        axes = self.axes(rect)
        axes.draw_y(painter, _SHARES, percent)
        half = axes.y(0.5)
        painter.setPen(pen(INK, 1.2))
        painter.drawLine(QPointF(axes.area.left(), half), QPointF(axes.area.right(), half))
        at = QPointF(axes.area.left() - 8, half)
        put_text(painter, at, percent(0.5), TICK, INK, Anchor.RIGHT)
        last = len(self.columns) - 1
        for number, tail in enumerate(self.columns):
            at = QPointF(axes.x(self._place(tail)), axes.area.bottom() + 7)
            text = translate("All") if tail is None else f"{tail}"
            put_text(painter, at, text, TICK, INK if number == last else MUTED, Anchor.TOP)
        for row in self.explanation.votes:
            self._paint_row(painter, axes, row)
        painter.setPen(pen(AXIS, 1, dashed=True))
        between = axes.x(last - 0.3)
        painter.drawLine(QPointF(between, axes.area.top()), QPointF(between, axes.area.bottom()))
        at = QPointF(axes.x((last - 1) / 2), axes.area.bottom() + 26)
        put_text(painter, at, translate("Tail endowment (coins)"), LABEL, MUTED, Anchor.TOP)
        at = QPointF(rect.left() + 8, axes.area.center().y())
        put_upright(painter, at, translate("Share of votes"), LABEL, MUTED)

    def _place(self, tail: int | None) -> float:
        return self.columns.index(tail) + 0.4 * (tail is None)

    def _paint_row(self, painter: QPainter, axes: Axes, row: RoleVotes) -> None:
        colour, aside = _LOOKS[row.role]
        overall = row.tail_endowment is None
        x = self._place(row.tail_endowment) + aside
        painter.setPen(pen(colour, 2.6 if overall else 1.8))
        painter.drawLine(axes.point(x, row.share.low), axes.point(x, row.share.high))
        draw_dot(painter, axes.point(x, row.share.estimate), colour, 6.5 if overall else 5)
