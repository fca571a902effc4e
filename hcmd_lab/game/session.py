"""The session as a pure state machine: `apply(state, event)` gives the next state.

Nothing here reads a clock, draws a number or asks a mechanism: all that is in the event. A session
is therefore its list of events, and `replay` rebuilds it exactly.
"""

from collections.abc import Iterable
from typing import assert_never

from hcmd_lab.game import events as ev
from hcmd_lab.game import presence
from hcmd_lab.game.group import apply_to_group
from hcmd_lab.game.group_moves import enter, require, with_seat
from hcmd_lab.game.mailbox import MailEvent, apply_to_mailbox, check_text, participant
from hcmd_lab.game.records import replace
from hcmd_lab.game.regroup import apply_to_grouping, without_people
from hcmd_lab.game.script import after_game, apply_to_script, open_gate
from hcmd_lab.game.script_steps import Part, ScriptProgress, first_progress
from hcmd_lab.game.state import (
    GroupState,
    IllegalEventError,
    ParticipantState,
    Phase,
    SeatState,
    SessionState,
)
from hcmd_lab.sentence import Sentence


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
        raise IllegalEventError("the first event of a session opens it")
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
    require(
        not state.closed
        or isinstance(
            event,
            MailEvent | ev.NoteTaken | ev.PaymentAdjusted | ev.PaidOut | ev.AlarmRaised,
        ),
        "the session is closed",
    )
    require(event.at_ms >= state.clock_ms, "the session's clock cannot run backwards")
    state = replace(state, clock_ms=event.at_ms)
    match event:
        case ev.SessionOpened():
            raise IllegalEventError("the session is already open")
        case ev.HostResumed():
            return presence.host_resumed(state)
        case ev.HostStalled():
            return state  # its clock stood as well
        case ev.SessionClosed():
            require(
                state.is_over,
                "a session is closed when all of its groups have ended and all answers are in",
            )
            return replace(state, closed=True)
        case ev.StationBack():
            return presence.station_back(state, event.station)
        case ev.StationLost():
            return presence.station_lost(state, event.station, event.silent_ms)
        case ev.CheckedIn():
            return _check_in(state, event)
        case ev.Seated():
            return _seat(state, event)
        case ev.GroupAdded() | ev.Moved() | ev.Released():
            return apply_to_grouping(state, event)
        case ev.Reseated():
            return _reseat(state, event)
        case ev.MessageSent() | ev.MessageRead():
            return apply_to_mailbox(state, event)
        case ev.NoteTaken():
            check_text(event.note)
            return state
        case (
            ev.ExitTried() | ev.CheckInRefused() | ev.KioskOrdered() | ev.KioskAnswered()
            | ev.KioskInterrupted() | ev.HostInterrupted() | ev.AlarmRaised()
        ):  # fmt: skip
            return state
        case ev.TurnedAway():
            return _turn_away(state, event)
        case ev.PaymentAdjusted():
            return _adjust(state, event)
        case ev.PaidOut():
            return _pay_out(state, event)
        case ev.GateOpened():
            return open_gate(state, event)
        case (
            ev.ConsentAnswered() | ev.PageTurned() | ev.QuestionAnswered() | ev.HelpCalled()
            | ev.HelpGiven() | ev.QuestionnaireAnswered() | ev.PartSkipped() | ev.ParticipantLeft()
        ):  # fmt: skip
            return apply_to_script(state, event)
        case (
            ev.GroupStarted() | ev.Continued() | ev.Advanced() | ev.Contributed() | ev.FundDivided()
            | ev.VoteCast() | ev.VotesCounted() | ev.Paused() | ev.Resumed() | ev.SeatDropped()
            | ev.GroupEnded() | ev.TimeCalled() | ev.TimeAdded() | ev.StopAfterRound()
            | ev.ClockStopped() | ev.ClockResumed()
        ):  # fmt: skip
            require(
                event.group in state.groups,
                "there is no group {group}",
                group=event.group,
            )
            group = apply_to_group(state, state.groups[event.group], event)
            state = replace(state, groups={**state.groups, event.group: group})
            if isinstance(event, ev.Resumed):
                state = presence.wait_anew(state, group)
            if group.phase is Phase.UNFILLED:
                return without_people(state, group)
            return after_game(state, group) if group.ended else state
        case _:  # pragma: no cover
            assert_never(event)


def obstacle(state: SessionState, event: ev.SessionEvent) -> Sentence | None:
    """Why an event cannot happen now, as part of a sentence; None if it can."""
    try:
        apply(state, event)
    except IllegalEventError as error:
        return error.sentence
    return None


def _check_in(state: SessionState, event: ev.CheckedIn) -> SessionState:
    require(event.participant not in state.participants, "this participant is already here")
    require(
        state.is_free(event.station),
        "station {station} is taken",
        station=event.station,
    )
    person = ParticipantState(
        event.station,
        event.label,
        event.is_bot,
        replace(first_progress(state.plan), since_ms=event.at_ms),
        language=event.language,
        took_part_before=event.took_part_before,
    )
    return replace(state, participants={**state.participants, event.participant: person})


def _turn_away(state: SessionState, event: ev.TurnedAway) -> SessionState:
    require(event.participant not in state.participants, "this participant is already here")
    require(bool(event.reason.strip()), "give the reason for turning someone away")
    person = ParticipantState(
        "", event.label, is_bot=False, progress=ScriptProgress(Part.TURNED_AWAY)
    )
    return replace(state, participants={**state.participants, event.participant: person})


def _adjust(state: SessionState, event: ev.PaymentAdjusted) -> SessionState:
    person = participant(state, event.participant)
    require(event.cents >= 0, "a payment cannot be negative")
    require(bool(event.reason.strip()), "give the reason for the changed payment")
    person = replace(person, adjusted_cents=event.cents)
    return replace(state, participants={**state.participants, event.participant: person})


def _pay_out(state: SessionState, event: ev.PaidOut) -> SessionState:
    person = participant(state, event.participant)
    require(event.cents >= 0, "a payment cannot be negative")
    require(not person.is_bot, "a simulated participant is not paid")
    cents = event.cents if event.paid_utc else 0
    person = replace(person, paid_cents=cents, paid_utc=event.paid_utc)
    return replace(state, participants={**state.participants, event.participant: person})


def _seat(state: SessionState, event: ev.Seated) -> SessionState:
    person = participant(state, event.participant)
    require(person.group is None, "this participant already has a seat")
    require(
        person.progress.part is Part.GAME,
        "this participant is not ready for the game",
    )
    require(
        event.group in state.groups,
        "there is no group {group}",
        group=event.group,
    )
    group = state.groups[event.group]
    require(group.phase is Phase.SEATING, "this group is complete")
    require(
        0 <= event.seat < len(group.seats),
        "there is no seat {seat}",
        seat=event.seat,
    )
    require(group.seats[event.seat].participant is None, "this seat is taken")
    group = with_seat(group, event.seat, participant=event.participant)
    if all(seat.participant is not None for seat in group.seats):
        group = enter(state, group, Phase.READY)
    person = replace(person, group=event.group, seat=event.seat)
    state = replace(
        state,
        groups={**state.groups, event.group: group},
        participants={**state.participants, event.participant: person},
    )
    return presence.wait_anew(state, group) if group.phase is Phase.READY else state


def _reseat(state: SessionState, event: ev.Reseated) -> SessionState:
    person = participant(state, event.participant)
    require(
        state.is_free(event.station),
        "station {station} is taken",
        station=event.station,
    )
    # Moving to the end keeps `occupant` correct: a station's occupant is its newest participant.
    others = {c: p for c, p in state.participants.items() if c != event.participant}
    moved = replace(person, station=event.station)
    state = replace(state, participants={**others, event.participant: moved})
    return presence.moved_to(state, event.station)
