"""Posterior predictive checks of MODEL: what groups did, where fitted participants do it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from hcmd_lab.figures.axes import Axes, draw_dot, nice_ticks, plain
from hcmd_lab.figures.check_rows import BAR, CheckRow, CheckRows, agreement_keys
from hcmd_lab.figures.figure import WIDTH
from hcmd_lab.figures.layout import Key, below_title, draw_keys, draw_title
from hcmd_lab.figures.reading import Spot
from hcmd_lab.figures.text import put_text, shortened
from hcmd_lab.figures.theme import HEADING, PRINT, Theme, wash
from hcmd_lab.jobs.modelled import Feature, FeatureCheck, ModelResult
from hcmd_lab.jobs.record import Interval
from hcmd_lab.telling import checks as words
from hcmd_lab.telling.numbers import percent
from hcmd_lab.telling.translate import translate

_KEYS, _HEADING, _SIDE = 26.0, 30.0, 56.0
_ABOVE, _BELOW, _BETWEEN = 150.0, 46.0, 14.0
_HEADS = (Feature.HEADS_GIVE, Feature.HEADS_FOR_MORE)
_VOTES = (Feature.HEADS_FOR_MORE, Feature.TAILS_FOR_MORE)
_ENDS = (Feature.FIRST_ROUND, Feature.LAST_ROUND)


@dataclass(frozen=True, slots=True)
class PredictivePicture:
    """Contributions by round, votes by endowment, and below them one row for each other feature.

    Attributes:
        model: Result of MODEL; it has `features`.
        theme: Its colours.
    """

    model: ModelResult
    theme: Theme = PRINT

    @property
    def title(self) -> str:
        """Title of the figure."""
        return translate("Do the fitted participants do what the groups did?")

    @property
    def subtitle(self) -> str:
        """How to read the figure, in one line."""
        return translate(
            "Dots: the groups. Bars and bands: where 95% of repetitions by the fitted "
            "participants lie, who decide in the groups' place"
        )

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels."""
        return QSizeF(WIDTH, self._below(QRectF(0, 0, WIDTH, 0)).bottom())

    @property
    def words(self) -> str:
        """Every feature, as the groups had it and as it was expected."""
        return "; ".join(map(words.check_in_words, self.model.features))

    def spots(self, rect: QRectF) -> list[Spot]:
        """Readable spots: every dot with its bar."""
        curve, votes = self.axes(rect)
        found = [
            (QRectF(at.x() - 8, at.y() - 8, 16, 16), check)
            for axes, checks in ((curve, self.model.curve), (votes, self._votes))
            for check in checks
            for at in [axes.point(self._across(check), check.observed)]
        ]
        dots = [Spot(area, words.check_in_words(check)) for area, check in found]
        return dots + self._rows.spots(self._below(rect))

    def axes(self, rect: QRectF) -> tuple[Axes, Axes]:
        """The axes of contributions by round, and of votes by tail endowment."""
        rest = below_title(rect, self.theme).adjusted(0, _KEYS, 0, 0)
        top = rest.top() + _HEADING
        rounds = max((check.round or 1 for check in self.model.curve), default=1)
        width = (rest.width() - 2 * _SIDE - 12) / 2
        left = QRectF(rest.left() + _SIDE, top, width, _ABOVE)
        if self._are_alike:
            left.setRight(rest.right())
        right = QRectF(rest.right() - width, top, width, _ABOVE)
        return (
            Axes(left, (0.5, rounds + 0.5), (0, 1), self.theme),
            Axes(right, (-0.5, max(1, len(self._conditions)) - 0.5), (0, 1), self.theme),
        )

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        rest = draw_title(painter, rect, self.title, self.subtitle, self.theme)
        (curve, votes), rows = self.axes(rect), self._below(rect)
        draw_keys(painter, rest.topLeft() + QPointF(0, 8), self._keys, self.theme, rest.width())
        if self.model.curve:
            self._paint_curve(painter, curve)
        if self._votes:
            self._paint_votes(painter, votes)
        self._rows.paint(painter, rows)

    @property
    def _votes(self) -> list[FeatureCheck]:
        return [check for check in self.model.features if check.feature in _VOTES]

    @property
    def _rows(self) -> CheckRows:
        """The features of a row each; what the curve shows needs none."""
        shown = {*_VOTES, *(_ENDS if self.model.curve else ())}
        checks = [check for check in self.model.features if check.feature not in shown]
        ends = [
            end for check in checks
            for end in (check.observed, check.expected.low, check.expected.high)
        ]  # fmt: skip
        ticks = nice_ticks(min(0.0, *ends), max(1.0, *ends)) if ends else [0.0, 1.0]
        rows = [_row(check) for check in checks]
        return CheckRows(rows, translate("Expected"), ticks, plain(ticks), self.theme)

    def _below(self, rect: QRectF) -> QRectF:
        """The rectangle of the rows."""
        rest = below_title(rect, self.theme).adjusted(0, _KEYS, 0, 0)
        if self._has_upper:
            rest.setTop(rest.top() + _HEADING + _ABOVE + _BELOW + _BETWEEN)
        rest.setHeight(self._rows.height)
        return rest

    @property
    def _has_upper(self) -> bool:
        return bool(self.model.curve or self._votes)

    @property
    def _are_alike(self) -> bool:
        """Whether everyone had the same coins: votes then stand in a row of their own."""
        return any(check.feature is Feature.EVERYONE_GIVES for check in self.model.curve)

    @property
    def _conditions(self) -> list[int]:
        return sorted({check.tail_endowment or 0 for check in self._votes})

    @property
    def _keys(self) -> list[Key]:
        repetitions = Key(translate("95% of repetitions"), self.theme.ink, band=True)
        keys = [*agreement_keys(self.theme), repetitions]
        if self._has_upper and not self._are_alike:
            keys.append(Key(translate("Heads"), self.theme.head, band=True))
            keys.append(Key(translate("Tails"), self.theme.tail, band=True))
        return keys

    def _across(self, check: FeatureCheck) -> float:
        """Position of a check: its round, or the number of its condition and a little aside."""
        if check.round is not None:
            return float(check.round)
        aside = -0.16 if check.feature in _HEADS else 0.16
        return self._conditions.index(check.tail_endowment or 0) + aside

    def _colour(self, check: FeatureCheck) -> str:
        if check.feature is Feature.EVERYONE_GIVES:
            return self.theme.ink
        return self.theme.head if check.feature in _HEADS else self.theme.tail

    def _dot(self, painter: QPainter, at: QPointF, check: FeatureCheck, colour: str) -> None:
        draw_dot(painter, at, colour, 4, hollow=not check.is_shown, paper=self.theme.paper)

    def _heading(self, painter: QPainter, axes: Axes, text: str) -> None:
        at = axes.area.topLeft() - QPointF(0, 17)
        put_text(painter, at, shortened(text, HEADING, axes.area.width()), HEADING, self.theme.ink)

    def _paint_curve(self, painter: QPainter, axes: Axes) -> None:
        self._heading(painter, axes, translate("Share of the endowment contributed"))
        axes.draw_y(painter, (0, 0.25, 0.5, 0.75, 1), percent)
        last = round(axes.x_range[1] - 0.5)
        axes.draw_x(painter, _some(range(1, last + 1)), plain([1]))
        axes.name_x(painter, translate("Round"))
        for feature in (Feature.EVERYONE_GIVES, Feature.TAILS_GIVE, Feature.HEADS_GIVE):
            checks = [check for check in self.model.curve if check.feature is feature]
            if not checks:
                continue
            xs = [self._across(check) for check in checks]
            lows = [check.expected.low for check in checks]
            highs = [check.expected.high for check in checks]
            axes.draw_band(painter, xs, lows, highs, self._colour(checks[0]))
        for check in self.model.curve:  # over every band, none of which may tint them
            at = axes.point(self._across(check), check.observed)
            self._dot(painter, at, check, self._colour(check))

    def _paint_votes(self, painter: QPainter, axes: Axes) -> None:
        self._heading(painter, axes, translate("Votes for the stage that paid the voter more"))
        axes.draw_y(painter, (0, 0.25, 0.5, 0.75, 1), percent)
        tails = self._conditions
        axes.draw_x(painter, range(len(tails)), lambda place: f"{tails[round(place)]}")
        axes.name_x(painter, translate("Tail endowment (coins)"))
        for check in self._votes:
            x = self._across(check)
            low, high = axes.point(x, check.expected.low), axes.point(x, check.expected.high)
            bar = QRectF(high.x() - BAR / 2, high.y(), BAR, low.y() - high.y())
            painter.fillRect(bar, wash(self._colour(check), 0.3))
            self._dot(painter, axes.point(x, check.observed), check, self._colour(check))


def _some(rounds: Iterable[int]) -> Sequence[int]:
    """All rounds to write at an axis, or every second one of many."""
    found = list(rounds)
    return found[:: 1 + (len(found) > 12)]


def _row(check: FeatureCheck) -> CheckRow:
    name = words.named(check)
    value = check.observed
    return CheckRow(
        label=name[:1].upper() + name[1:],
        expected=check.expected,
        observed=Interval(estimate=value, low=value, high=value),
        is_inside=check.is_shown,
        number=words.figure(check),
        reach=words.reach(check),
        words=words.check_in_words(check),
    )
