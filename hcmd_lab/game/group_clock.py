"""A group's clock: it stands in a pause and for a lost station, and may be given more time."""

from hcmd_lab.game import events as ev
from hcmd_lab.game.group_moves import require, require_running
from hcmd_lab.game.presence import lost_seats, return_deadline_ms
from hcmd_lab.game.records import replace
from hcmd_lab.game.state import GroupState, IllegalEventError, SessionState

MAX_ADDED_MS = 60 * 60_000
"""More time is not added to a page at once."""


def pause(group: GroupState, event: ev.Paused) -> GroupState:
    """The group with its rounds and its clock standing until it is resumed."""
    if group.pause_is_automatic and not event.automatic:
        # The experimenter takes over the pause, and later ends it.
        return replace(group, pause_reason=event.reason, pause_is_automatic=False)
    require_running(group)
    if group.waits_since_ms is not None:
        group = start_clock(group, event.at_ms)
    return replace(
        group,
        paused=True,
        pause_reason=event.reason,
        pause_is_automatic=event.automatic,
        deadline_ms=None,
        remaining_ms=group.time_left_ms(event.at_ms),
    )


def resume(group: GroupState, event: ev.Resumed) -> GroupState:
    """The group after its pause."""
    require(group.paused, "this group is not paused")
    running = start_clock(group, event.at_ms)
    return replace(running, paused=False, pause_reason="", pause_is_automatic=False)


def stop_clock(state: SessionState, group: GroupState, event: ev.ClockStopped) -> GroupState:
    """The group with its clock standing for a station that it waits for and that is lost."""
    require_running(group)
    missed = {
        station: state.lost_ms[station]
        for seat, station in lost_seats(state, group)
        if group.awaits(seat)
    }
    require(bool(missed), "no station is lost that this group waits for")
    if group.deadline_ms is None:
        raise IllegalEventError("this group's clock stands already")
    # A station can have been lost before the clock of this page began to run.
    since_ms = max(min(missed.values()), group.runs_since_ms)
    return replace(
        group,
        deadline_ms=None,
        remaining_ms=max(0, group.deadline_ms - since_ms),
        waits_since_ms=event.at_ms,
        waits_for_host=any(state.clock_ms < return_deadline_ms(state, at) for at in missed),
    )


def start_clock(group: GroupState, at_ms: int) -> GroupState:
    """The group with its clock running, with the time that was left when it was stopped."""
    left = group.remaining_ms
    stood_for_station = group.waits_since_ms is not None and not group.waits_for_host
    waited = at_ms - (group.waits_since_ms or 0) if stood_for_station else 0
    return replace(
        group,
        deadline_ms=None if left is None else at_ms + left,
        remaining_ms=None,
        runs_since_ms=at_ms,
        waits_since_ms=None,
        waits_for_host=False,
        waited_ms=group.waited_ms + waited,
    )


def add_time(group: GroupState, event: ev.TimeAdded) -> GroupState:
    """The group with more time for its page."""
    require(
        0 < event.added_ms <= MAX_ADDED_MS,
        "at most {minutes} minutes are added at once",
        minutes=MAX_ADDED_MS // 60_000,
    )
    if group.deadline_ms is None:
        require(group.remaining_ms is not None, "there is no page with a time limit")
        return replace(group, remaining_ms=(group.remaining_ms or 0) + event.added_ms)
    return replace(group, deadline_ms=group.deadline_ms + event.added_ms)
