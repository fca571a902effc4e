"""Draws a coin."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def paint_coin(painter: QPainter, centre: QPointF, diameter_px: float, colour: str) -> None:
    """Paint a coin: a disc with a darker rim and an inner ring, readable without its colour.

    Args:
        painter: The painter; antialiasing is switched on.
        centre: Centre of the coin.
        diameter_px: Logical pixels.
        colour: Colour of its face.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    face = QColor(colour)
    rim = face.darker(128)
    inset = max(0.5, diameter_px * 0.04)
    disc = QRectF(0, 0, diameter_px, diameter_px)
    disc.moveCenter(centre)
    disc.adjust(inset, inset, -inset, -inset)
    painter.setPen(QPen(rim, 2 * inset))
    painter.setBrush(face)
    painter.drawEllipse(disc)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(face.lighter(135), max(1.0, diameter_px * 0.05)))
    ring = diameter_px * 0.2
    painter.drawEllipse(disc.adjusted(ring, ring, -ring, -ring))
    painter.restore()


def paint_empty_place(painter: QPainter, centre: QPointF, diameter_px: float, colour: str) -> None:
    """Paint the empty slot of a coin that has moved elsewhere."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), max(1.0, diameter_px * 0.05))
    pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    disc = QRectF(0, 0, diameter_px * 0.86, diameter_px * 0.86)
    disc.moveCenter(centre)
    painter.drawEllipse(disc)
    painter.restore()
