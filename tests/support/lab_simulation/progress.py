"""Watches a session while it happens: what is due comes, and not only what is not."""

from collections import defaultdict
from collections.abc import Mapping

from hcmd_lab.game import events as ev
from hcmd_lab.game.presence import RETURN_MS
from hcmd_lab.game.session_settings import Dropout
from hcmd_lab.game.state import GroupState, Phase, SessionState
from hcmd_lab.hosting.session_runner import SessionRunner
from lab_simulation.disk import Disk
from lab_simulation.wires import SILENT_MS, SimulatedHost
from lab_simulation.world import Program, World

_LIMITED = {Phase.DECIDE: "decide_s", Phase.VOTE: "vote_s"}
_UNHEARD_MS = 5250
"""Of a connected station that does not answer, with the grace that everybody has."""
_NOTICED_MS = SILENT_MS + 1000
_SLACK_MS = 1500


class Progress:
    """Counts the time in which nothing keeps a host from doing what is due.

    Attributes:
        runner: The session as its host has it; another one after a restart.
        host: The host's end of the network.
        wrong: What should have happened long ago.
    """

    runner: SessionRunner
    host: SimulatedHost

    def __init__(self, world: World, program: Program, disk: Disk) -> None:
        self._world, self._program, self._disk = world, program, disk
        self.wrong: list[str] = []
        self._page: dict[int, object] = {}
        self._open_ms: dict[int, float] = defaultdict(float)
        self._added_ms: dict[int, int] = defaultdict(int)
        self._gone_ms: dict[str, float] = defaultdict(float)
        self._resumed_ms = -float(RETURN_MS)

    def restarted(self) -> None:
        """The host has begun anew; it may give a page the time since it saved the clock last."""
        self._resumed_ms = self._world.now_ms
        self._open_ms.clear()
        self._gone_ms.clear()

    def happened(self, events: tuple[ev.SessionEvent, ...]) -> None:
        """The host has saved events."""
        for event in events:
            match event:
                case ev.TimeAdded():
                    self._added_ms[event.group] += event.added_ms
                case ev.StationBack():
                    self._gone_ms.pop(event.station, None)
                case ev.GroupStarted() | ev.Resumed():
                    self._gone_ms.clear()  # the policy counts anew
        for number, group in self.runner.state.groups.items():
            page = (group.stage, group.round, group.phase)
            if page != self._page.get(number):
                self._page[number] = page
                self._open_ms[number] = self._added_ms[number] = 0

    def before(self, at_ms: float) -> None:
        """Time goes on."""
        now_ms = self._world.now_ms
        is_kept = self._program.busy_until_ms > now_ms or self._disk.is_failing
        if not self._program.runs or is_kept or self.runner._journal.is_behind:
            return
        state, passed_ms = self.runner.state, at_ms - now_ms
        for number, group in state.groups.items():
            stations = _stations(state, group)
            gone = {station for station in stations if station not in self.host.live}
            for station in gone:
                self._gone_ms[station] += passed_ms
            if not group.paused and not gone:
                self._open_ms[number] += passed_ms
            if not self.wrong:
                self._judge_page(state, number, group)
                self._judge_dropout(state, number, group, gone)

    def judge_presence(self) -> None:
        """The session knows who is connected, as soon as it can save it."""
        state = self.runner.state
        if state.closed or self._disk.is_failing or self.runner._journal.is_behind:
            return
        if state.stations != self.host.live.keys():
            self.wrong.append(
                f"the session takes {sorted(state.stations)} for connected, the host has "
                f"{sorted(self.host.live)}, at {self._world.now_ms:.0f} ms"
            )

    def _judge_page(self, state: SessionState, number: int, group: GroupState) -> None:
        name = _LIMITED.get(group.phase)
        limit_ms = 0 if name is None else 1000 * getattr(state.plan.settings, name)
        if not limit_ms:
            return
        most_ms = limit_ms + self._added_ms[number] + _UNHEARD_MS + _SLACK_MS
        if self._open_ms[number] > most_ms:
            self.wrong.append(
                f"page {self._page.get(number)} of group {number} is still there after "
                f"{self._open_ms[number]:.0f} of {limit_ms} ms, at {self._world.now_ms:.0f} ms"
            )

    def _judge_dropout(
        self, state: SessionState, number: int, group: GroupState, gone: set[str]
    ) -> None:
        settings = state.plan.settings
        may_return = self._world.now_ms < self._resumed_ms + RETURN_MS + _SLACK_MS
        acts = settings.dropout is not Dropout.HOLD and group.phase is not Phase.SEATING
        if not acts or group.paused or group.ended or may_return:
            return
        for station in gone:
            if self._gone_ms[station] > 1000 * settings.dropout_s + _NOTICED_MS + _SLACK_MS:
                self.wrong.append(
                    f"the dropout policy lets {station} of group {number} be gone for "
                    f"{self._gone_ms[station]:.0f} ms, at {self._world.now_ms:.0f} ms"
                )


def _stations(state: SessionState, group: GroupState) -> Mapping[str, int]:
    """Stations of a group's seats that are not dropped."""
    return {
        state.participants[own.participant].station: seat
        for seat, own in enumerate(group.seats)
        if own.participant is not None and not own.dropped
    }
