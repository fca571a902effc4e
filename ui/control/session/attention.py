"""Who and what waits for the experimenter in a session."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from hcmd_lab.game.alarm import Alarm
from hcmd_lab.game.script import waits_at_gate
from hcmd_lab.game.script_steps import RESTING, Part
from hcmd_lab.game.state import Phase, SessionState
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.network.door import Knock

LOST_MS = 3000
"""A station that is back sooner needs nobody."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Everything that waits for the experimenter.

    Attributes:
        calls: Codes of the participants who have called, longest known first.
        lost: Stations that people sit at and that have no connection.
        gates: Parts before which people wait, and how many.
        groups: Groups that wait to be started.
        knocks: Stations that wait at the door.
        alarms: Alarms that have not been noted.
    """

    calls: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    gates: Counter[Part] = field(default_factory=Counter)
    groups: tuple[int, ...] = ()
    knocks: tuple[Knock, ...] = ()
    alarms: tuple[Alarm, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """One key for each thing, to tell which are new."""
        return frozenset(
            [
                *(f"call {code}" for code in self.calls),
                *(f"lost {station}" for station in self.lost),
                *(f"gate {part}" for part in self.gates),
                *(f"group {number}" for number in self.groups),
                *(f"knock {each.station} {each.address}" for each in self.knocks),
                *(f"alarm {each.kind} {each.station} {each.address}" for each in self.alarms),
            ]
        )


def waiting_in(host: SessionHost) -> Waiting:
    """What waits for the experimenter in a hosted session, its door included."""
    now = waiting(host.runner.state, host.runner.now_ms)
    return replace(now, knocks=host.door.knocks, alarms=host.alarms.pending)


def waiting(state: SessionState, now_ms: int) -> Waiting:
    """What waits for the experimenter at a time on the session's clock."""
    if state.closed:
        return Waiting()
    people = state.participants
    return Waiting(
        tuple(code for code, person in people.items() if person.progress.calls_help),
        tuple(_lost(state, now_ms)),
        Counter(p.progress.part for p in people.values() if waits_at_gate(state, p.progress)),
        tuple(
            number
            for number, group in state.groups.items()
            if group.phase is Phase.READY
            and not group.paused
            and not state.plan.settings.auto_start
        ),
    )


def _lost(state: SessionState, now_ms: int) -> Iterator[str]:
    for station, since_ms in state.lost_ms.items():
        code = state.occupant(station)
        if code is None or now_ms - since_ms < LOST_MS:
            continue
        person = state.participants[code]
        group = None if person.group is None else state.groups[person.group]
        dropped = group is not None and person.seat is not None and group.seats[person.seat].dropped
        if person.progress.part not in RESTING and not dropped:
            yield station
