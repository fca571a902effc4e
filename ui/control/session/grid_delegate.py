"""Delegate that paints the station grid.

Text is slow to paint and seldom changes, the time left is quick and changes every second. So each
cell is painted once without its time into a picture, which is kept until something else changes.
"""

from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.control.session.cell_painter import CellPainter
from ui.control.session.cells import Cell, GroupCell, StationCell
from ui.control.session.density import GAP_PX, Density
from ui.control.session.grid_model import CELL_ROLE
from ui.look import tokens
from ui.look.tokens import is_dark

_MAX_PICTURES = 120

_Look: TypeAlias = tuple[QSize, float, Qt.LayoutDirection, bool, bool]


class GridDelegate(QStyledItemDelegate):
    """Paints group lines and stations by their `Cell`."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with an empty cache of pictures."""
        super().__init__(parent)
        self._cells = CellPainter()
        self._pictures: dict[tuple[Cell, _Look], QPixmap] = {}
        # One for all pictures: Qt's bindings lose references to None with each new one painted on.
        self._canvas = QPixmap()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        cell: Cell = index.data(CELL_ROLE)
        state: QStyle.StateFlag = option.state
        gap_px = GAP_PX[Density.of_height(option.rect.height())]
        box = option.rect.adjusted(gap_px, gap_px, -gap_px, -gap_px)
        share, time = None, ""
        if isinstance(cell, GroupCell):
            share, time, cell = cell.share, cell.time, replace(cell, share=None, time="")
        elif isinstance(cell, StationCell):
            share, cell = cell.share, replace(cell, share=None)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        look = (
            box.size(), painter.device().devicePixelRatioF(), option.direction, selected, is_dark()
        )  # fmt: skip
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.drawPixmap(QPointF(box.topLeft()), self._picture(cell, look))
        self._cells.paint_time(painter, QRectF(box), share, time)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens().ink), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(box).adjusted(3, 3, -3, -3), 5, 5)
        painter.restore()

    def _picture(self, cell: Cell, look: _Look) -> QPixmap:
        key = (cell, look)
        picture = self._pictures.pop(key, None) or self._paint_picture(cell, look)
        self._pictures[key] = picture  # at the end, so that the least recently used one is first
        if len(self._pictures) > _MAX_PICTURES:
            del self._pictures[next(iter(self._pictures))]
        return picture

    def _paint_picture(self, cell: Cell, look: _Look) -> QPixmap:
        size, scale, direction, selected, _ = look
        pixels = size * scale
        room = self._canvas.size().expandedTo(pixels)
        if room != self._canvas.size():
            self._canvas = QPixmap(room)
        self._canvas.setDevicePixelRatio(scale)
        self._canvas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._canvas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(direction)
        self._cells.paint(painter, QRectF(QPointF(), size), cell, selected=selected)
        painter.end()
        return self._canvas.copy(QRect(QPoint(), pixels))
