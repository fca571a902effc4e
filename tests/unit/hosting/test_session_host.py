import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from network_lab import HOME, Log
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.game import events as ev
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.network import announcement
from hcmd_lab.network.exit_pin import hash_pin, pin_matches
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import UNSENT, CheckIn, ExitReport, Read
from hcmd_lab.storage.store import Store
from hcmd_lab.study.study import Study


class Room:
    """A session that is hosted, and one station with somebody at it."""

    def __init__(self, store: Store, folder: Path, qtbot: QtBot) -> None:
        self.store = store
        self.qtbot = qtbot
        self.host = SessionHost(Study(store), HOME, exit_pin_hash=hash_pin("2468"))
        self.host.open_session("acquire", 4, GAME_ALONE, 0)
        self.link = StationLink(
            HOME, self.host.port, "s1", folder, code=parse_code(self.host.pairing_code)
        )
        self.log = Log(self.link, "snapshot_received")
        self.link.start()
        self.until(lambda: self.screen().page is Page.CHECK_IN)
        self.link.send(CheckIn(UNSENT, "K7", is_bot=False))
        self.until(lambda: self.screen().page is Page.SEATING)

    def screen(self) -> SeatView:
        shown = self.log.of("snapshot_received")
        view = shown[-1][0] if shown else SeatView(Page.CLOSED)
        assert isinstance(view, SeatView)
        return view

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=5000)

    def events(self, kind: type) -> list[object]:
        return [e for e in self.store.log.events(self.host.session) if isinstance(e, kind)]


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    with Store.open(playable_study(tmp_path / "study", 4)) as store:
        room = Room(store, tmp_path / "s1", qtbot)
        yield room
        room.link.stop()
        room.host.close()


def test_a_station_is_left_with_the_sessions_pin_and_the_host_knows(room: Room) -> None:
    assert pin_matches("2468", room.link.exit_hash)
    room.link.report(ExitReport("1", False))
    room.link.report(ExitReport("2", True))
    room.until(lambda: len(room.events(ev.ExitTried)) == 2)
    tries = [e.succeeded for e in room.events(ev.ExitTried) if isinstance(e, ev.ExitTried)]
    assert tries == [False, True]


def test_a_message_goes_to_the_screen_and_its_reading_into_the_log(room: Room) -> None:
    participant = room.screen().participant
    room.host.runner.do(ev.MessageSent, participant, "Please sit still.")
    room.until(lambda: room.screen().message == "Please sit still.")
    nonce = room.link.send(Read(UNSENT))
    room.until(lambda: room.screen().message == "")
    read = room.events(ev.MessageRead)
    assert [(e.participant, e.nonce) for e in read if isinstance(e, ev.MessageRead)] == [
        (participant, nonce)
    ]


def test_a_group_that_nobody_was_in_is_not_said_to_have_ended_with_pay(room: Room) -> None:
    room.host.abandon()
    room.until(lambda: len(room.events(ev.GroupEnded)) == 4)
    endings = [
        each.ending for each in room.events(ev.GroupEnded) if isinstance(each, ev.GroupEnded)
    ]
    assert endings == ["ended_early", "unfilled", "unfilled", "unfilled"]
    assert [each.status for each in room.store.tables.groups()] == endings


def test_it_is_announced_while_it_listens_on_a_network_unless_that_is_switched_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[list[str], int, str]] = []
    ends: list[threading.Event] = []
    announced = threading.Event()

    def announce(addresses: list[str], port: int, fingerprint: str, ended: threading.Event) -> None:
        said.append((addresses, port, fingerprint))
        ends.append(ended)
        announced.set()

    monkeypatch.setattr(announcement, "announce", announce)
    monkeypatch.setattr(announcement, "addresses_of", lambda of: [] if of == HOME else ["10.0.0.1"])
    every = "0.0.0.0"  # noqa: S104 - as a lab computer does
    for number, (address, wanted) in enumerate([(every, False), (HOME, True), (every, True)]):
        with Store.open(playable_study(tmp_path / str(number), 4)) as store:
            host = SessionHost(Study(store), address, announce=wanted)
            host.open_session("acquire", 1, GAME_ALONE, 0)
            if number == 2:
                assert announced.wait(5)
                fingerprint = host.pairing_code.replace("-", "")[:12]
                assert said == [(["10.0.0.1"], host.port, fingerprint)]
                assert not ends[0].is_set()
            host.close()
    assert len(said) == 1
    assert ends[0].is_set()
