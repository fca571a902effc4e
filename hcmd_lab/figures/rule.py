"""The readable rule drawn beside the mechanism it describes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from hcmd_lab.figures.axes import Axes, draw_dot, nice_ticks
from hcmd_lab.figures.figure import WIDTH
from hcmd_lab.figures.layout import TITLE_HEIGHT, Key, draw_keys, draw_title, panels
from hcmd_lab.figures.text import Anchor, put_text
from hcmd_lab.figures.theme import AXIS, HEAD, HEADING, INK, MUTED, TAIL, TICK, pen
from hcmd_lab.insight.explanation import ConditionInsight, Explanation
from hcmd_lab.telling.mechanism_names import each_tail_has, in_sentence, pretty_name
from hcmd_lab.telling.numbers import percent, significant
from hcmd_lab.telling.translate import translate

_LEFT = 68.0
_MIN_TOP = 0.4


@dataclass(frozen=True, slots=True)
class RulePicture:
    """A seat's share of the fund by its contribution: the mechanism as dots, the rule as a line.

    Attributes:
        explanation: The explanation of the mechanism.
    """

    explanation: Explanation

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels."""
        return QSizeF(WIDTH, 480)

    def axes(self, rect: QRectF) -> list[tuple[Axes, Axes]]:
        """The axes of the head and of a tail for each condition, in a rectangle."""
        conditions = self.explanation.conditions
        area = rect.adjusted(_LEFT, TITLE_HEIGHT + 78, -4, -46)
        cells = panels(area, 2, len(conditions), 18, 46)
        top = self._ticks[-1]
        count = len(conditions)
        return [
            (
                _axes(cells[number], found.endowments[0], top),
                _axes(cells[count + number], found.tail_endowment, top),
            )
            for number, found in enumerate(conditions)
        ]

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        name = in_sentence(self.explanation.mechanism)
        rest = draw_title(
            painter, rect, translate("A short rule for {mechanism}", mechanism=name),
            translate("A seat's share of the fund by its contribution, averaged over the others"),
        )  # fmt: skip
        first, other = self._colours
        if self.explanation.has_roles:
            keys = [
                Key(translate("Head, {mechanism}", mechanism=name), first, dot=True),
                Key(translate("Head, rule"), first),
                Key(translate("A tail, {mechanism}", mechanism=name), other, dot=True),
                Key(translate("A tail, rule"), other),
            ]
        else:
            keys = [
                Key(pretty_name(self.explanation.mechanism), first, dot=True),
                Key(translate("The rule"), first),
            ]
        keys.append(Key(translate("Equal share"), AXIS, dashed=True))
        draw_keys(painter, rest.topLeft() + QPointF(0, 8), keys)
        all_axes = self.axes(rect)
        found = self.explanation.conditions
        for number, (each, (head, tail)) in enumerate(zip(found, all_axes, strict=True)):
            self._paint_heading(painter, head, each, is_first=number == 0)
            self._paint_shares(
                painter, head, each.head.share, each.head_by_rule, first, is_first=number == 0
            )
            self._paint_shares(
                painter, tail, each.tail.share, each.tail_by_rule, other, is_first=number == 0
            )
        first_head, first_tail = all_axes[0]
        names = (
            (translate("Head's share"), translate("A tail's share"))
            if self.explanation.has_roles
            else (translate("Share of seat 1"), translate("Share of another seat"))
        )
        for axes, text in zip((first_head, first_tail), names, strict=True):
            axes.name_y(painter, rect.left() + 10, text)
        first_tail.name_x(
            painter, translate("Own contribution (coins)"), all_axes[-1][1].area.right()
        )

    def _paint_heading(
        self, painter: QPainter, axes: Axes, found: ConditionInsight, *, is_first: bool
    ) -> None:
        at = QPointF(axes.area.center().x(), axes.area.top() - 26)
        heading = each_tail_has(
            found.tail_endowment, is_first=is_first, head_endowment=found.endowments[0]
        )
        put_text(painter, at, heading, HEADING, INK, Anchor.BOTTOM)
        faithful = percent(found.fidelity.fund)
        text = translate("{share} as the mechanism", share=faithful) if is_first else faithful
        at = QPointF(axes.area.center().x(), axes.area.top() - 8)
        put_text(painter, at, text, TICK, MUTED, Anchor.BOTTOM)

    def _paint_shares(
        self,
        painter: QPainter,
        axes: Axes,
        shares: Sequence[float | None],
        by_rule: Sequence[float | None],
        colour: str,
        *,
        is_first: bool,
    ) -> None:
        axes.draw_y(painter, self._ticks, percent if is_first else None)
        most = len(shares) - 1
        axes.draw_x(painter, (0, most / 2, most), significant)
        equal = axes.y(1 / len(self.explanation.conditions[0].endowments))
        painter.setPen(pen(AXIS, 1.2, dashed=True))
        painter.drawLine(QPointF(axes.area.left(), equal), QPointF(axes.area.right(), equal))
        ys = [float("nan") if share is None else share for share in by_rule]
        axes.draw_line(painter, range(len(ys)), ys, colour)
        for x, share in enumerate(shares):
            if share is not None:
                draw_dot(painter, axes.point(x, share), colour, 4)

    @property
    def _colours(self) -> tuple[str, str]:
        """Of the first seat and of the others; alike where nobody has a role."""
        return (HEAD, TAIL) if self.explanation.has_roles else (INK, INK)

    @property
    def _ticks(self) -> list[float]:
        """Round shares from 0 that span all values."""
        shares = [
            share
            for found in self.explanation.conditions
            for each in (
                found.head.share, found.tail.share, found.head_by_rule, found.tail_by_rule,
            )
            for share in each
            if share is not None
        ]  # fmt: skip
        return [tick for tick in nice_ticks(0, max(_MIN_TOP, *shares)) if tick <= 1]


def _axes(area: QRectF, endowment: int, top: float) -> Axes:
    # Room for the outermost dots.
    margin = 0.04 * endowment
    return Axes(area, (-margin, endowment + margin), (0.0, top))
