"""The report as a PDF: A4 pages, vector graphics throughout."""

from collections.abc import Mapping
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from hcmd_lab.errors import OperatorError
from hcmd_lab.figures.application import ensure_application
from hcmd_lab.figures.figure import WIDTH, paint_mark
from hcmd_lab.figures.report.contents import Block, Notes, Paragraph, Pictures, story
from hcmd_lab.figures.report.pdf_cover import cover
from hcmd_lab.figures.report.pdf_flow import Piece, Sheet, paginate
from hcmd_lab.figures.report.pdf_parts import SECTION, illustration, notes, words
from hcmd_lab.figures.report.pdf_table import table_pieces
from hcmd_lab.figures.report.report_pictures import Picture, pictures
from hcmd_lab.figures.report.tables import ReportTable
from hcmd_lab.figures.text import Anchor, put_text, shortened
from hcmd_lab.figures.theme import GRID, MUTED, TextStyle, pen
from hcmd_lab.files import atomic_write
from hcmd_lab.study.report import StudyReport
from hcmd_lab.system_faults import reason_of, remedy_of
from hcmd_lab.telling.translate import translate
from hcmd_lab.wanted import wanted

PDF_FILE = "report.pdf"

_MM_WIDE, _MM_HIGH, _MM_SIDE, _MM_TOP, _MM_BOTTOM = 210.0, 297.0, 16.0, 19.0, 19.0
_PX_IN_MM = WIDTH / (_MM_WIDE - 2 * _MM_SIDE)
_COLUMN = QRectF(
    _MM_SIDE * _PX_IN_MM,
    _MM_TOP * _PX_IN_MM,
    WIDTH,
    (_MM_HIGH - _MM_TOP - _MM_BOTTOM) * _PX_IN_MM,
)
_RESOLUTION = 1200
_FOOT = TextStyle(13)


def write_pdf(report: StudyReport, path: Path) -> None:
    """Write a report as a PDF, atomically.

    Args:
        report: The study's results.
        path: The file; its folder is made if need be.

    Raises:
        OperatorError: The file cannot be written.
    """
    data = to_pdf(report)
    try:
        atomic_write(path, data)
    except OSError as error:
        raise OperatorError(
            "The report cannot be written to {path} ({reason}); {remedy}, or choose another "
            "folder.",
            path=path,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error


def to_pdf(report: StudyReport) -> bytes:
    """A report as the bytes of a PDF file."""
    ensure_application()
    sheets = [cover(report, _COLUMN.height()), *paginate(_pieces(report), _COLUMN.height())]
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(translate("{study}: report", study=report.name))
    writer.setCreator("HCMD Lab")
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()
        )
    )
    writer.setResolution(_RESOLUTION)
    painter = QPainter(writer)
    try:
        scale = writer.width() / (_MM_WIDE * _PX_IN_MM)
        painter.scale(scale, scale)
        for number, sheet in enumerate(wanted(sheets), start=1):
            if number > 1:
                writer.newPage()
            _paint(painter, sheet)
            _paint_edges(painter, report, number, len(sheets))
    finally:
        painter.end()  # a writer with an active painter cannot be freed
    return bytes(buffer.data().data())


def _pieces(report: StudyReport) -> list[Piece]:
    """All content after the title page."""
    shown = pictures(report)
    found = []
    for section in wanted(story(report, shown, has_cover=True)):
        found.append(words(section.heading, SECTION, space=44.0, keeps_next=True))
        for block in section.blocks:
            found += _block(block, shown)
    return found


def _block(block: Block, shown: Mapping[str, Picture]) -> list[Piece]:
    match block:
        case Paragraph():
            return [words(block.text)]
        case Notes():
            return notes(block.entries)
        case ReportTable():
            return table_pieces(block)
        case Pictures():
            return [illustration([shown[name] for name in block.names], _COLUMN.height() - 80)]
        case _:
            assert_never(block)


def _paint(painter: QPainter, sheet: Sheet) -> None:
    for top, piece in sheet.placed:
        piece.paint(painter, QRectF(_COLUMN.left(), _COLUMN.top() + top, WIDTH, piece.height))


def _paint_edges(painter: QPainter, report: StudyReport, number: int, count: int) -> None:
    """Paint the page footer and the mark that every page carries."""
    if report.simulated:
        paint_mark(painter, QPointF(_COLUMN.right(), _COLUMN.top() - 50))
    height = _COLUMN.bottom() + 34
    painter.setPen(pen(GRID))
    painter.drawLine(QPointF(_COLUMN.left(), height), QPointF(_COLUMN.right(), height))
    name = shortened(report.name, _FOOT, WIDTH - 160)
    put_text(painter, QPointF(_COLUMN.left(), height + 20), name, _FOOT, MUTED)
    at = QPointF(_COLUMN.right(), height + 20)
    put_text(painter, at, f"{number} / {count}", _FOOT, MUTED, Anchor.RIGHT)
