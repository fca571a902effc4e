"""Paints a station in the grid: card, tile or strip."""

from typing import assert_never

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from hcmd_lab.telling.translate import translate
from ui.control.session.cell_line import CellLine
from ui.control.session.cell_parts import CellFonts, mark_box, paint_plate, paint_role
from ui.control.session.cells import StationCell, Tone
from ui.control.session.density import PAD_PX, Density
from ui.control.session.marks import (
    MARK_PX,
    paint_arrow,
    paint_chip,
    paint_hand,
    paint_letter,
    paint_link,
    paint_pause,
)
from ui.look import tokens


class StationPainter:
    """Paints a station's participant, their activity and the connection."""

    def __init__(self, fonts: CellFonts) -> None:
        """Paint with these fonts."""
        self._fonts = fonts

    def paint(self, painter: QPainter, box: QRectF, cell: StationCell, *, selected: bool) -> None:
        """Paint a station into a box."""
        paint_plate(painter, box, cell.tone, selected=selected)
        fonts = self._fonts
        density = Density.of_height(box.height())
        pad = PAD_PX[density]
        match density:
            case Density.CARD:
                step = (box.height() - 2 * pad) / 3.6
                first = CellLine(box, pad, box.top() + pad, painter, 22)
                self._first(first, cell, fonts.title, names_bot=False)
                second = CellLine(box, pad, box.top() + pad + 1.15 * step, painter)
                if cell.is_bot:  # here it leaves the station's name its room
                    self._bot(second)
                second.text(cell.who, fonts.body, tokens().muted)
                third = CellLine(box, pad, box.top() + pad + 2.15 * step, painter)
                self._state(third, cell, fonts.body, fonts.strong)
            case Density.TILE:
                first = CellLine(box, pad, box.center().y() - 21, painter)
                self._first(first, cell, fonts.strong, cell.who)
                second = CellLine(box, pad, box.center().y(), painter)
                self._state(second, cell, fonts.body, fonts.small_strong)
            case Density.STRIP:
                middle = box.center().y() - 1
                first = CellLine(box, pad, middle - 14, painter, 14)
                self._first(first, cell, fonts.strong)
                second = CellLine(box, pad, middle, painter, 14)
                self._state(second, cell, fonts.tiny, fonts.tiny_strong)
            case _:
                assert_never(density)

    def _first(
        self,
        line: CellLine,
        cell: StationCell,
        name: QFont,
        who: str = "",
        *,
        names_bot: bool = True,
    ) -> None:
        """Paint seat and station; from the trailing end: connection, message and bot."""
        colours = tokens()
        if cell.connection:
            colour = colours.good if cell.connected else colours.danger
            mark = mark_box(line.take_from_end(MARK_PX))
            paint_link(line.painter, mark, colour, connected=cell.connected)
        if cell.unread:
            paint_letter(line.painter, mark_box(line.take_from_end(MARK_PX)), colours.ink)
        if cell.is_bot and names_bot:
            self._bot(line)
        paint_role(line, cell, self._fonts.tiny_strong)
        line.text(cell.station, name, colours.muted if cell.tone is Tone.OVER else colours.ink)
        line.text(who, self._fonts.tiny, colours.muted)

    def _bot(self, line: CellLine) -> None:
        word = translate("bot")
        place = line.take_from_end(QFontMetricsF(self._fonts.tiny).horizontalAdvance(word) + 10)
        height = min(16, place.height())
        box = QRectF(place.left(), place.center().y() - height / 2, place.width(), height)
        paint_chip(line.painter, box, word, tokens().ink, tokens().line, self._fonts.tiny)

    def _state(self, line: CellLine, cell: StationCell, calm: QFont, strong: QFont) -> None:
        """Paint the person's activity, with a mark before it if it needs attention."""
        colours = tokens()
        match cell.tone:
            case Tone.AWAITED:
                mark = mark_box(line.take(MARK_PX))
                paint_arrow(line.painter, mark, colours.accent, leftwards=line.is_rtl)
                line.text(cell.doing, strong, colours.ink)
            case Tone.PAUSED:
                paint_pause(line.painter, mark_box(line.take(MARK_PX)), colours.ink)
                line.text(cell.doing, strong, colours.ink)
            case Tone.HELP:
                paint_hand(line.painter, mark_box(line.take(MARK_PX)), colours.danger)
                line.text(cell.doing, strong, colours.ink)
            case Tone.LOST:
                line.text(cell.doing, strong, colours.danger)
            case Tone.CALM | Tone.OVER | Tone.READY:
                line.text(cell.doing, calm, colours.muted)
            case _:
                assert_never(cell.tone)
