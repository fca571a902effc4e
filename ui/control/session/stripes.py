"""The band that makes a pilot unmistakable: stripes and the word."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import tokens

_HEIGHT_PX = 30
_STRIPE_PX = 14


class PilotBand(QWidget):
    """A striped band that says PILOT and what that means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it; the words are its accessible name too."""
        super().__init__(parent)
        self._words = self.tr("PILOT – nothing in this session counts")
        self.setAccessibleName(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as a line of text with some room."""
        return QSize(300, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the stripes, and the words on a plate in their middle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_stripes(painter, QRectF(self.rect()))
        font = self.font()
        font.setPixelSize(14)
        font.setBold(True)
        painter.setFont(font)
        width = QFontMetricsF(font).horizontalAdvance(self._words) + 40
        plate = QRectF(0, 0, min(width, self.width()), self.height())
        plate.moveCenter(QRectF(self.rect()).center())
        painter.fillRect(plate, QColor(tokens().pilot))
        painter.setPen(QColor(tokens().pilot_ink))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self._words)


def paint_stripes(painter: QPainter, box: QRectF) -> None:
    """Fill a box with slanted stripes in the pilot's colour."""
    painter.save()
    painter.setClipRect(box)
    painter.fillRect(box, QColor(tokens().surface))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().pilot))
    left = box.left() - box.height()
    while left < box.right():
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(left, box.bottom()),
                    QPointF(left + box.height(), box.top()),
                    QPointF(left + box.height() + _STRIPE_PX, box.top()),
                    QPointF(left + _STRIPE_PX, box.bottom()),
                ]
            )
        )
        left += 2 * _STRIPE_PX
    painter.restore()
