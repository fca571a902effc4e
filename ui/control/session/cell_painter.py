"""Paints the cells of the station grid."""

from typing import assert_never

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.control.session.cell_line import CellLine
from ui.control.session.cell_parts import CellFonts, paint_dashes, paint_role
from ui.control.session.cells import Cell, EmptyCell, GroupCell, HeadingCell, StationCell
from ui.control.session.density import PAD_PX, Density
from ui.control.session.group_painter import GroupPainter, paint_bar
from ui.control.session.station_painter import StationPainter
from ui.look import tokens


class CellPainter:
    """Paints the cells of the grid; what changes every second is painted separately."""

    def __init__(self) -> None:
        """Prepare the fonts."""
        self._fonts = CellFonts()
        self._stations = StationPainter(self._fonts)
        self._groups = GroupPainter(self._fonts)

    def paint(self, painter: QPainter, box: QRectF, cell: Cell, *, selected: bool) -> None:
        """Paint a cell into a box."""
        match cell:
            case StationCell():
                self._stations.paint(painter, box, cell, selected=selected)
            case GroupCell():
                self._groups.paint(painter, box, cell, selected=selected)
            case EmptyCell(words=""):
                pass
            case EmptyCell(words=words):
                paint_dashes(painter, box)
                pad = PAD_PX[Density.of_height(box.height())]
                line = CellLine(box, pad, box.center().y() - 10, painter)
                paint_role(line, cell, self._fonts.tiny_strong)
                line.text(words, self._fonts.body, tokens().muted)
            case HeadingCell():
                self._paint_heading(painter, box, cell)
            case _:
                assert_never(cell)

    def paint_time(self, painter: QPainter, box: QRectF, share: float | None, time: str) -> None:
        """Paint the time left on a page: a bar at the bottom, and the time in words."""
        if share is not None:
            paint_bar(painter, box, share)
        self._groups.paint_time(painter, box, time)

    def _paint_heading(self, painter: QPainter, box: QRectF, cell: HeadingCell) -> None:
        density = Density.of_height(box.height())
        pad = PAD_PX[density]
        strip = density is Density.STRIP
        top, step = (box.center().y() - 16, 15) if strip else (box.top() + pad, 20)
        line = CellLine(box, pad, top, painter, step)
        line.text(cell.title, self._fonts.strong, tokens().ink)
        line = CellLine(box, pad, top + step, painter, step)
        line.text(cell.note, self._fonts.tiny, tokens().muted)
