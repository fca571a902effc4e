"""Who gets the fund: one small heat map per tail endowment, as in the paper's Fig. 5."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hcmd_lab.figures.layout import panels
from hcmd_lab.figures.scales import share_of_head
from hcmd_lab.telling.numbers import percent, whole
from hcmd_lab.telling.translate import translate
from ui.look import SPACE, tokens
from ui.look.style import body_font

Grid = Sequence[Sequence[float]]
"""The head's share: rows by its own coins, columns by the tails' mean coins."""

_TEXT_PX = 12
_LEFT, _TOP, _BOTTOM = 44.0, 20.0, 38.0
_TICKS = 20.0
_LEAST = QSize(560, 134)


class HeatStrip(QWidget):
    """Heat maps side by side; the mouse tells their numbers."""

    def __init__(self, equal_share: float, parent: QWidget | None = None) -> None:
        """Make it empty.

        Args:
            equal_share: One divided by the number of seats.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self._scale = share_of_head(equal_share)
        self._grids: dict[int, NDArray[np.float64]] = {}
        self._images: dict[int, QImage] = {}
        font = body_font()
        font.setPixelSize(_TEXT_PX)
        self.setFont(font)
        self.setMinimumSize(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translate("Share of the fund that the head gets"))

    def show_grids(self, grids: Mapping[int, Grid | NDArray[np.float64]]) -> None:
        """Show a mechanism by tail endowment."""
        found = {tail: np.asarray(grid, dtype=np.float64) for tail, grid in grids.items()}
        if found.keys() == self._grids.keys() and all(
            np.array_equal(grid, self._grids[tail]) for tail, grid in found.items()
        ):
            return
        self._grids = found
        self._images = {tail: self._image(grid) for tail, grid in found.items()}
        self.setAccessibleDescription(
            "; ".join(self._in_words(tail, *_corner(grid)) for tail, grid in found.items())
        )
        self.update()

    @property
    def grids(self) -> Mapping[int, NDArray[np.float64]]:
        """What is shown."""
        return self._grids

    def areas(self) -> list[QRectF]:
        """Where the maps are painted."""
        area = QRectF(self.rect()).adjusted(_LEFT, _TOP, -2, -_BOTTOM)
        return panels(area, 1, max(1, len(self._grids)), SPACE[5], 0)

    def words_at(self, at: QPointF) -> str:
        """What a place shows; empty beside the maps."""
        for (tail, grid), area in zip(self._grids.items(), self.areas(), strict=False):
            if area.contains(at):
                rows, columns = grid.shape
                column = min(columns - 1, int((at.x() - area.left()) / area.width() * columns))
                row = min(rows - 1, int((area.bottom() - at.y()) / area.height() * rows))
                return self._in_words(tail, row, column)
        return ""

    def event(self, event: QEvent) -> bool:
        """Tell a number where the mouse rests."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.words_at(QPointF(event.pos()))
            if words:
                QToolTip.showText(self.mapToGlobal(event.pos() + QPoint(8, 8)), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the maps with their axes."""
        if not self._grids:
            return
        painter = QPainter(self)
        for number, (tail, area) in enumerate(zip(self._grids, self.areas(), strict=True)):
            self._paint_map(painter, tail, area, first=number == 0)
        painter.setPen(QColor(tokens().muted))
        below = QRectF(0, self.height() - 17, self.width(), 17)
        words = translate("Coins that the tails put in, on average")
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)
        painter.save()
        painter.translate(8, (self.height() + _TOP - _BOTTOM) / 2)
        painter.rotate(-90)
        painter.drawText(
            QRectF(-100, -8, 200, 16), Qt.AlignmentFlag.AlignCenter, translate("Coins of the head")
        )
        painter.restore()
        painter.end()

    def _paint_map(self, painter: QPainter, tail: int, area: QRectF, *, first: bool) -> None:
        colours = tokens()
        rows, columns = self._grids[tail].shape
        painter.drawImage(area, self._images[tail])
        painter.setPen(QColor(colours.edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(colours.ink))
        heading = QRectF(area.left() - 10, 0, area.width() + 20, _TOP - 2)
        words = translate("Tails have {coins}", coins=whole(tail))
        painter.drawText(heading, Qt.AlignmentFlag.AlignCenter, words)
        painter.setFont(self.font())
        painter.setPen(QColor(colours.muted))
        for column in (0, columns - 1):
            x = area.left() + (column + 0.5) / columns * area.width()
            place = QRectF(x - 15, area.bottom() + 2, 30, 16)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, whole(column))
        if first:
            for row in (0, rows - 1):
                y = area.bottom() - (row + 0.5) / rows * area.height()
                place = QRectF(area.left() - _TICKS - 5, y - 8, _TICKS, 16)
                flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(place, flags, whole(row))

    def _image(self, grid: NDArray[np.float64]) -> QImage:
        """One pixel a cell, the head's largest contribution on top."""
        rgb = np.ascontiguousarray(self._scale.rgb(grid[::-1]))
        height, width, _ = rgb.shape
        # Each line of an image is read from its own multiple of four bytes.
        image = QImage(rgb.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
        return image.copy()

    def _in_words(self, tail: int, head_coins: int, tail_coins: int) -> str:
        text = translate(
            "Tails have {endowment}: the head puts in {head}, the tails {tails} on average; "
            "the head gets {share}"
        )
        return text.format(
            endowment=whole(tail),
            head=whole(head_coins),
            tails=whole(tail_coins),
            share=percent(float(self._grids[tail][head_coins, tail_coins])),
        )


def _corner(grid: NDArray[np.float64]) -> tuple[int, int]:
    """The cell where everybody puts in everything."""
    return grid.shape[0] - 1, grid.shape[1] - 1
