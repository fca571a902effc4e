"""Panel icons, drawn in one stroke width on a 24-pixel grid."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

GRID = 24.0


def paint_icon(painter: QPainter, name: str, place: QRectF, colour: str) -> None:
    """Paint a panel's icon.

    Args:
        painter: The painter.
        name: `study`, `session`, `live`, `training` or `data`.
        place: A square.
        colour: Colour of its lines.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / GRID, place.height() / GRID)
    pen = QPen(QColor(colour), 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SIGNS[name](painter)
    painter.restore()


def _study(painter: QPainter) -> None:
    """Paint a loop with an arrow: the study goes round."""
    painter.drawArc(QRectF(4, 4, 16, 16), 50 * 16, 290 * 16)
    painter.drawPolyline([QPointF(17.6, 1.8), QPointF(17.4, 6.2), QPointF(13.0, 6.0)])
    painter.setBrush(painter.pen().color())
    painter.drawEllipse(QPointF(12, 12), 1.6, 1.6)


def _session(painter: QPainter) -> None:
    """Paint four seats around a table."""
    painter.drawRoundedRect(QRectF(8.5, 8.5, 7, 7), 1.5, 1.5)
    for x, y in ((12, 3.6), (20.4, 12), (12, 20.4), (3.6, 12)):
        painter.drawEllipse(QPointF(x, y), 1.9, 1.9)


def _live(painter: QPainter) -> None:
    """Paint a curve over an axis."""
    painter.drawPolyline([QPointF(3.5, 3.5), QPointF(3.5, 20.5), QPointF(20.5, 20.5)])
    painter.drawPolyline([QPointF(7, 15.5), QPointF(11, 10), QPointF(14.5, 13), QPointF(20, 5.5)])


def _training(painter: QPainter) -> None:
    """Paint layers of nodes joined by lines."""
    left, right = (6.0, 18.0), (4.5, 12.0, 19.5)
    for y_left in left:
        for y in right:
            painter.drawLine(QPointF(6.6, y_left), QPointF(15.8, y))
    painter.setBrush(painter.pen().color())
    for y_left in left:
        painter.drawEllipse(QPointF(5, y_left), 1.8, 1.8)
    for y in right:
        painter.drawEllipse(QPointF(18.2, y), 1.8, 1.8)


def _data(painter: QPainter) -> None:
    """Paint a stack of discs."""
    body = QPainterPath()
    body.moveTo(4.5, 5.5)
    body.lineTo(4.5, 18.5)
    body.arcTo(QRectF(4.5, 15.5, 15, 6), 180, 180)
    body.lineTo(19.5, 5.5)
    painter.drawPath(body)
    painter.drawEllipse(QRectF(4.5, 2.5, 15, 6))
    painter.drawArc(QRectF(4.5, 9, 15, 6), 180 * 16, 180 * 16)


_SIGNS: dict[str, Callable[[QPainter], None]] = {
    "study": _study,
    "session": _session,
    "live": _live,
    "training": _training,
    "data": _data,
}
