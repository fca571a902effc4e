"""The participant's screen as a whole: what is kept between views, and what interrupts a page."""

from dataclasses import replace
from typing import Any

import pytest
from participant_views import every_page, view, vote_view
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.station_messages import UNSENT, Continue, Decide, Read
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.widgets.clock import Clock
from ui.kiosk.widgets.lost_banner import NOTICED_MS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def screen(qtbot: QtBot) -> None:
    made = ParticipantScreen(animate=False)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    qtbot.waitActive(made).__enter__()
    return made


def find(screen: ParticipantScreen, name: str, kind: Any = QPushButton) -> Any:
    found = screen.findChild(kind, name)
    assert found is not None, name
    return found


def texts(screen: ParticipantScreen) -> str:
    """Everything that can be read on the screen."""
    return "\n".join(
        widget.text()
        for widget in screen.findChildren(QWidget)
        if isinstance(widget, QLabel | QPushButton) and widget.isVisible()
    )


def focused(screen: ParticipantScreen) -> QWidget:
    widget = screen.focusWidget()
    assert widget is not None
    return widget


def test_the_same_view_again_leaves_a_choice_alone(screen: ParticipantScreen, qtbot: QtBot) -> None:
    shown = view(Page.DECIDE)
    screen.show_view(shown)
    qtbot.keyClicks(focused(screen), "6")
    screen.show_view(replace(shown, time_left_ms=31_000))
    assert find(screen, "contribution_slider", QSlider).value() == 6
    assert find(screen, "confirm_contribution").isEnabled()


def test_a_new_round_begins_with_nothing_chosen(screen: ParticipantScreen, qtbot: QtBot) -> None:
    screen.show_view(view(Page.DECIDE))
    qtbot.keyClicks(focused(screen), "6")
    screen.show_view(view(Page.DECIDE, round=5))
    assert find(screen, "contribution_slider", QSlider).value() < 0
    assert not find(screen, "confirm_contribution").isEnabled()


def test_a_label_half_typed_stays(screen: ParticipantScreen, qtbot: QtBot) -> None:
    screen.show_view(SeatView(Page.CHECK_IN, label_asked=True))
    qtbot.keyClicks(focused(screen), "Pla")
    screen.show_view(SeatView(Page.CHECK_IN, label_asked=True))
    assert focused(screen).text() == "Pla"


def test_pending_closes_the_page_until_the_next_one(
    screen: ParticipantScreen, qtbot: QtBot
) -> None:
    screen.show_view(view(Page.DECIDE))
    qtbot.keyClicks(focused(screen), "6")
    screen.set_pending(True)
    confirm = find(screen, "confirm_contribution")
    assert confirm.text() == "Saving…"
    assert not confirm.isEnabled()
    with qtbot.assertNotEmitted(screen.commanded):
        qtbot.keyClick(focused(screen), Qt.Key.Key_Return)
    screen.show_view(view(Page.DECIDE))
    assert not confirm.isEnabled(), "a view of the same page does not say that it is saved"
    screen.show_view(view(Page.DECIDE, round=5))
    assert confirm.text() == "Confirm"


def test_a_refusal_is_told_beside_the_button_and_the_choice_is_kept(
    screen: ParticipantScreen, qtbot: QtBot
) -> None:
    screen.show_view(view(Page.DECIDE))
    qtbot.keyClicks(focused(screen), "6")
    screen.set_pending(True)
    screen.reject("not_saved")
    assert "could not be saved" in texts(screen)
    assert find(screen, "contribution_slider", QSlider).value() == 6
    with qtbot.waitSignal(screen.commanded) as commanded:
        qtbot.keyClick(focused(screen), Qt.Key.Key_Return)
    assert commanded.args == [Decide(UNSENT, 1, 4, 6)]
    qtbot.keyClick(focused(screen), Qt.Key.Key_Left)
    assert "could not be saved" not in texts(screen)


def test_a_refusal_without_words_of_its_own_asks_to_raise_a_hand(
    screen: ParticipantScreen,
) -> None:
    screen.show_view(view(Page.DECIDE))
    screen.reject("released")
    assert "Please raise your hand." in texts(screen)


def test_a_refusal_is_gone_on_the_next_page(screen: ParticipantScreen) -> None:
    screen.show_view(view(Page.DECIDE))
    screen.reject("not_now")
    screen.show_view(view(Page.WAIT, contribution=6))
    screen.show_view(view(Page.DECIDE, round=5))
    assert "not possible right now" not in texts(screen)


@pytest.mark.parametrize("code", ["too_late", "already_decided"])
def test_a_refusal_that_comes_with_the_next_page_stays_until_it_is_seen(
    screen: ParticipantScreen, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    screen.show_view(view(Page.DECIDE))
    screen.reject(code)
    words = screen.page.footer.notice
    assert words
    for page in (view(Page.WAIT, contribution=6), view(Page.DECIDE, round=5)):
        screen.show_view(page)
        assert screen.page.footer.notice == words
    monkeypatch.setattr("ui.kiosk.widgets.shown_rejection.SEEN_MS", -1)
    screen.show_view(view(Page.DECIDE, round=6))
    assert not screen.page.footer.notice


def test_a_pause_covers_the_page_and_gives_everything_back(
    screen: ParticipantScreen, qtbot: QtBot
) -> None:
    shown = view(Page.DECIDE)
    screen.show_view(shown)
    qtbot.keyClicks(focused(screen), "6")
    screen.show_view(replace(shown, paused=True, pause_reason="A lamp is repaired."))
    assert "The experimenter has paused" in texts(screen)
    assert "A lamp is repaired." in texts(screen)
    with qtbot.assertNotEmitted(screen.commanded):
        qtbot.keyClicks(focused(screen), "3")
        qtbot.keyClick(focused(screen), Qt.Key.Key_Return)
        find(screen, "confirm_contribution").click()
    screen.show_view(shown)
    assert "has paused" not in texts(screen)
    assert focused(screen) is find(screen, "contribution_slider", QSlider)
    assert find(screen, "contribution_slider", QSlider).value() == 6


def test_a_pause_by_itself_blames_nobody(screen: ParticipantScreen) -> None:
    screen.show_view(view(Page.DECIDE, paused=True, pause_is_automatic=True, pause_reason="lost"))
    assert "The game is paused" in texts(screen)
    assert "experimenter" not in texts(screen)


def test_the_clock_stands_still_in_a_pause(screen: ParticipantScreen, qtbot: QtBot) -> None:
    clock = screen.findChild(Clock)
    screen.show_view(view(Page.DECIDE, time_left_ms=60_000, paused=True))
    assert clock.left_ms == 60_000
    screen.show_view(view(Page.DECIDE, time_left_ms=60_000))
    qtbot.waitUntil(lambda: clock.left_ms < 60_000)


def test_the_last_seconds_are_told_in_words(screen: ParticipantScreen) -> None:
    screen.show_view(view(Page.DECIDE, time_left_ms=60_000))
    assert "Almost over" not in texts(screen)
    screen.show_view(view(Page.DECIDE, time_left_ms=9_000))
    assert "Almost over" in texts(screen)
    screen.show_view(view(Page.DECIDE, time_left_ms=None))
    assert "Almost over" not in texts(screen)


def test_a_lost_connection_promises_no_more_than_is_so(
    screen: ParticipantScreen, qtbot: QtBot
) -> None:
    screen.show_view(view(Page.DECIDE, wait_left_ms=NOTICED_MS + 200))
    screen.set_connected(False)
    assert "the clock is stopped" in texts(screen)
    qtbot.waitUntil(lambda: "please raise your hand" in texts(screen))
    assert "Clock stopped" not in texts(screen), "nobody here knows whether it runs"
    screen.set_connected(True)
    screen.show_view(view(Page.DECIDE))
    assert "Time left" in texts(screen)
    screen.show_view(view(Page.WAIT))
    screen.set_connected(False)
    assert "nothing you confirmed is lost" in texts(screen)


@pytest.mark.parametrize("page", Page)
def test_nobody_is_told_that_a_connection_comes_back(screen: ParticipantScreen, page: Page) -> None:
    """The lab computer may be off: the station knows only that it keeps trying."""
    screen.show_view(view(page))
    screen.set_connected(False)
    assert "lab computer" in texts(screen)
    assert "being restored" not in texts(screen)


@pytest.mark.parametrize(
    "page", [Page.FINISHED, Page.ENDED_EARLY, Page.VOID, Page.DROPPED, Page.GOODBYE]
)
def test_whose_session_may_be_over_is_promised_no_connection(
    screen: ParticipantScreen, page: Page
) -> None:
    screen.show_view(view(page))
    screen.set_connected(False)
    assert "or has ended the session. Nothing you confirmed is lost." in texts(screen)


def test_who_waits_for_a_lost_station_is_told_that_the_clock_stands(
    screen: ParticipantScreen,
) -> None:
    screen.show_view(view(Page.DECIDE, clock_waits=True))
    assert "The clock is stopped for now." in texts(screen)
    # Whether the other computer comes back nobody knows, and the clock may go on without it.
    assert "restored" not in texts(screen)
    assert "until" not in texts(screen)
    assert "Clock stopped" in texts(screen)
    assert screen.page is not None
    assert screen.page.is_open
    screen.show_view(view(Page.DECIDE))
    assert "no connection" not in texts(screen)


def test_a_lost_connection_keeps_the_screen_and_closes_it(
    screen: ParticipantScreen, qtbot: QtBot
) -> None:
    screen.show_view(view(Page.DECIDE, wait_left_ms=120_000))
    qtbot.keyClicks(focused(screen), "6")
    screen.set_connected(False)
    assert "the clock is stopped for now" in texts(screen)
    assert "Clock stopped" in texts(screen)
    assert "How many of your 10 coin" in texts(screen)
    with qtbot.assertNotEmitted(screen.commanded):
        qtbot.keyClick(focused(screen), Qt.Key.Key_Return)
        find(screen, "confirm_contribution").click()
    screen.set_connected(True)
    assert "is lost" not in texts(screen)
    with qtbot.waitSignal(screen.commanded) as commanded:
        qtbot.keyClick(focused(screen), Qt.Key.Key_Return)
    assert commanded.args == [Decide(UNSENT, 1, 4, 6)]


def test_a_message_must_be_read(screen: ParticipantScreen, qtbot: QtBot) -> None:
    shown = view(Page.DECIDE)
    screen.show_view(replace(shown, message="Please speak quietly."))
    assert "Please speak quietly." in texts(screen)
    read = find(screen, "message_read")
    assert focused(screen) is read
    with qtbot.assertNotEmitted(screen.commanded):
        qtbot.keyClick(focused(screen), Qt.Key.Key_Escape)
    with qtbot.waitSignal(screen.commanded) as commanded:
        qtbot.keyClick(read, Qt.Key.Key_Space)
    assert commanded.args == [Read(UNSENT)]
    assert "Please speak quietly." in texts(screen), "the host has not taken notice yet"
    screen.show_view(shown)
    assert "Please speak quietly." not in texts(screen)
    assert focused(screen) is find(screen, "contribution_slider", QSlider)


def test_a_message_comes_before_a_pause(screen: ParticipantScreen, qtbot: QtBot) -> None:
    screen.show_view(view(Page.DECIDE, message="Please speak quietly."))
    screen.show_view(view(Page.DECIDE, paused=True, message="Please speak quietly."))
    read = find(screen, "message_read")
    assert screen.childAt(read.mapTo(screen, read.rect().center())) is read
    with qtbot.waitSignal(screen.commanded) as commanded:
        qtbot.mouseClick(find(screen, "message_read"), LEFT)
    assert commanded.args == [Read(UNSENT)]


def test_earlier_rounds_are_at_hand(screen: ParticipantScreen, qtbot: QtBot) -> None:
    screen.show_view(vote_view(page=Page.OUTCOME))
    qtbot.mouseClick(find(screen, "show_history"), LEFT)
    assert "Stage 1" in texts(screen)
    with qtbot.assertNotEmitted(screen.commanded):
        qtbot.keyClick(focused(screen), Qt.Key.Key_Escape)
    assert not find(screen, "close_history").isVisible()
    with qtbot.waitSignal(screen.commanded) as commanded:
        qtbot.keyClick(focused(screen), Qt.Key.Key_Return)
    assert commanded.args == [Continue(UNSENT, Page.OUTCOME, 2, 10)]


def test_earlier_rounds_give_way_to_a_new_page(screen: ParticipantScreen, qtbot: QtBot) -> None:
    screen.show_view(view(Page.WAIT, contribution=6))
    qtbot.mouseClick(find(screen, "show_history"), LEFT)
    screen.show_view(view(Page.OUTCOME, round=3))
    assert not find(screen, "close_history").isVisible()


@pytest.mark.parametrize("name", every_page())
def test_a_mirror_takes_no_input(qtbot: QtBot, name: str) -> None:
    mirror = ParticipantScreen(read_only=True)
    qtbot.addWidget(mirror)
    commands = QSignalSpy(mirror.commanded)
    mirror.resize(1280, 720)
    mirror.show_view(every_page()[name])
    assert not mirror.grab().isNull()
    for widget in mirror.findChildren(QWidget):
        assert widget.focusPolicy() == Qt.FocusPolicy.NoFocus
    qtbot.mouseClick(mirror, LEFT)
    assert commands.count() == 0
