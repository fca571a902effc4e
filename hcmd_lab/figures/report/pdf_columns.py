"""How wide the columns of a table in the PDF are: together never wider than the page."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a column would take, in pixels.

    Attributes:
        natural: With each cell on one line.
        least: With a line for each word, none of which is divided.
        wraps: Whether its cells are words, which may take several lines before numbers have to.
    """

    natural: float
    least: float
    wraps: bool


def shared_out(columns: Sequence[Wanted], room: float) -> list[float]:
    """The width of each column, as wide together as the room.

    Words take several lines before numbers do. Where not even a line for each word suffices, the
    longest words are divided.
    """
    natural = sum(column.natural for column in columns)
    if natural <= room:
        return _widened(columns, room - natural)
    least = [column.least if column.wraps else column.natural for column in columns]
    if sum(least) > room:
        least = [column.least for column in columns]
    if sum(least) > room:
        return _capped(least, room)
    spare = room - sum(least)
    more = [column.natural - each for column, each in zip(columns, least, strict=True)]
    return [each + spare * part / sum(more) for each, part in zip(least, more, strict=True)]


def _widened(columns: Sequence[Wanted], spare: float) -> list[float]:
    """What is left goes to the last column of words, else to all alike."""
    words = [number for number, column in enumerate(columns) if column.wraps]
    if not words:
        return [column.natural + spare / len(columns) for column in columns]
    return [
        column.natural + (spare if number == words[-1] else 0)
        for number, column in enumerate(columns)
    ]


def _capped(widths: Sequence[float], room: float) -> list[float]:
    """The widths, the widest cut alike so that they fit."""
    left = room
    for number, width in enumerate(sorted(widths)):
        most = left / (len(widths) - number)
        if width > most:
            return [min(each, most) for each in widths]
        left -= width
    return list(widths)
