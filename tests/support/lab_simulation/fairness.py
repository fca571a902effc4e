"""Watches a session while it happens: nobody may be decided for who could not act."""

from collections import defaultdict
from collections.abc import Callable

from hcmd_lab.game import events as ev
from hcmd_lab.game.presence import RETURN_MS
from hcmd_lab.game.state import GroupState, Phase, SessionState
from hcmd_lab.game.view import Page
from hcmd_lab.hosting.session_runner import SessionRunner
from lab_simulation.disk import Disk
from lab_simulation.people import Kiosk, PageKey
from lab_simulation.wires import SILENT_MS, SimulatedHost
from lab_simulation.world import Program, World

_PAGES = {Phase.DECIDE: Page.DECIDE, Phase.VOTE: Page.VOTE}
_SLACK_MS = 20  # rounding
_NOTICED_MS = 1100


class Fairness:
    """Keeps, in true time, who could act on the page that their group is on.

    Attributes:
        runner: The session as its host has it; another one after a restart.
        wrong: What must not have happened.
        timeouts: Decisions that were made because the time was up.
    """

    runner: SessionRunner
    host: SimulatedHost

    def __init__(
        self,
        world: World,
        program: Program,
        kiosks: dict[str, Kiosk],
        disk: Disk,
        has_losses: Callable[[], bool],
    ) -> None:
        self._world, self._program, self._kiosks = world, program, kiosks
        self._disk = disk
        self._has_losses = has_losses
        self._was_failing = False
        self._failing_ms: dict[int, float] = defaultdict(float)
        self._failures: dict[int, int] = defaultdict(int)
        self.wrong: list[str] = []
        self.timeouts = 0
        self.resumed_ms = -RETURN_MS
        self.returning: set[str] = set()
        self._page: dict[int, PageKey | None] = {}
        self._called: set[int] = set()
        self._added_ms: dict[int, int] = defaultdict(int)
        self._able_ms: dict[str, float] = defaultdict(float)
        self._away_ms: dict[int, float] = defaultdict(float)
        self._gone_ms: dict[str, float] = defaultdict(float)
        self._unseen_ms: dict[str, float] = defaultdict(float)
        self._set_anew_ms: dict[str, float] = defaultdict(float)
        self._seats: dict[int, list[str]] = {}

    def before(self, at_ms: float) -> None:
        """Time goes on."""
        passed_ms = at_ms - self._world.now_ms
        is_failing = self._disk.is_failing
        if is_failing:
            for number in self._seats:
                self._failing_ms[number] += passed_ms
                self._failures[number] += not self._was_failing
        self._was_failing = is_failing
        if not self._program.runs or is_failing:
            return
        live = self.host.live
        returns = self._world.now_ms < self.resumed_ms + RETURN_MS
        for number, stations in self._seats.items():
            page = self._page.get(number)
            is_away = False
            for station in stations:
                if station not in live:
                    self._gone_ms[station] += passed_ms
                    is_away = is_away or not (returns and station in self.returning)
                elif page is not None and self._kiosks[station].page == page:
                    self._able_ms[station] += passed_ms
                else:
                    self._unseen_ms[station] += passed_ms
            if is_away:
                self._away_ms[number] += passed_ms

    def let_in(self, station: str) -> None:
        """A station is connected."""
        self.returning.discard(station)
        self._gone_ms[station] = 0
        # Its new screen tells the host's time: what the first one came late by is not given again.
        late_ms = min(self._unseen_ms[station], 2 * self._kiosks[station].worst_ms)
        self._set_anew_ms[station] = late_ms

    def restarted(self) -> None:
        """The host has begun anew."""
        self.resumed_ms = self._world.now_ms
        self.returning = set(self.runner.state.returning)
        self._gone_ms.clear()

    def happened(self, events: tuple[ev.SessionEvent, ...]) -> None:
        """The host has saved events."""
        state = self.runner.state
        for event in events:
            match event:
                case ev.TimeCalled():
                    self._called.add(event.group)
                case ev.TimeAdded():
                    self._added_ms[event.group] += event.added_ms
                case ev.Contributed(by="timeout"):
                    page = (event.stage, event.round, Page.DECIDE)
                    limit_ms = 1000 * state.plan.settings.decide_s
                    self._judge(state, event.group, event.seat, page, limit_ms)
                case ev.VoteCast(by="timeout"):
                    page = (2, state.plan.game.rounds, Page.VOTE)
                    self._judge(
                        state, event.group, event.seat, page, 1000 * state.plan.settings.vote_s
                    )
                case ev.SeatDropped():
                    self._judge_dropout(state, event.group, [event.seat])
                case ev.Paused(automatic=True):
                    self._judge_dropout(state, event.group, [0, 1, 2, 3])
                case ev.GroupEnded() if event.reason != "experimenter":
                    self._judge_dropout(state, event.group, [0, 1, 2, 3])
        for number, group in state.groups.items():
            self._turn_page(state, number, group)

    def _turn_page(self, state: SessionState, number: int, group: GroupState) -> None:
        seated = [own.participant for own in group.seats if own.participant is not None]
        self._seats[number] = [state.participants[code].station for code in seated]
        phase = _PAGES.get(group.phase)
        page = None if phase is None else (group.stage, group.round, phase)
        if page != self._page.get(number):
            self._page[number] = page
            self._called.discard(number)
            self._added_ms[number] = 0
            self._away_ms[number] = 0
            self._failing_ms[number] = 0
            self._failures[number] = int(self._was_failing)
            for station in self._seats[number]:
                self._able_ms[station] = self._unseen_ms[station] = 0
                self._set_anew_ms[station] = 0

    def _judge(
        self, state: SessionState, number: int, seat: int, page: PageKey, limit_ms: int
    ) -> None:
        self.timeouts += 1
        code = state.groups[number].seats[seat].participant
        assert code is not None
        station = state.participants[code].station
        allowed_ms = 1000 * state.plan.settings.lost_wait_s
        # That the disk fails is noticed by the next write, a second later at most.
        unnoticed_ms = min(self._failing_ms[number], _NOTICED_MS * self._failures[number])
        away_ms = self._away_ms[number] + unnoticed_ms
        is_out_of_patience = away_ms > 0 and away_ms >= allowed_ms - 1000
        # Where the settings give a lost station nothing, nothing is given back to it.
        if number in self._called or is_out_of_patience or (not allowed_ms and self._has_losses()):
            return
        where = f"{station} on {page} of group {number} at {self._world.now_ms:.0f} ms"
        if page != self._page.get(number):
            self.wrong.append(f"the page was over before it began: {where}")
            return
        able_ms = self._able_ms[station] + unnoticed_ms + self._set_anew_ms[station] + _SLACK_MS
        limit_ms += self._added_ms[number]
        if able_ms < limit_ms:
            self.wrong.append(f"decided for after {able_ms:.0f} of {limit_ms} ms: {where}")
        for press in self._kiosks[station].presses.values():
            if press.page == page and press.in_time and press.can_arrive and not press.answered:
                self.wrong.append(
                    f"pressed in time, {press.at_ms:.0f} ms, and not counted: {where}"
                )

    def _judge_dropout(self, state: SessionState, number: int, seats: list[int]) -> None:
        patience_ms = 1000 * state.plan.settings.dropout_s - SILENT_MS - 600
        missing = []
        for seat in seats:
            code = state.groups[number].seats[seat].participant
            if code is not None:
                station = state.participants[code].station
                if station not in self.host.live and self._gone_ms[station] >= patience_ms:
                    missing.append(station)
        if not missing:
            self.wrong.append(
                f"the dropout policy acted on group {number}, seats {seats}, whose stations are "
                f"connected or have just gone, at {self._world.now_ms:.0f} ms"
            )
