"""How well the participant models predict, iteration by iteration."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from hcmd_lab.figures.axes import Axes, draw_dot, nice_ticks, plain
from hcmd_lab.figures.figure import WIDTH
from hcmd_lab.figures.layout import Key, below_title, draw_keys, draw_line_names, draw_title, panels
from hcmd_lab.figures.reading import Spot
from hcmd_lab.figures.text import put_text
from hcmd_lab.figures.theme import HEADING, PRINT, Theme
from hcmd_lab.jobs.modelled import CrossEntropies, ModelResult, Reference
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.numbers import significant
from hcmd_lab.telling.statistics import nats
from hcmd_lab.telling.translate import translate

_LABELS = 194.0
_VOTE_LABELS = 146.0

_REFERENCES: dict[str, Sentence] = {
    Reference.UNIFORM: Sentence("Uniform"),
    Reference.ENDOWMENT_MARGINAL: Sentence("Marginal per endowment"),
    Reference.REPEAT_LAST: Sentence("Repeat the last choice"),
    Reference.COIN_TOSS: Sentence("Coin toss (ln 2)"),
}


def reference_name(name: str) -> str:
    """A reference model's display name."""
    known = _REFERENCES.get(name)  # another version may have had other names
    return pretty_name(name) if known is None else translate(known)


Found = Sequence[tuple[int, CrossEntropies]]
"""Results of one panel, each with its iteration."""


@dataclass(frozen=True, slots=True)
class CrossEntropyByIteration:
    """Cross-entropies of contributions (left) and votes (right); lower is better.

    Attributes:
        iterations: Their numbers.
        models: Results of MODEL in each.
        theme: Its colours.
    """

    iterations: Sequence[int]
    models: Sequence[ModelResult]
    theme: Theme = PRINT

    @property
    def title(self) -> str:
        """Title of the figure."""
        return translate("How well people are predicted")

    @property
    def subtitle(self) -> str:
        """How to read the figure, in one line."""
        return translate(
            "Cross-entropy in nats; lower is better, grey lines are simple rules to beat"
        )

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels; in a card it may be lower."""
        return QSizeF(WIDTH, 350 if self.theme.on_sheet else 250)

    @property
    def words(self) -> str:
        """The results of the newest iteration in words."""
        return "; ".join(
            f"{what}: {', '.join(f'{name} {nats(value)}' for name, value in _named(found[-1][1]))}"
            for what, _, found in self._panels
        )

    def spots(self, rect: QRectF) -> list[Spot]:
        """Readable spots: one for each number, on its line or dot."""
        return [
            Spot(
                QRectF(axes.x(iteration) - 16, axes.y(value) - 6, 32, 12),
                translate(
                    "{what}, iteration {iteration}: {name} {nats}",
                    what=what, iteration=iteration, name=name, nats=nats(value),
                ),
            )
            for axes, (what, _, found) in zip(self.axes(rect), self._panels, strict=True)
            for iteration, result in found
            for name, value in _named(result)
        ]  # fmt: skip

    def axes(self, rect: QRectF) -> list[Axes]:
        """The axes of contributions and, if there are any, votes; iteration `i` is at x = i."""
        area = below_title(rect, self.theme).adjusted(62, 60, -_VOTE_LABELS, -46)
        places = panels(area, 1, 2, _LABELS + 78, 0)
        shown = zip(places, self._panels, strict=False)  # nothing stands where nobody voted
        return [self._axes(place, found) for place, (_, _, found) in shown]

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        rest = draw_title(painter, rect, self.title, self.subtitle, self.theme)
        win = self.theme.win
        keys = [Key(_held_out(), win, dot=True), Key(_training(), win, dot=True, hollow=True)]
        draw_keys(painter, rest.topLeft() + QPointF(0, 8), keys, self.theme)
        for axes, (title, unit, found) in zip(self.axes(rect), self._panels, strict=True):
            self._paint_panel(painter, axes, title, found)
            axes.name_y(painter, axes.area.left() - 54, unit)

    @property
    def _panels(self) -> list[tuple[str, str, Found]]:
        """Title, unit and results of contributions and, of models that learned from any, votes."""
        fitted = list(zip(self.iterations, self.models, strict=True))
        given = [(iteration, model.contribution) for iteration, model in fitted]
        voted = [(iteration, model.vote) for iteration, model in fitted if model.votes]
        found: list[tuple[str, str, Found]] = [
            (translate("Contributions"), translate("Nats per decision"), given)
        ]
        if voted:
            found.append((translate("Votes"), translate("Nats per vote"), voted))
        return found

    def _axes(self, area: QRectF, found: Found) -> Axes:
        ticks = _ticks(found)
        sides = (min(self.iterations) - 0.5, max(self.iterations) + 0.5)
        return Axes(area, sides, (ticks[0], ticks[-1]), self.theme)

    def _paint_panel(self, painter: QPainter, axes: Axes, title: str, found: Found) -> None:
        iterations = [iteration for iteration, _ in found]
        results = [result for _, result in found]
        at = QPointF(axes.area.left(), axes.area.top() - 18)
        put_text(painter, at, title, HEADING, self.theme.ink)
        ticks = _ticks(found)
        axes.draw_y(painter, ticks, plain(ticks))
        axes.draw_x(painter, self.iterations, significant)
        axes.name_x(painter, translate("Iteration"))
        names: list[tuple[str, float, str]] = []
        for name in results[-1].references:
            values = [result.references.get(name, float("nan")) for result in results]
            self._paint_reference(painter, axes, iterations, values)
            text = f"{reference_name(name)}  {nats(values[-1])}"
            names.append((text, axes.y(values[-1]), self.theme.muted))
        for hollow in (True, False):
            values = [result.training if hollow else result.held_out for result in results]
            if not hollow:
                axes.draw_line(painter, iterations, values, self.theme.win)
            for iteration, value in zip(iterations, values, strict=True):
                at, paper = axes.point(iteration, value), self.theme.paper
                draw_dot(painter, at, self.theme.win, hollow=hollow, paper=paper)
        held_out, area = results[-1].held_out, axes.area
        text = f"{translate('Model')}  {nats(held_out)}"
        names.append((text, axes.y(held_out), self.theme.win))
        draw_line_names(painter, area.right(), names, area.top(), area.bottom(), self.theme)

    def _paint_reference(
        self, painter: QPainter, axes: Axes, iterations: Sequence[int], values: Sequence[float]
    ) -> None:
        # As wide as the panel, so that a single iteration shows a line as well.
        xs = [axes.x_range[0], *iterations, axes.x_range[1]]
        axes.draw_line(painter, xs, [values[0], *values, values[-1]], self.theme.axis, width=1.6)


def _held_out() -> str:
    return translate("Model, on groups it has not seen")


def _training() -> str:
    return translate("Model, on the groups it was fitted to")


def _named(result: CrossEntropies) -> list[tuple[str, float]]:
    """Each number with its name."""
    references = [(reference_name(name), value) for name, value in result.references.items()]
    return [*references, (_training(), result.training), (_held_out(), result.held_out)]


def _ticks(found: Found) -> list[float]:
    """Round numbers that span all values, with room for the marks."""
    values = [
        value
        for _, result in found
        for value in (result.held_out, result.training, *result.references.values())
    ]
    room = 0.04 * (max(values) - min(values))
    return nice_ticks(min(values) - room, max(values) + room)
