"""Enter presses the button that has the focus, on every page and in front of it, and no other.

It makes no choice among answers: `test_enter_on_desktops.py`.
"""

from collections.abc import Callable

import pytest
from participant_views import every_page, view
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shown_screen import find, shown

from hcmd_lab.game.view import Page
from hcmd_lab.network.station_messages import TurnPage
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.setup_page import SetupPage
from ui.kiosk.widgets.overlay import Overlay

PAGES = every_page()
ELSEWHERE = view(Page.GATE)


def check_each(root: QWidget, again: Callable[[], None], qtbot: QtBot) -> int:
    """Press Enter on each button in turn, each time on the same screen; returns how many."""
    again()
    buttons = [each for each in root.findChildren(QPushButton) if each.isVisible()]
    pressed: list[QPushButton] = []
    for each in buttons:
        each.clicked.connect(lambda _=False, each=each: pressed.append(each))
    reached = [each for each in buttons if each.isEnabled() and each.property("kind") != "point"]
    for button in reached:
        again()
        pressed.clear()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        assert pressed == [button]
    return len(reached)


@pytest.mark.parametrize("name", PAGES)
def test_on_a_page(qtbot: QtBot, name: str) -> None:
    screen = shown(qtbot, PAGES[name])

    def again() -> None:
        for overlay in screen.findChildren(Overlay):
            overlay.hide()
        screen.show_view(ELSEWHERE)
        screen.show_view(PAGES[name])

    check_each(screen, again, qtbot)


@pytest.mark.parametrize("opened", ["show_history", "show_instructions", "call_help", ""])
def test_in_front_of_a_page(qtbot: QtBot, opened: str) -> None:
    here = view(
        Page.OUTCOME,
        stage=2,
        round=3,
        instructions=("One", "Two"),
        message="" if opened else "Hello",
    )
    screen = shown(qtbot, here)

    def again() -> None:
        for overlay in screen.findChildren(Overlay):
            overlay.hide()
        screen.show_view(ELSEWHERE)
        screen.show_view(here)
        if opened:
            find(screen, opened).click()

    again()
    (front,) = (each for each in screen.findChildren(Overlay) if each.isVisible())
    assert check_each(front, again, qtbot) > 1


def test_before_the_pages(qtbot: QtBot) -> None:
    page = SetupPage(animate=False)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    assert check_each(page, page.show_form, qtbot)


def test_back_turns_the_page_back(qtbot: QtBot) -> None:
    screen = shown(qtbot, PAGES["instructions"])
    assert isinstance(screen, ParticipantScreen)
    sent: list[object] = []
    screen.commanded.connect(sent.append)
    find(screen, "previous_page").setFocus()
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    (turned,) = sent
    assert isinstance(turned, TurnPage)
    assert turned.page == 1


def test_whoever_would_rather_take_part_gets_back(qtbot: QtBot) -> None:
    screen = shown(qtbot, PAGES["consent"])
    find(screen, "decline").click()
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    assert find(screen, "agree").isVisible()
