"""Sessions in the middle: simulated people who play at the pace of people, groups at their own."""

import dataclasses
from collections.abc import Iterator, Sequence

from hcmd_lab.game import events as ev
from hcmd_lab.game.played import Purpose
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.game.simulation import SimulatedSession
from ui.control.desk import Desk

HERE = "127.0.0.1"
OPENED_UTC = "2025-05-12T09:00:00+00:00"
_SLOWER = 7
"""So many times as long as in a simulation a person looks at a page."""
_BETWEEN_SEATS_MS = 1700
_UNTIL_MS = 330_000
_LATE_MS = (0, 25, 50, 240, 90, 110, 128, 150, 175, 205, 60, 340)
"""By how many seconds, in thousands of ms, each group began after the first one."""


def resume_staged(
    desk: Desk,
    purpose: Purpose,
    groups: int,
    absent: Sequence[str] = (),
    until_ms: int = _UNTIL_MS,
) -> None:
    """Host a session that is in the middle, with all stations connected but some."""
    plan, policies = desk.study.plan_session(purpose, groups, GAME_ALONE)
    session = SimulatedSession(plan, policies)
    log = list(_at_their_pace(session.play(), until_ms))
    store = desk.study.store
    store.log.append(session.code, log, OPENED_UTC)
    store.log.set_clock(session.code, until_ms)
    desk.resume_session(session.code, address=HERE, port=0, exit_pin="")
    if desk.host is None:
        raise RuntimeError("the session was not opened")
    for seat in range(1, groups * plan.game.seats + 1):
        if str(seat) not in absent:
            desk.host.runner.do(ev.StationBack, str(seat))


def _at_their_pace(events: Sequence[ev.SessionEvent], until_ms: int) -> Iterator[ev.SessionEvent]:
    """The events that have happened until a time, in the order of their new times."""
    group_of = {each.participant: each.group for each in events if isinstance(each, ev.Seated)}
    timed = []
    for event in events:
        if isinstance(event, ev.SessionClosed):
            continue
        participant = getattr(event, "participant", "")
        group = getattr(event, "group", group_of.get(participant, 0))
        late_ms = 1000 * _LATE_MS[(group - 1) % len(_LATE_MS)] if group else 0
        at_ms = event.at_ms * _SLOWER + late_ms
        if isinstance(event, ev.Contributed | ev.Continued | ev.VoteCast):
            # The last of a group to act lets it go on; the others were a little faster.
            at_ms -= (3 - event.seat) * _BETWEEN_SEATS_MS
        timed.append(dataclasses.replace(event, at_ms=at_ms))
    timed.sort(key=lambda event: event.at_ms)
    return (event for event in timed if event.at_ms <= until_ms)
