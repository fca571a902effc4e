"""A session against a small model of it, with whatever a person or a fault can do, in any order.

The model knows three things: which stations must be connected once all has been quiet for a while,
what has been confirmed to whom, and how far each group has come. It knows no times.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from lab_simulation.people import Kiosk
from lab_simulation.session import Simulation
from walks import small_plan

from hcmd_lab.game.session_settings import Dropout, SessionSettings
from hcmd_lab.network.station_messages import Decide

STATIONS = tuple(f"s{number}" for number in range(1, 5))
STATION = st.sampled_from(STATIONS)
QUIET_MS = 30_000
"""After it the longest stall and the slowest loss are over, and every station is back."""
NOTICED_MS = 5000
"""So long after a standstill, at most, stations whose cable is cut have been noticed to be gone."""
BACK_MS = 3000
"""So long after its cable is mended, at most, a station is back."""


@dataclass
class Model:
    """What a session is, in the small.

    Attributes:
        off: Stations whose program does not run.
        cut: Stations whose cable is cut.
        confirmed: Coins that were confirmed, by station, stage and round.
        place: The furthest stage and round of the group.
    """

    off: set[str] = field(default_factory=set)
    cut: set[str] = field(default_factory=set)
    confirmed: dict[tuple[str, int, int], int] = field(default_factory=dict)
    place: tuple[int, int] = (0, 0)


class SessionMachine(RuleBasedStateMachine):
    """Rules: what people do, what goes wrong. Invariants: what is so all the same."""

    @initialize(
        seed=st.integers(0, 10_000),
        decide_s=st.sampled_from((0, 4)),
        lost_wait_s=st.sampled_from((0, 3, 30)),
        dropout=st.sampled_from((Dropout.HOLD, Dropout.STAND_IN, Dropout.PAUSE)),
    )
    def open_session(self, seed: int, decide_s: int, lost_wait_s: int, dropout: Dropout) -> None:
        rules = SessionSettings(
            intro_s=0, decide_s=decide_s, outcome_s=0, vote_s=4, lost_wait_s=lost_wait_s,
            dropout=dropout, dropout_s=8,
        )  # fmt: skip
        self.model = Model()
        self.room = Simulation(seed, small_plan(settings=rules))
        self.room.__enter__()
        self.room.faults.counts["cut"] = 1  # there will be
        self.wait(500)
        for kiosk in self.room.kiosks.values():
            kiosk.is_alone = True
            kiosk.act()
        self.wait(500)

    def wait(self, ms: int) -> None:
        self.room.run_until(self.room.world.now_ms + ms)

    def kiosk(self, station: str) -> Kiosk:
        return self.room.kiosks[station]

    # --- people --------------------------------------------------------------------------------

    @rule(station=STATION)
    def acts(self, station: str) -> None:
        self.kiosk(station).act()

    @rule()
    def everybody_acts(self) -> None:
        for station in STATIONS:
            self.kiosk(station).act()
        self.wait(200)

    @rule(ms=st.sampled_from((50, 400, 2000, 5000)))
    def time_passes(self, ms: int) -> None:
        self.wait(ms)

    # --- faults --------------------------------------------------------------------------------

    @rule(station=STATION)
    def is_cut(self, station: str) -> None:
        if station not in self.model.cut:
            self.room.cut_cable(station)
            self.model.cut.add(station)

    @rule(station=STATION)
    def is_mended(self, station: str) -> None:
        self.room.mend_cable(station)
        self.model.cut.discard(station)

    @rule(station=STATION)
    def is_killed(self, station: str) -> None:
        if station not in self.model.off:
            self.kiosk(station).kill()
            self.model.off.add(station)

    @rule(station=STATION)
    def is_started(self, station: str) -> None:
        if station in self.model.off:
            self.model.off.discard(station)
            self.kiosk(station).start()
            if station in self.model.cut:
                self.room.cut_cable(station)

    @rule(down_ms=st.sampled_from((100, 3000)))
    def host_is_killed(self, down_ms: int) -> None:
        self.room.kill_host(down_ms)

    @rule(ms=st.sampled_from((200, 1500, 20_000)))
    def host_stands_still(self, ms: int) -> None:
        self.room.stall_host(ms)

    @rule(ms=st.sampled_from((100, 1500, 6000)))
    def disk_is_full(self, ms: int) -> None:
        self.room.disk.fails_until_ms = self.room.world.now_ms + ms

    @rule()
    def all_is_quiet(self) -> None:
        """Nothing more goes wrong for a while: who can be connected is."""
        self.wait(QUIET_MS)
        state = self.room.runner.state
        if not state.closed:
            assert state.stations == set(STATIONS) - self.model.off - self.model.cut

    # --- what is so all the same ---------------------------------------------------------------

    @invariant()
    def nothing_is_wrong(self) -> None:
        room = self.room
        assert [
            *room.wrong,
            *room.fairness.wrong,
            *(w for k in room.kiosks.values() for w in k.wrong),
        ] == []

    @invariant()
    def what_was_confirmed_stands(self) -> None:
        for station, kiosk in self.room.kiosks.items():
            for press in kiosk.presses.values():
                if press.answered == "accepted" and isinstance(press.command, Decide):
                    slot = (station, press.command.stage, press.command.round)
                    given = self.model.confirmed.setdefault(slot, press.command.contribution)
                    assert given == press.command.contribution, "two were confirmed for one slot"
        if not self.room.program.runs:
            return
        state = self.room.runner.state
        group = state.groups[1]
        seats = {
            state.participants[own.participant].station: seat
            for seat, own in enumerate(group.seats)
            if own.participant is not None
        }
        paid = {(each.stage, each.round): each.contributions for each in group.history}
        for (station, stage, number), given in self.model.confirmed.items():
            own = group.seats[seats[station]].contribution
            in_history = paid.get((stage, number))
            stands = own if in_history is None else in_history[seats[station]]
            assert stands == given

    @invariant()
    def the_group_only_advances(self) -> None:
        if self.room.program.runs:
            group = self.room.runner.state.groups[1]
            assert (group.stage, group.round) >= self.model.place
            self.model.place = group.stage, group.round

    def teardown(self) -> None:
        if not hasattr(self, "room"):
            return
        room = self.room
        try:
            for station in STATIONS:
                self.is_started(station)
                self.is_mended(station)
            self.wait(QUIET_MS)
            room.calm()
            for kiosk in room.kiosks.values():
                kiosk.is_alone = False
            while not room.is_over and room.world.now_ms < 3_000_000:
                for kiosk in room.kiosks.values():
                    kiosk.act()
                self.wait(5000)
            assert room.judged().wrong == []
        finally:
            room.__exit__()


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("behind_ms", [100, 2990, 3600, 10_000, 19_950])
def test_a_cable_cut_behind_a_standstill_is_noticed(seed: int, behind_ms: int) -> None:
    """Kiosks notice that the host stands still, and have a new line open before it goes on."""
    untimed = SessionSettings(intro_s=0, decide_s=0, outcome_s=0)
    with Simulation(seed, small_plan(settings=untimed)) as room:
        room.run_until(500)
        room.stall_host(20_000)
        room.run_until(500 + behind_ms)
        room.cut_cable("s1")
        room.run_until(20_500 + NOTICED_MS)
        assert room.runner.state.stations == {"s2", "s3", "s4"}
        room.mend_cable("s1")
        room.run_until(20_500 + NOTICED_MS + BACK_MS)
        assert room.runner.state.stations == set(STATIONS)


def _machine(examples: int, steps: int, *, same: bool) -> Callable[[], None]:
    chosen = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, derandomize=same,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    case = SessionMachine.TestCase
    case.settings = chosen
    return lambda: case("runTest").runTest()


def test_a_session_is_what_its_model_says() -> None:
    _machine(12, 25, same=True)()


@pytest.mark.release
@pytest.mark.timeout(1200)
def test_a_session_is_what_its_model_says_for_long() -> None:
    _machine(300, 50, same=False)()
