"""How tightly the station grid is laid out, and that its words have room."""

import pytest
from pretended_language import painted
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from walks import Walk, small_plan

from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.game.state import Phase
from hcmd_lab.game.view import Page
from hcmd_lab.telling.language import speak
from hcmd_lab.telling.translate import translate
from ui.control.session.cell_parts import CellFonts
from ui.control.session.cells import GroupCell, StationCell, Tone
from ui.control.session.density import GAP_PX, MIN_ROW_PX, PAD_PX, Density, row_height
from ui.control.session.grid_view import GROUP_WIDTH_PX, StationGrid
from ui.control.session.group_painter import GroupPainter
from ui.control.session.marks import MARK_PX
from ui.control.session.state_words import (
    page_words,
    phase_words,
    place_words,
    seat_letter,
    seat_words,
    short_place_words,
)
from ui.control.session.station_painter import StationPainter
from ui.look.style import apply_look

ROOM_PX = 445
"""Of the grid in a window of 720 px."""

SEAT_PX = 125
"""Width of a seat in a window of 1180 px beside the mirror, where the panels' names are German."""

STEPPED = {Page.INSTRUCTIONS, Page.QUESTIONS}
AWAITED = {Page.STAGE_INTRO, Page.DECIDE, Page.OUTCOME, Page.VOTE, Page.VOTE_RESULT}


@pytest.mark.parametrize("rows", range(1, 14))
def test_rows_fill_the_room_and_do_not_leave_it_while_they_can_be_read(rows: int) -> None:
    height = row_height(ROOM_PX, rows)
    assert height >= MIN_ROW_PX
    assert rows * height <= ROOM_PX or height == MIN_ROW_PX


def test_twelve_groups_are_seen_at_once(qtbot: QtBot) -> None:
    grid = StationGrid()
    qtbot.addWidget(grid)
    grid.resize(720, ROOM_PX + 30)
    grid.show()
    grid.show_state(Walk(small_plan(12)).state, 0)
    assert grid.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("rows", range(1, 14))
def test_few_groups_are_never_tighter_than_many(rows: int) -> None:
    assert row_height(ROOM_PX, rows) >= row_height(ROOM_PX, rows + 1)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("density", [Density.TILE, Density.STRIP])
def test_what_a_person_does_is_never_cut(
    qapp: QApplication, language: str, density: Density, request: pytest.FixtureRequest
) -> None:
    apply_look(qapp, "light")
    speak(qapp, language)
    request.addfinalizer(lambda: speak(qapp, "en"))
    fonts = CellFonts()
    room = SEAT_PX - 2 * GAP_PX[density] - 2 * PAD_PX[density]
    for page in Page:
        words = page_words(page)
        if page in STEPPED:
            words = f"{words} 9/9"
        # Words that do not fit are written in the smallest type before they are cut.
        font = fonts.tiny_strong if page in AWAITED else fonts.tiny
        mark = MARK_PX + 6 if page in AWAITED else 0
        assert QFontMetricsF(font).horizontalAdvance(words) <= room - mark, words


ARRIVING = {Phase.SEATING, Phase.READY, Phase.UNFILLED}
"""Phases of a group that is on no stage."""

AT_ONCE = {Phase.DIVIDE, Phase.COUNT}
"""The host is through with them before anything is painted."""


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("height", [98, 60])
@pytest.mark.parametrize("counts", [True, False])
def test_the_coins_of_a_group_are_never_cut(
    qapp: QApplication, language: str, height: int, counts: bool, request: pytest.FixtureRequest
) -> None:
    apply_look(qapp, "light")
    speak(qapp, language)
    request.addfinalizer(lambda: speak(qapp, "en"))
    density = Density.of_height(height)
    coins = translate("tails {coins}", coins=10)
    for phase in set(Phase) - AT_ONCE:
        stage, number = (0, 0) if phase in ARRIVING else (1, 10)
        cell = GroupCell(
            group=12, title=translate("Group {number}", number=12), coins=coins,
            place=place_words(stage, number, 10), short_place=short_place_words(stage, number, 10),
            phase=phase_words(phase), note="", time="1:56", share=0.5, tone=Tone.CALM,
            aside="" if counts else translate("does not count"),
        )  # fmt: skip
        picture = QPixmap(GROUP_WIDTH_PX - 2 * GAP_PX[density], height)
        painter = QPainter(picture)
        with painted() as texts:
            GroupPainter(CellFonts()).paint(painter, QRectF(picture.rect()), cell, selected=False)
        painter.end()
        assert any(text.endswith(coins) for text in texts), texts


@pytest.mark.parametrize("height", range(Density.TILE.value, 75, 4))
def test_a_groups_name_does_not_touch_the_edge_of_its_cell(qapp: QApplication, height: int) -> None:
    """In the rows that a window of 720 pixels has it lay on the edge."""
    apply_look(qapp, "light")
    cell = GroupCell(
        group=12, title="Group 12", coins="tails 10", place="Stage 1, round 2",
        short_place="Stage 1 · 2/10", phase="Decisions", note="", time="1:56", share=0.5,
        tone=Tone.CALM, aside="",
    )  # fmt: skip
    fonts = CellFonts()
    picture = QImage(GROUP_WIDTH_PX, height, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    GroupPainter(fonts).paint(painter, QRectF(picture.rect()), cell, selected=False)
    painter.end()
    cap_px = QFontMetricsF(fonts.strong).capHeight()
    inked = [y for y in range(height) if _is_inked(picture, y)]
    assert min(inked) >= cap_px / 3, "of the name"
    assert max(inked) < height - cap_px / 3, "of the last line"


def _is_inked(picture: QImage, y: int) -> bool:
    """Whether there is writing, which is dark, in a row between the plate's edges."""
    dark = (QColor(picture.pixel(x, y)).lightness() < 110 for x in range(4, picture.width() - 4))
    return any(dark)


@pytest.mark.parametrize("has_role", [True, False])
def test_a_simulated_participants_station_is_named_whole_in_a_narrow_card(
    qapp: QApplication, has_role: bool
) -> None:
    del qapp
    cell = StationCell(
        station="sim-12", participant="abcdefgh", group=1, seat=3, letter="T3", role="Tail 3",
        who="bot-sim-12", is_bot=True, doing="Waits for others", connection="Connected",
        connected=True, unread=False, share=None, tone=Tone.CALM, has_role=has_role,
    )  # fmt: skip
    picture = QPixmap(116, 142)
    painter = QPainter(picture)
    with painted() as texts:
        StationPainter(CellFonts()).paint(painter, QRectF(picture.rect()), cell, selected=False)
    painter.end()
    assert {"sim-12", "bot", "T3"} <= set(texts)


def test_seats_without_roles_have_numbers() -> None:
    alike = Game(tail_endowments=(10,))
    assert [seat_letter(seat, alike) for seat in (0, 3)] == ["S1", "S4"]
    assert seat_words(0, alike) == "Seat 1"
    assert [seat_letter(seat, PAPER_GAME) for seat in (0, 3)] == ["H", "T3"]
