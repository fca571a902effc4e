"""What a waiting participant reads comes true, also where nothing comes of the game."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from walks import Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.payment import payment
from hcmd_lab.game.regroup import close_unfilled
from hcmd_lab.game.session_settings import Dropout, SessionSettings
from hcmd_lab.game.state import Phase
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.view import Page
from hcmd_lab.telling.language import speak
from ui.kiosk.screen import ParticipantScreen

PROMISES = ("will begin", "will continue", "lose nothing", "nothing is lost")
LIMITS = SessionSettings(intro_s=1, decide_s=1, outcome_s=1, vote_s=1)


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication) -> ParticipantScreen:
    speak(qapp, "en")
    made = ParticipantScreen(animate=False)
    qtbot.addWidget(made)
    return made


def read(screen: ParticipantScreen, walk: Walk) -> str:
    """What stands on the screen of the first station."""
    screen.show_view(station_view(walk.state, "s1", walk.now_ms))
    lines = [each for each in screen.findChildren(QLabel) if each.isVisibleTo(screen)]
    return " ".join(line.text() for line in lines)


def test_whoever_waits_for_a_seat_may_be_left_over(screen: ParticipantScreen) -> None:
    walk = Walk(small_plan(settings=LIMITS))
    walk.check_in(1)
    assert station_view(walk.state, "s1", walk.now_ms).page is Page.SEATING
    waiting = read(screen, walk)
    assert not [each for each in PROMISES if each in waiting]
    for event in close_unfilled(walk.state, walk.now_ms):
        walk.do(event)
    assert station_view(walk.state, "s1", walk.now_ms).page is Page.GOODBYE
    assert all(not group.history for group in walk.state.groups.values()), "nobody has played"


def test_a_paused_group_may_end_without_pay_for_its_coins(screen: ParticipantScreen) -> None:
    walk = Walk(small_plan(settings=LIMITS))
    walk.check_in()
    for _ in range(200):
        if walk.state.groups[1].phase is Phase.OUTCOME and walk.state.groups[1].stage == 2:
            break
        walk.wait(200)
    earned = payment(walk.state, "p1").paid_hundredths
    walk.do(ev.Paused(walk.now_ms, 1, "a lamp is being repaired"))
    waiting = read(screen, walk)
    assert "Your time stands still" in waiting
    assert not [each for each in PROMISES if each in waiting]
    walk.do(ev.GroupEnded(walk.now_ms, 1, "void", "fire alarm"))
    assert payment(walk.state, "p1").paid_hundredths < earned, "something was lost"


def test_an_automatic_pause_is_not_said_to_be_short(screen: ParticipantScreen) -> None:
    walk = Walk(small_plan(settings=replace(LIMITS, dropout=Dropout.PAUSE, dropout_s=5)))
    walk.check_in()
    walk.do(ev.StationLost(walk.now_ms, "s2"))
    walk.wait(6_000)
    assert walk.state.groups[1].pause_is_automatic
    waiting = read(screen, walk)
    assert "The game is paused" in waiting, "until a connection is back, which may take long"
    assert "short" not in waiting


def test_nobody_keeps_what_was_not_earned(screen: ParticipantScreen) -> None:
    walk = Walk(small_plan(settings=LIMITS))
    walk.check_in()
    walk.do(ev.GroupEnded(walk.now_ms, 1, "ended_early", "a station is lost"))
    assert station_view(walk.state, "s1", walk.now_ms).page is Page.ENDED_EARLY
    assert not walk.state.groups[1].history
    assert "You keep" not in read(screen, walk)


@pytest.mark.parametrize("coin_value", [0.0, 0.04])
def test_coins_are_kept_only_where_they_are_worth_something(
    screen: ParticipantScreen, coin_value: float
) -> None:
    plan = small_plan(settings=LIMITS)
    walk = Walk(replace(plan, payment=replace(plan.payment, coin_value=coin_value)))
    walk.check_in()
    while not walk.state.groups[1].history:
        walk.wait(200)
    walk.do(ev.GroupEnded(walk.now_ms, 1, "ended_early", "a station is lost"))
    assert ("You keep" in read(screen, walk)) == (coin_value > 0)
