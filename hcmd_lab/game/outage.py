"""The clock of a page waits for lost stations: time in which somebody cannot act is not theirs.

It stands while a station is lost that the group waits for, on one page for a limited time in all,
so that nobody can hold up a session for ever. After a restart of the host it stands for all that
were connected, however little time the settings give to a single station.
"""

from collections.abc import Iterator

from hcmd_lab.game import events as ev
from hcmd_lab.game.presence import lost_seats, return_deadline_ms
from hcmd_lab.game.state import GroupState, SessionState


def due(
    state: SessionState, number: int, group: GroupState, now_ms: int
) -> Iterator[ev.SessionEvent]:
    """The events by which a group's clock stops for a lost station, and goes on."""
    is_missed = any(group.awaits(seat) for seat, _ in lost_seats(state, group))
    until_ms = deadline_ms(state, group)
    if until_ms is not None:
        if not is_missed or now_ms >= until_ms:
            yield ev.ClockResumed(now_ms, number)
    elif is_missed and group.deadline_ms is not None and may_wait(state, group, now_ms):
        yield ev.ClockStopped(now_ms, number)


def deadline_ms(state: SessionState, group: GroupState) -> int | None:
    """When a clock that stands goes on although a station is still lost; None while it runs."""
    if group.waits_since_ms is None:
        return None
    if group.waits_for_host:
        return _for_host_until_ms(state, group)
    return group.waits_since_ms + _allowed_ms(state, group)


def may_wait(state: SessionState, group: GroupState, now_ms: int) -> bool:
    """Whether the running clock of this page would stop for a lost station."""
    # The experimenter's word that the time is up also ends the waiting.
    return not group.time_called and (
        _allowed_ms(state, group) > 0 or now_ms < _for_host_until_ms(state, group)
    )


def _allowed_ms(state: SessionState, group: GroupState) -> int:
    """How long the clock of this page may yet stand for lost stations, from when it stopped."""
    return 1000 * state.plan.settings.lost_wait_s - group.waited_ms


def _for_host_until_ms(state: SessionState, group: GroupState) -> int:
    """Until when it may stand because the host was restarted."""
    return max(
        (return_deadline_ms(state, at) for seat, at in lost_seats(state, group)
         if group.awaits(seat)),
        default=0,
    )  # fmt: skip


def wait_left_ms(state: SessionState, group: GroupState, now_ms: int) -> int:
    """How much longer the clock of this page can stand for lost stations."""
    if group.waits_since_ms is not None:
        return max(0, group.waits_since_ms + _allowed_ms(state, group) - now_ms)
    return 0 if group.time_called else max(0, _allowed_ms(state, group))
