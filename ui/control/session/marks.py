"""The small marks of the station grid, distinguished by shape as well as colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

MARK_PX = 12
"""Width and height of a mark."""


def paint_link(painter: QPainter, box: QRectF, colour: str, *, connected: bool) -> None:
    """Paint a full disc for a connection; a crossed ring for a lost one."""
    inner = box.adjusted(1.5, 1.5, -1.5, -1.5)
    if connected:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(inner.adjusted(1, 1, -1, -1))
        return
    painter.setPen(QPen(QColor(colour), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)
    painter.drawLine(inner.bottomLeft(), inner.topRight())


def paint_pause(painter: QPainter, box: QRectF, colour: str) -> None:
    """Paint two bars."""
    bar = QRectF(box.left() + 2, box.top() + 1, 3, box.height() - 2)
    painter.fillRect(bar, QColor(colour))
    painter.fillRect(bar.translated(5, 0), QColor(colour))


def paint_arrow(painter: QPainter, box: QRectF, colour: str, *, leftwards: bool = False) -> None:
    """Paint a triangle that points against the writing direction or along it."""
    tip, tail = box.right() - 2, box.left() + 2
    if leftwards:
        tip, tail = tail, tip
    shape = QPolygonF(
        [
            QPointF(tail, box.top() + 1),
            QPointF(tip, box.center().y()),
            QPointF(tail, box.bottom() - 1),
        ]
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(shape)


def paint_hand(painter: QPainter, box: QRectF, colour: str) -> None:
    """Paint an exclamation mark in a disc: somebody is calling."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(box)
    stroke = QRectF(box.center().x() - 1, box.top() + 2.5, 2, 4.5)
    painter.fillRect(stroke, QColor("white"))
    painter.fillRect(QRectF(stroke.left(), box.bottom() - 4, 2, 2), QColor("white"))


def paint_letter(painter: QPainter, box: QRectF, colour: str) -> None:
    """Paint an envelope: an unread message."""
    sheet = box.adjusted(0.5, 2, -0.5, -2)
    painter.setPen(QPen(QColor(colour), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(sheet)
    fold = QPointF(sheet.center().x(), sheet.center().y() + 1)
    painter.drawPolyline(QPolygonF([sheet.topLeft(), fold, sheet.topRight()]))


def paint_chip(painter: QPainter, box: QRectF, text: str, ink: str, fill: str, font: QFont) -> None:
    """Paint a word on a small coloured plate."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def paint_time(painter: QPainter, box: QRectF, share: float, ink: str, track: str) -> None:
    """Paint a bar that empties towards the leading end."""
    painter.fillRect(box, QColor(track))
    left = QRectF(box)
    left.setWidth(box.width() * share)
    if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        left.moveRight(box.right())
    painter.fillRect(left, QColor(ink))
