"""What a station's wish becomes: an event, a repetition that is confirmed again, or a refusal."""

from collections.abc import Callable, Collection
from typing import assert_never

from hcmd_lab.denial import NOT_SEATED, Denial
from hcmd_lab.game import events as ev
from hcmd_lab.game.parts import BEFORE_GAME, Part
from hcmd_lab.game.state import READING, GroupState, ParticipantState, Phase, SessionState
from hcmd_lab.guests import find_guest
from hcmd_lab.network.messages import (
    AnswerQuestion,
    CallHelp,
    CheckIn,
    Continue,
    Decide,
    GiveConsent,
    HandIn,
    Intention,
    Read,
    Refusal,
    TurnPage,
    Vote,
)
from hcmd_lab.script_intentions import answer_beside_game


def answer(
    state: SessionState,
    station: str,
    intention: Intention,
    now_ms: int,
    new_code: Callable[[], str],
    guests: Collection[str] = (),
) -> ev.SessionEvent | Denial | None:
    """Judge a wish.

    Args:
        state: The session now.
        station: Who asks.
        intention: What for.
        now_ms: On the session's clock.
        new_code: Makes a participant's code.
        guests: The session's guest list, if its settings ask for one.

    Returns:
        The event to apply; None if the wish was granted before (a station asks again when it has
        not heard the answer); or the refusal.
    """
    if isinstance(intention, CheckIn):
        return _check_in(state, station, intention, now_ms, new_code, guests)
    code = state.occupant(station)
    if code is None:
        return Denial(Refusal.NOT_SEATED, NOT_SEATED)
    person = state.participants[code]
    if isinstance(intention, Read):
        if not person.messages or intention.nonce == person.read_nonce:
            return None
        return ev.MessageRead(now_ms, code, intention.nonce)
    if isinstance(intention, GiveConsent | TurnPage | AnswerQuestion | CallHelp | HandIn):
        return answer_beside_game(state, code, person, intention, now_ms)
    if person.group is None:
        return Denial(Refusal.NOT_SEATED, NOT_SEATED)
    group = state.groups[person.group]
    match intention:
        case Decide():
            return _decide(state, group, person, intention, now_ms)
        case Vote():
            return _vote(group, person, intention, now_ms)
        case Continue():
            return _continue(group, person, intention, now_ms)
        case _:
            assert_never(intention)


def _check_in(
    state: SessionState,
    station: str,
    wish: CheckIn,
    now_ms: int,
    new_code: Callable[[], str],
    guests: Collection[str],
) -> ev.SessionEvent | Denial | None:
    if state.closed:
        return Denial(Refusal.SESSION_CLOSED, "The session is over.", final=True)
    listed = state.plan.script.guest_list and not wish.is_bot
    guest = find_guest(wish.label, guests) if listed else wish.label
    occupant = state.occupant(station)
    if occupant is not None and not state.is_free(station):
        same = state.participants[occupant]
        if (same.label, same.is_bot) == (guest, wish.is_bot):
            return None
        return Denial(Refusal.STATION_OCCUPIED, "Someone has checked in at this station already.")
    if guest is None:
        return Denial(Refusal.NOT_ON_LIST, "This label is not on the session's guest list.")
    if listed and any(person.label == guest for person in state.participants.values()):
        return Denial(Refusal.LABEL_TAKEN, "Someone has checked in with this label already.")
    free_seats = sum(
        seat.participant is None
        for group in state.groups.values()
        if group.phase is Phase.SEATING
        for seat in group.seats
    )
    on_their_way = sum(
        person.group is None and person.progress.part in (*BEFORE_GAME, Part.GAME)
        for person in state.participants.values()
    )
    if free_seats <= on_their_way:
        return Denial(Refusal.SESSION_FULL, "Every seat of this session is taken.", final=True)
    return ev.CheckedIn(now_ms, new_code(), station, guest, wish.is_bot, wish.language)


def _decide(
    state: SessionState, group: GroupState, person: ParticipantState, wish: Decide, now_ms: int
) -> ev.SessionEvent | Denial | None:
    number, seat = _place(person)
    own = group.seats[seat]
    if wish.nonce == own.nonce:
        return None
    if group.phase is not Phase.DECIDE or (wish.stage, wish.round) != (group.stage, group.round):
        return Denial(Refusal.TOO_LATE, "That round is over.")
    if own.contribution is not None:
        return Denial(Refusal.ALREADY_DECIDED, "A contribution for this round is saved already.")
    endowment = state.plan.game.endowments(group.plan.tail_endowment)[seat]
    return ev.Contributed(
        now_ms, number, wish.stage, wish.round, seat, endowment, wish.contribution,
        "participant", wish.nonce,
    )  # fmt: skip


def _vote(
    group: GroupState, person: ParticipantState, wish: Vote, now_ms: int
) -> ev.SessionEvent | Denial | None:
    number, seat = _place(person)
    own = group.seats[seat]
    if wish.nonce == own.nonce:
        return None
    if group.phase is not Phase.VOTE:
        return Denial(Refusal.TOO_LATE, "The vote is not open.")
    if own.voted:
        return Denial(Refusal.ALREADY_DECIDED, "A vote is saved already.")
    return ev.VoteCast(now_ms, number, seat, wish.choice, "participant", wish.nonce)


def _continue(
    group: GroupState, person: ParticipantState, wish: Continue, now_ms: int
) -> ev.SessionEvent | None:
    number, seat = _place(person)
    current = (group.phase.value, group.stage, group.round)
    if (wish.page, wish.stage, wish.round) != current or group.phase not in READING:
        return None  # that page has been left, which is what was wished for
    if group.seats[seat].continued:
        return None
    return ev.Continued(now_ms, number, seat)


def _place(person: ParticipantState) -> tuple[int, int]:
    if person.group is None or person.seat is None:
        raise ValueError("this participant has no seat")
    return person.group, person.seat
