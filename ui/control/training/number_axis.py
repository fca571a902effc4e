"""An axis whose numbers have the room that they need, however small the plot is."""

from collections.abc import Callable, Sequence

import pyqtgraph as pg  # type: ignore[import-untyped]  # it has no stubs
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from hcmd_lab.figures.axes import nice_step
from ui.control.live.plot import tick_font

_APART = 1.25  # of a line's height, between the middles of two numbers above each other
_GAP_PX = 12  # between two numbers beside each other
_MOST = 6  # which tell enough
_LITTLE_MORE = 1.01
OVER_TOP_PX, OVER_RIGHT_PX = 7, 12
"""Room for the half of an axis's last number that stands beyond its end: 100%, the last update."""


class NumberAxis(pg.AxisItem):  # type: ignore[misc]  # its base has no types
    """Writes as many round numbers as do not touch each other."""

    def __init__(
        self,
        side: str,
        write: Callable[[float, float], str],
        *,
        is_whole: bool = False,
    ) -> None:
        """Create an axis.

        Args:
            side: Of the plot; as the library names it.
            write: Writes a number, given how far apart two of them are.
            is_whole: Whether there is nothing between whole numbers.
        """
        super().__init__(side)
        self._write, self._is_whole = write, is_whole

    def boundingRect(self) -> QRectF:  # noqa: N802 - the library's name
        """Also where half of its first and last number is: what is outside is not written."""
        rect: QRectF = super().boundingRect()
        if self.orientation in ("left", "right"):
            return rect.adjusted(0, -OVER_TOP_PX, 0, OVER_TOP_PX)
        return rect.adjusted(-OVER_RIGHT_PX, 0, OVER_RIGHT_PX, 0)

    def tickSpacing(  # noqa: N802 - the library's name
        self,
        minVal: float,  # noqa: N803
        maxVal: float,  # noqa: N803
        size: float,
    ) -> list[tuple[float, float]]:
        """One row of numbers, and no lines between them."""
        span = maxVal - minVal
        step = self._nice_step(span / _MOST)
        for _ in range(2):  # other steps are written at other lengths
            written = [self._write(value, step) for value in (minVal, maxVal)]
            most = min(max(1.0, size / self.room_px(written)), _MOST)
            step = max(step, self._nice_step(span / most))
        return [(step, 0.0)]

    def _nice_step(self, least: float) -> float:
        step = nice_step(least)
        while self._is_whole and not step.is_integer():  # below 1, and 2.5
            step = nice_step(step * _LITTLE_MORE)
        return step

    def tickStrings(  # noqa: N802
        self, values: Sequence[float], _scale: float, spacing: float
    ) -> list[str]:
        """The numbers in the language that is spoken."""
        return [self._write(value, spacing) for value in values]

    def room_px(self, written: Sequence[str]) -> float:
        """How far apart such numbers have to be, in logical pixels."""
        metrics = QFontMetricsF(tick_font())
        if self.orientation in ("left", "right"):
            return _APART * metrics.height()
        return max(metrics.horizontalAdvance(text) for text in written) + _GAP_PX


def thinned(places: Sequence[float], most: int) -> list[float]:
    """At most so many of the places, the first one among them, evenly apart."""
    every = max(1, -(-len(places) // max(1, most)))
    return list(places[::every])
