"""Presence: which stations are connected, and since when the others have been lost.

The time of a loss is kept for the dropout policy. It counts anew where it would be unfair to count
on: after the host's restart, at a group's start and when the experimenter lets a group go on.
"""

from dataclasses import replace

from hcmd_lab.game.state import GroupState, SessionState


def station_back(state: SessionState, station: str) -> SessionState:
    """The session with a station connected."""
    lost_ms = {name: since_ms for name, since_ms in state.lost_ms.items() if name != station}
    return replace(state, stations=state.stations | {station}, lost_ms=lost_ms)


def station_lost(state: SessionState, station: str, silent_ms: int) -> SessionState:
    """The session without a station, lost since it was last heard or, if it was lost, before."""
    lost_ms = {station: max(0, state.clock_ms - silent_ms), **state.lost_ms}
    return replace(state, stations=state.stations - {station}, lost_ms=lost_ms)


def host_resumed(state: SessionState) -> SessionState:
    """The session after a restart of the host, with every station still to reconnect."""
    occupied = {person.station for person in state.participants.values()}
    known = sorted(state.stations | occupied | state.lost_ms.keys())
    return replace(state, stations=frozenset(), lost_ms=dict.fromkeys(known, state.clock_ms))


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
    seated = [
        (seat, state.participants[own.participant].station)
        for seat, own in enumerate(group.seats)
        if own.participant is not None and not own.dropped
    ]
    return [(seat, station) for seat, station in seated if station in state.lost_ms]
