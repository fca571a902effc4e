"""Printable cards with participant labels: ten to an A4 page."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from hcmd_lab.errors import OperatorError
from hcmd_lab.figures.pdf_pages import DOTS_PER_INCH, painted_pdf
from hcmd_lab.files import atomic_write
from hcmd_lab.system_faults import reason_of, remedy_of
from hcmd_lab.telling.translate import translate
from hcmd_lab.type_faces import preferred_font

_MM = DOTS_PER_INCH / 25.4
_COLUMNS, _ROWS = 2, 5
_CARD_MM = (85.0, 54.0)  # the size of a bank card
_LABEL_POINTS, _SMALLEST_POINTS, _HINT_POINTS = 30, 9, 9
_CUT = QColor("#b0b0b0")


def save_cards(path: Path, labels: Sequence[str]) -> None:
    """Write a PDF with one card per label, atomically.

    Raises:
        OperatorError: The file cannot be written.
    """
    data = cards_pdf(labels)
    try:
        atomic_write(path, data)
    except OSError as error:
        raise OperatorError(
            "The cards cannot be written to {path} ({reason}); {remedy}, or choose another folder.",
            path=path,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error


def cards_pdf(labels: Sequence[str]) -> bytes:
    """The bytes of the PDF."""
    margins = QMarginsF(20, 13, 20, 13)
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins,
        QPageLayout.Unit.Millimeter,
    )  # fmt: skip
    title = translate("Participant cards")

    def paint(writer: QPdfWriter, painter: QPainter) -> None:
        for number, text in enumerate(labels):
            place = number % (_COLUMNS * _ROWS)
            if number and place == 0:
                writer.newPage()
            _draw_card(painter, place, text)

    return painted_pdf(title, layout, paint)


def _draw_card(painter: QPainter, place: int, text: str) -> None:
    width, height = (side * _MM for side in _CARD_MM)
    row, column = divmod(place, _COLUMNS)
    card = QRectF(column * width, row * height, width, height)
    painter.setPen(QPen(_CUT, 0, Qt.PenStyle.DashLine))
    painter.drawRect(card)
    painter.setPen(Qt.GlobalColor.black)
    inside = card.adjusted(5 * _MM, 5 * _MM, -5 * _MM, -5 * _MM)
    painter.setFont(_fitting(painter, text, inside.width()))
    painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, text)
    painter.setFont(_font(_HINT_POINTS))
    hint = translate("Your label. Enter it at your computer, and keep this card.")
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
    painter.drawText(inside, int(flags | Qt.TextFlag.TextWordWrap), hint)


def _fitting(painter: QPainter, text: str, width: float) -> QFont:
    """The largest font in which a label fits on one line."""
    points = _LABEL_POINTS
    while points > _SMALLEST_POINTS:
        font = _font(points)
        painter.setFont(font)
        if painter.fontMetrics().horizontalAdvance(text) <= width:
            return font
        points -= 1
    return _font(points)


def _font(points: int) -> QFont:
    font = preferred_font()
    font.setPointSize(points)
    return font
