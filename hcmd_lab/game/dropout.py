"""The dropout policy: the automatic response to a station lost for too long.

It acts on groups that are complete and have not ended; a pause that the experimenter made is
theirs to end.
"""

from collections.abc import Iterator
from typing import assert_never

from hcmd_lab.game import events as ev
from hcmd_lab.game.presence import lost_seats, return_deadline_ms
from hcmd_lab.game.session_settings import Dropout
from hcmd_lab.game.state import GroupState, Phase, SessionState
from hcmd_lab.sentence import Sentence

REASON = str(Sentence("a station has lost its connection"))
"""Why the policy pauses a group, drops a seat or ends a group; it names nobody."""


def due(
    state: SessionState, number: int, group: GroupState, now_ms: int
) -> Iterator[ev.SessionEvent]:
    """The events by which the dropout policy acts on a group now."""
    limits_ms = _limits_ms(state, group)
    if group.paused:
        if group.pause_is_automatic and not limits_ms:
            yield ev.Resumed(now_ms, number)
        return
    too_long = [seat for seat, limit_ms in limits_ms.items() if now_ms >= limit_ms]
    if not too_long:
        return
    match state.plan.settings.dropout:
        case Dropout.HOLD:
            return
        case Dropout.PAUSE:
            yield ev.Paused(now_ms, number, REASON, automatic=True)
        case Dropout.STAND_IN:
            yield from (ev.SeatDropped(now_ms, number, seat, REASON) for seat in too_long)
        case Dropout.FINISH_SHORT:
            yield ev.GroupEnded(now_ms, number, "ended_early", REASON)
        case Dropout.VOID:
            yield ev.GroupEnded(now_ms, number, "void", REASON)
        case _:
            assert_never(state.plan.settings.dropout)


def deadline_ms(state: SessionState, group: GroupState) -> int | None:
    """When the policy will act on a group unless its lost stations come back."""
    if group.paused:
        return None  # a pause does not end by a deadline
    return min(_limits_ms(state, group).values(), default=None)


def _limits_ms(state: SessionState, group: GroupState) -> dict[int, int]:
    """Seats with lost stations, and the time at which each has been lost for too long."""
    settings = state.plan.settings
    # While people arrive no station counts as lost: a missing one can still come.
    if not state.lost_ms or settings.dropout is Dropout.HOLD:
        return {}
    if group.ended or group.phase is Phase.SEATING:
        return {}
    return {
        seat: max(
            state.lost_ms[station] + 1000 * settings.dropout_s, return_deadline_ms(state, station)
        )
        for seat, station in lost_seats(state, group)
    }
