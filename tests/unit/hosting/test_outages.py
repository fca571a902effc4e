"""Whatever fails, nobody is defaulted with less than their full time of being able to act.

The whole host runs here, at a time that the test makes: stations are cut and mended, the host
stands still and is killed. A station that is cut for so short that the host does not notice can
act: what it says arrives late, but before its time counts as up.
"""

from collections.abc import Iterable
from types import SimpleNamespace

import pytest
from fake_host import FakeHost
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot
from walks import TABLES, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.state import GroupState, Phase
from hcmd_lab.hosting.session_clock import BEAT_MS, LATE_MS, SessionClock
from hcmd_lab.hosting.session_runner import SessionRunner

STEP_MS = 500
NOTICED_MS = 2500
LIMIT_MS = 10_000
WAIT_MS = 8_000
STATIONS = ("s1", "s2", "s3", "s4")
DO = st.one_of(
    st.tuples(st.just("run"), st.integers(1, 12)),
    st.tuples(st.just("cut"), st.sampled_from(STATIONS)),
    st.tuples(st.just("cut all"), st.none()),
    st.tuples(st.just("mend"), st.sampled_from(STATIONS)),
    st.tuples(st.just("mend all"), st.none()),
    st.tuples(st.just("freeze"), st.integers(LATE_MS + 1, 90_000)),
    st.tuples(st.just("kill"), st.integers(0, 90_000)),
    st.tuples(st.just("decide"), st.sampled_from(STATIONS)),
)


class KeptLog:
    """A store of one session, in memory."""

    def __init__(self) -> None:
        self.kept: list[ev.Event] = []
        self.clock_ms = 0
        self.log = self
        self.fingerprints = SimpleNamespace()
        self.private = SimpleNamespace(participant_list=lambda _: ())

    def append(self, session: str, events: Iterable[ev.Event], utc: str) -> None:
        del session, utc
        self.kept += events

    def events(self, session: str) -> list[ev.Event]:
        del session
        return self.kept

    def require_as_stored(self, session: str) -> None:
        """Nobody else has it."""

    def set_clock(self, session: str, at_ms: int) -> None:
        del session
        self.clock_ms = at_ms

    def settle(self) -> None:
        """Everything is where it stays."""

    def clock(self, session: str) -> int:
        del session
        return max([self.clock_ms, *(event.at_ms for event in self.kept[-1:])])


class Lab:
    """A group of four, with cables, at a time of its own."""

    def __init__(self) -> None:
        self.real_ms = 0
        self.store = KeptLog()
        self.cut_ms: dict[str, int] = {}
        self.lost: set[str] = set(STATIONS)
        self.able_ms = dict.fromkeys(STATIONS, 0)
        self.wronged: list[tuple[str, int, int]] = []
        self.page: object = None
        self.waited_ms = 0
        self._serve(plan=small_plan(settings=SessionSettings(
            intro_s=0, decide_s=LIMIT_MS // 1000, outcome_s=0, lost_wait_s=WAIT_MS // 1000,
        )))  # fmt: skip
        for number, station in enumerate(STATIONS, start=1):
            self.runner.do(ev.CheckedIn, f"p{number}", station, "", True)
        self.read()

    def _serve(self, **how: object) -> None:
        self.host = FakeHost()
        self.host.ask = self._ask  # type: ignore[method-assign]
        self.runner = SessionRunner(self.store, self.host, "s", TABLES, **how)  # type: ignore[arg-type]
        kept = self.store.clock("s")
        self.runner._journal.clock = SessionClock(kept, lambda: self.real_ms / 1000)
        self.runner.happened.connect(self._check)
        for station in STATIONS:
            if station not in self.cut_ms:
                self._connect(station)

    @property
    def group(self) -> GroupState:
        return self.runner.state.groups[1]

    def _ask(self, station: str, number: int) -> None:
        if station not in self.cut_ms:
            self.host.answered.emit(station, number)

    def _connect(self, station: str) -> None:
        self.lost.discard(station)
        self.host.station_connected.emit(station)

    def _check(self, events: tuple[ev.SessionEvent, ...]) -> None:
        """Was whoever is defaulted able to act for as long as the page has?"""
        for event in events:
            if isinstance(event, ev.Contributed) and event.by == "timeout":
                station = f"s{self.seats[event.seat][1:]}"
                full = self.able_ms[station] >= LIMIT_MS - STEP_MS
                if not full and self.waited_ms < WAIT_MS - STEP_MS:
                    self.wronged.append((station, self.able_ms[station], self.waited_ms))

    def step(self) -> None:
        """Let half a second pass."""
        group = self.group
        self.seats = [seat.participant or "" for seat in group.seats]
        page = (group.stage, group.round, group.phase)
        if page != self.page:
            self.page = page
            self.able_ms = dict.fromkeys(STATIONS, 0)
            self.waited_ms = 0
        for _ in range(STEP_MS // BEAT_MS):
            self.real_ms += BEAT_MS
            self.runner._on_beat()
        for station in STATIONS:
            if station not in self.lost:
                self.able_ms[station] += STEP_MS
        for station, since_ms in self.cut_ms.items():
            if station not in self.lost and self.real_ms - since_ms >= NOTICED_MS:
                self._lose(station, NOTICED_MS)
        self.runner._on_tick()
        self.runner._settle()
        if self.group.waits_since_ms is not None:
            self.waited_ms += STEP_MS
        self.read()

    def _lose(self, station: str, silent_ms: int) -> None:
        self.lost.add(station)
        self.able_ms[station] -= min(self.able_ms[station], silent_ms)
        self.host.station_lost.emit(station, silent_ms)

    def read(self) -> None:
        """Let everyone leave a page that is only read."""
        while self.group.phase in (Phase.STAGE_INTRO, Phase.OUTCOME, Phase.VOTE_RESULT):
            for seat in range(4):
                self.runner.do(ev.Continued, 1, seat)

    def act(self, what: str, how: object) -> None:
        if what == "run":
            for _ in range(how):  # type: ignore[call-overload]
                self.step()
        elif what in ("cut", "cut all"):
            for station in STATIONS if how is None else (how,):
                self.cut_ms.setdefault(station, self.real_ms)  # type: ignore[arg-type]
        elif what in ("mend", "mend all"):
            for station in STATIONS if how is None else (how,):
                self.cut_ms.pop(station, None)  # type: ignore[arg-type]
                if station in self.lost:
                    self._connect(station)  # type: ignore[arg-type]
        elif what == "freeze":
            self._freeze(how)  # type: ignore[arg-type]
        elif what == "kill":
            self.runner.close()
            self.real_ms += how  # type: ignore[operator]
            self.lost = set(STATIONS)
            self._serve()
        elif what == "decide" and how not in self.lost:
            self._decide(how)  # type: ignore[arg-type]

    def _freeze(self, ms: int) -> None:
        """Every station gives a silent host up, and comes back when it answers."""
        before_ms = self.real_ms
        self.real_ms += ms
        self.runner._settle()
        for station in STATIONS:
            if station not in self.lost:
                self._lose(station, before_ms - self.cut_ms.get(station, before_ms))
                if station not in self.cut_ms:
                    self._connect(station)
        self.runner._on_tick()

    def _decide(self, station: str) -> None:
        seat = self.runner.state.participants[f"p{station[1:]}"].seat
        group = self.group
        if group.phase is not Phase.DECIDE or seat is None or group.seats[seat].contribution:
            return
        if group.seats[seat].contribution is None:
            endowment = self.runner.state.plan.game.endowments(group.plan.tail_endowment)[seat]
            self.runner.do(
                ev.Contributed, 1, group.stage, group.round, seat, endowment, 1, "participant", "n"
            )


@given(st.lists(DO, max_size=25))
@settings(max_examples=60, deadline=None)
def test_nobody_is_defaulted_who_could_not_act_for_the_whole_time(
    done: list[tuple[str, object]],
) -> None:
    lab = Lab()
    for what, how in [*done, ("mend all", None), ("run", 30)]:
        if lab.group.phase is Phase.DECIDE:
            lab.act(what, how)
    lab.runner.close()
    assert lab.wronged == []


@pytest.mark.parametrize("stand_ms", [20_000, 90_000])
def test_a_host_that_stands_still_takes_no_time_from_anybody(qtbot: QtBot, stand_ms: int) -> None:
    del qtbot  # there must be an application
    lab = Lab()
    lab.act("run", 18)
    lab.act("freeze", stand_ms)
    assert lab.group.time_left_ms(lab.runner.now_ms) == 1_000 - BEAT_MS
    stalls = [event for event in lab.store.kept if isinstance(event, ev.HostStalled)]
    assert [event.stalled_ms for event in stalls] == [stand_ms - BEAT_MS]
    lab.act("run", 3)
    assert lab.group.round == 2, "then the time is up"
    lab.runner.close()
