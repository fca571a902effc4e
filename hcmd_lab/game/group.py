"""One group's part of the state machine: its rounds, its vote, its pauses and its end."""

from typing import assert_never

from hcmd_lab.game import events as ev
from hcmd_lab.game.plan import rounds_of_stage
from hcmd_lab.game.presence import lost_seats, return_deadline_ms
from hcmd_lab.game.records import replace
from hcmd_lab.game.rules import WEIGHT_UNITS, fund_hundredths
from hcmd_lab.game.state import (
    ENDINGS,
    READING,
    TRANSITIONS,
    DefaultCause,
    GroupState,
    IllegalEventError,
    Phase,
    RoundRecord,
    SessionState,
)
from hcmd_lab.game.synchronize import gathers

MAX_ADDED_MS = 60 * 60_000
"""More time is not added to a page at once."""

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
            _require_running(group)
            _require_phase(group, Phase.READY)
            return _begin_stage(state, group, 0 if state.plan.script.practice_rounds else 1)
        case ev.Continued():
            require(group.phase in READING, "there is nothing to read at the moment")
            _require_running(group)
            _require_seat(group, event.seat)
            return with_seat(group, event.seat, continued=True)
        case ev.Advanced():
            _require_running(group)
            return _advance(state, group)
        case ev.Contributed():
            return _contribute(state, group, event)
        case ev.FundDivided():
            return _divide(state, group, event)
        case ev.VoteCast():
            return _cast_vote(state, group, event)
        case ev.VotesCounted():
            return _count_votes(state, group, event)
        case ev.Paused():
            return _pause(group, event)
        case ev.Resumed():
            return _resume(group, event)
        case ev.ClockStopped():
            return _stop_clock(state, group, event)
        case ev.ClockResumed():
            require(group.waits_since_ms is not None, "this group's clock runs")
            return _start_clock(group, event.at_ms)
        case ev.SeatDropped():
            _require_seat(group, event.seat)
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
            _require_running(group)
            require(group.phase in _TIMED, "there is no page with a time limit")
            return replace(
                _start_clock(group, event.at_ms), deadline_ms=event.at_ms, time_called=True
            )
        case ev.TimeAdded():
            return _add_time(group, event)
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


def _add_time(group: GroupState, event: ev.TimeAdded) -> GroupState:
    require(
        0 < event.added_ms <= MAX_ADDED_MS,
        "at most {minutes} minutes are added at once",
        minutes=MAX_ADDED_MS // 60_000,
    )
    if group.deadline_ms is None:
        require(group.remaining_ms is not None, "there is no page with a time limit")
        return replace(group, remaining_ms=(group.remaining_ms or 0) + event.added_ms)
    return replace(group, deadline_ms=group.deadline_ms + event.added_ms)


def _pause(group: GroupState, event: ev.Paused) -> GroupState:
    if group.pause_is_automatic and not event.automatic:
        # The experimenter takes over the pause, and later ends it.
        return replace(group, pause_reason=event.reason, pause_is_automatic=False)
    _require_running(group)
    if group.waits_since_ms is not None:
        group = _start_clock(group, event.at_ms)
    return replace(
        group,
        paused=True,
        pause_reason=event.reason,
        pause_is_automatic=event.automatic,
        deadline_ms=None,
        remaining_ms=group.time_left_ms(event.at_ms),
    )


def _resume(group: GroupState, event: ev.Resumed) -> GroupState:
    require(group.paused, "this group is not paused")
    running = _start_clock(group, event.at_ms)
    return replace(running, paused=False, pause_reason="", pause_is_automatic=False)


def _stop_clock(state: SessionState, group: GroupState, event: ev.ClockStopped) -> GroupState:
    _require_running(group)
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


def _start_clock(group: GroupState, at_ms: int) -> GroupState:
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


def _contribute(state: SessionState, group: GroupState, event: ev.Contributed) -> GroupState:
    _require_running(group)
    _require_phase(group, Phase.DECIDE)
    require(
        (event.stage, event.round) == (group.stage, group.round),
        "the group plays round {round} of stage {stage}",
        round=group.round,
        stage=group.stage,
    )
    _require_seat(group, event.seat)
    endowment = state.plan.game.endowments(group.plan.tail_endowment)[event.seat]
    require(
        event.endowment == endowment,
        "this seat's endowment is {endowment}",
        endowment=endowment,
    )
    require(
        0 <= event.contribution <= endowment,
        "a contribution is a whole number of coins between 0 and {endowment}",
        endowment=endowment,
    )
    require(group.seats[event.seat].contribution is None, "this seat has already contributed")
    group = with_seat(
        group,
        event.seat,
        contribution=event.contribution,
        default=_default_cause(group, event.by),
        nonce=event.nonce or group.seats[event.seat].nonce,
    )
    if all(seat.contribution is not None for seat in group.seats):
        group = enter(state, group, Phase.DIVIDE)
    return group


def _divide(state: SessionState, group: GroupState, event: ev.FundDivided) -> GroupState:
    _require_phase(group, Phase.DIVIDE)
    require(
        (event.stage, event.round) == (group.stage, group.round),
        "the group plays round {round} of stage {stage}",
        round=group.round,
        stage=group.stage,
    )
    require(event.mechanism == group.mechanism, "a different mechanism divides this stage's fund")
    contributions = tuple(seat.contribution or 0 for seat in group.seats)
    require(
        sum(event.payout_hundredths) == fund_hundredths(contributions, state.plan.game),
        "the payouts do not add up to the fund",
    )
    require(
        len(event.weight_units) == len(event.payout_hundredths) == len(group.seats)
        and min(event.weight_units) >= 0
        and min(event.payout_hundredths) >= 0
        and sum(event.weight_units) == WEIGHT_UNITS,
        "the weights do not add up to one",
    )
    paid = RoundRecord(group.stage, group.round, contributions, event.payout_hundredths)
    return enter(state, replace(group, history=(*group.history, paid)), Phase.OUTCOME)


def _cast_vote(state: SessionState, group: GroupState, event: ev.VoteCast) -> GroupState:
    _require_running(group)
    _require_phase(group, Phase.VOTE)
    _require_seat(group, event.seat)
    require(event.choice in (None, 1, 2), "a vote is for stage 1 or stage 2")
    require(
        event.choice is not None or event.by != "participant", "a participant's vote names a stage"
    )
    require(not group.seats[event.seat].voted, "this seat has already voted")
    group = with_seat(
        group,
        event.seat,
        voted=True,
        vote=event.choice,
        default=_default_cause(group, event.by),
        nonce=event.nonce or group.seats[event.seat].nonce,
    )
    if all(seat.voted for seat in group.seats):
        group = enter(state, group, Phase.COUNT)
    return group


def _count_votes(state: SessionState, group: GroupState, event: ev.VotesCounted) -> GroupState:
    _require_phase(group, Phase.COUNT)
    given = [seat.vote for seat in group.seats]
    votes = (given.count(1), given.count(2))
    require(
        event.votes == votes,
        "the votes are {first} and {second}",
        first=votes[0],
        second=votes[1],
    )
    require(event.by_coin == (votes[0] == votes[1]), "a coin is tossed for a tied vote only")
    require(
        event.winner in (1, 2) and votes[event.winner - 1] == max(votes),
        "the stage with more votes wins",
    )
    counted = replace(group, votes=votes, by_coin=event.by_coin, winner=event.winner)
    return enter(state, counted, Phase.VOTE_RESULT)


def _advance(state: SessionState, group: GroupState) -> GroupState:
    match group.phase:
        case Phase.STAGE_INTRO:
            return _begin_round(state, group, 1)
        case Phase.OUTCOME | Phase.VOTE_RESULT if gathers(state, group):
            return enter(state, group, Phase.GATHER)
        case Phase.OUTCOME | Phase.VOTE_RESULT | Phase.GATHER:
            return _go_on(state, group)
        case (
            Phase.SEATING | Phase.READY | Phase.DECIDE | Phase.DIVIDE | Phase.VOTE | Phase.COUNT
            | Phase.FINISHED | Phase.ENDED_EARLY | Phase.VOID | Phase.UNFILLED
        ):  # fmt: skip
            raise IllegalEventError("there is no page to continue from at the moment")
        case _:  # pragma: no cover
            assert_never(group.phase)


def _go_on(state: SessionState, group: GroupState) -> GroupState:
    """The group after the last page of a round or of the vote."""
    if group.round < rounds_of_stage(state.plan, group.stage):
        return _begin_round(state, group, group.round + 1)
    if group.stage == 0:
        # Practice rounds are dropped: they are not paid and not data.
        return _begin_stage(state, replace(group, history=()), 1)
    if group.stage == 1:
        return _begin_stage(state, group, 2)
    if group.stage == 2:
        if group.winner is None:
            return enter(state, _without_default(group), Phase.VOTE)
        return _begin_stage(state, group, 3)
    return enter(state, group, Phase.FINISHED)


def _begin_stage(state: SessionState, group: GroupState, stage: int) -> GroupState:
    return enter(state, replace(group, stage=stage, round=0), Phase.STAGE_INTRO)


def _begin_round(state: SessionState, group: GroupState, round_number: int) -> GroupState:
    cleared = tuple(replace(seat, contribution=None) for seat in group.seats)
    group = _without_default(replace(group, round=round_number, seats=cleared))
    return enter(state, group, Phase.DECIDE)


def _default_cause(group: GroupState, by: ev.DecidedBy) -> DefaultCause | None:
    if by != "timeout":
        return None
    return DefaultCause.CALLED if group.time_called else DefaultCause.TIME_UP


def _without_default(group: GroupState) -> GroupState:
    seats = (
        replace(seat, default=None) if seat.default is not None else seat for seat in group.seats
    )
    return replace(group, seats=tuple(seats))


def enter(state: SessionState, group: GroupState, phase: Phase) -> GroupState:
    """The one place where a group's phase changes: checks, then sets the new deadline."""
    require(
        phase in TRANSITIONS[group.phase],
        "a group cannot go from {phase} to {other}",
        phase=group.phase,
        other=phase,
    )
    limit_ms = _limit_ms(state, phase)
    seats = tuple(
        replace(seat, continued=False) if seat.continued else seat for seat in group.seats
    )
    return replace(
        group,
        phase=phase,
        seats=seats,
        deadline_ms=state.clock_ms + limit_ms if limit_ms and phase not in ENDINGS else None,
        runs_since_ms=state.clock_ms,
        time_called=False,
        remaining_ms=None,
        waits_since_ms=None,
        waits_for_host=False,
        waited_ms=0,
    )


def _limit_ms(state: SessionState, phase: Phase) -> int:
    """Time limit of a phase; 0 for none."""
    settings = state.plan.settings
    limits_s = {
        Phase.SEATING: 0,
        Phase.READY: 0,
        Phase.STAGE_INTRO: settings.intro_s,
        Phase.DECIDE: settings.decide_s,
        Phase.DIVIDE: 0,
        Phase.OUTCOME: settings.outcome_s,
        Phase.VOTE: settings.vote_s,
        Phase.COUNT: 0,
        Phase.VOTE_RESULT: settings.outcome_s,
        Phase.GATHER: 0,
        Phase.FINISHED: 0,
        Phase.ENDED_EARLY: 0,
        Phase.VOID: 0,
        Phase.UNFILLED: 0,
    }
    return 1000 * limits_s[phase]


def with_seat(group: GroupState, seat: int, **changes: object) -> GroupState:
    """The group with one seat changed."""
    changed = replace(group.seats[seat], **changes)  # type: ignore[arg-type]  # names are checked by replace
    return replace(group, seats=(*group.seats[:seat], changed, *group.seats[seat + 1 :]))


def require(condition: bool, template: str, /, **values: object) -> None:
    """Reject an event with a sentence (see `Sentence`) unless a condition holds."""
    if not condition:
        raise IllegalEventError(template, **values)


def _require_phase(group: GroupState, phase: Phase) -> None:
    require(
        group.phase is phase,
        "this needs the phase {phase}, but the group is in {other}",
        phase=phase,
        other=group.phase,
    )


def _require_running(group: GroupState) -> None:
    require(not group.paused, "this group is paused")


def _require_seat(group: GroupState, seat: int) -> None:
    require(
        0 <= seat < len(group.seats),
        "there is no seat {seat}",
        seat=seat,
    )
