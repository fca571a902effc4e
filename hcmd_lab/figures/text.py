"""Text in pictures: anchored, measured, elided."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from hcmd_lab.figures.theme import INK, LABEL, TextStyle, font

_FAR = 4000.0
"""Longer than any line of text, in logical pixels."""


class Anchor(Enum):
    """The point of the text that is at the given position."""

    LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
    RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    TOP = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    BOTTOM = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom


def put_text(
    painter: QPainter,
    at: QPointF,
    text: str,
    style: TextStyle = LABEL,
    colour: str = INK,
    anchor: Anchor = Anchor.LEFT,
) -> None:
    """Write one line of text."""
    flags = anchor.value
    left, top = at.x() - _FAR / 2, at.y() - _FAR / 2
    if flags & Qt.AlignmentFlag.AlignLeft:
        left = at.x()
    elif flags & Qt.AlignmentFlag.AlignRight:
        left = at.x() - _FAR
    if flags & Qt.AlignmentFlag.AlignTop:
        top = at.y()
    elif flags & Qt.AlignmentFlag.AlignBottom:
        top = at.y() - _FAR
    painter.setFont(font(style))
    painter.setPen(QColor(colour))
    painter.drawText(QRectF(left, top, _FAR, _FAR), int(flags), text)


def put_upright(
    painter: QPainter, at: QPointF, text: str, style: TextStyle = LABEL, colour: str = INK
) -> None:
    """Write one line reading from bottom to top, centred on a point."""
    painter.save()
    painter.translate(at)
    painter.rotate(-90)
    put_text(painter, QPointF(0, 0), text, style, colour, Anchor.CENTRE)
    painter.restore()


def text_width(text: str, style: TextStyle = LABEL) -> float:
    """Width of a line of text in logical pixels."""
    return QFontMetricsF(font(style)).horizontalAdvance(text)


def shortened(text: str, style: TextStyle, width: float) -> str:
    """The text, or its beginning with an ellipsis if it does not fit."""
    return QFontMetricsF(font(style)).elidedText(text, Qt.TextElideMode.ElideRight, width)


def wrapped(text: str, style: TextStyle, width: float) -> list[str]:
    """The text in lines that fit, as far as single words do; none of an empty text."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, style) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
