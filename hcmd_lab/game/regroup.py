"""Groups as many as people came: people who wait fill whole groups, the other groups close.

Before a group starts, its people can be moved to another one, and one who is not needed is released
with the show-up fee. A group can also be added while the session runs.
"""

from collections.abc import Iterator
from typing import TypeAlias, assert_never

from hcmd_lab.game import events as ev
from hcmd_lab.game import presence
from hcmd_lab.game.group_moves import enter, require, with_seat
from hcmd_lab.game.mailbox import participant
from hcmd_lab.game.records import replace
from hcmd_lab.game.script_steps import BEFORE_GAME, Part
from hcmd_lab.game.state import (
    BEFORE_START,
    GroupState,
    ParticipantState,
    Phase,
    SeatState,
    SessionState,
)
from hcmd_lab.sentence import Sentence

GroupingEvent: TypeAlias = ev.GroupAdded | ev.Moved | ev.Released

TOO_FEW = str(Sentence("too few people came"))
"""Why a group closes before it starts."""


def apply_to_grouping(state: SessionState, event: GroupingEvent) -> SessionState:
    """The session after a change of its groups.

    Raises:
        IllegalEventError: It cannot happen in this state.
    """
    match event:
        case ev.GroupAdded():
            return _add(state, event)
        case ev.Moved():
            return _move(state, event)
        case ev.Released():
            person = participant(state, event.participant)
            _require_not_started(state, person)
            part = Part.PAYMENT if state.plan.script.payment_screen else Part.DONE
            return _put(_unseat(state, event.participant), event.participant, part, released=True)
        case _:  # pragma: no cover
            assert_never(event)


def without_people(state: SessionState, group: GroupState) -> SessionState:
    """The session after a group closed unfilled: who was dropped there has no seat any more."""
    for seat in group.seats:
        if seat.participant is not None:
            state = _put(_unseat(state, seat.participant), seat.participant, Part.DONE)
    return state


def ending_now(group: GroupState) -> ev.Ending:
    """How a group ends that is ended now with pay: unfilled where nobody ever played in it."""
    is_empty = all(seat.participant is None or seat.dropped for seat in group.seats)
    return "unfilled" if group.phase is Phase.SEATING and is_empty else "ended_early"


def close_unfilled(state: SessionState, now_ms: int) -> list[ev.SessionEvent]:
    """The events that leave as many whole groups as people are here or on their way.

    People who wait first take the seats of people who left groups that have not started, then fill
    as many groups as they can with those who still read, in order of arrival. Who is left over is
    released, and the groups that stay empty are closed.

    Returns:
        The events; none if every open group can still be filled.
    """
    people = state.participants
    unfilled = [n for n, group in state.groups.items() if group.phase is Phase.SEATING]
    waiting = [code for code in people if _waits(state, people[code])]
    coming = [code for code, person in people.items() if person.progress.part in BEFORE_GAME]
    vacant = [
        (number, seat)
        for number, group in state.groups.items()
        if group.phase is Phase.READY
        for seat, own in enumerate(group.seats)
        if own.dropped
    ]
    moved: dict[str, tuple[int, int]] = dict(zip(waiting, vacant, strict=False))
    everyone = [code for code in (*waiting, *coming) if code not in moved]
    kept: list[int] = []
    places = 0
    for number in sorted(unfilled, key=lambda n: (-_seated(state, n, everyone), n)):
        size = sum(not seat.dropped for seat in state.groups[number].seats)
        if places + size <= len(everyone):
            kept.append(number)
            places += size
    needed, surplus = everyone[:places], everyone[places:]
    if len(kept) == len(unfilled):
        surplus = []  # who is left over finds no seat by check-in alone, and is turned away there
    moved |= dict(_into_kept(state, kept, needed, moved))
    closed = [number for number in unfilled if number not in kept]
    return [
        *(ev.Moved(now_ms, code, number, seat) for code, (number, seat) in moved.items()),
        *(ev.Released(now_ms, code, TOO_FEW) for code in surplus),
        *(ev.GroupEnded(now_ms, number, "unfilled", TOO_FEW) for number in closed),
    ]


def _into_kept(
    state: SessionState, kept: list[int], needed: list[str], moved: dict[str, tuple[int, int]]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Seats in kept groups for those who sit in groups that close."""
    stays = {code for code in needed if state.participants[code].group in kept}
    free = [
        (number, seat)
        for number in kept
        for seat in state.groups[number].plan.seat_order
        if not state.groups[number].seats[seat].dropped
        and state.groups[number].seats[seat].participant not in stays
    ]
    seated = [
        code for code in needed
        if code not in stays and state.participants[code].group is not None and code not in moved
    ]  # fmt: skip
    yield from zip(seated, free, strict=False)


def _waits(state: SessionState, person: ParticipantState) -> bool:
    if person.progress.part is not Part.GAME:
        return False
    if person.group is None or person.seat is None:
        return True
    group = state.groups[person.group]
    return group.phase is Phase.SEATING and not group.seats[person.seat].dropped


def _seated(state: SessionState, number: int, people: list[str]) -> int:
    return sum(seat.participant in people for seat in state.groups[number].seats)


def _add(state: SessionState, event: ev.GroupAdded) -> SessionState:
    plan = event.plan
    require(event.group == len(state.groups) + 1, "the next group has another number")
    require(
        plan.tail_endowment in state.plan.game.tail_endowments
        and {*plan.mechanisms, plan.practice_mechanism} - {""} <= state.plan.mechanisms,
        "the session does not play such a group",
    )
    empty = tuple(SeatState() for _ in range(state.plan.game.seats))
    late = any(
        group.phase not in BEFORE_START | {Phase.UNFILLED} for group in state.groups.values()
    )
    group = GroupState(plan, Phase.SEATING, stage=0, round=0, seats=empty, is_late=late)
    return replace(state, groups={**state.groups, event.group: group})


def _move(state: SessionState, event: ev.Moved) -> SessionState:
    person = participant(state, event.participant)
    require(person.progress.part is Part.GAME, "this participant is not ready for the game")
    _require_not_started(state, person)
    require(event.group in state.groups, "there is no group {group}", group=event.group)
    group = state.groups[event.group]
    require(group.phase in BEFORE_START, "this group has started")
    require(0 <= event.seat < len(group.seats), "there is no seat {seat}", seat=event.seat)
    own = group.seats[event.seat]
    require(own.participant is None or own.dropped, "this seat is taken")
    if own.participant is not None:
        state = _put(_unseat(state, own.participant), own.participant, Part.DONE)
    state = _unseat(state, event.participant)
    group = with_seat(state.groups[event.group], event.seat, participant=event.participant)
    is_full = all(seat.participant is not None for seat in group.seats)
    if group.phase is Phase.SEATING and is_full:
        group = enter(state, group, Phase.READY)
    person = replace(state.participants[event.participant], group=event.group, seat=event.seat)
    state = replace(
        state,
        groups={**state.groups, event.group: group},
        participants={**state.participants, event.participant: person},
    )
    return presence.wait_anew(state, group)


def _require_not_started(state: SessionState, person: ParticipantState) -> None:
    require(
        person.progress.part in (*BEFORE_GAME, Part.GAME), "this participant has already finished"
    )
    if person.group is not None and person.seat is not None:
        group = state.groups[person.group]
        require(group.phase is Phase.SEATING, "this participant’s group is complete")
        require(not group.seats[person.seat].dropped, "this participant has left")


def _unseat(state: SessionState, code: str) -> SessionState:
    """The session with somebody's seat empty."""
    person = state.participants[code]
    if person.group is None or person.seat is None:
        return state
    seats = list(state.groups[person.group].seats)
    seats[person.seat] = SeatState()
    group = replace(state.groups[person.group], seats=tuple(seats))
    return replace(
        state,
        groups={**state.groups, person.group: group},
        participants={**state.participants, code: replace(person, group=None, seat=None)},
    )


def _put(state: SessionState, code: str, part: Part, *, released: bool = False) -> SessionState:
    person = state.participants[code]
    progress = replace(person.progress, part=part, page=0, calls_help=False)
    person = replace(person, progress=progress, released=released)
    return replace(state, participants={**state.participants, code: person})
