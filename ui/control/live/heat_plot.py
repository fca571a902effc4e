"""A mechanism in one condition, with the rounds that were played under it."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg  # type: ignore[import-untyped]  # it has no stubs
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hcmd_lab.figures.head_maps import HeadMap
from hcmd_lab.figures.head_share import cell_in_words, coin_ticks
from hcmd_lab.figures.scales import ColourScale
from hcmd_lab.insight.territory import Bools
from ui.control.live.hatching import Hatching
from ui.control.live.plot import TITLE_PX, LivePlot
from ui.control.live.rounds import PaidRound

SYMBOLS = ("o", "s", "t1", "d", "t", "star")
"""Shapes of the marks, a group each; with more groups all are round."""

_INK = "#14171c"
_PAPER = "#ffffff"
_OLD_PX, _NEW_PX = 8, 14
_SMALL_OLD_PX, _SMALL_NEW_PX = 5, 10
_SMALL_PLOT_PX = 170
"""A plot less wide than this has smaller marks, so that its colours are still seen."""
_NUMBERS_PX, _NO_NUMBERS_PX = 26, 8
_MARGIN = 0.05  # marks on the edge are not clipped


class HeatPlot(LivePlot):
    """Heat map over tail and head contributions, with marks for played rounds."""

    def __init__(
        self,
        tail_endowment: int,
        *,
        numbers: bool = True,
        has_roles: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Create an empty plot for a condition.

        Args:
            tail_endowment: Coins of each tail.
            numbers: Whether the head's coins are written; beside another plot they are not.
            has_roles: Whether the game tells a head from tails.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self._has_roles = has_roles
        self.tail_endowment = tail_endowment
        self._numbers = numbers
        self._is_small = False
        self._map: HeadMap | None = None
        self._at: tuple[int, int] | None = None
        self._known: Bools | None = None
        self._image = pg.ImageItem(axisOrder="row-major")
        self._hatching = Hatching()
        self._old, self._new = pg.ScatterPlotItem(), pg.ScatterPlotItem()
        # Kept: the plotting library paints, and keeps, every mark anew for a pen it does not know.
        self._old_look = {
            "size": _OLD_PX, "brush": pg.mkBrush(20, 23, 28, 130),
            "pen": pg.mkPen(_PAPER, width=1),
        }  # fmt: skip
        self._new_look = {
            "size": _NEW_PX, "brush": pg.mkBrush(_PAPER), "pen": pg.mkPen(_INK, width=2)
        }  # fmt: skip
        # Dark on a light rim, to be visible on every colour.
        self._cross = [
            (angle, pg.InfiniteLine(angle=angle, pen=pg.mkPen(colour, width=width)))
            for colour, width in ((_PAPER, 3), (_INK, 1))
            for angle in (0, 90)
        ]
        lines = (line for _, line in self._cross)
        for item in (self._image, self._hatching, *lines, self._old, self._new):
            self.addItem(item)
        for axis in self.axes:
            axis.setTicks([[]])  # of coins, which the map brings
        self.restyle()
        self.drop_pointer()

    def show_map(self, found: HeadMap, scale: ColourScale, known: Bools | None = None) -> None:
        """Show a mechanism.

        Args:
            found: Its map.
            scale: The colours.
            known: Whether people had been seen deciding in each square when it was trained; None
                where nothing is told of it.
        """
        if found is self._map:
            return
        self._map, self._known = found, known
        rows, columns = found.cells.shape
        colours = scale.rgb(found.cells)
        self._image.setImage(colours, levels=(0, 255))
        self._hatching.show_squares(known, colours)
        self._image.setRect(QRectF(-0.5, -0.5, columns, rows))
        self.setXRange(-0.5, columns - 0.5, padding=_MARGIN)
        self.setYRange(-0.5, rows - 0.5, padding=_MARGIN)
        left, bottom = self.axes
        for axis, most, named in ((left, rows - 1, self._numbers), (bottom, columns - 1, True)):
            axis.setTicks([[(tick, f"{tick}" if named else "") for tick in coin_ticks(most)]])
        numbers_px = _NUMBERS_PX if self._numbers else _NO_NUMBERS_PX
        left.setWidth(numbers_px + (TITLE_PX if self.axis_titles[0] else 0))
        self.pointed.emit()

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Draw smaller marks on a small plot."""
        super().resizeEvent(event)
        if event is None:  # the plotting library does so while it makes the plot
            return
        is_small = event.size().width() < _SMALL_PLOT_PX
        if is_small is not self._is_small:
            self._is_small = is_small
            old_px, new_px = (_SMALL_OLD_PX, _SMALL_NEW_PX) if is_small else (_OLD_PX, _NEW_PX)
            self._old_look["size"], self._new_look["size"] = old_px, new_px
            self._old.setSize(old_px)
            self._new.setSize(new_px)

    def show_rounds(self, paid: Sequence[PaidRound], groups: Sequence[int]) -> None:
        """Mark played rounds; the latest of each group stands out.

        Args:
            paid: The rounds.
            groups: All groups of the condition, in order; they decide the shapes.
        """
        shapes = shapes_of(groups)
        old = [each for each in paid if not each.newest]
        new = [each for each in paid if each.newest]
        self._old.setData(
            x=[each.tail_mean for each in old], y=[each.contributions[0] for each in old],
            symbol=[shapes[each.group] for each in old], **self._old_look,
        )  # fmt: skip
        self._new.setData(
            x=[each.tail_mean for each in new], y=[each.contributions[0] for each in new],
            symbol=[shapes[each.group] for each in new], **self._new_look,
        )  # fmt: skip

    def pointer_in_words(self) -> str:
        """The combination at the pointer and the head's payout there."""
        if self._map is None or self._at is None:
            return ""
        head, tail_sum = self._at
        share = float(self._map.by_sum[head, tail_sum])
        mean = tail_sum / self._tails
        square = head, int(mean + 0.5)
        is_known = self._known is None or bool(self._known[square])
        return cell_in_words(
            self.tail_endowment, head, mean, share, has_roles=self._has_roles, is_known=is_known
        )

    def point_at(self, where: QPointF) -> None:
        """Put the pointer at the nearest combination of contributions."""
        if self._map is not None:
            self._point(round(where.y()), round(where.x() * self._tails))

    def step(self, right: int, up: int) -> None:
        """Move the pointer by one coin of the head, or of one tail."""
        if self._map is None:
            return
        head, tail_sum = self._at if self._at is not None else (0, 0)
        self._point(head + up, tail_sum + right)

    def drop_pointer(self) -> None:
        """Remove the pointer."""
        self._at = None
        for _, line in self._cross:
            line.hide()
        self.pointed.emit()

    @property
    def _tails(self) -> int:
        """Number of tails."""
        sums = 1 if self._map is None else self._map.by_sum.shape[1]
        return (sums - 1) // self.tail_endowment

    def _point(self, head: int, tail_sum: int) -> None:
        if self._map is None:
            return
        rows, columns = self._map.by_sum.shape
        head = int(np.clip(head, 0, rows - 1))
        tail_sum = int(np.clip(tail_sum, 0, columns - 1))
        self._at = head, tail_sum
        for angle, line in self._cross:
            line.setPos(tail_sum / self._tails if angle else head)
            line.show()
        self.pointed.emit()


def shapes_of(groups: Sequence[int]) -> dict[int, str]:
    """The shape of each group's marks."""
    if len(groups) > len(SYMBOLS):
        return dict.fromkeys(groups, SYMBOLS[0])
    return dict(zip(groups, SYMBOLS, strict=False))
