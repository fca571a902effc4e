"""The parts of a printed report as pieces: text, notes, pictures.

A page is measured in the pixels of the pictures, so that a picture of full width fills the column
at its natural size; all type sizes are in these pixels.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from hcmd_lab.figures.figure import WIDTH
from hcmd_lab.figures.report.pdf_flow import Piece
from hcmd_lab.figures.report.report_pictures import Picture
from hcmd_lab.figures.theme import INK, MUTED, TextStyle, font

BODY = TextStyle(17)
CAPTION = TextStyle(14)
SECTION = TextStyle(25, QFont.Weight.Bold)

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
_TALL = 100_000.0
_LEADING = 1.0
_TERM = 130.0
_BETWEEN = 48.0


def text_height(text: str, style: TextStyle, width: float) -> float:
    """Height of wrapped text."""
    box = QRectF(0, 0, width, _TALL)
    return QFontMetricsF(font(style)).boundingRect(box, int(_WRAPPED), text).height() + _LEADING


def put_wrapped(
    painter: QPainter,
    rect: QRectF,
    text: str,
    style: TextStyle,
    colour: str = INK,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Write text on as many lines as it needs."""
    painter.setFont(font(style))
    painter.setPen(QColor(colour))
    painter.drawText(rect, int(_WRAPPED | align), text)


def words(
    text: str,
    style: TextStyle = BODY,
    colour: str = INK,
    *,
    space: float = 12.0,
    keeps_next: bool = False,
    width: float = WIDTH,
) -> Piece:
    """A paragraph or a heading."""

    def paint(painter: QPainter, rect: QRectF) -> None:
        put_wrapped(painter, rect, text, style, colour)

    return Piece(text_height(text, style, width), paint, space, keeps_next)


def notes(entries: Sequence[tuple[str, str]]) -> list[Piece]:
    """Terms at the left with their explanations next to them."""
    return [_note(term, meaning) for term, meaning in entries]


def _note(term: str, meaning: str) -> Piece:
    bold = TextStyle(CAPTION.size_px, QFont.Weight.Bold)

    def paint(painter: QPainter, rect: QRectF) -> None:
        put_wrapped(painter, rect, term, bold)
        put_wrapped(painter, rect.adjusted(_TERM, 0, 0, 0), meaning, CAPTION, MUTED)

    return Piece(text_height(meaning, CAPTION, WIDTH - _TERM), paint, space=5.0)


def illustration(pictures: Sequence[Picture], room: float) -> Piece:
    """One figure, or two side by side, each with its caption below.

    Args:
        pictures: One or two figures.
        room: Height of a page's column; a higher picture is made smaller.
    """
    width = (WIDTH - _BETWEEN * (len(pictures) - 1)) / len(pictures)
    captions = max(text_height(picture.caption, CAPTION, width) for picture in pictures) + 12
    high = max(picture.figure.size.height() for picture in pictures)
    scale = min(1.0, (room - captions) / high)

    def paint(painter: QPainter, rect: QRectF) -> None:
        for number, picture in enumerate(pictures):
            at = rect.topLeft() + QPointF(number * (width + _BETWEEN), 0)
            _paint_picture(painter, at, picture, scale)
            below = QRectF(at + QPointF(0, high * scale + 12), QSizeF(width, captions))
            put_wrapped(painter, below, picture.caption, CAPTION, MUTED)

    return Piece(high * scale + captions, paint, space=22.0)


def _paint_picture(painter: QPainter, at: QPointF, picture: Picture, scale: float) -> None:
    painter.save()
    painter.translate(at)
    painter.scale(scale, scale)
    picture.figure.paint(painter, QRectF(QPointF(), picture.figure.size))
    painter.restore()
