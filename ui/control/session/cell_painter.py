"""How the cells of the station grid look: as cards where there is room, as tiles where not."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.control.session.cells import Cell, EmptyCell, GroupCell, HeadingCell, StationCell, Tone
from ui.control.session.line import Line
from ui.control.session.marks import (
    MARK_PX,
    paint_arrow,
    paint_chip,
    paint_letter,
    paint_link,
    paint_pause,
    paint_time,
)
from ui.look import Tokens, tokens

CARD_HEIGHT_PX = 98
"""Cells of at least this height are painted as cards."""

_PAD_PX = 9
_BAR_PX = 4


class CellPainter:
    """Paints what stands in a cell; what changes every second is painted by itself."""

    def __init__(self) -> None:
        """Prepare the fonts."""
        self._small = _font(11)
        self._body = _font(13)
        self._strong = _font(13, bold=True)
        self._title = _font(16, bold=True)
        self._state_small = _font(12, bold=True)
        self._letters = _font(11, bold=True)

    def paint(self, painter: QPainter, box: QRectF, cell: Cell, *, selected: bool) -> None:
        """Paint a cell into a box."""
        match cell:
            case StationCell():
                self._paint_station(painter, box, cell, selected)
            case GroupCell():
                self._paint_group(painter, box, cell, selected)
            case EmptyCell(words=words) if words:
                self._paint_empty(painter, box, cell)
            case HeadingCell():
                line = Line(box, _PAD_PX, box.top() + _PAD_PX, painter)
                line.text(cell.title, self._strong, tokens().ink)
                line = Line(box, _PAD_PX, box.top() + _PAD_PX + 20, painter)
                line.text(cell.note, self._small, tokens().muted)

    def paint_time(self, painter: QPainter, box: QRectF, share: float | None, time: str) -> None:
        """Paint what is left of a page's time: a bar at the foot, and the time in words."""
        if share is not None:
            bar = QRectF(box.left() + 8, box.bottom() - _BAR_PX - 3, box.width() - 16, _BAR_PX)
            paint_time(painter, bar, share, tokens().accent, tokens().line)
        if time:
            line = Line(box, _PAD_PX, _group_top(box), painter)
            line.text_from_end(time, self._strong, tokens().ink)

    # --- a station ---------------------------------------------------------------------------

    def _paint_station(
        self, painter: QPainter, box: QRectF, cell: StationCell, selected: bool
    ) -> None:
        colours = tokens()
        _plate(painter, box, _fill(cell.tone, colours), selected)
        if box.height() >= CARD_HEIGHT_PX:
            self._paint_card(painter, box, cell, colours)
        else:
            self._paint_tile(painter, box, cell, colours)

    def _paint_tile(
        self, painter: QPainter, box: QRectF, cell: StationCell, colours: Tokens
    ) -> None:
        first = Line(box, _PAD_PX, box.center().y() - 20, painter)
        self._end_marks(first, cell, colours)
        self._role(first, cell, colours)
        ink = colours.muted if cell.tone is Tone.OVER else colours.ink
        first.text(cell.station, self._strong, ink)
        first.text(cell.who, self._small, colours.muted)
        second = Line(box, _PAD_PX, box.center().y() + 1, painter)
        self._state(second, cell, colours, self._state_small)

    def _paint_card(
        self, painter: QPainter, box: QRectF, cell: StationCell, colours: Tokens
    ) -> None:
        step = (box.height() - 2 * _PAD_PX) / 3.6
        first = Line(box, _PAD_PX, box.top() + _PAD_PX, painter, height_px=22)
        self._end_marks(first, cell, colours)
        self._role(first, cell, colours)
        ink = colours.muted if cell.tone is Tone.OVER else colours.ink
        first.text(cell.station, self._title, ink)
        second = Line(box, _PAD_PX, box.top() + _PAD_PX + 1.15 * step, painter)
        second.text(cell.who, self._body, colours.muted)
        third = Line(box, _PAD_PX, box.top() + _PAD_PX + 2.15 * step, painter)
        self._state(third, cell, colours, self._strong)

    def _role(self, line: Line, cell: StationCell | EmptyCell, colours: Tokens) -> None:
        if cell.seat is None:
            return
        head = cell.seat == 0
        ink = colours.head_ink if head else colours.tail_ink
        wash = colours.head_wash if head else colours.tail_wash
        box = line.take(24)
        box = QRectF(box.left(), box.center().y() - 9, 24, 18)
        paint_chip(line.painter, box, cell.letter, ink, wash, self._letters)

    def _end_marks(self, line: Line, cell: StationCell, colours: Tokens) -> None:
        """Connection, message and bot, from the end of the line inwards."""
        if cell.connection:
            colour = colours.good if cell.connected else colours.danger
            mark = _mark(line.take_from_end(MARK_PX))
            paint_link(line.painter, mark, colour, connected=cell.connected)
        if cell.unread:
            paint_letter(line.painter, _mark(line.take_from_end(MARK_PX)), colours.ink)
        if cell.is_bot:
            word = QCoreApplication.translate("Cells", "bot")
            width = QFontMetricsF(self._small).horizontalAdvance(word) + 10
            box = line.take_from_end(width)
            box = QRectF(box.left(), box.center().y() - 8, box.width(), 16)
            paint_chip(line.painter, box, word, colours.ink, colours.line, self._small)

    def _state(self, line: Line, cell: StationCell, colours: Tokens, strong: QFont) -> None:
        """What the person does; a mark before it where something is to be noticed."""
        match cell.tone:
            case Tone.AWAITED:
                mark = _mark(line.take(MARK_PX))
                paint_arrow(line.painter, mark, colours.accent, leftwards=line.is_rtl)
                line.text(cell.doing, strong, colours.ink)
            case Tone.PAUSED:
                paint_pause(line.painter, _mark(line.take(MARK_PX)), colours.ink)
                line.text(cell.doing, strong, colours.ink)
            case Tone.LOST:
                line.text(cell.doing, strong, colours.danger)
            case _:
                line.text(cell.doing, self._body, colours.muted)

    def _paint_empty(self, painter: QPainter, box: QRectF, cell: EmptyCell) -> None:
        colours = tokens()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.edge), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, 7, 7)
        line = Line(box, _PAD_PX, box.center().y() - 10, painter)
        self._role(line, cell, colours)
        line.text(cell.words, self._body, colours.muted)

    # --- a group -----------------------------------------------------------------------------

    def _paint_group(self, painter: QPainter, box: QRectF, cell: GroupCell, selected: bool) -> None:
        colours = tokens()
        _plate(painter, box, _fill(cell.tone, colours), selected)
        top = _group_top(box)
        if box.height() >= CARD_HEIGHT_PX:
            title, words, step = self._title, self._body, 19.5
            rows = [cell.place or cell.phase, cell.phase if cell.place else ""]
        else:
            title, words, step = self._strong, self._small, 17.0
            rows = [" · ".join(part for part in (cell.short_place, cell.phase) if part)]
        line = Line(box, _PAD_PX, top, painter)
        line.text(cell.title, title, colours.ink)
        line.text(cell.tails, self._small, colours.tail_ink)
        rows = [row for row in rows if row]
        for number, row in enumerate(rows, start=1):
            line = Line(box, _PAD_PX, top + step * number + 1, painter)
            line.text(row, words, colours.muted)
        line = Line(box, _PAD_PX, top + step * (len(rows) + 1) + 1, painter)
        self._note_mark(line, cell, colours)
        line.text(cell.note, self._strong if step > 18 else self._letters, colours.ink)

    def _note_mark(self, line: Line, cell: GroupCell, colours: Tokens) -> None:
        if cell.tone is Tone.PAUSED:
            paint_pause(line.painter, _mark(line.take(MARK_PX)), colours.ink)
        elif cell.tone is Tone.READY:
            mark = _mark(line.take(MARK_PX))
            paint_arrow(line.painter, mark, colours.accent, leftwards=line.is_rtl)


def _font(size_px: int, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(size_px)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _mark(place: QRectF) -> QRectF:
    """The box of a mark in the middle of its place in a line."""
    return QRectF(place.left(), place.center().y() - MARK_PX / 2, MARK_PX, MARK_PX)


def _fill(tone: Tone, colours: Tokens) -> str:
    match tone:
        case Tone.AWAITED | Tone.READY:
            return colours.notice_wash
        case Tone.LOST:
            return colours.danger_wash
        case Tone.PAUSED | Tone.OVER:
            return colours.sunken
        case Tone.CALM:
            return colours.surface


def _plate(painter: QPainter, box: QRectF, fill: str, selected: bool) -> None:
    colours = tokens()
    painter.setBrush(QColor(fill))
    painter.setPen(QPen(QColor(colours.accent), 2.5) if selected else QPen(QColor(colours.line), 1))
    inset = 1.0 if selected else 0.5
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 7, 7)


def _group_top(box: QRectF) -> float:
    """Where the first line of a group begins."""
    return box.top() + 7 if box.height() >= CARD_HEIGHT_PX else box.center().y() - 30
