"""Votes for the mechanism by tail endowment, as in the paper's Fig. 3, bottom left."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from hcmd_lab.figures.axes import Axes, draw_dot
from hcmd_lab.figures.figure import HALF_WIDTH
from hcmd_lab.figures.layout import TITLE_HEIGHT, draw_title
from hcmd_lab.figures.text import Anchor, put_text, put_upright, shortened
from hcmd_lab.figures.theme import AXIS, INK, LABEL, MUTED, TICK, WIN, pen
from hcmd_lab.jobs import EvaluateResult, Interval
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.numbers import percent
from hcmd_lab.telling.translate import translate

_REACHES = ((0.2, 0.1), (0.3, 0.1), (0.4, 0.2), (0.5, 0.25))
"""How far the axis may go on either side of one half, and its step."""


@dataclass(frozen=True, slots=True)
class VotesByEndowment:
    """Vote shares with 95% intervals, against one half.

    Attributes:
        result: What EVALUATE found.
    """

    result: EvaluateResult

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels."""
        return QSizeF(HALF_WIDTH, 390)

    @property
    def columns(self) -> list[tuple[str, Interval]]:
        """What is shown from left to right: each condition, then all together."""
        conditions = sorted(self.result.by_tail_endowment.items())
        return [
            *((f"{tail}", share) for tail, share in conditions),
            (translate("All"), self.result.share),
        ]

    def axes(self, rect: QRectF) -> Axes:
        """The axes in a rectangle; column `i` is at x = i."""
        reach, _ = self._reach_and_step
        area = rect.adjusted(62, TITLE_HEIGHT + 12, 0, -48)
        # Room of half a column at the ends, and between the conditions and all together.
        return Axes(area, (-0.6, len(self.columns)), (0.5 - reach, 0.5 + reach))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        mechanism, baseline = pretty_name(self.result.mechanism), pretty_name(self.result.baseline)
        subtitle = translate(
            "Share of votes for {mechanism} against {baseline}, 95% interval",
            mechanism=mechanism,
            baseline=baseline,
        )
        subtitle = shortened(subtitle, LABEL, rect.width())
        title = translate("Do people prefer {mechanism}?", mechanism=mechanism)
        draw_title(painter, rect, title, subtitle)
        axes = self.axes(rect)
        reach, step = self._reach_and_step
        away = [step * number for number in range(1, round(reach / step) + 1)]
        axes.draw_y(painter, [0.5 + side * far for far in away for side in (-1, 1)], percent)
        half = axes.y(0.5)
        painter.setPen(pen(INK, 1.2))
        painter.drawLine(QPointF(axes.area.left(), half), QPointF(axes.area.right(), half))
        put_text(
            painter, QPointF(axes.area.left() - 8, half), percent(0.5), TICK, INK, Anchor.RIGHT
        )
        last = len(self.columns) - 1
        for number, (label, share) in enumerate(self.columns):
            x = number + 0.4 * (number == last)
            _paint_interval(painter, axes, x, share, overall=number == last)
            at = QPointF(axes.x(x), axes.area.bottom() + 7)
            put_text(painter, at, label, TICK, INK if number == last else MUTED, Anchor.TOP)
        painter.setPen(pen(AXIS, 1, dashed=True))
        between = axes.x(last - 0.3)
        painter.drawLine(QPointF(between, axes.area.top()), QPointF(between, axes.area.bottom()))
        at = QPointF(axes.x((last - 1) / 2), axes.area.bottom() + 26)
        put_text(painter, at, translate("Tail endowment (coins)"), LABEL, MUTED, Anchor.TOP)
        at = QPointF(rect.left() + 8, axes.area.center().y())
        put_upright(painter, at, translate("Share of votes"), LABEL, MUTED)

    @property
    def _reach_and_step(self) -> tuple[float, float]:
        """The least reach that holds every interval, and its step."""
        ends = [end for _, share in self.columns for end in (share.low, share.high)]
        furthest = max(abs(end - 0.5) for end in ends)
        return next(pair for pair in _REACHES if pair[0] >= min(furthest, 0.5))


def _paint_interval(
    painter: QPainter, axes: Axes, x: float, share: Interval, *, overall: bool
) -> None:
    painter.setPen(pen(WIN, 2.6 if overall else 1.8))
    painter.drawLine(axes.point(x, share.low), axes.point(x, share.high))
    draw_dot(painter, axes.point(x, share.estimate), WIN, 6.5 if overall else 5)
