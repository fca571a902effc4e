"""Makes what a station may see of a session's state, at a time on its clock."""

import json
from functools import lru_cache

from hcmd_lab.game.bounds import MAX_LINES
from hcmd_lab.game.default_choice import default_contribution
from hcmd_lab.game.outage import wait_left_ms
from hcmd_lab.game.plan import SessionPlan, rounds_of_stage
from hcmd_lab.game.records import replace
from hcmd_lab.game.rules import reward_hundredths
from hcmd_lab.game.script import sheet_of, waits_at_gate
from hcmd_lab.game.script_steps import BEFORE_GAME, Part
from hcmd_lab.game.script_view import script_view
from hcmd_lab.game.session_settings import TookPartBefore
from hcmd_lab.game.state import GroupState, ParticipantState, Phase, RoundRecord, SessionState
from hcmd_lab.game.view import Page, RoundView, SeatView

MAX_READ_AGAIN = 36_000
"""Bytes of instructions, with a question beside them, that come along with each view.

Longer ones are kept by the kiosk at which they were read (`ui/kiosk/read_pages.py`).
"""

_READ_AND_PLAYED = 41_500
"""Bytes of instructions and of all rounds of a session, which leave room in a message for talk."""

_ROUND_BYTES, _SEAT_BYTES = 90, 10
"""What a `RoundView` takes in a message, and beside that each of its seats."""

_PAGE_OF_PART = {
    Part.CONSENT: Page.CONSENT,
    Part.INSTRUCTIONS: Page.INSTRUCTIONS,
    Part.QUESTIONS: Page.QUESTIONS,
    Part.QUESTIONNAIRE: Page.QUESTIONNAIRE,
    Part.PAYMENT: Page.PAYMENT,
    Part.DECLINED: Page.GOODBYE,
}


_PAGE_OF_PHASE = {
    Phase.SEATING: Page.SEATING,
    Phase.READY: Page.SEATING,
    Phase.STAGE_INTRO: Page.STAGE_INTRO,
    Phase.DECIDE: Page.DECIDE,
    Phase.DIVIDE: Page.WAIT,
    Phase.OUTCOME: Page.OUTCOME,
    Phase.VOTE: Page.VOTE,
    Phase.COUNT: Page.WAIT,
    Phase.VOTE_RESULT: Page.VOTE_RESULT,
    Phase.GATHER: Page.GATHER,
    Phase.FINISHED: Page.FINISHED,
    Phase.ENDED_EARLY: Page.ENDED_EARLY,
    Phase.VOID: Page.VOID,
    Phase.UNFILLED: Page.GOODBYE,  # nobody is there to see it
}

_AFTER_CHOICE = frozenset({Page.WAIT, Page.OUTCOME, Page.VOTE_RESULT})
"""Pages that are about the viewer's last contribution or vote."""


def station_view(state: SessionState, station: str, now_ms: int) -> SeatView:
    """The screen of a station at a time on the session's clock."""
    code = state.occupant(station)
    if code is None:
        if state.closed:
            return SeatView(Page.CLOSED)
        return replace(
            _asking_in(state, SeatView(Page.CHECK_IN)),
            is_full=not state.free_seats,
            players=state.plan.game.seats,
            coins_are_paid=state.plan.payment.coin_value > 0,
        )
    person = state.participants[code]
    page = participant_page(state, person)
    # A seat that is free is given at once.
    view = SeatView(page, is_full=page is Page.SEATING and person.group is None)
    if person.group is not None and person.seat is not None:
        group = state.groups[person.group]
        # Who has left is told nothing of what the group goes on to do.
        if not group.seats[person.seat].dropped:
            view = _seat_view(state, group, page, person.seat, now_ms)
    if page is Page.GOODBYE and state.free_seats and not state.closed:
        view = _asking_in(state, replace(view, can_check_in=True))
    return replace(
        view,
        participant=code,
        players=state.plan.game.seats,
        coins_are_paid=state.plan.payment.coin_value > 0,
        message=person.messages[0] if person.messages else "",
        calls_help=person.progress.calls_help,
        talk=person.talk[-MAX_LINES.count :],
        language=person.language,
        script=(
            None if page in (Page.GATE, Page.GOODBYE) else script_view(state, code, person, now_ms)
        ),
        instructions=_read_before(state, person),
    )


def _asking_in(state: SessionState, view: SeatView) -> SeatView:
    """A view with what the check-in page asks for."""
    languages = tuple(state.plan.materials.sheets)
    return replace(
        view,
        label_required=state.plan.script.participant_list,
        label_asked=state.plan.script.ask_label
        or state.plan.settings.took_part_before is TookPartBefore.REFUSE,
        languages=languages if len(languages) > 1 else (),
    )


def _read_before(state: SessionState, person: ParticipantState) -> tuple[str, ...]:
    """The instructions, for somebody who has read them and still needs them."""
    if person.is_bot or not state.plan.script.instructions:
        return ()
    if person.progress.part not in (Part.QUESTIONS, Part.GAME):
        return ()
    sheet = sheet_of(state, person)
    beside: tuple[str, ...] = ()
    if person.progress.part is Part.QUESTIONS:
        asked = sheet.questions[person.progress.page]
        beside = (asked.text, *asked.options, max(asked.why, asked.hint, key=_size))
    most = min(MAX_READ_AGAIN, _READ_AND_PLAYED - longest_history(state.plan))
    fits = sum(map(_size, (*sheet.instructions, *beside))) <= most
    return sheet.instructions if fits else ()


def longest_history(plan: SessionPlan) -> int:
    """Bytes that all rounds of a session, with practice, take at most in a message."""
    rounds = sum(rounds_of_stage(plan, stage) for stage in range(4))
    return rounds * (_ROUND_BYTES + _SEAT_BYTES * plan.game.seats)


def _size(text: str) -> int:
    """Bytes of a text in a message, where line breaks and quotation marks take two."""
    return len(json.dumps(text, ensure_ascii=False).encode())


def participant_page(state: SessionState, person: ParticipantState) -> Page:
    """The screen that a participant sees."""
    part = person.progress.part
    if state.closed and person.group is None and part in (*BEFORE_GAME, Part.GAME):
        return Page.GOODBYE
    if waits_at_gate(state, person.progress):
        return Page.GATE
    if part in _PAGE_OF_PART:
        return _PAGE_OF_PART[part]
    if person.group is None or person.seat is None:
        return Page.SEATING if part is Part.GAME else Page.GOODBYE
    return seat_page(state.groups[person.group], person.seat)


def player_order(seats: int, viewer: int) -> tuple[int, ...]:
    """Seats in the viewer's order: own seat first."""
    return (viewer, *(seat for seat in range(seats) if seat != viewer))


def _seat_view(
    state: SessionState, group: GroupState, page: Page, viewer: int, now_ms: int
) -> SeatView:
    game = state.plan.game
    order = player_order(len(group.seats), viewer)
    endowments = game.endowments(group.plan.tail_endowment)
    own = group.seats[viewer]
    return SeatView(
        page=page,
        stage=group.stage,
        round=group.round,
        rounds=rounds_of_stage(state.plan, group.stage) or game.rounds,
        multiplier_percent=game.multiplier_percent,
        endowments=tuple(endowments[seat] for seat in order),
        contribution=own.contribution,
        default_contribution=(
            default_contribution(state, group, viewer) if page is Page.DECIDE else None
        ),
        default=own.default if page in _AFTER_CHOICE else None,
        history=tuple(_round_view(paid, viewer, endowments[viewer]) for paid in group.history),
        left_stage=group.plan.left_stage[viewer],
        vote=own.vote,
        votes=group.votes,
        by_coin=group.by_coin,
        winner=group.winner,
        continued=own.continued,
        time_left_ms=group.time_left_ms(now_ms),
        clock_waits=group.waits_since_ms is not None,
        wait_left_ms=wait_left_ms(state, group, now_ms) if group.lacks(viewer) else 0,
        paused=group.paused,
        pause_reason=group.pause_reason,
        pause_is_automatic=group.pause_is_automatic,
    )


@lru_cache(4096)  # drawn anew after every event for every station: rounds that are paid stay
def _round_view(paid: RoundRecord, viewer: int, endowment: int) -> RoundView:
    order = player_order(len(paid.contributions), viewer)
    return RoundView(
        paid.stage,
        paid.round,
        tuple(paid.contributions[seat] for seat in order),
        tuple(paid.payout_hundredths[seat] for seat in order),
        reward_hundredths(endowment, paid.contributions[viewer], paid.payout_hundredths[viewer]),
    )


def seat_page(group: GroupState, seat: int) -> Page:
    """The screen that a seat of a group sees."""
    own = group.seats[seat]
    if own.dropped:
        return Page.DROPPED
    if group.phase is Phase.DECIDE:
        return Page.DECIDE if own.contribution is None else Page.WAIT
    if group.phase is Phase.VOTE:
        return Page.WAIT if own.voted else Page.VOTE
    return _PAGE_OF_PHASE[group.phase]
