"""The title page of a printed report."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from hcmd_lab.figures.figure import WIDTH
from hcmd_lab.figures.report.contents import facts
from hcmd_lab.figures.report.pdf_columns import Wanted, shared_out
from hcmd_lab.figures.report.pdf_flow import Piece, Sheet
from hcmd_lab.figures.report.pdf_parts import put_wrapped, text_height, words
from hcmd_lab.figures.report.pdf_table import table_pieces
from hcmd_lab.figures.report.tables import about_rows, about_table
from hcmd_lab.figures.text import Anchor, put_text, text_width
from hcmd_lab.figures.theme import GRID, INK, LOSE, MUTED, WIN, TextStyle, pen, wash
from hcmd_lab.study.report import StudyReport
from hcmd_lab.telling.played import simulated_mark
from hcmd_lab.telling.results import headline
from hcmd_lab.telling.translate import translate

_KICKER = TextStyle(15, QFont.Weight.Bold)
_NAME = TextStyle(46, QFont.Weight.Bold)
_HEADLINE = TextStyle(22)
_NUMBER = TextStyle(26, QFont.Weight.Bold)
_SMALL = TextStyle(13)
_MARK = TextStyle(17, QFont.Weight.Bold)
_BODY = TextStyle(15)
_APART = 24.0


def cover(report: StudyReport, height: float) -> Sheet:
    """The title page: the study, its main result, and its provenance.

    Args:
        report: The study's results.
        height: Height of the column on a page.
    """
    sheet = Sheet()
    sheet.add(_gap(120))
    sheet.add(words(translate("Study report").upper(), _KICKER, WIN))
    sheet.add(words(report.name, _NAME, space=6))
    sheet.add(words(headline(report), _HEADLINE, MUTED, space=20))
    if report.simulated:
        sheet.add(_mark(report))
    sheet.add(_facts(facts(report)))
    about = table_pieces(about_table(about_rows(report)))
    # At the foot of the page, unless a long name leaves no room for that.
    needed = sum(piece.space + piece.height for piece in about)
    sheet.add(_gap(max(0, height - sheet.used - needed)))
    for piece in about:
        sheet.add(piece)
    return sheet


def _gap(height: float) -> Piece:
    return Piece(height, lambda _painter, _rect: None)


def _mark(report: StudyReport) -> Piece:
    title, sentence = simulated_mark(report.played)
    inner = WIDTH - 48
    height = 40 + text_height(title, _MARK, inner) + text_height(sentence, _BODY, inner)

    def paint(painter: QPainter, rect: QRectF) -> None:
        painter.setPen(pen(LOSE, 1.4))
        painter.setBrush(wash(LOSE, 0.07))
        painter.drawRoundedRect(rect, 8, 8)
        within = rect.adjusted(24, 16, -24, 0)
        put_wrapped(painter, within, title, _MARK, LOSE)
        below = within.adjusted(0, 6 + text_height(title, _MARK, inner), 0, 0)
        put_wrapped(painter, below, sentence, _BODY, INK)

    return Piece(height, paint, space=36)


def _facts(entries: Sequence[tuple[str, str]]) -> Piece:
    wanted = [
        Wanted(ceil(max(text_width(name, _SMALL), text_width(value, _NUMBER))), 0, wraps=False)
        for name, value in entries
    ]
    widths = shared_out(wanted, WIDTH - _APART * (len(entries) - 1))
    names = max(
        text_height(name, _SMALL, width) for (name, _), width in zip(entries, widths, strict=True)
    )

    def paint(painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QColor(GRID))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        left = rect.left()
        for (name, value), width in zip(entries, widths, strict=True):
            put_wrapped(painter, QRectF(left, rect.top() + 16, width, names), name, _SMALL, MUTED)
            at = QPointF(left, rect.top() + 20 + names)
            put_text(painter, at, value, _NUMBER, INK, Anchor.TOP_LEFT)
            left += width + _APART

    return Piece(66 + names, paint, space=40)
