"""Pages keep their widgets: Qt's bindings lose references to None with each new one.

Qt's first call of every virtual method of a new object costs a reference, some thirty for a label
that is shown; the same object costs none again.
"""

import pytest
from lost_references import REPEATED, keeps_references
from participant_views import every_page, view
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hcmd_lab.game.view import Page, SeatView
from ui.kiosk.screen import ParticipantScreen

PAGES = every_page()


@pytest.fixture
def screen(qtbot: QtBot) -> ParticipantScreen:
    made = ParticipantScreen(animate=False)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


def show(screen: ParticipantScreen, *views: SeatView) -> None:
    for each in views:
        screen.show_view(each)
        QApplication.processEvents()


@REPEATED
@pytest.mark.parametrize("name", PAGES)
def test_page_changes_keep_references(screen: ParticipantScreen, name: str, times: int) -> None:
    other = PAGES["check_in" if name == "wait" else "wait"]
    assert keeps_references(lambda: show(screen, PAGES[name], other), times)


@REPEATED
def test_the_sheet_of_earlier_rounds_keeps_references(
    screen: ParticipantScreen, times: int
) -> None:
    show(screen, view(Page.DECIDE))
    opens, closes = (
        screen.findChild(QPushButton, name) for name in ("show_history", "close_history")
    )

    def look() -> None:
        opens.click()
        QApplication.processEvents()
        closes.click()

    assert keeps_references(look, times)
