"""Lines of a training plot: curves, and reference levels."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

Colour = Literal["accent", "one", "two", "muted", "edge", "ink", "head", "tail"]
"""A colour of `ui.look.tokens.Tokens`."""

MIN_OF_A_CURVE = 3
"""Fewer numbers are drawn one by one, with bars in place of a band."""


@dataclass(frozen=True, slots=True)
class PlotLine:
    """A curve, or a level across the whole plot if it has no positions.

    Attributes:
        text: Label at its end; empty for a curve that needs none.
        ys: Its numbers; a level has one.
        xs: Their places; empty for a level.
        colour: Name of its colour.
        width_px: Its width.
        dashed: Whether it is drawn with dashes.
        dots: Whether its numbers are marked.
        band: Half the width of a band around it, for each number; empty for none.
            Where there are only few numbers, each has a bar instead.
    """

    text: str
    ys: Sequence[float]
    xs: Sequence[float] = ()
    colour: Colour = "ink"
    width_px: float = 1.5
    dashed: bool = False
    dots: bool = False
    band: Sequence[float] = ()

    @property
    def is_level(self) -> bool:
        """Whether it is a single value across the whole plot."""
        return not self.xs

    @property
    def is_few(self) -> bool:
        """Whether it has too few values for a curve, so that joining them would mislead."""
        return 0 < len(self.xs) < MIN_OF_A_CURVE


@dataclass(frozen=True, slots=True)
class Picture:
    """The complete content of a plot.

    Attributes:
        lines: Lines from back to front.
        number: Writes a number of the vertical axis.
        banded: Writes one that has a band, given half the width of the band; by default, as
            `number` does.
        tick: Writes a number at the vertical axis, given how far apart such numbers are.
        place: Writes a place in words, as in "Update 120".
        min_span: The vertical axis covers at least this much, so that noise stays small.
        reach: The horizontal axis goes at least from 0 to here; 0 where it begins with the lines.
        logarithmic: Whether places are drawn by their logarithm.
        within: The least and the most that a number can be; no band reaches further.
    """

    lines: Sequence[PlotLine]
    number: Callable[[float], str]
    tick: Callable[[float, float], str]
    place: Callable[[float], str] = field(default=str)
    min_span: float = 0.0
    reach: float = 0.0
    logarithmic: bool = False
    banded: Callable[[float, float], str] | None = None
    within: tuple[float, float] = (-math.inf, math.inf)

    def written(self, line: PlotLine, index: int) -> str:
        """A number of a line, with what its band says."""
        if self.banded is None or not line.band:
            return self.number(line.ys[index])
        return self.banded(line.ys[index], line.band[index])

    @property
    def curves(self) -> list[PlotLine]:
        """Lines with positions."""
        return [line for line in self.lines if not line.is_level]
