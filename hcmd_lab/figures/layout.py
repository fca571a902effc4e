"""Layout of pictures: equal panels, headings, keys."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from hcmd_lab.figures.axes import draw_dot
from hcmd_lab.figures.text import Anchor, put_text, shortened, text_width, wrapped
from hcmd_lab.figures.theme import LABEL, PRINT, TICK, TITLE, Theme, pen, wash

TITLE_HEIGHT = 54.0
"""Height that `draw_title` takes, in logical pixels."""


def panels(area: QRectF, rows: int, columns: int, gap_x: float, gap_y: float) -> list[QRectF]:
    """Equal panels that fill an area, row by row."""
    width = (area.width() - gap_x * (columns - 1)) / columns
    height = (area.height() - gap_y * (rows - 1)) / rows
    return [
        QRectF(
            area.left() + column * (width + gap_x), area.top() + row * (height + gap_y),
            width, height,
        )
        for row in range(rows)
        for column in range(columns)
    ]  # fmt: skip


def draw_title(
    painter: QPainter, rect: QRectF, title: str, subtitle: str, theme: Theme = PRINT
) -> QRectF:
    """Draw a figure's title and subtitle; returns the remaining rectangle.

    A subtitle that is too long for one line takes two; titles beside each other are level all the
    same.
    """
    if theme.on_sheet:
        lines = wrapped(subtitle, LABEL, rect.width())
        first, *rest = lines or [""]
        put_text(painter, rect.topLeft(), title, TITLE, theme.ink, Anchor.TOP_LEFT)
        second = shortened(" ".join(rest), LABEL, rect.width())
        for text, down in ((first, 22), (second, 37)):
            at = rect.topLeft() + QPointF(0, down)
            put_text(painter, at, text, LABEL, theme.muted, Anchor.TOP_LEFT)
    return below_title(rect, theme)


def below_title(rect: QRectF, theme: Theme) -> QRectF:
    """The rectangle that remains below the title."""
    return rect.adjusted(0, TITLE_HEIGHT if theme.on_sheet else 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of a legend.

    Attributes:
        text: Its meaning.
        colour: Colour of the sample.
        dashed: Sample: a dashed line.
        dot: Sample: a dot instead of a line.
        hollow: Sample: a hollow dot.
        band: Sample: a tinted band instead of a line.
        mark: On the line.
    """

    text: str
    colour: str
    dashed: bool = False
    dot: bool = False
    hollow: bool = False
    band: bool = False
    mark: Literal["none", "round", "square"] = "none"

    @property
    def sample(self) -> float:
        """Width of the key's sample."""
        return 12.0 if self.dot else 28.0


KEY_LINE = 20.0
"""Height of a line of keys."""


def key_places(keys: Sequence[Key], width: float = math.inf) -> list[tuple[float, int]]:
    """Line and left end of each key; keys that do not fit move to the next line."""
    places: list[tuple[float, int]] = []
    left, line = 0.0, 0
    for key in keys:
        length = key.sample + 7 + text_width(key.text)
        if left and left + length > width:
            left, line = 0.0, line + 1
        places.append((left, line))
        left += length + 22
    return places


def draw_keys(
    painter: QPainter,
    at: QPointF,
    keys: Sequence[Key],
    theme: Theme = PRINT,
    width: float = math.inf,
) -> None:
    """Draw a legend from left to right; `at` is its left end, at half height of the first line."""
    for key, (left, line) in zip(keys, key_places(keys, width), strict=True):
        start = at + QPointF(left, line * KEY_LINE)
        middle = start + QPointF(key.sample / 2, 0)
        if key.dot:
            draw_dot(painter, middle, key.colour, hollow=key.hollow, paper=theme.paper)
        elif key.band:
            sample = QRectF(start - QPointF(0, 6), start + QPointF(key.sample, 6))
            painter.fillRect(sample, wash(key.colour, 0.22))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(key.colour, 2.2, dashed=key.dashed))
            painter.drawLine(start, start + QPointF(key.sample, 0))
        if key.mark == "round":
            draw_dot(painter, middle, key.colour, paper=theme.paper)
        elif key.mark == "square":
            reach = QPointF(4, 4)
            painter.fillRect(QRectF(middle - reach, middle + reach), QColor(key.colour))
        put_text(painter, start + QPointF(key.sample + 7, 0), key.text, LABEL, theme.ink)


def draw_line_names(
    painter: QPainter,
    x: float,
    names: Sequence[tuple[str, float, str]],
    low: float,
    high: float,
    theme: Theme = PRINT,
) -> None:
    """Draw line names at the right ends of lines, moved apart where they would overlap.

    Args:
        painter: Paints them.
        x: Right end of the lines.
        names: Text, height of the line's end, and colour.
        low: Height above which no name stands.
        high: Height below which none does.
        theme: The colour of the thin lines that lead to the names.
    """
    placed = spread([y for _, y, _ in names], 16, low + 8, high - 8)
    for (text, y, colour), place in zip(names, placed, strict=True):
        painter.setPen(pen(theme.axis, 0.8))
        painter.drawLine(QPointF(x + 3, y), QPointF(x + 10, place))
        put_text(painter, QPointF(x + 14, place), text, TICK, colour)


def spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Label positions as near as possible to the given ones, at least `gap` apart.

    Args:
        places: Wished places, in any order.
        gap: Least distance between neighbours.
        low: Smallest place allowed; overstepped only where all do not fit.
        high: Largest place allowed.
    """
    order = sorted(range(len(places)), key=places.__getitem__)
    found = [places[index] for index in order]
    for _ in range(100):  # pushing neighbours apart evenly keeps each near its preferred place
        for i in range(len(found) - 1):
            overlap = gap - (found[i + 1] - found[i])
            if overlap > 0:
                found[i] -= overlap / 2
                found[i + 1] += overlap / 2
    # Then up from the low end and down from the high end, as far as is needed.
    for i in range(len(found)):
        found[i] = max(found[i], found[i - 1] + gap if i else low)
    for i in reversed(range(len(found))):
        found[i] = min(found[i], found[i + 1] - gap if i + 1 < len(found) else high)
    result = [0.0] * len(places)
    for index, place in zip(order, found, strict=True):
        result[index] = place
    return result
