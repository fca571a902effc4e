"""Pictures whose places can be read: with the mouse, with the arrow keys, or aloud."""

from collections.abc import Sequence
from dataclasses import Field, dataclass
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import QPointF, QRectF

from hcmd_lab.figures.figure import Figure
from hcmd_lab.figures.theme import Theme


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a picture that says something.

    Attributes:
        area: Where it is painted.
        words: Its numbers in a sentence.
    """

    area: QRectF
    words: str


class ReadableFigure(Figure, Protocol):
    """A picture that a report prints and a window lets read: a dataclass with a theme."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def theme(self) -> Theme:
        """The colours that it is painted in; a window replaces them by its own."""

    @property
    def title(self) -> str:
        """What it shows."""

    @property
    def subtitle(self) -> str:
        """How to read it, in one line."""

    @property
    def words(self) -> str:
        """The numbers that matter most, for those who do not see it."""

    def spots(self, rect: QRectF) -> Sequence[Spot]:
        """The places that can be read when it is painted into a rectangle."""


def spot_at(spots: Sequence[Spot], at: QPointF) -> int | None:
    """The index of the spot at a point."""
    return next((i for i, spot in enumerate(spots) if spot.area.contains(at)), None)


def neighbour(spots: Sequence[Spot], index: int, right: int, up: int) -> int:
    """The index of the next spot in a direction, or `index` at the edge.

    Args:
        spots: Of the picture.
        index: Of the spot to start from.
        right: 1 to the right, -1 to the left, 0 for neither.
        up: 1 up, -1 down, 0 for neither.
    """
    start = spots[index].area.center()

    def effort(other: int) -> tuple[float, int]:
        """How far a spot is; one that lies aside is farther than one straight ahead."""
        away = spots[other].area.center() - start
        ahead = right * away.x() - up * away.y()
        aside = abs(away.y()) if right else abs(away.x())
        return (ahead + 4 * aside if ahead > 1 else float("inf"), other)

    distance, nearest = min((effort(other) for other in range(len(spots))), default=(0.0, index))
    return index if distance == float("inf") else nearest
