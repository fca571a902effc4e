"""Pictures whose places can be read: with the mouse, with the arrow keys, or aloud."""

from collections.abc import Sequence
from dataclasses import Field, dataclass
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import QPointF, QRectF

from hcmd_lab.figures.figure import Figure
from hcmd_lab.figures.theme import Theme


@dataclass(frozen=True, slots=True)
class Spot:
    """A readable place in a figure.

    Attributes:
        area: Its rectangle.
        words: Its numbers in a sentence.
    """

    area: QRectF
    words: str


class ReadableFigure(Figure, Protocol):
    """A figure that can be printed in a report and read in a window: a dataclass with a theme."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def theme(self) -> Theme:
        """The colours to paint with; a window replaces them with its own."""

    @property
    def title(self) -> str:
        """Title of the figure."""

    @property
    def subtitle(self) -> str:
        """How to read the figure, in one line."""

    @property
    def words(self) -> str:
        """The most important numbers in words, for screen readers."""

    def spots(self, rect: QRectF) -> Sequence[Spot]:
        """The readable spots when the figure is painted into a rectangle."""


def spot_at(spots: Sequence[Spot], at: QPointF) -> int | None:
    """The index of the spot at a point."""
    return next((i for i, spot in enumerate(spots) if spot.area.contains(at)), None)


def neighbour(spots: Sequence[Spot], index: int, right: int, up: int) -> int:
    """The index of the next spot in a direction, or `index` at the edge.

    Args:
        spots: The figure's spots.
        index: Index of the current spot.
        right: 1 to the right, -1 to the left, 0 for neither.
        up: 1 up, -1 down, 0 for neither.
    """
    start = spots[index].area.center()

    def effort(other: int) -> tuple[float, int]:
        """Distance to a spot; sideways distance counts more than distance straight ahead."""
        away = spots[other].area.center() - start
        ahead = right * away.x() - up * away.y()
        aside = abs(away.y()) if right else abs(away.x())
        return (ahead + 4 * aside if ahead > 1 else float("inf"), other)

    distance, nearest = min((effort(other) for other in range(len(spots))), default=(0.0, index))
    return index if distance == float("inf") else nearest
