"""Presence: which stations are connected, and since when the others have been lost.

The time of a loss is kept for the dropout policy. It counts anew where it would be unfair to count
on: after the host's restart, at a group's start and when the experimenter lets a group go on.
"""

from hcmd_lab.game.records import replace
from hcmd_lab.game.state import GroupState, SessionState

RETURN_MS = 60_000
"""How long a restarted host waits for the stations that were connected before.

For so long neither the time of a page runs without them nor does the dropout policy act on them.
"""


def station_back(state: SessionState, station: str) -> SessionState:
    """The session with a station connected."""
    lost_ms = {name: since_ms for name, since_ms in state.lost_ms.items() if name != station}
    state = replace(
        state,
        stations=state.stations | {station},
        lost_ms=lost_ms,
        returning=state.returning - {station},
    )
    groups = {number: _waits_for_others(state, group) for number, group in state.groups.items()}
    return replace(state, groups=groups)


def station_lost(state: SessionState, station: str, silent_ms: int) -> SessionState:
    """The session without a station, lost since it was last heard or, if it was lost, before."""
    lost_ms = {station: max(0, state.clock_ms - silent_ms), **state.lost_ms}
    return replace(state, stations=state.stations - {station}, lost_ms=lost_ms)


def host_resumed(state: SessionState) -> SessionState:
    """The session after a restart of the host, with every station still to reconnect."""
    occupied = {person.station for person in state.participants.values()}
    known = sorted(state.stations | occupied | state.lost_ms.keys())
    return replace(
        state,
        stations=frozenset(),
        lost_ms=dict.fromkeys(known, state.clock_ms),
        returning=state.stations | state.returning,
        resumed_ms=state.clock_ms,
        groups={number: _waits_for_host(state, group) for number, group in state.groups.items()},
    )


def _waits_for_host(state: SessionState, group: GroupState) -> GroupState:
    """A group after a restart of the host: if its clock stands, then no longer for a station."""
    if group.waits_since_ms is None:
        return group
    waited_ms = 0 if group.waits_for_host else state.clock_ms - group.waits_since_ms
    return replace(
        group,
        waits_since_ms=state.clock_ms,
        waits_for_host=True,
        waited_ms=group.waited_ms + waited_ms,
    )


def _waits_for_others(state: SessionState, group: GroupState) -> GroupState:
    """A group after a station came back: what it still waits for may not be the host's doing."""
    if not group.waits_for_host or any(
        at in state.returning for seat, at in lost_seats(state, group) if group.awaits(seat)
    ):
        return group
    return replace(group, waits_since_ms=state.clock_ms, waits_for_host=False)


def return_deadline_ms(state: SessionState, station: str) -> int:
    """Until when a lost station is waited for because the host was restarted; 0 if it is not."""
    return state.resumed_ms + RETURN_MS if station in state.returning else 0


def moved_to(state: SessionState, station: str) -> SessionState:
    """The session after a participant was sent to a station, which may not be running yet."""
    if station in state.stations:
        return state
    return replace(state, lost_ms={**state.lost_ms, station: state.clock_ms})


def wait_anew(state: SessionState, group: GroupState) -> SessionState:
    """The session with the dropout clocks of a group's lost stations restarted."""
    renewed = {station: state.clock_ms for _, station in lost_seats(state, group)}
    return replace(state, lost_ms={**state.lost_ms, **renewed})


def lost_seats(state: SessionState, group: GroupState) -> list[tuple[int, str]]:
    """Seats that are not dropped but whose station is lost, with the station."""
    if not state.lost_ms:
        return []  # asked of every group at every event, and nearly always so
    seated = [
        (seat, state.participants[own.participant].station)
        for seat, own in enumerate(group.seats)
        if own.participant is not None and not own.dropped
    ]
    return [(seat, station) for seat, station in seated if station in state.lost_ms]
