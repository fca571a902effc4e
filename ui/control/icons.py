"""Icons of panels and buttons, drawn in one stroke width on a 24-pixel grid."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

ICON_PX = 18
"""Of an icon in a button."""

GRID = 24.0
_SCALE = 2  # sharp on screens with twice the pixels

_Point: TypeAlias = tuple[float, float]
Strokes: TypeAlias = tuple[tuple[tuple[_Point, ...], ...], tuple[float, float, float] | None]
"""Lines, and a circle by its centre and its radius."""


class Icon(StrEnum):
    """An icon of a button, by what the button does."""

    RESET = "reset"
    FOLDER = "folder"
    DUPLICATE = "duplicate"
    DELETE = "delete"
    PREVIEW = "preview"
    GROUPS = "groups"
    EXPLAIN = "explain"
    IMPORT = "import"
    EXPORT = "export"
    CHECK = "check"
    PRIVACY = "privacy"
    REPORT = "report"
    RUN = "run"
    PAUSE = "pause"
    CANCEL = "cancel"
    EDIT = "edit"
    ADD = "add"


_STROKES: dict[Icon, Strokes] = {
    Icon.RESET: (
        (
            ((4, 4), (4, 9), (9, 9)),
            ((4, 9), (6, 6.6), (9, 5), (12, 4.5), (15.5, 5.3), (18.3, 7.6), (19.5, 11),
             (19.2, 14), (17.5, 17), (14.8, 19), (11.5, 19.5), (8, 18.5)),
        ),
        None,
    ),
    Icon.FOLDER: ((((3, 19), (3, 5), (9, 5), (11, 8), (21, 8), (21, 19), (3, 19)),), None),
    Icon.DUPLICATE: (
        (((9, 9), (20, 9), (20, 20), (9, 20), (9, 9)),
         ((5, 15), (4, 15), (4, 4), (15, 4), (15, 5))),
        None,
    ),
    Icon.DELETE: (
        (((4, 6.5), (20, 6.5)), ((9, 6.5), (9, 3.5), (15, 3.5), (15, 6.5)),
         ((6, 6.5), (7, 20.5), (17, 20.5), (18, 6.5)), ((10, 10.5), (10.3, 16.5)),
         ((14, 10.5), (13.7, 16.5))),
        None,
    ),
    Icon.PREVIEW: (
        (((2, 12), (6, 7.5), (12, 5.5), (18, 7.5), (22, 12), (18, 16.5), (12, 18.5), (6, 16.5),
          (2, 12)),),
        (12, 12, 2.8),
    ),
    Icon.GROUPS: (
        (((3, 20), (3, 17.5), (6, 14.5), (12, 14.5), (15, 17.5), (15, 20)),
         ((16, 4.5), (18.5, 6), (18.5, 9.5), (16, 11)), ((18, 14.5), (21, 17.5), (21, 20))),
        (9, 7.7, 3.7),
    ),
    Icon.EXPLAIN: (
        (((9.4, 9.4), (10.2, 7.6), (12, 7), (14, 7.8), (14.5, 9.8), (13.3, 11.4), (12, 12.4),
          (12, 14)), ((12, 17), (12, 17.2))),
        (12, 12, 9),
    ),
    Icon.IMPORT: (
        (((12, 3), (12, 15)), ((7.5, 10.5), (12, 15), (16.5, 10.5)),
         ((4, 15), (4, 20), (20, 20), (20, 15))),
        None,
    ),
    Icon.EXPORT: (
        (((12, 15), (12, 3)), ((7.5, 7.5), (12, 3), (16.5, 7.5)),
         ((4, 15), (4, 20), (20, 20), (20, 15))),
        None,
    ),
    Icon.CHECK: ((((7.5, 12.3), (10.8, 15.5), (16.5, 9)),), (12, 12, 9)),
    Icon.PRIVACY: (
        (((5, 11), (19, 11), (19, 20.5), (5, 20.5), (5, 11)),
         ((8, 11), (8, 7), (9.5, 4.5), (12, 3.5), (14.5, 4.5), (16, 7), (16, 11))),
        None,
    ),
    Icon.REPORT: (
        (((5, 3), (14, 3), (19, 8), (19, 21), (5, 21), (5, 3)), ((14, 3), (14, 8), (19, 8)),
         ((8.5, 13), (15.5, 13)), ((8.5, 17), (15.5, 17))),
        None,
    ),
    Icon.RUN: ((((8, 5), (19, 12), (8, 19), (8, 5)),), None),
    Icon.PAUSE: ((((8, 5), (8, 19)), ((16, 5), (16, 19))), None),
    Icon.CANCEL: ((((6, 6), (18, 18)), ((18, 6), (6, 18))), None),
    Icon.EDIT: (
        (((4, 20), (5, 15), (16, 4), (20, 8), (9, 19), (4, 20)), ((13, 7), (17, 11))), None
    ),
    Icon.ADD: ((((12, 5), (12, 19)), ((5, 12), (19, 12))), None),
}  # fmt: skip


def icon_strokes(icon: Icon) -> Strokes:
    """What the icon of a button is drawn with."""
    return _STROKES[icon]


def stroke_icon(strokes: Strokes, colour: str, disabled: str, *, beside_px: int = 0) -> QIcon:
    """An icon for a button.

    Args:
        strokes: What it is drawn with.
        colour: Where the button can be pressed.
        disabled: Where it cannot.
        beside_px: Empty space on either side, where a text follows.
    """
    icon = QIcon()
    icon.addPixmap(_painted(strokes, colour, beside_px), QIcon.Mode.Normal)
    icon.addPixmap(_painted(strokes, disabled, beside_px), QIcon.Mode.Disabled)
    return icon


def _painted(strokes: Strokes, colour: str, beside_px: int) -> QPixmap:
    pixmap = QPixmap(QSize(ICON_PX + 2 * beside_px, ICON_PX) * _SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(beside_px * _SCALE, 0)
    painter.scale(pixmap.height() / GRID, pixmap.height() / GRID)
    painter.setPen(_pen(colour, 1.9))
    lines, circle = strokes
    for line in lines:
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))
    if circle is not None:
        x, y, radius = circle
        painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.end()
    pixmap.setDevicePixelRatio(_SCALE)
    return pixmap


def _pen(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def paint_icon(painter: QPainter, name: str, place: QRectF, colour: str) -> None:
    """Paint a panel's icon.

    Args:
        painter: The painter.
        name: `study`, `session`, `live`, `training`, `data` or `mechanisms`.
        place: A square.
        colour: Colour of its lines.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / GRID, place.height() / GRID)
    painter.setPen(_pen(colour, 1.7))
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


def _mechanisms(painter: QPainter) -> None:
    """Paint scales: one division against another."""
    painter.drawLine(QPointF(12, 4), QPointF(12, 20))
    painter.drawLine(QPointF(7.5, 20), QPointF(16.5, 20))
    painter.drawLine(QPointF(4.5, 6.5), QPointF(19.5, 6.5))
    for x in (4.8, 19.2):
        painter.drawPolyline([QPointF(x - 3, 13), QPointF(x, 6.5), QPointF(x + 3, 13)])
        painter.drawArc(QRectF(x - 3, 10.6, 6, 4.8), 180 * 16, 180 * 16)


_SIGNS: dict[str, Callable[[QPainter], None]] = {
    "study": _study,
    "session": _session,
    "live": _live,
    "training": _training,
    "data": _data,
    "mechanisms": _mechanisms,
}
