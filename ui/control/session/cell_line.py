"""One line of a painted cell, filled from both ends."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

_SPACE_PX = 6
_SMALLEST_PX = 11


class CellLine:
    """Space in a line, allocated from the leading end (the right in right-to-left languages).

    Attributes:
        painter: Paints into it.
        is_rtl: Whether writing runs to the left.
        height_px: Height of the line.
    """

    def __init__(
        self, box: QRectF, pad_px: float, top_px: float, painter: QPainter, height_px: float = 20
    ) -> None:
        """Create a line inside a box, with padding at both ends."""
        self.painter = painter
        self.height_px = height_px
        self.is_rtl = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._room = QRectF(box.left() + pad_px, top_px, box.width() - 2 * pad_px, height_px)

    def take(self, width_px: float) -> QRectF:
        """Allocate the next place from the leading end."""
        return self._take(width_px, from_right=self.is_rtl)

    def take_from_end(self, width_px: float) -> QRectF:
        """Allocate the next place from the trailing end."""
        return self._take(width_px, from_right=not self.is_rtl)

    def fits(self, words: str, font: QFont) -> bool:
        """Whether a text has room, shrunk if need be."""
        smallest = _fitting(words, font, self._room.width())
        return QFontMetricsF(smallest).horizontalAdvance(words) <= self._room.width()

    def text(self, words: str, font: QFont, colour: str) -> None:
        """Write text at the leading end, shrunk or elided if it does not fit."""
        if words and self._room.width() > 0:
            font = _fitting(words, font, self._room.width())
            metrics = QFontMetricsF(font)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self._room.width())
            self._draw(self.take(metrics.horizontalAdvance(shown) + 1), shown, font, colour)

    def text_from_end(self, words: str, font: QFont, colour: str) -> None:
        """Write text at the trailing end."""
        if words:
            width = QFontMetricsF(font).horizontalAdvance(words) + 1
            self._draw(self.take_from_end(width), words, font, colour)

    def _draw(self, place: QRectF, words: str, font: QFont, colour: str) -> None:
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _take(self, width_px: float, *, from_right: bool) -> QRectF:
        width_px = min(width_px, max(0.0, self._room.width()))
        place = QRectF(self._room)
        place.setWidth(width_px)
        if from_right:
            place.moveRight(self._room.right())
            self._room.adjust(0, 0, -width_px - _SPACE_PX, 0)
        else:
            self._room.adjust(width_px + _SPACE_PX, 0, 0, 0)
        return place


def _fitting(words: str, font: QFont, width_px: float) -> QFont:
    """The font, or the largest smaller readable one in which the text fits."""
    fitting = QFont(font)
    for size_px in range(font.pixelSize(), min(font.pixelSize(), _SMALLEST_PX) - 1, -1):
        fitting.setPixelSize(size_px)
        if QFontMetricsF(fitting).horizontalAdvance(words) <= width_px:
            break
    return fitting
