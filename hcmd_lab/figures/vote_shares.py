"""Shares of votes with their intervals against one half, a row each."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from hcmd_lab.figures.axes import Axes, draw_dot
from hcmd_lab.figures.figure import HALF_WIDTH
from hcmd_lab.figures.layout import Key, below_title, draw_keys, draw_title
from hcmd_lab.figures.reading import Spot
from hcmd_lab.figures.text import Anchor, put_text, text_width
from hcmd_lab.figures.theme import HEADING, LABEL, PRINT, TICK, TextStyle, Theme, pen
from hcmd_lab.insight.explanation import Explanation
from hcmd_lab.jobs import EvaluateResult, Interval
from hcmd_lab.telling.mechanism_names import in_sentence, tails_receive
from hcmd_lab.telling.numbers import number, percent
from hcmd_lab.telling.translate import translate

Voters = Literal["head", "tail", "all"]

_REACHES = ((0.05, 0.05), (0.1, 0.05), (0.2, 0.1), (0.3, 0.1), (0.4, 0.2), (0.5, 0.25))
"""How far the axis may go on either side of one half, and its step."""

_KEYS = 26.0
_AXIS = 30.0
_BEFORE_TOTAL = 0.25
_HEIGHT = 390.0
_CARD_ROW = 32.0


@dataclass(frozen=True, slots=True)
class VoteShare:
    """One estimate.

    Attributes:
        tail_endowment: Coins of each tail of the groups that voted; None for all groups.
        share: The estimate with its 95% interval.
        voters: Whose votes were counted.
    """

    tail_endowment: int | None
    share: Interval
    voters: Voters = "all"

    @property
    def is_total(self) -> bool:
        """Whether it sums up the rows above it."""
        return self.tail_endowment is None

    @property
    def interval(self) -> str:
        """The ends of the interval in percent, without the sign."""
        return f"{number(100 * self.share.low, 1)} – {number(100 * self.share.high, 1)}"


@dataclass(frozen=True, slots=True)
class VoteShares:
    """Estimates from top to bottom, with their numbers beside them.

    Attributes:
        title: What it shows.
        subtitle: How to read it, in one line.
        estimates: Those of a row follow each other, those of all groups at the end.
        total: Name of the row of all groups.
        theme: Its colours.
    """

    title: str
    subtitle: str
    estimates: Sequence[VoteShare]
    total: str
    theme: Theme = PRINT

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels."""
        if self.theme.on_sheet:
            return QSizeF(HALF_WIDTH, _HEIGHT)
        return QSizeF(HALF_WIDTH, _CARD_ROW * len(self.estimates) + self._above + _AXIS)

    @property
    def words(self) -> str:
        """Every estimate with its interval."""
        return "; ".join(self._in_words(each) for each in self.estimates)

    @property
    def rows(self) -> list[int | None]:
        """Tail endowments from top to bottom, None for all groups."""
        return list(dict.fromkeys(each.tail_endowment for each in self.estimates))

    def axes(self, rect: QRectF) -> Axes:
        """The axes in a rectangle: x is a share of votes, y the height that `height` tells."""
        reach, _ = self._reach_and_step
        area = below_title(rect, self.theme).adjusted(0, self._above, 0, -_AXIS)
        names = max(text_width(self._name(row), HEADING) for row in self.rows)
        names = max(names, text_width(self._heading) if self._heading else 0.0)
        area.adjust(names + 18, 0, -18 - sum(self._number_widths) - 10, 0)
        lowest = len(self.rows) - 0.5 + self._total_gap
        return Axes(area, (0.5 - reach, 0.5 + reach), (lowest, -0.5), self.theme)

    def height(self, estimate: VoteShare) -> float:
        """Where an estimate stands on the axis of rows: the first row is at 0."""
        aside = {"head": -0.22, "tail": 0.22, "all": 0.0}[estimate.voters]
        return (
            self.rows.index(estimate.tail_endowment) + self._total_gap * estimate.is_total + aside
        )

    def spots(self, rect: QRectF) -> list[Spot]:
        """A band across the axes for every estimate."""
        axes = self.axes(rect)
        left, width = axes.area.left() - 8, axes.area.width() + 16
        half = axes.area.height() / (axes.y_range[0] + 0.5) * (0.2 if self._has_roles else 0.45)
        return [
            Spot(
                QRectF(left, axes.y(self.height(each)) - half, width, 2 * half),
                self._in_words(each),
            )
            for each in self.estimates
        ]

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        rest = draw_title(painter, rect, self.title, self.subtitle, self.theme)
        if self._has_roles:
            keys = [
                Key(translate("Heads"), self.theme.head, dot=True),
                Key(translate("Tails"), self.theme.tail, dot=True),
            ]
            draw_keys(painter, rest.topLeft() + QPointF(0, 8), keys, self.theme)
        axes = self.axes(rect)
        self._paint_axis(painter, axes)
        for estimate in self.estimates:
            self._paint_estimate(painter, axes, estimate)
        at = QPointF(rect.left(), axes.area.top() - 10)
        put_text(painter, at, self._heading, LABEL, self.theme.muted)
        for row, tail in enumerate(self.rows):
            y = axes.y(row + self._total_gap * (tail is None))
            style = HEADING if tail is None else LABEL
            put_text(painter, QPointF(rect.left(), y), self._name(tail), style, self.theme.ink)
        if self._total_gap:
            y = axes.y(len(self.rows) - 1.5 + self._total_gap / 2)
            painter.setPen(pen(self.theme.axis, 1, dashed=True))
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))

    @property
    def _has_roles(self) -> bool:
        return any(each.voters != "all" for each in self.estimates)

    @property
    def _heading(self) -> str:
        """Above the names of the rows."""
        return translate("Tails receive") if len(self.rows) > 1 else ""

    @property
    def _above(self) -> float:
        """Room above the rows."""
        return _KEYS * self._has_roles + (20.0 if self._heading else 0.0)

    def _name(self, tail: int | None) -> str:
        return self.total if tail is None else tails_receive(tail, is_first=False)

    @property
    def _total_gap(self) -> float:
        """Room between the rows and their sum, in rows."""
        return _BEFORE_TOTAL if len(self.rows) > 1 and self.estimates[-1].is_total else 0.0

    @property
    def _number_widths(self) -> tuple[float, float]:
        """Of the longest estimate and of the longest interval."""
        shares = [each.share for each in self.estimates]
        return (
            max(text_width(percent(share.estimate, 1), HEADING) for share in shares),
            max(text_width(each.interval, TICK) for each in self.estimates),
        )

    @property
    def _reach_and_step(self) -> tuple[float, float]:
        """The least reach that holds every interval, and its step."""
        ends = [end for each in self.estimates for end in (each.share.low, each.share.high)]
        furthest = min(0.5, max(abs(end - 0.5) for end in ends))
        return next(pair for pair in _REACHES if pair[0] >= furthest)

    def _colour(self, voters: Voters) -> str:
        return {"head": self.theme.head, "tail": self.theme.tail, "all": self.theme.win}[voters]

    def _in_words(self, estimate: VoteShare) -> str:
        names = {"head": translate("Heads"), "tail": translate("Tails"), "all": ""}
        tail = estimate.tail_endowment
        row = self.total if tail is None else tails_receive(tail, is_first=True)
        parts = (row, names[estimate.voters])
        return translate(
            "{row}: {share} (95% interval {low} to {high})",
            row=", ".join(part for part in parts if part),
            share=percent(estimate.share.estimate, 1),
            low=percent(estimate.share.low, 1),
            high=percent(estimate.share.high, 1),
        )

    def _paint_axis(self, painter: QPainter, axes: Axes) -> None:
        reach, step = self._reach_and_step
        area, theme = axes.area, self.theme
        for count in range(-round(reach / step), round(reach / step) + 1):
            x = axes.x(0.5 + count * step)
            painter.setPen(pen(theme.grid) if count else pen(theme.ink, 1.2))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            ink = theme.muted if count else theme.ink
            at = QPointF(x, area.bottom() + 7)
            put_text(painter, at, percent(0.5 + count * step), TICK, ink, Anchor.TOP)

    def _paint_estimate(self, painter: QPainter, axes: Axes, estimate: VoteShare) -> None:
        y, share, colour = self.height(estimate), estimate.share, self._colour(estimate.voters)
        painter.setPen(pen(colour, 2.6 if estimate.is_total else 1.8))
        painter.drawLine(axes.point(share.low, y), axes.point(share.high, y))
        radius = 6.5 if estimate.is_total else 5
        at = axes.point(share.estimate, y)
        draw_dot(painter, at, colour, radius, paper=self.theme.paper)
        style = HEADING if estimate.is_total else TextStyle(HEADING.size_px)
        right = QPointF(axes.area.right() + 18 + self._number_widths[0], at.y())
        text = percent(share.estimate, 1)
        put_text(painter, right, text, style, self.theme.ink, Anchor.RIGHT)
        right += QPointF(10, 0.5)
        put_text(painter, right, estimate.interval, TICK, self.theme.muted)


def votes_by_endowment(result: EvaluateResult, theme: Theme = PRINT) -> VoteShares:
    """What EVALUATE found, by tail endowment, as in the paper's Fig. 3, bottom left."""
    shares = [*sorted(result.by_tail_endowment.items()), (None, result.share)]
    return VoteShares(
        translate("Share of votes for {mechanism}", mechanism=in_sentence(result.mechanism)),
        translate(
            "Against {baseline}, with 95% intervals over groups",
            baseline=in_sentence(result.baseline),
        ),
        [VoteShare(tail, share) for tail, share in shares],
        translate("All groups"),
        theme,
    )


def votes_by_role(explanation: Explanation, theme: Theme = PRINT) -> VoteShares:
    """Votes of heads and of tails, by tail endowment.

    Args:
        explanation: What was found; its `votes` has at least one entry.
        theme: The colours.
    """
    ordered = sorted(explanation.votes, key=lambda found: found.tail_endowment or math.inf)
    return VoteShares(
        translate("Who prefers it"),
        translate(
            "Share of votes for {mechanism} against {baseline}, 95% interval",
            mechanism=in_sentence(explanation.mechanism),
            baseline=in_sentence(explanation.baseline),
        ),
        [
            VoteShare(found.tail_endowment, found.share, "head" if found.role == "head" else "tail")
            for found in ordered
        ],
        translate("All groups"),
        theme,
    )


def votes_in_training(share: Interval, theme: Theme = PRINT) -> VoteShares:
    """Modelled votes for what OPTIMIZE made, against the mechanism that it began with."""
    return VoteShares(
        translate("Votes against the mechanism before"),
        translate("Expected share of the modelled votes, with its 95% interval"),
        [VoteShare(None, share)],
        translate("In the end"),
        theme,
    )
