"""Where it pays to give: what each coin returns to the one who gives it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from hcmd_lab.figures.axes import Axes, draw_dot, nice_ticks, plain
from hcmd_lab.figures.figure import WIDTH
from hcmd_lab.figures.layout import TITLE_HEIGHT, Key, draw_keys, draw_title, panels
from hcmd_lab.figures.text import Anchor, put_text
from hcmd_lab.figures.theme import HEAD, HEADING, INK, MUTED, TAIL, TICK, WIN, pen, wash
from hcmd_lab.insight.explanation import ConditionInsight, Explanation
from hcmd_lab.telling.mechanism_names import each_tail_has, in_sentence
from hcmd_lab.telling.numbers import number, percent
from hcmd_lab.telling.translate import translate

_LEFT = 62.0
_COST = 1.0
_MIN_TOP = 2.0


@dataclass(frozen=True, slots=True)
class IncentivePicture:
    """Coins returned for the first, second, ... coin given, by role and condition.

    Attributes:
        explanation: The explanation of the mechanism.
    """

    explanation: Explanation

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels."""
        return QSizeF(WIDTH, 372)

    def axes(self, rect: QRectF) -> list[Axes]:
        """The axes of each condition in a rectangle; x is the fraction of the endowment given."""
        area = rect.adjusted(_LEFT, TITLE_HEIGHT + 56, -18, -86)
        ticks = self._ticks
        return [
            Axes(cell, (0.0, 1.0), (ticks[0], ticks[-1]))
            for cell in panels(area, 1, len(self.explanation.conditions), 36, 0)
        ]

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        name = in_sentence(self.explanation.mechanism)
        rest = draw_title(
            painter, rect, translate("Where contributing pays"),
            translate(
                "Coins that {mechanism} returns to a seat for one more coin, other contributions "
                "unchanged",
                mechanism=name,
            ),
        )  # fmt: skip
        first, other = self._colours
        names = (
            (translate("Head"), translate("A tail"))
            if self.explanation.has_roles
            else (translate("Seat 1"), translate("Another seat"))
        )
        keys = [
            Key(names[0], first), Key(names[1], other),
            Key(translate("Contributing the coin pays"), WIN, band=True),
        ]  # fmt: skip
        draw_keys(painter, rest.topLeft() + QPointF(0, 8), keys)
        all_axes = self.axes(rect)
        for index, (found, axes) in enumerate(
            zip(self.explanation.conditions, all_axes, strict=True)
        ):
            self._paint_condition(painter, axes, found, is_first=index == 0)
        area = all_axes[0].area
        all_axes[0].name_y(painter, rect.left() + 10, translate("Coins returned"))
        name = translate("Own contribution (share of the endowment)")
        all_axes[0].name_x(painter, name, all_axes[-1].area.right())
        at = QPointF(rect.left(), area.bottom() + 66)
        put_text(painter, at, translate("Best to give"), TICK, MUTED)

    def _paint_condition(
        self, painter: QPainter, axes: Axes, found: ConditionInsight, *, is_first: bool
    ) -> None:
        at = QPointF(axes.area.center().x(), axes.area.top() - 10)
        heading = each_tail_has(
            found.tail_endowment, is_first=is_first, head_endowment=found.endowments[0]
        )
        put_text(painter, at, heading, HEADING, INK, Anchor.BOTTOM)
        cost = axes.y(_COST)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wash(WIN, 0.1))
        painter.drawRect(QRectF(axes.area.topLeft(), QPointF(axes.area.right(), cost)))
        axes.draw_y(painter, self._ticks, plain(self._ticks) if is_first else None)
        axes.draw_x(painter, (0.0, 0.5, 1.0), percent)
        painter.setPen(pen(INK, 1.2))
        painter.drawLine(QPointF(axes.area.left(), cost), QPointF(axes.area.right(), cost))
        if is_first and _COST not in self._ticks:
            at = QPointF(axes.area.left() - 8, cost)
            put_text(painter, at, number(_COST), TICK, INK, Anchor.RIGHT)
        first, other = self._colours
        for each, colour in ((found.head, first), (found.tail, other)):
            coins = len(each.returns)
            xs = [(coin + 0.5) / coins for coin in range(coins)]
            axes.draw_line(painter, xs, each.returns, colour)
            for x, returned in zip(xs, each.returns, strict=True):
                draw_dot(painter, axes.point(x, returned), colour, 3.6)
        below = axes.area.bottom() + 66
        quarter = axes.area.width() / 4
        for each, colour, side in ((found.head, first, -1), (found.tail, other, 1)):
            text = translate("{best} of {endowment}", best=each.best, endowment=len(each.returns))
            at = QPointF(axes.area.center().x() + side * quarter, below)
            put_text(painter, at, text, TICK, colour, Anchor.CENTRE)

    @property
    def _colours(self) -> tuple[str, str]:
        """Of the first seat and of the others; none of a role where nobody has one."""
        return (HEAD, TAIL) if self.explanation.has_roles else (INK, MUTED)

    @property
    def _ticks(self) -> list[float]:
        """Round numbers of coins that span every return and the cost of a coin."""
        returns = [
            returned
            for found in self.explanation.conditions
            for each in (found.head, found.tail)
            for returned in each.returns
        ]
        return nice_ticks(min(0.0, *returns), max(_MIN_TOP, *returns))
