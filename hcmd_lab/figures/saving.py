"""Saves a picture as a file: PNG for slides, SVG and PDF for print."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.figures.application import ensure_application
from hcmd_lab.figures.figure import Figure, paint_sheet, sheet_size, to_png
from hcmd_lab.figures.theme import PAPER
from hcmd_lab.files import PUBLIC, atomic_write
from hcmd_lab.system_faults import reason_of, remedy_of

PNG_SCALE = 3.0
"""Pixels in a logical pixel: 288 dots per inch where a logical pixel is 1/96 inch."""

PDF_RESOLUTION = 1200
"""Dots per inch of the grid that Qt rounds a PDF's lines to."""

_POINTS_IN_PX = 72 / 96
_EXACT = QPageSize.SizeMatchPolicy.ExactMatch


def save_picture(figure: Figure, path: Path, *, simulated: bool = False) -> None:
    """Save a figure atomically.

    Args:
        figure: The picture.
        path: Ends in one of `SUFFIXES`, which says what is written.
        simulated: Whether to mark it as made from simulated participants.

    Raises:
        UsageError: The name ends otherwise.
        OperatorError: The file cannot be written.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(
            "The file name {name} has no known extension; use one of {endings}.",
            name=path.name,
            endings=", ".join(SUFFIXES),
        )
    data = SUFFIXES[path.suffix.lower()](figure, simulated)
    try:
        atomic_write(path, data, PUBLIC)
    except OSError as error:
        raise OperatorError(
            "The figure cannot be written to {path} ({reason}); {remedy}, or choose another "
            "folder.",
            path=path,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error


def _png(figure: Figure, simulated: bool) -> bytes:
    return to_png(figure, PNG_SCALE, simulated=simulated)


def _pdf(figure: Figure, simulated: bool) -> bytes:
    ensure_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    size = sheet_size(figure)
    page = QPageSize(size * _POINTS_IN_PX, QPageSize.Unit.Point, "", _EXACT)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setResolution(PDF_RESOLUTION)
    painter = QPainter(writer)
    try:
        painter.scale(writer.width() / size.width(), writer.width() / size.width())
        paint_sheet(painter, figure, simulated=simulated)
    finally:
        painter.end()
    return bytes(buffer.data().data())


def _svg(figure: Figure, simulated: bool) -> bytes:
    ensure_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    size = sheet_size(figure)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(size.toSize())
    generator.setViewBox(QRectF(QPointF(), size))
    painter = QPainter(generator)
    try:
        painter.fillRect(QRectF(QPointF(), size), QColor(PAPER))
        paint_sheet(painter, figure, simulated=simulated)
    finally:
        painter.end()
    return bytes(buffer.data().data())


SUFFIXES: dict[str, Callable[[Figure, bool], bytes]] = {".png": _png, ".pdf": _pdf, ".svg": _svg}
"""What can be written, by the ending of the file's name."""
