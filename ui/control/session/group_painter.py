"""Paints a group's row in the grid: card, tile or strip."""

from typing import assert_never

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from ui.control.session.cell_line import CellLine
from ui.control.session.cell_parts import CellFonts, mark_box, paint_plate
from ui.control.session.cells import GroupCell, Tone
from ui.control.session.density import PAD_PX, Density
from ui.control.session.marks import MARK_PX, paint_arrow, paint_pause, paint_time
from ui.look import tokens

_MAX_TIME = "00:00"
_BAR_PX = 4
_THIN_BAR_PX = 3


class GroupPainter:
    """Paints a group's position and what it is waiting for.

    The time is painted by itself, because it alone changes every second; its place at the end of
    the first line is left free.
    """

    def __init__(self, fonts: CellFonts) -> None:
        """Paint with these fonts."""
        self._fonts = fonts

    def paint(self, painter: QPainter, box: QRectF, cell: GroupCell, *, selected: bool) -> None:
        """Paint a group's line into a box."""
        paint_plate(painter, box, cell.tone, selected=selected)
        fonts, colours = self._fonts, tokens()
        first = self._first_line(painter, box)
        first.take_from_end(QFontMetricsF(fonts.strong).horizontalAdvance(_MAX_TIME))
        density = Density.of_height(box.height())
        pad = PAD_PX[density]
        match density:
            case Density.CARD:
                first.text(cell.title, fonts.title, colours.ink)
                lines = [CellLine(box, pad, box.top() + top, painter) for top in (27.5, 47)]
                rows = (cell.place, _joined(cell.phase, cell.aside, cell.coins))
                if not cell.place:
                    rows = (cell.phase, _joined(cell.aside, cell.coins))
                elif not lines[1].fits(rows[1], fonts.body):  # the coins are not to be cut
                    rows = (
                        _joined(cell.short_place, cell.coins), _joined(cell.phase, cell.aside)
                    )  # fmt: skip
                for line, row in zip(lines, rows, strict=True):
                    line.text(row, fonts.body, colours.muted)
                self._note(CellLine(box, pad, box.top() + 66.5, painter), cell.note, cell.tone)
            case Density.TILE:
                first.text(cell.title, fonts.strong, colours.ink)
                second = CellLine(box, pad, box.center().y() - 10, painter, 17)
                third = CellLine(box, pad, box.center().y() + 6, painter, 17)
                place = cell.short_place or cell.phase
                has_room = second.fits(_joined(place, cell.coins), fonts.tiny)
                second.text(place, fonts.tiny, colours.muted)
                second.text(cell.coins if has_room else "", fonts.tiny, colours.muted)
                phase = cell.phase if cell.short_place else ""
                self._now(third, cell, _joined(phase, cell.aside, "" if has_room else cell.coins))
            case Density.STRIP:
                # The column's heading says that it is a group's number.
                first.text(str(cell.group), fonts.strong, colours.ink)
                first.text(cell.short_place, fonts.tiny, colours.muted)
                second = CellLine(box, pad, box.center().y() - 1, painter, 14)
                self._now(second, cell, _joined(cell.phase, cell.aside))
            case _:
                assert_never(density)

    def paint_time(self, painter: QPainter, box: QRectF, time: str) -> None:
        """Paint the time that is left."""
        self._first_line(painter, box).text_from_end(time, self._fonts.strong, tokens().ink)

    def _first_line(self, painter: QPainter, box: QRectF) -> CellLine:
        density = Density.of_height(box.height())
        pad = PAD_PX[density]
        match density:
            case Density.CARD:
                return CellLine(box, pad, box.top() + 7, painter)
            case Density.TILE:
                return CellLine(box, pad, box.center().y() - 26, painter, 18)
            case Density.STRIP:
                return CellLine(box, pad, box.center().y() - 16, painter, 15)
            case _:
                assert_never(density)

    def _now(self, line: CellLine, cell: GroupCell, phase: str) -> None:
        """Paint the group's note, or its phase if there is none."""
        if cell.note:
            self._note(line, cell.note, cell.tone)
        else:
            line.text(phase, self._fonts.tiny, tokens().muted)

    def _note(self, line: CellLine, note: str, tone: Tone) -> None:
        if tone is Tone.PAUSED:
            paint_pause(line.painter, mark_box(line.take(MARK_PX)), tokens().ink)
        elif tone is Tone.READY:
            mark = mark_box(line.take(MARK_PX))
            paint_arrow(line.painter, mark, tokens().accent, leftwards=line.is_rtl)
        line.text(note, self._note_font(line), tokens().ink)

    def _note_font(self, line: CellLine) -> QFont:
        return self._fonts.strong if line.height_px > 18 else self._fonts.tiny_strong


def _joined(*words: str) -> str:
    return " · ".join(filter(None, words))


def paint_bar(painter: QPainter, box: QRectF, share: float) -> None:
    """Paint the fraction of time left at the bottom of a cell."""
    if Density.of_height(box.height()) is Density.STRIP:
        bar = QRectF(box.left() + 6, box.bottom() - _THIN_BAR_PX - 1, box.width() - 12, 0)
        bar.setHeight(_THIN_BAR_PX - 1)
    else:
        bar = QRectF(box.left() + 8, box.bottom() - _BAR_PX - 3, box.width() - 16, _BAR_PX)
    paint_time(painter, bar, share, tokens().accent, tokens().line)
