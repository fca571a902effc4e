"""The screen and the network joined: a real host, real sockets, real widgets."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hosted_session import HostedSession, opened_rooms
from network_lab import HOME, Cable, Log
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSlider
from pytestqt.qtbot import QtBot
from scripted import full_plan
from walks import small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.host_line import LinkTiming
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import UNSENT, CheckIn, Command, Decide, Read
from ui.kiosk.bot import Bot
from ui.kiosk.person import SimulatedPerson
from ui.kiosk.screen import ParticipantScreen
from ui.kiosk.station import Station
from ui.kiosk.widgets.clock import Clock
from ui.kiosk.widgets.lost_banner import LinkSign, LostBanner

LEFT = Qt.MouseButton.LeftButton
QUICK = LinkTiming(connect_ms=1000, first_retry_ms=20, max_retry_ms=50, ping_ms=50, give_up_ms=200)


class Seat:
    """One station with its screen."""

    def __init__(self, qtbot: QtBot, session: HostedSession, folder: Path, port: int) -> None:
        self.qtbot = qtbot
        self.screen = ParticipantScreen(animate=False)
        qtbot.addWidget(self.screen)
        self.screen.resize(1280, 720)
        self.screen.show()
        self.station = Station(self.screen, session.parent())
        self.log = Log(self.station, "shown", "rejected", "shut_out", "broken")
        self.link = StationLink(
            HOME, port or session.port, "me", folder / "me", code=parse_code(session.code),
            timing=QUICK, parent=session.parent(),
        )  # fmt: skip
        self.station.join(self.link)
        self.link.start()

    def find(self, name: str, kind: Any = QPushButton) -> Any:
        """The visible widget of a name."""
        for widget in self.screen.findChildren(kind, name):
            if widget.isVisible():
                return widget
        raise AssertionError(f"no {name} can be seen")

    def click(self, name: str) -> None:
        self.qtbot.waitUntil(lambda: self.find(name).isEnabled())
        self.qtbot.mouseClick(self.find(name), LEFT)

    def until(self, page: Page) -> SeatView:
        self.qtbot.waitUntil(lambda: bool(self.station.view) and self.station.view.page is page)
        assert self.station.view is not None
        return self.station.view

    def check_in(self, label: str) -> None:
        self.until(Page.CHECK_IN)
        if self.station.view.label_asked:
            self.qtbot.keyClicks(self.find("check_in_label", QLineEdit), label)
        self.click("check_in")
        self.qtbot.waitUntil(lambda: self.station.view.page is not Page.CHECK_IN)

    def come_to_decide(self, label: str) -> None:
        """Check in, read the introduction, and reach the first decision."""
        self.check_in(label)
        self.until(Page.STAGE_INTRO)
        self.click("proceed")
        self.until(Page.DECIDE)


class Room:
    """A session, one seat with a screen, and bots at the others."""

    def __init__(self, qtbot: QtBot, folder: Path, plan: SessionPlan | None = None) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.parent = QObject()
        plan = plan or small_plan(script=replace(NO_SCRIPT, ask_label=True))
        self.session = HostedSession(folder / "study", parent=self.parent, plan=plan)
        self.links: list[StationLink] = []

    def seat(self, port: int = 0) -> Seat:
        seat = Seat(self.qtbot, self.session, self.folder, port)
        self.links.append(seat.link)
        return seat

    def let_others_play(self) -> None:
        for name in ("a", "b", "c"):
            link = StationLink(
                HOME, self.session.port, name, self.folder / name,
                code=parse_code(self.session.code), parent=self.parent,
            )  # fmt: skip
            Bot(link, SimulatedPerson(1), f"bot-{name}", parent=self.parent)
            link.start()
            self.links.append(link)

    def close(self) -> None:
        for link in self.links:
            link.stop()
        self.session.end()

    def of(self, kind: type[Command]) -> list[Any]:
        """What the host was asked for from the seat."""
        return [i for name, i in self.session.commands if name == "me" and isinstance(i, kind)]


@pytest.fixture
def rooms(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Room]]:
    with opened_rooms(partial(Room, qtbot, tmp_path)) as open_room:
        yield open_room


@pytest.fixture
def room(rooms: Callable[..., Room]) -> Room:
    return rooms()


def test_a_whole_session_is_played_by_hand(room: Room, qtbot: QtBot) -> None:
    seat = room.seat()
    room.let_others_play()
    seat.check_in("P-17")
    for _ in range(3):
        seat.until(Page.STAGE_INTRO)
        seat.click("proceed")
        for number in (1, 2):
            view = seat.until(Page.DECIDE)
            assert view.round == number
            qtbot.keyClick(seat.screen.page, Qt.Key.Key_1)
            seat.click("confirm_contribution")
            seat.until(Page.OUTCOME)
            seat.click("proceed")
        if view.stage == 2:
            seat.until(Page.VOTE)
            qtbot.keyClick(seat.screen.page, Qt.Key.Key_2)
            seat.click("confirm_vote")
            seat.until(Page.VOTE_RESULT)
            seat.click("proceed")
    seat.until(Page.FINISHED)
    (person,) = (p for p in room.session.state.participants.values() if p.station == "me")
    assert (person.label, person.is_bot) == ("P-17", False)
    assert [(d.stage, d.round, d.contribution) for d in room.of(Decide)] == [
        (stage, number, 1) for stage in (1, 2, 3) for number in (1, 2)
    ]


def test_a_choice_is_pending_until_it_is_saved(room: Room, qtbot: QtBot) -> None:
    seat = room.seat()
    seat.until(Page.CHECK_IN)
    let_go = room.session.hold_answers()
    qtbot.mouseClick(seat.find("check_in"), LEFT)
    qtbot.waitUntil(lambda: bool(room.of(CheckIn)))
    assert not seat.find("check_in").isEnabled()
    qtbot.mouseClick(seat.find("check_in"), LEFT)
    let_go()
    seat.until(Page.SEATING)
    assert len(room.of(CheckIn)) == 1


def test_what_is_refused_can_be_tried_again(room: Room, qtbot: QtBot) -> None:
    seat = room.seat()
    seat.until(Page.CHECK_IN)
    room.session.is_full = lambda _: True
    qtbot.keyClicks(seat.find("check_in_label", QLineEdit), "P-1")
    seat.click("check_in")
    qtbot.waitUntil(
        lambda: seat.log.of("rejected") == [(RejectionCode.NOT_SAVED, "The disk is full.")]
    )
    assert "could not be saved" in seat.screen.page.footer.notice
    assert seat.find("check_in_label", QLineEdit).text() == "P-1"
    room.session.is_full = lambda _: False
    seat.click("check_in")
    seat.until(Page.SEATING)
    assert [command.label for command in room.of(CheckIn)] == ["P-1", "P-1"]


def test_a_lost_connection_leaves_the_screen_as_it_is(room: Room, qtbot: QtBot) -> None:
    cable = Cable(room.session.port, room.parent)
    seat = room.seat(cable.port)
    room.let_others_play()
    seat.come_to_decide("")
    qtbot.keyClick(seat.screen.page, Qt.Key.Key_1)
    cable.is_cut = True
    qtbot.waitUntil(lambda: not seat.find("confirm_contribution").isEnabled())
    assert seat.find("contribution_slider", QSlider).value() == 1
    cable.is_cut = False
    qtbot.waitUntil(lambda: seat.find("confirm_contribution").isEnabled(), timeout=20_000)
    assert seat.find("contribution_slider", QSlider).value() == 1
    seat.click("confirm_contribution")
    qtbot.waitUntil(lambda: [d.contribution for d in room.of(Decide)] == [1])


def test_a_kiosk_started_again_shows_the_same_screen(room: Room, qtbot: QtBot) -> None:
    first = room.seat()
    room.let_others_play()
    first.check_in("")
    first.until(Page.STAGE_INTRO)
    first.click("proceed")
    before = first.until(Page.DECIDE)
    first.link.stop()
    again = room.seat()
    after = again.until(Page.DECIDE)
    assert (after.participant, after.stage, after.round) == (before.participant, 1, 1)


def test_a_message_is_acknowledged_also_after_a_refusal(room: Room, qtbot: QtBot) -> None:
    seat = room.seat()
    seat.check_in("")
    room.session.is_full = lambda event: isinstance(event, ev.MessageRead)
    code = seat.station.view.participant
    room.session.do(ev.MessageSent, code, "Please hurry.")
    qtbot.waitUntil(lambda: seat.station.view.message == "Please hurry.")
    seat.click("message_read")
    qtbot.waitUntil(lambda: bool(seat.log.of("rejected")))
    room.session.is_full = lambda _: False
    seat.click("message_read")
    qtbot.waitUntil(lambda: seat.station.view.message == "")


def test_a_full_session_leaves_the_participant_with_a_sentence(
    rooms: Callable[..., Room], qtbot: QtBot
) -> None:
    room = rooms(plan=full_plan())
    seat = room.seat()
    seat.until(Page.CHECK_IN)
    for number in range(1, 5):
        room.session.do(ev.CheckedIn, f"p{number}", f"s{number}", "", True)
    seat.click("check_in")
    qtbot.waitUntil(lambda: bool(seat.log.of("rejected")))
    assert "All places are taken" in seat.screen.page.footer.notice
    assert seat.log.of("shut_out") == []
    room.session.do(ev.ConsentAnswered, "p1", False, "v1")  # a place has become free
    seat.click("check_in")
    seat.until(Page.CONSENT)


def test_a_released_station_is_rejected(room: Room, qtbot: QtBot) -> None:
    seat = room.seat()
    seat.until(Page.CHECK_IN)
    room.session.host.revoke("me")
    qtbot.waitUntil(lambda: bool(seat.log.of("shut_out")))
    assert seat.log.of("shut_out")[0][0] == RejectionCode.RELEASED


def test_a_view_that_cannot_be_shown_is_told(
    room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = room.seat()
    seat.until(Page.CHECK_IN)

    def fail(view: SeatView) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(seat.screen, "show_view", fail)
    with qtbot.captureExceptions() as errors:
        seat.station.send(CheckIn(UNSENT, "", is_bot=False))
        qtbot.waitUntil(lambda: seat.log.of("broken") == [()])
    assert [kind for kind, _, _ in errors] == [ZeroDivisionError]


def test_a_label_that_cannot_be_sent_is_refused_at_once(room: Room, qtbot: QtBot) -> None:
    seat = room.seat()
    seat.until(Page.CHECK_IN)
    seat.station.send(CheckIn(UNSENT, "\x07", is_bot=False))
    assert seat.screen.page.footer.notice
    seat.click("check_in")
    seat.until(Page.SEATING)


def test_two_messages_with_the_same_words_are_both_acknowledged(room: Room, qtbot: QtBot) -> None:
    seat = room.seat()
    seat.check_in("")
    code = seat.station.view.participant
    for _ in range(2):
        room.session.do(ev.MessageSent, code, "Please hurry.")
    qtbot.waitUntil(lambda: seat.station.view.message == "Please hurry.")
    seat.click("message_read")
    seat.click("message_read")
    qtbot.waitUntil(lambda: seat.station.view.message == "")
    assert len(room.of(Read)) == 2


@pytest.mark.parametrize("kept_ms", [0, 400], ids=["at once", "after the line was given up"])
def test_a_short_cut_disturbs_nobody_and_loses_nothing(
    room: Room, qtbot: QtBot, kept_ms: int
) -> None:
    cable = Cable(room.session.port, room.parent)
    seat = room.seat(cable.port)
    room.let_others_play()
    seat.come_to_decide("P-17")
    slider = seat.find("contribution_slider", QSlider)
    qtbot.keyClick(seat.screen.page, Qt.Key.Key_1)
    focused = seat.screen.focusWidget()
    cable.is_cut = True
    qtbot.waitUntil(lambda: not seat.link.is_connected)
    qtbot.wait(kept_ms)
    page = seat.screen.page
    assert page is not None
    assert page.is_open, "nothing is covered or closed"
    assert not seat.screen.findChild(LostBanner).isVisible()
    assert (seat.screen.focusWidget(), slider.value()) == (focused, 1)
    seat.click("confirm_contribution")
    assert room.of(Decide) == []
    cable.is_cut = False
    qtbot.waitUntil(lambda: len(room.of(Decide)) == 1)
    seat.until(Page.OUTCOME)
    assert room.of(Decide)[0].contribution == 1


def test_a_long_cut_says_what_the_host_does(room: Room, qtbot: QtBot) -> None:
    cable = Cable(room.session.port, room.parent)
    seat = room.seat(cable.port)
    room.let_others_play()
    seat.come_to_decide("P-17")
    qtbot.keyClick(seat.screen.page, Qt.Key.Key_1)
    cable.is_cut = True
    banner = seat.screen.findChild(LostBanner)
    qtbot.waitUntil(banner.isVisible)
    assert "the clock is stopped" in banner.accessibleName()
    group = room.session.state.groups[1]
    shown_ms = seat.screen.findChild(Clock).left_ms
    assert group.waits_since_ms is not None, "and it is"
    assert group.remaining_ms is not None
    assert abs(group.remaining_ms - shown_ms) < 3000
    cable.is_cut = False
    qtbot.waitUntil(lambda: not banner.isVisible())
    assert seat.find("contribution_slider", QSlider).value() == 1


def test_why_the_host_is_not_trusted_is_a_letter_for_those_who_know_it(
    room: Room, qtbot: QtBot
) -> None:
    seat = room.seat()
    seat.until(Page.CHECK_IN)
    (banner,) = seat.screen.findChildren(LostBanner)

    def shown() -> set[str]:
        return {each.text() for each in banner.findChildren(QLabel)}

    seat.link.untrusted.emit("another computer")
    assert "C" in shown()
    seat.link.misdated.emit("another day")
    assert "D" in shown()
    assert "C" not in shown()
    seat.link.connected.emit()
    assert not shown() & {"C", "D"}


def test_the_pages_on_the_windows_and_on_trouble_tell_each_letter() -> None:
    docs = Path(__file__).parents[3] / "docs"
    told = "".join(
        (docs / name).read_text("utf-8") for name in ("windows.md", "troubleshooting.md")
    )
    for sign in LinkSign:
        if sign is not LinkSign.NONE:
            assert re.search(rf"\*\*{sign}\*\*|a sign {sign}\b", told), sign
