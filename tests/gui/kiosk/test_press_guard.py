"""A press meant for one page does not act on the next: double clicks, held keys, touch."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

import pytest
from participant_views import every_page, question_view, script_view, view
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.station_messages import UNSENT, Continue, GiveConsent, TurnPage
from ui.kiosk import press_guard
from ui.kiosk.press_guard import PressGuard
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets.amount_slider import AmountSlider
from ui.kiosk.widgets.coin_board import CoinBoard

LEFT = Qt.MouseButton.LeftButton
ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space
PAGES = every_page()
FINGER = QTest.createTouchDevice()


@pytest.fixture(scope="module")
def one_screen(qapp: QApplication) -> Iterator[ParticipantScreen]:
    made = ParticipantScreen(animate=False)
    made.resize(1280, 720)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def screen(one_screen: ParticipantScreen, monkeypatch: pytest.MonkeyPatch) -> ParticipantScreen:
    """A screen that a page has to stand on for a while, but no test."""
    monkeypatch.setattr(press_guard, "SETTLE_MS", 60_000)
    one_screen.show_view(SeatView(Page.CLOSED))
    return one_screen


def settle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each page have stood for long enough."""
    monkeypatch.setattr(press_guard, "SETTLE_MS", 0)


def held(screen: ParticipantScreen, key: Qt.Key) -> None:
    """What a key that is held sends, as X11 and Windows send it."""
    text = " " if key is SPACE else "\r"
    none = Qt.KeyboardModifier.NoModifier
    for _ in range(3):
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
            event = QKeyEvent(kind, key, none, text, True)
            QCoreApplication.sendEvent(screen.focusWidget() or screen, event)


def buttons(screen: ParticipantScreen) -> list[QAbstractButton]:
    """Everything on the page and in front of it that can be pressed now."""
    front = screen._front() or screen.page
    assert front is not None
    return [b for b in front.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]


def with_a_message() -> dict[str, SeatView]:
    return {"message": replace(PAGES["outcome"], message="Please hurry.")}


@pytest.mark.parametrize("name", [*PAGES, "message"])
def test_no_button_of_a_page_takes_a_double_click_as_it_appears(
    screen: ParticipantScreen, name: str, qtbot: QtBot
) -> None:
    shown = (PAGES | with_a_message())[name]
    screen.show_view(shown)
    for button in buttons(screen):
        screen.show_view(SeatView(Page.CLOSED))
        screen.show_view(shown)
        clicked = QSignalSpy(button.clicked)
        QTest.mousePress(button, LEFT)
        # The second press of a double click: the first one belonged to the page before.
        qtbot.mouseRelease(button, LEFT)
        assert clicked.count() == 0, button.objectName()
        screen.show_view(SeatView(Page.CLOSED))
        screen.show_view(shown)
        for key in (ENTER, SPACE):
            QTest.keyPress(button, key)
            held(screen, key)
        assert clicked.count() == 0, button.objectName()


@pytest.mark.parametrize("name", [*PAGES, "message"])
def test_no_button_of_a_page_takes_a_touch_as_it_appears(
    screen: ParticipantScreen, name: str
) -> None:
    shown = (PAGES | with_a_message())[name]
    screen.show_view(shown)
    for button in buttons(screen):
        screen.show_view(SeatView(Page.CLOSED))
        screen.show_view(shown)
        clicked = QSignalSpy(button.clicked)
        at = button.mapTo(screen, button.rect().center())
        QTest.touchEvent(screen.windowHandle(), FINGER).press(0, at).commit()
        QTest.touchEvent(screen.windowHandle(), FINGER).release(0, at).commit()
        assert clicked.count() == 0, button.objectName()


@pytest.mark.parametrize("name", [*PAGES, "message"])
def test_each_button_takes_a_press_once_its_page_has_stood(
    screen: ParticipantScreen, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = (PAGES | with_a_message())[name]
    screen.show_view(shown)
    settle(monkeypatch)
    for button in buttons(screen):
        screen.show_view(SeatView(Page.CLOSED))
        screen.show_view(shown)
        pressed = QSignalSpy(button.pressed)
        QTest.mousePress(button, LEFT)
        assert pressed.count() == 1, button.objectName()


def test_a_double_click_on_agree_turns_no_page(
    screen: ParticipantScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(monkeypatch)
    sent = QSignalSpy(screen.commanded)
    screen.show_view(PAGES["consent"])
    QTest.mouseClick(screen.page.footer.button, LEFT)
    monkeypatch.setattr(press_guard, "SETTLE_MS", 60_000)
    screen.show_view(script_view(Page.INSTRUCTIONS, text="# One", page=0, pages=3))
    QTest.mouseDClick(screen.page.footer.button, LEFT, delay=1)
    QTest.mouseRelease(screen.page.footer.button, LEFT)
    assert [type(sent.at(at)[0]) for at in range(sent.count())] == [GiveConsent]


def test_after_a_press_that_did_nothing_the_next_one_counts(
    screen: ParticipantScreen,
) -> None:
    sent = QSignalSpy(screen.commanded)
    screen.show_view(PAGES["vote_result"])
    button = screen.page.footer.button
    QTest.mouseClick(button, LEFT)
    assert sent.count() == 0
    QTest.mouseClick(button, LEFT)
    assert sent.count() == 1


@pytest.mark.parametrize("key", [ENTER, SPACE])
def test_a_key_held_since_the_page_before_never_acts(
    screen: ParticipantScreen, key: Qt.Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(monkeypatch)
    sent = QSignalSpy(screen.commanded)
    screen.show_view(PAGES["stage_intro"])
    QTest.keyPress(screen.focusWidget(), key)
    screen.show_view(PAGES["vote_result"])
    held(screen, key)
    QTest.keyRelease(screen.focusWidget(), key)
    said = [sent.at(at)[0] for at in range(sent.count())]
    assert all(isinstance(each, Continue) and each.page is Page.STAGE_INTRO for each in said)
    QTest.keyClick(screen.focusWidget(), key)
    assert sent.at(sent.count() - 1)[0].page is Page.VOTE_RESULT


@dataclass(frozen=True)
class FromX11:
    """A key as a window system sends it: Qt has not noticed that it is held."""

    kind: QEvent.Type
    pressed: Qt.Key
    at_ms: int

    def type(self) -> QEvent.Type:
        return self.kind

    def key(self) -> int:
        return self.pressed

    def text(self) -> str:
        return " " if self.pressed is SPACE else "\r"

    def timestamp(self) -> int:
        return self.at_ms

    def isAutoRepeat(self) -> bool:  # noqa: N802
        return False

    def spontaneous(self) -> bool:
        return True


@pytest.mark.parametrize("key", [ENTER, SPACE])
def test_a_key_is_held_also_where_qt_says_that_it_was_pressed_again(
    screen: ParticipantScreen, key: Qt.Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(monkeypatch)
    guard = screen.findChild(PressGuard)
    assert guard is not None

    def is_taken(kind: QEvent.Type, at_ms: int) -> bool:
        return not guard.eventFilter(screen, cast("QEvent", FromX11(kind, key, at_ms)))

    screen.show_view(PAGES["stage_intro"])
    assert is_taken(QEvent.Type.KeyPress, 9_000)
    screen.show_view(PAGES["vote_result"])
    for at_ms in (9_660, 9_700, 9_740):
        # X11 sends a release and a press at one moment while a key is held.
        is_taken(QEvent.Type.KeyRelease, at_ms)
        assert not is_taken(QEvent.Type.KeyPress, at_ms)
    is_taken(QEvent.Type.KeyRelease, 9_780)
    assert is_taken(QEvent.Type.KeyPress, 9_840), "as fast as a finger can"


def test_letting_go_on_the_next_page_of_what_was_pressed_on_the_last_does_nothing(
    screen: ParticipantScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(monkeypatch)
    first, second = (
        script_view(Page.INSTRUCTIONS, text=f"# {n}", page=n, pages=3) for n in range(2)
    )
    sent = QSignalSpy(screen.commanded)
    screen.show_view(first)
    turn = screen.page.footer.button
    QTest.mousePress(turn, LEFT)
    screen.show_view(second)
    QTest.mouseRelease(turn, LEFT)
    assert sent.count() == 0
    QTest.mouseClick(turn, LEFT)
    assert sent.at(0)[0] == TurnPage(UNSENT, 2)


def test_closing_what_is_in_front_does_not_press_what_is_behind(
    screen: ParticipantScreen,
) -> None:
    screen.show_view(replace(PAGES["vote_result"], message="Please hurry."))
    screen.show_view(PAGES["vote_result"])
    sent = QSignalSpy(screen.commanded)
    QTest.mouseClick(screen.page.footer.button, LEFT)
    assert sent.count() == 0


def test_the_end_of_the_story_begins_a_page(
    screen: ParticipantScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(monkeypatch)
    sent = QSignalSpy(screen.commanded)
    screen.show_view(PAGES["outcome"])
    monkeypatch.setattr(press_guard, "SETTLE_MS", 60_000)
    screen.page._show_end()
    QTest.keyClick(screen.focusWidget(), ENTER)
    assert sent.count() == 0


def test_coins_that_are_clicked_are_guarded_too(screen: ParticipantScreen) -> None:
    screen.show_view(view(Page.DECIDE))
    board = screen.page.findChild(CoinBoard)
    QTest.mouseDClick(board, LEFT)
    assert not screen.page.footer.button.isEnabled()


def test_parts_that_came_with_a_view_are_guarded_too(screen: ParticipantScreen) -> None:
    screen.show_view(question_view(options=tuple(f"Option {n}" for n in range(6))))
    rows = [b for b in buttons(screen) if b.objectName() == "option_6"]
    QTest.mouseClick(rows[0], LEFT)
    assert not rows[0].isChecked()


def test_a_page_takes_presses_after_less_than_half_a_second(
    one_screen: ParticipantScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    assert press_guard.SETTLE_MS == 400
    one_screen.show_view(SeatView(Page.CLOSED))
    one_screen.show_view(PAGES["vote_result"])
    stood = QElapsedTimer()
    stood.start()
    sent = QSignalSpy(one_screen.commanded)
    qtbot.waitUntil(lambda: stood.elapsed() >= 400)
    QTest.keyClick(one_screen.focusWidget(), ENTER)
    assert sent.count() == 1


def test_a_simulated_person_is_not_held_up(screen: ParticipantScreen) -> None:
    screen.show_view(PAGES["vote_result"])
    sent = QSignalSpy(screen.commanded)
    button = screen.findChild(QPushButton, "proceed")
    button.click()
    assert sent.count() == 1


def test_ten_is_ten_also_on_a_page_that_has_just_appeared(screen: ParticipantScreen) -> None:
    screen.show_view(view(Page.DECIDE, endowments=(10, 4, 4, 4)))
    slider = screen.findChild(AmountSlider)
    assert slider is not None
    for key in (Qt.Key.Key_1, Qt.Key.Key_0):
        QTest.keyClick(slider, key)
    assert slider.value() == 10
