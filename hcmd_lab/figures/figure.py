"""Figure: a picture with a natural size that paints itself into a rectangle.

Windows call `paint` with the rectangle they have; files are made by `to_png`.
"""

from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from hcmd_lab.figures.application import ensure_application
from hcmd_lab.figures.text import Anchor, put_text, text_width
from hcmd_lab.figures.theme import LOSE, PAPER, SMALL, pen
from hcmd_lab.telling.translate import translate

WIDTH = 888.0
"""Natural width of a picture across the report's page, in logical pixels."""

HALF_WIDTH = 420.0
"""Natural width of one of two pictures side by side."""

MARGIN = 16.0
"""White around a picture in a file, in logical pixels."""


class Figure(Protocol):
    """A figure drawn from records."""

    @property
    def size(self) -> QSizeF:
        """Natural size in logical pixels, at which type has the sizes of `theme`."""

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle of about the natural size; the background is not painted."""


def sheet_size(figure: Figure) -> QSizeF:
    """Size of a figure including its white margin, in logical pixels."""
    return figure.size + QSizeF(2 * MARGIN, 2 * MARGIN)


def paint_sheet(painter: QPainter, figure: Figure, *, simulated: bool = False) -> None:
    """Paint a figure with its white margin, at its natural size.

    Args:
        painter: Its origin becomes the sheet's upper left corner; the paper is white already.
        figure: The picture.
        simulated: Whether to mark the picture as made from simulated participants, so that it
            cannot be mistaken once it has left the report.
    """
    size = figure.size
    figure.paint(painter, QRectF(QPointF(MARGIN, MARGIN), size))
    if simulated:
        paint_mark(painter, QPointF(MARGIN + size.width(), MARGIN + 1))


def render(figure: Figure, scale: float = 2.0, *, simulated: bool = False) -> QImage:
    """Paint a figure on white, with a margin around it.

    Args:
        figure: The picture.
        scale: Image pixels in a logical pixel; 2 is sharp on screens and on paper.
        simulated: As in `paint_sheet`.
    """
    ensure_application()
    size = sheet_size(figure)
    image = QImage(
        round(size.width() * scale), round(size.height() * scale), QImage.Format.Format_RGB32
    )
    image.fill(QColor(PAPER))
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    try:
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        paint_sheet(painter, figure, simulated=simulated)
    finally:
        painter.end()  # an image with an active painter cannot be freed
    return image


def to_png(figure: Figure, scale: float = 2.0, *, simulated: bool = False) -> bytes:
    """A figure as the bytes of a PNG file; the arguments are those of `render`."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # QImage.save accepts text at run time and bytes in its annotation; the writer has one form.
    writer = QImageWriter(buffer, QByteArray(b"PNG"))
    if not writer.write(render(figure, scale, simulated=simulated)):
        raise RuntimeError(f"the picture cannot be encoded: {writer.errorString()}")
    return bytes(buffer.data().data())


def paint_mark(painter: QPainter, right: QPointF) -> None:
    """Paint a small frame that says who played; `right` is its upper right corner."""
    text = translate("Simulated participants")
    width = text_width(text, SMALL) + 16
    frame = QRectF(right.x() - width, right.y(), width, 19)
    painter.setBrush(QColor(PAPER))
    painter.setPen(pen(LOSE))
    painter.drawRoundedRect(frame, 3, 3)
    put_text(painter, frame.center(), text, SMALL, LOSE, Anchor.CENTRE)
