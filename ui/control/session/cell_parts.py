"""Shared parts of painted cells: plates, type, marks."""

from typing import assert_never

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from ui.control.session.cell_line import CellLine
from ui.control.session.cells import EmptyCell, StationCell, Tone
from ui.control.session.marks import MARK_PX, paint_chip
from ui.look import Tokens, tokens

_CHIP_WIDTH_PX = 24
_CHIP_HEIGHT_PX = 18.0


class CellFonts:
    """The fonts of the grid.

    Attributes:
        tiny, tiny_strong: Strips and chips.
        small_strong: A step larger.
        body, strong: Running text.
        title: Names in cards.
    """

    def __init__(self) -> None:
        """Prepare the fonts."""
        self.tiny = _font(11)
        self.tiny_strong = _font(11, bold=True)
        self.small_strong = _font(12, bold=True)
        self.body = _font(13)
        self.strong = _font(13, bold=True)
        self.title = _font(16, bold=True)


def paint_plate(painter: QPainter, box: QRectF, tone: Tone, *, selected: bool) -> None:
    """Paint the background of a cell."""
    colours = tokens()
    painter.setBrush(QColor(_fill(tone, colours)))
    painter.setPen(QPen(QColor(colours.accent), 2.5) if selected else QPen(QColor(colours.line), 1))
    inset = 1.0 if selected else 0.5
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 7, 7)


def paint_role(line: CellLine, cell: StationCell | EmptyCell, font: QFont) -> None:
    """Paint the seat in two characters: the head amber, tails blue, neither without roles."""
    if cell.seat is None:
        return
    colours = tokens()
    if not cell.has_role:
        ink, wash = colours.ink, colours.line
    elif cell.seat:
        ink, wash = colours.tail_ink, colours.tail_wash
    else:
        ink, wash = colours.head_ink, colours.head_wash
    place = line.take(_CHIP_WIDTH_PX)
    height = min(_CHIP_HEIGHT_PX, place.height())
    box = QRectF(place.left(), place.center().y() - height / 2, _CHIP_WIDTH_PX, height)
    paint_chip(line.painter, box, cell.letter, ink, wash, font)


def mark_box(place: QRectF) -> QRectF:
    """The box of a mark, centred in its place in a line."""
    return QRectF(place.left(), place.center().y() - MARK_PX / 2, MARK_PX, MARK_PX)


def paint_dashes(painter: QPainter, box: QRectF) -> None:
    """Paint the background of a vacant place."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens().edge), 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(box, 7, 7)


def _font(size_px: int, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(size_px)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _fill(tone: Tone, colours: Tokens) -> str:
    match tone:
        case Tone.AWAITED | Tone.READY | Tone.HELP:
            return colours.notice_wash
        case Tone.LOST:
            return colours.danger_wash
        case Tone.PAUSED | Tone.OVER:
            return colours.sunken
        case Tone.CALM:
            return colours.surface
        case _:
            assert_never(tone)
