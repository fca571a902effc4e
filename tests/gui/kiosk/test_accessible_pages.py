"""Every page of the kiosk: named for a screen reader, in order for Tab, readable in both looks."""

from collections.abc import Iterator

import pytest
from accessible import by_tab, nameless, out_of_order, too_faint, wrong_choices
from participant_views import every_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.setup_page import SetupPage
from ui.kiosk.widgets.history_sheet import HistorySheet
from ui.look.focus import stops_as_read
from ui.look.style import apply_look

PAGES = every_page()
SIZE = (1280, 720)


@pytest.fixture(scope="module", params=["light", "dark"])
def screen(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[ParticipantScreen]:
    apply_look(qapp, request.param)
    made = ParticipantScreen(animate=False)
    made.resize(*SIZE)
    made.show()
    assert QTest.qWaitForWindowExposed(made)
    yield made
    delete(made)  # at once: another look would be given to it too
    apply_look(qapp, "light")


def check(window: QWidget) -> None:
    QApplication.processEvents()
    assert nameless(window) == []
    assert wrong_choices(window) == []
    assert out_of_order(window) == []
    assert too_faint(window) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page(screen: ParticipantScreen, name: str) -> None:
    for side in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        screen.setLayoutDirection(side)
        screen.show_view(PAGES[name])
        check(screen)
    screen.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_before_and_around_the_pages(screen: ParticipantScreen, qtbot: QtBot) -> None:
    setup = SetupPage(animate=False)
    qtbot.addWidget(setup)
    setup.resize(*SIZE)
    setup.show_form()
    setup.show()
    check(setup)


def test_what_covers_a_page(screen: ParticipantScreen) -> None:
    screen.show_view(PAGES["outcome"])
    screen.activateWindow()
    screen.findChild(QPushButton, "show_history").click()
    QApplication.processEvents()
    sheet = screen.findChild(HistorySheet)
    close = screen.focusWidget()
    assert close is sheet.first
    led = by_tab(close)
    assert len(led) > 2
    assert all(sheet.isAncestorOf(part) for part in led), "Tab stays in front"
    round_again = led.index(stops_as_read(sheet)[0])
    assert out_of_order(screen, [*led[round_again:], *led[:round_again]]) == []
    assert nameless(sheet) == []
    assert too_faint(sheet.card) == []
    close.click()


def test_what_is_not_so_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(300, 200)
    last, first = QPushButton("Last", page), QPushButton("First", page)
    last.move(10, 100)
    first.move(10, 10)
    nothing = QPushButton("", page)
    nothing.move(10, 150)
    faint = QLabel("Faint", page)
    faint.setStyleSheet("color: #999999; background: #ffffff; font-size: 20px;")
    faint.move(150, 10)
    page.show()
    QApplication.processEvents()
    assert len(out_of_order(page)) == 1
    assert len(nameless(page)) == 1
    assert any("Faint" in each for each in too_faint(page))
