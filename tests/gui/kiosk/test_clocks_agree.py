"""Whatever covers a page shows the page's clock as it is now: the time goes on behind it."""

from dataclasses import replace

import pytest
from participant_views import READ, view
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.game.view import Page
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets.clock import Clock, ClockFace
from ui.kiosk.widgets.help_sheet import HelpSheet
from ui.kiosk.widgets.history_sheet import HistorySheet
from ui.kiosk.widgets.instructions_sheet import InstructionsSheet

DECIDE = replace(view(Page.DECIDE), time_left_ms=50_000, wait_left_ms=60_000, instructions=READ)
SHEETS: dict[str, type[QWidget]] = {
    "call_help": HelpSheet,
    "show_history": HistorySheet,
    "show_instructions": InstructionsSheet,
}


def words(part: QWidget) -> list[str]:
    """What a clock shows; nothing if it is not there."""
    return [each.text() for each in part.findChildren(QLabel) if each.isVisible()]


def pass_by(screen: ParticipantScreen, ms: int) -> None:
    """Let the page's clock have gone on since its view came."""
    clock = screen._header.clock
    clock._left_ms -= ms
    clock._show()


@pytest.mark.parametrize("opener", SHEETS)
def test_a_sheet_shows_the_time_that_is_left_now(qtbot: QtBot, opener: str) -> None:
    screen = ParticipantScreen(animate=False)
    qtbot.addWidget(screen)
    screen.resize(1280, 720)
    screen.show()
    screen.show_view(DECIDE)
    pass_by(screen, 20_000)
    button = screen.findChild(QWidget, opener)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    sheet = screen.findChild(SHEETS[opener])
    assert sheet is not None
    assert sheet.isVisible()
    (face,) = sheet.findChildren(ClockFace)
    page = screen.findChild(Clock)
    assert page is not None

    def agree() -> None:
        assert words(face) == words(page)
        assert face.property("last") == page.property("last")

    assert words(face) == ["Time left", "0:30"], "not as when the page appeared"
    pass_by(screen, 25_000)
    assert words(face) == ["Almost over", "0:05"]
    agree()
    screen.show_view(replace(DECIDE, time_left_ms=80_000))
    assert words(face) == ["Time left", "1:20"], "more time was given"
    screen.show_view(replace(DECIDE, time_left_ms=80_000, clock_waits=True))
    assert words(face) == ["Clock stopped", "1:20"]
    screen.show_view(DECIDE)
    screen.set_connected(False)
    assert words(face)[0] == "Clock stopped"
    agree()
    screen.set_connected(True)
    screen.show_view(replace(DECIDE, time_left_ms=None))
    assert words(face) == [], "there is no limit any more"
