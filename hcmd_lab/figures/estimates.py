"""Estimates with their reach, a row for each tail endowment and one for all groups."""

from collections.abc import Callable, Sequence
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
from hcmd_lab.telling.mechanism_names import each_tail_has
from hcmd_lab.telling.translate import translate

_KEYS, _HEADING, _AXIS = 26.0, 20.0, 30.0
_BEFORE_TOTAL = 0.25
_BETWEEN = 0.44
"""Of a row's height, between the marks of one row."""

_HEIGHT = 390.0
_CARD_ROW = 32.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One estimate.

    Attributes:
        tail_endowment: Coins of each tail of its groups; None for all groups.
        value: The estimate.
        low: Lower end of its line.
        high: Upper end of its line.
        number: The estimate in its displayed form.
        reach: The interval in its displayed form.
        words: Its text, after the name of its row.
        colour: Name of its colour in the theme.
        key: Meaning of its colour; empty where all have the same.
    """

    tail_endowment: int | None
    value: float
    low: float
    high: float
    number: str
    reach: str
    words: str
    colour: Literal["win", "lose", "head", "tail"] = "win"
    key: str = ""


@dataclass(frozen=True, slots=True)
class Estimates:
    """Marks from top to bottom, with their numbers next to them.

    Attributes:
        title: Its title.
        subtitle: How to read it, in one line or two.
        marks: Marks ordered by row, with those of all groups last.
        ticks: Numbers at the axis, from its left to its right end.
        write: Writes them.
        reference: The number that all are compared with.
        total: Name of the row of all groups.
        theme: Its colours.
    """

    title: str
    subtitle: str
    marks: Sequence[Mark]
    ticks: Sequence[float]
    write: Callable[[float], str]
    reference: float
    total: str
    theme: Theme = PRINT

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels; in a card the height depends on the number of rows."""
        if self.theme.on_sheet:
            return QSizeF(HALF_WIDTH, _HEIGHT)
        return QSizeF(HALF_WIDTH, _CARD_ROW * len(self.marks) + self._above + _AXIS)

    @property
    def words(self) -> str:
        """Every estimate with its interval."""
        return "; ".join(self._in_words(mark) for mark in self.marks)

    @property
    def rows(self) -> list[int | None]:
        """Tail endowments from top to bottom, None for all groups."""
        return list(dict.fromkeys(mark.tail_endowment for mark in self.marks))

    def axes(self, rect: QRectF) -> Axes:
        """The axes in a rectangle: x is the estimate, y the position given by `height`."""
        area = below_title(rect, self.theme).adjusted(0, self._above, 0, -_AXIS)
        names = [self._heading, *(self._name(row) for row in self.rows)]
        left = max(text_width(name, HEADING) for name in names)
        area.adjust(left + 18, 0, -self._number_width - 28, 0)
        area.adjust(0, 0, -max(text_width(mark.reach, TICK) for mark in self.marks), 0)
        lowest = len(self.rows) - 0.5 + self._total_gap
        return Axes(area, (self.ticks[0], self.ticks[-1]), (lowest, -0.5), self.theme)

    def height(self, mark: Mark) -> float:
        """Vertical position of a mark; the first row is at 0."""
        own = [each for each in self.marks if each.tail_endowment == mark.tail_endowment]
        aside = _BETWEEN * (own.index(mark) - (len(own) - 1) / 2)
        row = self.rows.index(mark.tail_endowment)
        return row + self._total_gap * (mark.tail_endowment is None) + aside

    def spots(self, rect: QRectF) -> list[Spot]:
        """Readable spots: a band across the axes for every estimate."""
        axes = self.axes(rect)
        left, width = axes.area.left() - 8, axes.area.width() + 16
        half = (axes.y(1) - axes.y(0)) * (0.2 if self._keys else 0.45)
        return [
            Spot(QRectF(left, axes.y(self.height(mark)) - half, width, 2 * half),
                 self._in_words(mark))
            for mark in self.marks
        ]  # fmt: skip

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle."""
        rest = draw_title(painter, rect, self.title, self.subtitle, self.theme)
        draw_keys(painter, rest.topLeft() + QPointF(0, 8), self._keys, self.theme)
        axes, theme = self.axes(rect), self.theme
        for tick in self.ticks:
            x, is_reference = axes.x(tick), abs(tick - self.reference) < 1e-9
            painter.setPen(pen(theme.ink, 1.2) if is_reference else pen(theme.grid))
            painter.drawLine(QPointF(x, axes.area.top()), QPointF(x, axes.area.bottom()))
            at = QPointF(x, axes.area.bottom() + 7)
            ink = theme.ink if is_reference else theme.muted
            put_text(painter, at, self.write(tick), TICK, ink, Anchor.TOP)
        for mark in self.marks:
            self._paint_mark(painter, axes, mark)
        at = QPointF(rect.left(), axes.area.top() - 10)
        put_text(painter, at, self._heading, LABEL, theme.muted)
        for row, tail in enumerate(self.rows):
            at = QPointF(rect.left(), axes.y(row + self._total_gap * (tail is None)))
            put_text(painter, at, self._name(tail), _style(tail), theme.ink)
        if self._total_gap:
            y = axes.y(len(self.rows) - 1.5 + self._total_gap / 2)
            painter.setPen(pen(theme.axis, 1, dashed=True))
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))

    @property
    def _keys(self) -> list[Key]:
        found = {mark.key: mark.colour for mark in self.marks if mark.key}
        return [Key(key, getattr(self.theme, name), dot=True) for key, name in found.items()]

    @property
    def _heading(self) -> str:
        """Paint the heading above the row names."""
        return translate("Each tail has") if len(self.rows) > 1 else ""

    @property
    def _above(self) -> float:
        """Height of the room above the rows."""
        return _KEYS * bool(self._keys) + _HEADING * bool(self._heading)

    @property
    def _total_gap(self) -> float:
        """Gap between the rows and their total, in rows."""
        return _BEFORE_TOTAL if len(self.rows) > 1 and self.rows[-1] is None else 0.0

    @property
    def _number_width(self) -> float:
        return max(text_width(mark.number, HEADING) for mark in self.marks)

    def _name(self, tail: int | None) -> str:
        return self.total if tail is None else each_tail_has(tail, is_first=False)

    def _in_words(self, mark: Mark) -> str:
        tail = mark.tail_endowment
        row = self.total if tail is None else each_tail_has(tail, is_first=True)
        return f"{', '.join(part for part in (row, mark.key) if part)}: {mark.words}"

    def _paint_mark(self, painter: QPainter, axes: Axes, mark: Mark) -> None:
        y, colour = self.height(mark), getattr(self.theme, mark.colour)
        is_total = mark.tail_endowment is None
        painter.setPen(pen(colour, 2.6 if is_total else 1.8))
        painter.drawLine(axes.point(mark.low, y), axes.point(mark.high, y))
        at = axes.point(mark.value, y)
        draw_dot(painter, at, colour, 6.5 if is_total else 5, paper=self.theme.paper)
        right = QPointF(axes.area.right() + 18 + self._number_width, at.y())
        style = TextStyle(HEADING.size_px, _style(mark.tail_endowment).weight)
        put_text(painter, right, mark.number, style, self.theme.ink, Anchor.RIGHT)
        put_text(painter, right + QPointF(10, 0.5), mark.reach, TICK, self.theme.muted)


def _style(tail: int | None) -> TextStyle:
    return HEADING if tail is None else LABEL
