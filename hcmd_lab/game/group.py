"""One group's part of the state machine: what each event makes of it."""

from typing import assert_never

from hcmd_lab.game import events as ev
from hcmd_lab.game.group_clock import add_time, pause, resume, start_clock, stop_clock
from hcmd_lab.game.group_course import advance, begin_stage
from hcmd_lab.game.group_decisions import cast_vote, contribute, count_votes, divide
from hcmd_lab.game.group_moves import (
    enter,
    require,
    require_phase,
    require_running,
    require_seat,
    with_seat,
)
from hcmd_lab.game.records import replace
from hcmd_lab.game.state import READING, GroupState, Phase, SessionState

_TIMED = READING | {Phase.DECIDE, Phase.VOTE, Phase.GATHER}


def apply_to_group(state: SessionState, group: GroupState, event: ev.GroupEvent) -> GroupState:
    """The group after one more event.

    Args:
        state: The session, with the event's time on its clock.
        group: The group before.
        event: The event.

    Raises:
        IllegalEventError: The event cannot happen in this state.
    """
    require(not group.ended, "this group has ended")
    match event:
        case ev.GroupStarted():
            require_running(group)
            require_phase(group, Phase.READY)
            return begin_stage(state, group, 0 if state.plan.script.practice_rounds else 1)
        case ev.Continued():
            require(group.phase in READING, "there is nothing to read at the moment")
            require_running(group)
            require_seat(group, event.seat)
            return with_seat(group, event.seat, continued=True)
        case ev.Advanced():
            require_running(group)
            return advance(state, group)
        case ev.Contributed():
            return contribute(state, group, event)
        case ev.FundDivided():
            return divide(state, group, event)
        case ev.VoteCast():
            return cast_vote(state, group, event)
        case ev.VotesCounted():
            return count_votes(state, group, event)
        case ev.Paused():
            return pause(group, event)
        case ev.Resumed():
            return resume(group, event)
        case ev.ClockStopped():
            return stop_clock(state, group, event)
        case ev.ClockResumed():
            require(group.waits_since_ms is not None, "this group's clock runs")
            return start_clock(group, event.at_ms)
        case ev.SeatDropped():
            require_seat(group, event.seat)
            require(group.seats[event.seat].participant is not None, "nobody is at this seat")
            require(not group.seats[event.seat].dropped, "this seat has already been dropped")
            # Practice leaves the history before the first paid round enters it.
            return with_seat(
                group, event.seat, rounds_stayed=len(group.history) if group.stage else 0
            )
        case ev.GroupEnded():
            phase = Phase(event.ending)
            require(
                phase is not Phase.UNFILLED
                or all(seat.participant is None or seat.dropped for seat in group.seats),
                "somebody still waits in this group",
            )
            group = enter(state, group, phase)
            return replace(group, paused=False, pause_is_automatic=False)
        case ev.TimeCalled():
            require_running(group)
            require(group.phase in _TIMED, "there is no page with a time limit")
            return replace(
                start_clock(group, event.at_ms), deadline_ms=event.at_ms, time_called=True
            )
        case ev.TimeAdded():
            return add_time(group, event)
        case ev.StopAfterRound():
            if event.wanted:
                require(
                    not group.stop_after_round, "this group is already set to stop after its round"
                )
            else:
                require(group.stop_after_round, "this group is not set to stop after its round")
            return replace(group, stop_after_round=event.wanted)
        case _:  # pragma: no cover
            assert_never(event)
