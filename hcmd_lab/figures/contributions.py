"""Contributions by round: in EVALUATE (the paper's Fig. 3, top) and in each ACQUIRE."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from hcmd_lab.figures.acquired import Curve
from hcmd_lab.figures.axes import Axes
from hcmd_lab.figures.figure import WIDTH
from hcmd_lab.figures.layout import TITLE_HEIGHT, Key, draw_keys, draw_title, panels
from hcmd_lab.figures.text import Anchor, put_text
from hcmd_lab.figures.theme import HEAD, HEADING, INK, LABEL, MUTED, TAIL, TICK
from hcmd_lab.game import roles
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.telling.mechanism_names import each_tail_has, in_sentence
from hcmd_lab.telling.numbers import percent, significant
from hcmd_lab.telling.translate import translate

ROLES = {roles.HEAD: HEAD, roles.TAIL: TAIL, roles.EVERYONE: INK}

_FRACTIONS = (0.0, 0.25, 0.5, 0.75, 1.0)
_LEFT = 68.0
_NUMBERS_APART = 26  # pixels between the middles of two numbers that can be told apart


@dataclass(frozen=True, slots=True)
class EvaluatedContributions:
    """Contributions under the mechanism (solid) and the baseline (dashed), by condition.

    Head and tails have a line each; where all have the same coins, there is one for everyone.

    Attributes:
        result: Result of EVALUATE.
    """

    result: EvaluateResult

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels."""
        return QSizeF(WIDTH, 350)

    @property
    def are_alike(self) -> bool:
        """Whether everyone had the same coins, so that nobody has a role."""
        return any(roles.EVERYONE in curves for curves in self.result.contributions.values())

    @property
    def conditions(self) -> list[int]:
        """The tail endowments that were played."""
        found = {
            tail
            for roles in self.result.contributions.values()
            for curves in roles.values()
            for tail in curves
        }
        return sorted(found)

    def axes(self, rect: QRectF) -> list[Axes]:
        """The axes of each condition within a rectangle."""
        area = rect.adjusted(_LEFT, TITLE_HEIGHT + 62, -4, -46)
        conditions = self.conditions
        return [
            Axes(panel, (0.5, self._rounds + 0.5), (0.0, 1.0))
            for panel in panels(area, 1, len(conditions), 18, 0)
        ]

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        mechanism = in_sentence(self.result.mechanism)
        baseline = in_sentence(self.result.baseline)
        rest = draw_title(
            painter,
            rect,
            translate("Contributions in the comparison"),
            translate("Mean share of the endowment contributed in each round")
            if self.are_alike
            else translate(
                "Mean share of the endowment contributed in each round, by tail endowment"
            ),
        )
        if self.are_alike:
            keys = [
                Key(translate("Everyone, {mechanism}", mechanism=mechanism), INK),
                Key(translate("Everyone, {mechanism}", mechanism=baseline), INK, dashed=True),
            ]
        else:
            keys = [
                Key(translate("Head, {mechanism}", mechanism=mechanism), HEAD),
                Key(translate("Head, {mechanism}", mechanism=baseline), HEAD, dashed=True),
                Key(translate("Tails, {mechanism}", mechanism=mechanism), TAIL),
                Key(translate("Tails, {mechanism}", mechanism=baseline), TAIL, dashed=True),
            ]
        draw_keys(painter, rest.topLeft() + QPointF(0, 8), keys)
        all_axes = self.axes(rect)
        for number, (tail, axes) in enumerate(zip(self.conditions, all_axes, strict=True)):
            top = QPointF(axes.area.center().x(), axes.area.top() - 10)
            heading = each_tail_has(
                tail, is_first=number == 0, head_endowment=tail if self.are_alike else 0
            )
            put_text(painter, top, heading, HEADING, INK, Anchor.BOTTOM)
            axes.draw_y(painter, _FRACTIONS, percent if number == 0 else None)
            axes.draw_x(painter, _rounds_shown(self._rounds), significant)
            for name, dashed in ((self.result.baseline, True), (self.result.mechanism, False)):
                for role, colour in ROLES.items():
                    ys = self.result.contributions.get(name, {}).get(role, {}).get(tail, [])
                    xs = range(1, len(ys) + 1)
                    axes.draw_line(painter, xs, ys, colour, dashed=dashed)
        all_axes[0].name_y(painter, rect.left() + 10, translate("Share of endowment"))
        all_axes[0].name_x(painter, translate("Round"), all_axes[-1].area.right())

    @property
    def _rounds(self) -> int:
        return max(
            len(curve)
            for roles in self.result.contributions.values()
            for curves in roles.values()
            for curve in curves.values()
        )


@dataclass(frozen=True, slots=True)
class AcquiredContributions:
    """Contributions in the sessions of each iteration by role, all conditions pooled.

    Attributes:
        curves: Per iteration, in the order shown, what `acquired.curves` found.
        titles: Titles of the panels.
    """

    curves: Sequence[Sequence[Curve]]
    titles: Sequence[str]

    @property
    def are_alike(self) -> bool:
        """Whether everyone had the same coins, so that nobody has a role."""
        return any(curve.role == roles.EVERYONE for found in self.curves for curve in found)

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels."""
        return QSizeF(WIDTH, TITLE_HEIGHT + 26 + 224 * self._rows + 30)

    def axes(self, rect: QRectF) -> list[list[Axes]]:
        """The axes of each iteration and stage within a rectangle."""
        area = rect.adjusted(_LEFT, TITLE_HEIGHT + 26 + 34, -4, -48)
        result = []
        for panel, curves in zip(
            panels(area, self._rows, self._columns, 34, 62), self.curves, strict=False
        ):
            stages = panels(panel, 1, max(curve.stage for curve in curves), 8, 0)
            rounds = max(len(curve.means) for curve in curves)
            result.append([Axes(stage, (0.5, rounds + 0.5), (0.0, 1.0)) for stage in stages])
        return result

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        rest = draw_title(
            painter, rect, translate("Contributions in each iteration"),
            translate("Mean share of the endowment contributed in each round")
            if self.are_alike
            else translate(
                "Mean share of the endowment contributed in each round, over all tail endowments"
            ),
        )  # fmt: skip
        error = Key(translate("± 1 standard error over groups"), MUTED, band=True)
        if self.are_alike:
            keys = [Key(translate("Everyone"), INK), error]
        else:
            keys = [Key(translate("Head"), HEAD), Key(translate("Tails"), TAIL), error]
        draw_keys(painter, rest.topLeft() + QPointF(0, 8), keys)
        for number, stages in enumerate(self.axes(rect)):
            first = stages[0].area
            at = QPointF(first.left(), first.top() - 22)
            put_text(painter, at, self.titles[number], HEADING, INK)
            for stage, axes in enumerate(stages, start=1):
                outer = number % self._columns == 0 and stage == 1
                axes.draw_y(painter, _FRACTIONS, percent if outer else None)
                rounds = round(axes.x_range[1] - 0.5)
                follows = stages[stage] if stage < len(stages) else None
                axes.draw_x(painter, (1, rounds), None)
                axes.draw_x(painter, numbered_rounds(axes, rounds, follows), significant)
                at = QPointF(axes.area.center().x(), axes.area.bottom() + 7)
                put_text(
                    painter, at, translate("Stage {stage}", stage=stage), TICK, MUTED, Anchor.TOP
                )
                self._paint_stage(painter, axes, number, stage)
            if number % self._columns == 0:
                stages[0].name_y(painter, rect.left() + 10, translate("Share of endowment"))
        at = QPointF(rect.left() + (_LEFT + rect.width()) / 2, rect.bottom() - 20)
        put_text(painter, at, translate("Round of each stage"), LABEL, MUTED, Anchor.TOP)

    def _paint_stage(self, painter: QPainter, axes: Axes, number: int, stage: int) -> None:
        for curve in self.curves[number]:
            if curve.stage != stage:
                continue
            xs = range(1, len(curve.means) + 1)
            lows = [m - e for m, e in zip(curve.means, curve.standard_errors, strict=True)]
            highs = [m + e for m, e in zip(curve.means, curve.standard_errors, strict=True)]
            axes.draw_band(painter, xs, lows, highs, ROLES[curve.role])
            axes.draw_line(painter, xs, curve.means, ROLES[curve.role])

    @property
    def _columns(self) -> int:
        return min(2, len(self.curves))

    @property
    def _rows(self) -> int:
        return -(-len(self.curves) // self._columns)


def numbered_rounds(axes: Axes, rounds: int, follows: Axes | None) -> tuple[int, ...]:
    """The first and last round, but not the last if the next stage's 1 would stand against it."""
    if follows is not None and follows.x(1) - axes.x(rounds) < _NUMBERS_APART:
        return (1,)
    return (1, rounds)


def _rounds_shown(rounds: int) -> list[int]:
    """The first, middle and last round."""
    return sorted({1, (rounds + 1) // 2, rounds})
