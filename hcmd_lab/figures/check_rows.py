"""Rows that check expectations: a bar where something was expected, a dot where it came."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from hcmd_lab.figures.axes import Axes, draw_dot
from hcmd_lab.figures.layout import Key
from hcmd_lab.figures.reading import Spot
from hcmd_lab.figures.text import Anchor, put_text, shortened, text_width, wrapped
from hcmd_lab.figures.theme import HEADING, LABEL, TICK, TextStyle, Theme, pen, wash
from hcmd_lab.jobs.record import Interval
from hcmd_lab.telling.translate import translate

BAR = 9.0
"""Width of a bar, in logical pixels."""

AXIS = 30.0
"""Height of the numbers below the rows."""

_ROW = 25.0
_HEAD = 18.0
"""Height of the names of the two columns of numbers."""
_BEFORE_AXES, _AFTER_AXES = 20.0, 14.0
_LARGEST_LABELS = 0.55
"""Part of the width that the labels may take; longer ones take two lines."""

_HALF_LINE = 6.0
"""Half the distance of two lines of a label, in logical pixels."""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """Something that was expected, and what came.

    Attributes:
        label: What it is, at the start of the row.
        expected: Where it was expected.
        observed: What came; its ends, where they differ, are those of its own error.
        is_inside: Whether the two agree.
        number: What came, in its displayed form.
        reach: The ends of what was expected, in their displayed form.
        words: All of it in a sentence.
    """

    label: str
    expected: Interval
    observed: Interval
    is_inside: bool
    number: str
    reach: str
    words: str


@dataclass(frozen=True, slots=True)
class CheckRows:
    """Rows below each other on one axis.

    Attributes:
        rows: From top to bottom.
        reach_name: Name of the column of what was expected.
        ticks: Numbers at the axis, from its left to its right end.
        write: Writes them.
        theme: Their colours.
    """

    rows: Sequence[CheckRow]
    reach_name: str
    ticks: Sequence[float]
    write: Callable[[float], str]
    theme: Theme

    @property
    def height(self) -> float:
        """Natural height in logical pixels."""
        return _HEAD + _ROW * len(self.rows) + AXIS

    def axes(self, area: QRectF) -> Axes:
        """The axes within the rectangle of all rows; the first row is at y = 0."""
        observed = text_width(_observed(), TICK)
        numbers = max(_widest([row.number for row in self.rows], HEADING), observed)
        numbers += 10 + self._reaches
        inner = area.adjusted(self._labels(area), _HEAD, -numbers - _AFTER_AXES, -AXIS)
        ends = self.ticks[0], self.ticks[-1]
        return Axes(inner, ends, (len(self.rows) - 0.5, -0.5), self.theme)

    def spots(self, area: QRectF) -> list[Spot]:
        """A readable spot for each row."""
        axes = self.axes(area)
        return [
            Spot(
                QRectF(axes.area.left(), axes.y(place) - _ROW / 2, axes.area.width(), _ROW),
                row.words,
            )
            for place, row in enumerate(self.rows)
        ]

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint the rows into a rectangle of their height."""
        axes, theme = self.axes(area), self.theme
        for tick in self.ticks:
            painter.setPen(pen(theme.grid))
            painter.drawLine(axes.point(tick, -0.5), axes.point(tick, len(self.rows) - 0.5))
        axes.draw_x(painter, self.ticks, self.write)
        right = area.right() - self._reaches
        labels = self._labels(area) - _BEFORE_AXES
        head = area.top() + _HEAD / 2 - 2
        put_text(painter, QPointF(right - 10, head), _observed(), TICK, theme.muted, Anchor.RIGHT)
        put_text(painter, QPointF(right, head), self.reach_name, TICK, theme.muted)
        for place, row in enumerate(self.rows):
            y = axes.y(place)
            for line, down in label_lines(row.label, labels):
                put_text(painter, QPointF(area.left(), y + down), line, LABEL, theme.ink)
            left, width = axes.x(row.expected.low), axes.x(row.expected.high)
            bar = QRectF(left, y - BAR / 2, width - left, BAR)
            painter.fillRect(bar, wash(theme.ink, 0.22))
            if row.observed.low < row.observed.high:
                painter.setPen(pen(theme.ink, 1.4))
                ends = axes.point(row.observed.low, place), axes.point(row.observed.high, place)
                painter.drawLine(*ends)
            at = axes.point(row.observed.estimate, place)
            draw_dot(painter, at, theme.ink, 4, hollow=not row.is_inside, paper=theme.paper)
            put_text(painter, QPointF(right - 10, y), row.number, HEADING, theme.ink, Anchor.RIGHT)
            put_text(painter, QPointF(right, y + 0.5), row.reach, TICK, theme.muted)

    @property
    def _reaches(self) -> float:
        return _widest([self.reach_name, *(row.reach for row in self.rows)], TICK)

    def _labels(self, area: QRectF) -> float:
        widest = _widest([row.label for row in self.rows], LABEL) + _BEFORE_AXES
        return min(widest, _LARGEST_LABELS * area.width())


def label_lines(label: str, width: float) -> list[tuple[str, float]]:
    """A label in one line or two that fit, each with its distance from the middle of the row."""
    first, *rest = wrapped(label, LABEL, width) or [""]
    if not rest:
        return [(first, 0)]
    second = shortened(" ".join(rest), LABEL, width)
    return [(first, -_HALF_LINE), (second, _HALF_LINE)]


def agreement_keys(theme: Theme) -> list[Key]:
    """What filled and hollow dots are."""
    return [
        Key(translate("Groups, where expected"), theme.ink, dot=True),
        Key(translate("Groups, elsewhere"), theme.ink, dot=True, hollow=True),
    ]


def _observed() -> str:
    return translate("Observed")


def _widest(texts: Sequence[str], style: TextStyle) -> float:
    return max((text_width(text, style) for text in texts), default=0.0)
