"""What happens by itself while the disk is full is not forgotten: it is saved later."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fake_host import FakeHost
from full_disk import fill
from pytestqt.qtbot import QtBot
from walks import TABLES, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.room import Interruption
from hcmd_lab.game.session import replay
from hcmd_lab.game.session_settings import Dropout, SessionSettings
from hcmd_lab.game.state import Phase
from hcmd_lab.game.view import Page
from hcmd_lab.hosting.session_clock import SessionClock
from hcmd_lab.hosting.session_runner import SessionRunner
from hcmd_lab.network.host_messages import Accepted, Rejected
from hcmd_lab.network.station_messages import CheckIn, Decide
from hcmd_lab.storage.store import Store

STATIONS = ("s1", "s2", "s3", "s4")
DECIDE_S = 20


class Room:
    """Four stations of a group that decides, at a time of its own, on a disk that can be full."""

    def __init__(self, store: Store, dropout: Dropout) -> None:
        self.store = store
        self.real_s = 0.0
        self.is_full: Callable[[ev.Event], bool] = lambda _: False
        fill(store, self._has_no_room)
        self.host = FakeHost()
        settings = SessionSettings(
            intro_s=0, decide_s=DECIDE_S, outcome_s=0, dropout=dropout, dropout_s=5
        )
        self.runner = SessionRunner(
            store, self.host, "session1", TABLES, plan=small_plan(settings=settings)
        )
        self.runner._journal.clock = SessionClock(0, lambda: self.real_s)
        for station in STATIONS:
            self.host.station_connected.emit(station)
            self.host.say(station, CheckIn(f"in-{station}", "", True))
        for seat in range(4):
            self.runner.do(ev.Continued, 1, seat)

    def _has_no_room(self, event: ev.Event) -> bool:
        return self.is_full(event)

    def wait(self, seconds: float) -> None:
        for _ in range(round(10 * seconds)):
            self.real_s += 0.1
            self.runner._on_beat()
        self.runner._settle()

    def stored(self, kind: type) -> list[ev.Event]:
        return [each for each in self.store.log.events("session1") if isinstance(each, kind)]


Open = Callable[..., Room]


@pytest.fixture
def open_room(tmp_path: Path, qtbot: QtBot) -> Iterator[Open]:
    del qtbot  # there must be an application
    opened: list[Room] = []
    with Store.create(tmp_path / "study", {}) as store:

        def make(dropout: Dropout = Dropout.HOLD) -> Room:
            opened.append(Room(store, dropout))
            return opened[0]

        yield make
        for room in opened:
            room.runner.close()


def test_a_station_that_comes_back_while_the_disk_is_full_has_a_screen(open_room: Open) -> None:
    room = open_room()
    room.host.station_lost.emit("s1", 0)
    room.is_full = lambda _: True
    before = len(room.host.sent)
    room.host.station_connected.emit("s1")
    assert room.host.view("s1").page is Page.DECIDE
    assert [station for station, _ in room.host.sent[before:]] == ["s1"]
    room.is_full = lambda _: False
    room.wait(1)
    assert [each.station for each in room.stored(ev.StationBack)] == [*STATIONS, "s1"]  # type: ignore[union-attr]
    assert room.runner.state.stations == set(STATIONS)
    room.host.say("s1", Decide("n", 1, 1, 1))
    assert room.host.answers("s1")[-1] == Accepted("n")


@pytest.mark.parametrize("dropout", list(Dropout))
def test_a_participant_who_is_connected_is_never_dropped(open_room: Open, dropout: Dropout) -> None:
    room = open_room(dropout)
    room.host.station_lost.emit("s1", 0)
    room.wait(4)
    room.is_full = lambda event: isinstance(event, ev.StationBack)
    room.host.station_connected.emit("s1")
    room.wait(30)
    room.is_full = lambda _: False
    room.wait(3)
    group = room.runner.state.groups[1]
    assert group.phase is Phase.DECIDE
    assert not group.paused
    assert not any(seat.dropped for seat in group.seats)


def test_one_who_leaves_while_the_disk_is_full_is_noticed(open_room: Open) -> None:
    room = open_room(Dropout.STAND_IN)
    room.is_full = lambda _: True
    room.host.station_lost.emit("s1", 0)
    room.wait(10)
    room.is_full = lambda _: False
    room.wait(1)
    assert "s1" not in room.runner.state.stations
    assert room.runner.state.groups[1].waits_since_ms is not None
    room.wait(6)
    assert [seat.dropped for seat in room.runner.state.groups[1].seats].count(True) == 1


def test_time_in_which_nothing_can_be_saved_is_nobodys(open_room: Open) -> None:
    room = open_room()
    room.wait(DECIDE_S - 2)
    room.is_full = lambda _: True
    room.host.say("s1", Decide("refused", 1, 1, 1))
    assert isinstance(room.host.answers("s1")[-1], Rejected)
    room.wait(60)
    left_ms = room.host.view("s1").time_left_ms
    assert left_ms is not None
    assert 1900 <= left_ms <= 2000, "the screens do not count on"
    room.is_full = lambda _: False
    room.host.say("s1", Decide("saved", 1, 1, 1))
    assert room.host.answers("s1")[-1] == Accepted("saved")
    stalls = room.stored(ev.HostStalled)
    assert [each.unsaved for each in stalls] == [True]  # type: ignore[union-attr]
    assert 59_000 <= stalls[0].stalled_ms <= 61_000  # type: ignore[union-attr]
    room.wait(3)
    by = [(each.by, each.seat) for each in room.stored(ev.Contributed)]  # type: ignore[union-attr]
    assert [decided for decided, _ in by] == ["participant", "timeout", "timeout", "timeout"]


HAPPENS: dict[type, Callable[[Room], object]] = {
    ev.StationBack: lambda room: room.host.station_connected.emit("s9"),
    ev.StationLost: lambda room: room.host.station_lost.emit("s2", 0),
    ev.ClockStopped: lambda room: room.host.station_lost.emit("s2", 0),
    ev.ExitTried: lambda room: room.host.exit_tried.emit("s1", False),
    ev.KioskInterrupted: lambda room: room.runner.note(
        ev.KioskInterrupted, "s1", Interruption.ASLEEP, 1000
    ),
    ev.HostStalled: lambda room: setattr(room, "real_s", room.real_s + 5),
    ev.Contributed: lambda room: room.wait(DECIDE_S + 1),
    ev.FundDivided: lambda room: room.wait(DECIDE_S + 1),
    ev.CheckInRefused: lambda room: room.runner.note(ev.CheckInRefused, "s1", "label_taken"),
}


@pytest.mark.parametrize("kind", HAPPENS, ids=lambda kind: kind.__name__)
def test_whatever_cannot_be_saved_is_saved_later_and_once(open_room: Open, kind: type) -> None:
    room = open_room()
    before = len(room.stored(kind))
    refused: list[ev.Event] = []

    def refuse(event: ev.Event) -> bool:
        if isinstance(event, kind):
            refused.append(event)
        return isinstance(event, kind)

    room.is_full = refuse
    HAPPENS[kind](room)
    room.wait(2)
    assert refused
    assert len(room.stored(kind)) == before
    room.is_full = lambda _: False
    room.wait(3)
    assert len(room.stored(kind)) > before
    if kind in (ev.StationBack, ev.StationLost, ev.ExitTried, ev.KioskInterrupted):
        assert len(room.stored(kind)) == before + 1
    assert replay(room.store.log.events("session1")) == room.runner.state  # type: ignore[arg-type]
