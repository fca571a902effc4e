"""The session as a pure state machine: `apply(state, event)` gives the next state.

Nothing here reads a clock, draws a number or asks a mechanism: all that is in the event. A session
is therefore its list of events, and `replay` rebuilds it exactly.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from hcmd_lab.game import events as ev
from hcmd_lab.game.rules import WEIGHT_UNITS, fund_hundredths
from hcmd_lab.game.state import (
    ENDINGS,
    READING,
    TRANSITIONS,
    GroupState,
    ParticipantState,
    Phase,
    RoundRecord,
    SeatState,
    SessionState,
)


class IllegalEventError(ValueError):
    """An event that cannot happen in this state; the text says why."""


def replay(events: Iterable[ev.SessionEvent]) -> SessionState:
    """The state after a session's events.

    Raises:
        IllegalEventError: The events are not those of a session, or one cannot follow the others.
    """
    state: SessionState | None = None
    for event in events:
        state = _open(event) if state is None else apply(state, event)
    if state is None:
        raise IllegalEventError("a session without events has no state")
    return state


def _open(event: ev.SessionEvent) -> SessionState:
    if not isinstance(event, ev.SessionOpened):
        raise IllegalEventError("a session begins by being opened")
    empty = tuple(SeatState() for _ in range(event.plan.game.seats))
    groups = {
        number: GroupState(plan, Phase.SEATING, stage=0, round=0, seats=empty)
        for number, plan in enumerate(event.plan.groups, start=1)
    }
    return SessionState(event.plan, event.at_ms, groups, participants={})


def apply(state: SessionState, event: ev.SessionEvent) -> SessionState:
    """The state after one more event; `state` itself is unchanged.

    Raises:
        IllegalEventError: The event cannot happen in this state.
    """
    _require(not state.closed, "the session is closed")
    _require(event.at_ms >= state.clock_ms, "the session's clock never runs backwards")
    state = replace(state, clock_ms=event.at_ms)
    match event:
        case ev.SessionOpened():
            raise IllegalEventError("the session is open already")
        case ev.HostResumed():
            return replace(state, stations=frozenset())
        case ev.SessionClosed():
            _require(
                all(group.ended for group in state.groups.values()),
                "a session is closed when all of its groups have ended",
            )
            return replace(state, closed=True)
        case ev.StationBack():
            return replace(state, stations=state.stations | {event.station})
        case ev.StationLost():
            return replace(state, stations=state.stations - {event.station})
        case ev.CheckedIn():
            return _check_in(state, event)
        case ev.Seated():
            return _seat(state, event)
        case ev.Reseated():
            return _reseat(state, event)
        case _:
            _require(event.group in state.groups, f"there is no group {event.group}")
            group = _apply_to_group(state, state.groups[event.group], event)
            return replace(state, groups={**state.groups, event.group: group})


def _check_in(state: SessionState, event: ev.CheckedIn) -> SessionState:
    _require(event.participant not in state.participants, "this participant is here already")
    _require(state.is_free(event.station), f"someone is at station {event.station}")
    person = ParticipantState(event.station, event.label, event.is_bot)
    return replace(state, participants={**state.participants, event.participant: person})


def _seat(state: SessionState, event: ev.Seated) -> SessionState:
    person = _participant(state, event.participant)
    _require(person.group is None, "this participant has a seat")
    _require(event.group in state.groups, f"there is no group {event.group}")
    group = state.groups[event.group]
    _require(group.phase is Phase.SEATING, "this group is complete")
    _require(0 <= event.seat < len(group.seats), f"there is no seat {event.seat}")
    _require(group.seats[event.seat].participant is None, "this seat is taken")
    group = _with_seat(group, event.seat, participant=event.participant)
    if all(seat.participant is not None for seat in group.seats):
        group = _enter(state, group, Phase.READY)
    person = replace(person, group=event.group, seat=event.seat)
    return replace(
        state,
        groups={**state.groups, event.group: group},
        participants={**state.participants, event.participant: person},
    )


def _reseat(state: SessionState, event: ev.Reseated) -> SessionState:
    person = _participant(state, event.participant)
    _require(state.is_free(event.station), f"someone is at station {event.station}")
    # Moving to the end keeps `occupant` right: the newest at a station is the one who is there.
    others = {c: p for c, p in state.participants.items() if c != event.participant}
    moved = replace(person, station=event.station)
    return replace(state, participants={**others, event.participant: moved})


def _participant(state: SessionState, code: str) -> ParticipantState:
    _require(code in state.participants, f"there is no participant {code}")
    return state.participants[code]


GroupEvent = (
    ev.GroupStarted
    | ev.Continued
    | ev.Advanced
    | ev.Contributed
    | ev.FundDivided
    | ev.VoteCast
    | ev.VotesCounted
    | ev.Paused
    | ev.Resumed
    | ev.SeatDropped
    | ev.GroupEnded
)


def _apply_to_group(state: SessionState, group: GroupState, event: GroupEvent) -> GroupState:
    _require(not group.ended, "this group has ended")
    match event:
        case ev.GroupStarted():
            _require_phase(group, Phase.READY)
            return _begin_stage(state, group, 1)
        case ev.Continued():
            _require(group.phase in READING, "there is nothing to read at the moment")
            _require_running(group)
            _require_seat(group, event.seat)
            return _with_seat(group, event.seat, continued=True)
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
            _require_running(group)
            left = None if group.deadline_ms is None else max(0, group.deadline_ms - event.at_ms)
            return replace(
                group,
                paused=True,
                pause_reason=event.reason,
                deadline_ms=None,
                remaining_ms=left,
            )
        case ev.Resumed():
            _require(group.paused, "this group is not paused")
            left = group.remaining_ms
            return replace(
                group,
                paused=False,
                pause_reason="",
                deadline_ms=None if left is None else event.at_ms + left,
                remaining_ms=None,
            )
        case ev.SeatDropped():
            _require_seat(group, event.seat)
            _require(group.seats[event.seat].participant is not None, "nobody is at this seat")
            _require(not group.seats[event.seat].dropped, "this seat was dropped before")
            return _with_seat(group, event.seat, dropped=True)
        case ev.GroupEnded():
            phase = Phase(event.ending)
            return replace(_enter(state, group, phase), paused=False, remaining_ms=None)
        case _:  # pragma: no cover
            assert_never(event)


def _contribute(state: SessionState, group: GroupState, event: ev.Contributed) -> GroupState:
    _require_running(group)
    _require_phase(group, Phase.DECIDE)
    _require(
        (event.stage, event.round) == (group.stage, group.round),
        f"the group plays round {group.round} of stage {group.stage}",
    )
    _require_seat(group, event.seat)
    endowment = state.plan.game.endowments(group.plan.tail_endowment)[event.seat]
    _require(event.endowment == endowment, f"this seat's endowment is {endowment}")
    _require(
        0 <= event.contribution <= endowment,
        f"a contribution is a whole number of coins between 0 and {endowment}",
    )
    _require(group.seats[event.seat].contribution is None, "this seat has contributed")
    group = _with_seat(
        group,
        event.seat,
        contribution=event.contribution,
        nonce=event.nonce or group.seats[event.seat].nonce,
    )
    if all(seat.contribution is not None for seat in group.seats):
        group = _enter(state, group, Phase.DIVIDE)
    return group


def _divide(state: SessionState, group: GroupState, event: ev.FundDivided) -> GroupState:
    _require_phase(group, Phase.DIVIDE)
    _require(
        (event.stage, event.round) == (group.stage, group.round),
        f"the group plays round {group.round} of stage {group.stage}",
    )
    _require(event.mechanism == group.mechanism, "another mechanism divides this stage's fund")
    contributions = tuple(seat.contribution or 0 for seat in group.seats)
    _require(
        sum(event.payout_hundredths) == fund_hundredths(contributions, state.plan.game),
        "the payouts do not add up to the fund",
    )
    _require(
        len(event.weight_units) == len(event.payout_hundredths) == len(group.seats)
        and min(event.weight_units) >= 0
        and min(event.payout_hundredths) >= 0
        and sum(event.weight_units) == WEIGHT_UNITS,
        "the weights do not add up to one",
    )
    paid = RoundRecord(group.stage, group.round, contributions, event.payout_hundredths)
    return _enter(state, replace(group, history=(*group.history, paid)), Phase.OUTCOME)


def _cast_vote(state: SessionState, group: GroupState, event: ev.VoteCast) -> GroupState:
    _require_running(group)
    _require_phase(group, Phase.VOTE)
    _require_seat(group, event.seat)
    _require(event.choice in (None, 1, 2), "a vote is for stage 1 or stage 2")
    _require(
        event.choice is not None or event.by != "participant", "a participant's vote names a stage"
    )
    _require(not group.seats[event.seat].voted, "this seat has voted")
    group = _with_seat(
        group,
        event.seat,
        voted=True,
        vote=event.choice,
        nonce=event.nonce or group.seats[event.seat].nonce,
    )
    if all(seat.voted for seat in group.seats):
        group = _enter(state, group, Phase.COUNT)
    return group


def _count_votes(state: SessionState, group: GroupState, event: ev.VotesCounted) -> GroupState:
    _require_phase(group, Phase.COUNT)
    given = [seat.vote for seat in group.seats]
    votes = (given.count(1), given.count(2))
    _require(event.votes == votes, f"the votes are {votes[0]} and {votes[1]}")
    _require(event.by_coin == (votes[0] == votes[1]), "a coin decides a tied vote and no other")
    _require(
        event.winner in (1, 2) and votes[event.winner - 1] == max(votes),
        "the stage with more votes wins",
    )
    counted = replace(group, votes=votes, by_coin=event.by_coin, winner=event.winner)
    return _enter(state, counted, Phase.VOTE_RESULT)


def _advance(state: SessionState, group: GroupState) -> GroupState:
    match group.phase:
        case Phase.STAGE_INTRO:
            return _begin_round(state, group, 1)
        case Phase.OUTCOME if group.round < state.plan.game.rounds:
            return _begin_round(state, group, group.round + 1)
        case Phase.OUTCOME if group.stage == 1:
            return _begin_stage(state, group, 2)
        case Phase.OUTCOME if group.stage == 2:
            return _enter(state, group, Phase.VOTE)
        case Phase.OUTCOME:
            return _enter(state, group, Phase.FINISHED)
        case Phase.VOTE_RESULT:
            return _begin_stage(state, group, 3)
        case _:
            raise IllegalEventError("there is no page to leave at the moment")


def _begin_stage(state: SessionState, group: GroupState, stage: int) -> GroupState:
    return _enter(state, replace(group, stage=stage, round=0), Phase.STAGE_INTRO)


def _begin_round(state: SessionState, group: GroupState, round_number: int) -> GroupState:
    cleared = tuple(replace(seat, contribution=None) for seat in group.seats)
    return _enter(state, replace(group, round=round_number, seats=cleared), Phase.DECIDE)


def _enter(state: SessionState, group: GroupState, phase: Phase) -> GroupState:
    """The one place where a group's phase changes: checks, then sets the new deadline."""
    _require(phase in TRANSITIONS[group.phase], f"a group cannot go from {group.phase} to {phase}")
    settings = state.plan.settings
    limits_s = {
        Phase.STAGE_INTRO: settings.intro_s,
        Phase.DECIDE: settings.decide_s,
        Phase.OUTCOME: settings.outcome_s,
        Phase.VOTE: settings.vote_s,
        Phase.VOTE_RESULT: settings.outcome_s,
    }
    limit_ms = 1000 * limits_s.get(phase, 0)
    seats = tuple(replace(seat, continued=False) for seat in group.seats)
    return replace(
        group,
        phase=phase,
        seats=seats,
        deadline_ms=state.clock_ms + limit_ms if limit_ms and phase not in ENDINGS else None,
    )


def _with_seat(group: GroupState, seat: int, **changes: object) -> GroupState:
    changed = replace(group.seats[seat], **changes)  # type: ignore[arg-type]  # names are checked by replace
    return replace(group, seats=(*group.seats[:seat], changed, *group.seats[seat + 1 :]))


def _require(condition: bool, sentence: str) -> None:
    if not condition:
        raise IllegalEventError(sentence)


def _require_phase(group: GroupState, phase: Phase) -> None:
    _require(
        group.phase is phase, f"this needs the phase {phase}, but the group is in {group.phase}"
    )


def _require_running(group: GroupState) -> None:
    _require(not group.paused, "this group is paused")


def _require_seat(group: GroupState, seat: int) -> None:
    _require(0 <= seat < len(group.seats), f"there is no seat {seat}")
