"""Hatching over the squares of a plotted map, as pictures have it."""

import numpy as np
import pyqtgraph as pg  # type: ignore[import-untyped]  # it has no stubs
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from hcmd_lab.figures.unknown import paint_unknown
from hcmd_lab.insight.territory import Bools


class Hatching(pg.GraphicsObject):  # type: ignore[misc]  # it has no stubs
    """Item whose squares lie around whole coins, as those of the map below it."""

    def __init__(self) -> None:
        """Hatch nothing."""
        super().__init__()
        self._known: Bools | None = None
        self._colours = np.empty((0, 0, 3), np.uint8)

    def show_squares(self, known: Bools | None, colours: NDArray[np.uint8]) -> None:
        """Hatch the squares `[rows, columns]` that are not known, over colours `[..., 3]`."""
        self.prepareGeometryChange()
        self._known, self._colours = known, colours
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """All squares, in coins."""
        rows, columns = self._colours.shape[:2]
        return QRectF(-0.5, -0.5, columns, rows)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint in pixels: the lines are as far apart in every map."""
        if self._known is None:
            return
        area = painter.worldTransform().mapRect(self.boundingRect())
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_unknown(painter, area, self._known, self._colours)
        painter.restore()
