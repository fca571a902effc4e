"""Paints the pages of a PDF in memory."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageLayout, QPainter, QPdfWriter

from hcmd_lab.figures.application import ensure_application

DOTS_PER_INCH = 300


def painted_pdf(
    title: str, layout: QPageLayout, paint: Callable[[QPdfWriter, QPainter], None]
) -> bytes:
    """The bytes of a PDF.

    Args:
        title: Title in the PDF's properties.
        layout: Layout of its pages.
        paint: Paints the pages; `newPage` of the writer begins another one.
    """
    ensure_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("HCMD Lab")
    writer.setPageLayout(layout)
    writer.setResolution(DOTS_PER_INCH)
    painter = QPainter(writer)
    try:
        paint(writer, painter)
    finally:
        painter.end()  # a writer with an active painter cannot be freed
    return bytes(buffer.data().data())
