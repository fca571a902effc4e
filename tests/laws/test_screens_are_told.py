"""Whatever happens, a station was last sent what the experimenter's mirror draws."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fake_host import FakeHost
from pytestqt.qtbot import QtBot
from scripted import EVERYTHING, MATERIALS
from walks import TABLES, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.room import Interruption, Order, Outcome
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.view import SeatView, later
from hcmd_lab.hosting.session_runner import SessionRunner
from hcmd_lab.network.host_messages import Snapshot
from hcmd_lab.storage.store import Store

STATIONS = [f"s{number}" for number in range(1, 10)]


class PushedClock:
    """The session's clock, pushed by the test."""

    ms = 0
    stalled_ms = 0
    held_ms = None

    def now_ms(self) -> int:
        return self.ms

    def take_stalled_ms(self) -> int:
        return self.stalled_ms


class Watched:
    """A session whose stations are compared with the mirror after each event."""

    def __init__(self, store: Store, plan: SessionPlan) -> None:
        self.host = FakeHost()
        self.host.send = self._sent  # type: ignore[method-assign]  # the test listens in
        self.clock = PushedClock()
        self.kinds: set[type] = set()
        self.shown: dict[str, tuple[int, SeatView]] = {}
        self.runner = SessionRunner(store, self.host, "session1", TABLES, plan=plan)
        self.runner._journal.clock = self.clock
        self.runner.happened.connect(lambda events: self.kinds.update(map(type, events)))

    def _sent(self, station: str, message: object) -> None:
        if isinstance(message, Snapshot):
            self.shown[station] = self.clock.ms, message.view

    def do(self, kind: type, *details: object) -> None:
        self.clock.ms += 70
        self.runner.do(kind, *details)
        self.compare(kind.__name__)

    def connect(self, station: str) -> None:
        self.clock.ms += 70
        self.host.station_connected.emit(station)
        self.compare("StationBack")

    def lose(self, station: str) -> None:
        self.clock.ms += 70
        del self.shown[station]
        self.host.station_lost.emit(station, 0)
        self.shown.pop(station, None)  # nothing reaches it
        self.compare("StationLost")

    def compare(self, what: str) -> None:
        self.clock.ms += 30
        for station, (then_ms, view) in self.shown.items():
            mirror = station_view(self.runner.state, station, self.clock.ms)
            assert later(view, self.clock.ms - then_ms) == mirror, (what, station)

    def stall(self) -> None:
        self.clock.stalled_ms = 20_000
        self.runner._on_tick()
        self.compare("HostStalled")

    def seat(self, group: int, seat: int) -> str:
        code = self.runner.state.groups[group].seats[seat].participant
        assert code is not None
        return code

    def read(self, group: int) -> None:
        for seat in range(4):
            self.do(ev.Continued, group, seat)

    def contribute(self, group: int) -> None:
        state = self.runner.state.groups[group]
        endowments = self.runner.state.plan.game.endowments(state.plan.tail_endowment)
        for seat, endowment in enumerate(endowments):
            if state.seats[seat].contribution is None and not state.seats[seat].dropped:
                self.do(
                    ev.Contributed, group, state.stage, state.round, seat, endowment, 1,
                    "participant", f"n{seat}",
                )  # fmt: skip

    def stage(self, group: int) -> None:
        self.read(group)
        for _ in range(self.runner.state.plan.game.rounds):
            self.contribute(group)
            self.read(group)


@pytest.fixture
def watched(tmp_path: Path, qtbot: QtBot) -> Iterator[Watched]:
    del qtbot  # there must be an application
    script = replace(EVERYTHING, gate_instructions=True, gate_questionnaire=True)
    plan = small_plan(groups=2, script=script, materials=MATERIALS)
    with Store.create(tmp_path / "study", {}) as store:
        store._database.sqlite.execute("PRAGMA synchronous = OFF")  # no test cuts the power
        watched = Watched(store, plan)
        yield watched
        watched.runner.close()


def regroup(watched: Watched) -> None:
    """A group opens late, its people find other seats, and it closes unfilled."""
    do, runner = watched.do, watched.runner
    do(ev.GroupAdded, 3, runner.state.plan.groups[0])
    for person, station in (("p11", "s10"), ("p12", "s11")):
        watched.connect(station)
        do(ev.CheckedIn, person, station, f"L-{person}", False, "en")
        do(ev.ConsentAnswered, person, True, "v1")
        while runner.state.participants[person].progress.part is not Part.GAME:
            do(ev.PartSkipped, person, runner.state.participants[person].progress.part, "late")
    empty = [n for n, own in enumerate(runner.state.groups[3].seats) if own.participant is None]
    do(ev.Moved, "p11", 3, empty[0])
    for person in ("p11", "p12"):
        do(ev.Released, person, "too few people came")
    do(ev.GroupEnded, 3, "unfilled", "too few people came")


def test_every_event_reaches_the_screens_that_it_changes(watched: Watched) -> None:
    do = watched.do
    for station in STATIONS:
        watched.connect(station)
    people = [f"p{number}" for number in range(1, 10)]
    for person, station in zip(people, STATIONS, strict=True):
        do(ev.CheckedIn, person, station, f"L-{person}", False, "en")
        do(ev.ConsentAnswered, person, True, "v1")
    do(ev.TurnedAway, "p10", "L-10", "all seats are taken")
    do(ev.CheckInRefused, "s9", "label_taken")
    do(ev.GateOpened, Part.INSTRUCTIONS)
    do(ev.HelpCalled, "p1")
    do(ev.HelpGiven, "p1", False)
    do(ev.PageTurned, "p1", 1)
    do(ev.PageTurned, "p1", 2)
    do(ev.QuestionAnswered, "p1", "fund", 12, False)
    do(ev.QuestionAnswered, "p1", "fund", 16, True)
    for person in people:
        while watched.runner.state.participants[person].progress.part is not Part.GAME:
            part = watched.runner.state.participants[person].progress.part
            do(ev.PartSkipped, person, part, "to save time")
    do(ev.ParticipantLeft, "p9", "no seat is left")
    watched.lose("s8")
    watched.connect("s8")
    do(ev.ExitTried, "s8", False)
    do(ev.KioskOrdered, "s8", Order.MESSAGE, "Please wait.")
    do(ev.KioskAnswered, "s8", Order.MESSAGE, Outcome.DONE)
    do(ev.KioskInterrupted, "s8", Interruption.ASLEEP, 60_000)
    do(ev.HostInterrupted, Interruption.LOCKED)
    do(ev.AlarmRaised, AlarmKind.WRONG_CODE, 1, "", "10.0.0.9")
    watched.stall()
    do(ev.MessageSent, "p1", "Please put your phone away.")
    do(ev.MessageRead, "p1")
    do(ev.Reseated, watched.seat(2, 3), "s9")
    watched.stage(1)
    watched.stage(1)
    for seat in range(4):
        do(ev.VoteCast, 1, seat, 1 + seat % 2, "participant")
    watched.read(1)
    watched.stage(1)
    do(ev.TimeAdded, 2, 60_000)
    do(ev.NoteTaken, "somebody coughed", "s1")
    regroup(watched)
    do(ev.Paused, 2, "a question")
    do(ev.Resumed, 2)
    do(ev.TimeCalled, 2)
    do(ev.SeatDropped, 2, 0, "went home")
    watched.contribute(2)
    do(ev.StopAfterRound, 2, True)
    do(ev.HostResumed)
    for station in watched.runner.state.lost_ms:
        watched.connect(station)
    do(ev.GroupEnded, 2, "ended_early", "it is late")
    do(ev.PaymentAdjusted, watched.seat(1, 0), 1500, "came back from a crash")
    do(ev.GateOpened, Part.QUESTIONNAIRE)
    for person, at in list(watched.runner.state.participants.items()):
        if at.progress.part is Part.QUESTIONNAIRE:
            do(ev.QuestionnaireAnswered, person, {"fair": 4})
    do(ev.PaymentAdjusted, watched.seat(1, 1), 1200, "a mistake of ours")
    do(ev.PaidOut, watched.seat(1, 1), 1200, "2026-01-01T12:00:00Z")
    assert watched.runner.state.closed
    not_here = {ev.SessionOpened, ev.GroupImported, ev.ImportTakenBack, ev.SessionSetAside}
    assert watched.kinds == set(ev.EVENT_TYPES.values()) - not_here
