"""Seat view: everything one participant may see, enough to draw their screen.

Players are listed from the viewer's own point of view: "You" first, then the others in seat order
as players B, C and D. Nobody learns what the mechanism is, who has not chosen yet, or what anyone
chose before the round is paid.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Annotated

from hcmd_lab.game.bounds import (
    MAX_LANGUAGES,
    MAX_LINES,
    MAX_PAGES,
    MAX_PLAYERS,
    MAX_ROUNDS,
    Duration,
    Hundredths,
    LongText,
    Name,
    Percent,
    ShortText,
    SmallCount,
    StageNumber,
    VotedStage,
)
from hcmd_lab.game.default_choice import default_contribution
from hcmd_lab.game.outage import wait_left_ms
from hcmd_lab.game.plan import SessionPlan, rounds_of_stage
from hcmd_lab.game.records import replace
from hcmd_lab.game.rules import reward_hundredths
from hcmd_lab.game.script import sheet_of, waits_at_gate
from hcmd_lab.game.script_steps import BEFORE_GAME, Part
from hcmd_lab.game.script_view import ScriptView, script_view
from hcmd_lab.game.session_settings import TookPartBefore
from hcmd_lab.game.state import (
    DefaultCause,
    GroupState,
    ParticipantState,
    Phase,
    RoundRecord,
    SessionState,
    TalkLine,
)


class Page(StrEnum):
    """The screen that a station shows."""

    CHECK_IN = "check_in"  # nobody is at this station
    SEATING = "seating"  # checked in, waits for the others to arrive
    STAGE_INTRO = "stage_intro"
    DECIDE = "decide"
    WAIT = "wait"  # has chosen, waits for the others
    OUTCOME = "outcome"
    VOTE = "vote"
    VOTE_RESULT = "vote_result"
    FINISHED = "finished"
    ENDED_EARLY = "ended_early"
    VOID = "void"
    CLOSED = "closed"  # the session is over and this station has nobody
    CONSENT = "consent"
    INSTRUCTIONS = "instructions"
    QUESTIONS = "questions"
    GATE = "gate"  # everyone waits for the experimenter to start the part
    QUESTIONNAIRE = "questionnaire"
    PAYMENT = "payment"
    GATHER = "gather"  # waits for the other groups
    GOODBYE = "goodbye"  # no consent, or went home before the game
    DROPPED = "dropped"  # left a group that goes on without them, or has gone on


MAX_READ_AGAIN = 36_000
"""Bytes of instructions, with a question beside them, that come along with each view.

Longer ones are kept by the kiosk at which they were read (`ui/kiosk/read_pages.py`).
"""

_READ_AND_PLAYED = 41_500
"""Bytes of instructions and of all rounds of a session, which leave room in a message for talk."""

_ROUND_BYTES, _SEAT_BYTES = 90, 10
"""What a `RoundView` takes in a message, and beside that each of its seats."""

NEEDS_INSTRUCTIONS = frozenset(
    {
        Page.QUESTIONS, Page.SEATING, Page.STAGE_INTRO, Page.DECIDE, Page.WAIT, Page.OUTCOME,
        Page.VOTE, Page.VOTE_RESULT, Page.GATHER,
    }
)  # fmt: skip
"""Pages from which the instructions can be read again."""

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


_LAST_STAGE = 3

_AFTER_CHOICE = frozenset({Page.WAIT, Page.OUTCOME, Page.VOTE_RESULT})
"""Pages that are about the viewer's last contribution or vote."""


@dataclass(frozen=True, slots=True)
class RoundView:
    """A paid round, players in the viewer's order; amounts in hundredths of a coin.

    Attributes:
        stage: 1, 2 or 3.
        round: 1 for the first round of the stage.
        contributions: Whole coins per player.
        payout_hundredths: Payouts from the fund, per player.
        reward_hundredths: The viewer's own earnings of the round.
    """

    stage: StageNumber
    round: SmallCount
    contributions: Annotated[tuple[SmallCount, ...], MAX_PLAYERS]
    payout_hundredths: Annotated[tuple[Hundredths, ...], MAX_PLAYERS]
    reward_hundredths: Hundredths


@dataclass(frozen=True)  # without slots: see `records.replace`
class SeatView:
    """All data a station needs to draw its screen.

    Attributes:
        page: The screen to show.
        participant: Code of the person at the station; empty if there is none.
        stage: 1, 2 or 3; 0 before the first and in practice.
        round: 1 for the first round of the stage; 0 before it.
        rounds: Rounds in the stage.
        multiplier_percent: Growth of the fund in percent.
        endowments: Coins per player, the viewer first.
        contribution: Own coins chosen in this round, or None.
        default_contribution: Where a contribution is to be made: the coins that go into the fund
            if none is made in time; elsewhere None.
        default: Why the viewer's contribution of this round, or vote, is the default, on a page
            about it; None if it is their own.
        history: Every paid round of the group, oldest first.
        left_stage: The stage shown on the left of the vote page.
        vote: The stage voted for, or None.
        votes: Counts for stages 1 and 2, once counted.
        by_coin: Whether a coin decided the vote.
        winner: The stage whose mechanism is played again, once counted.
        continued: Whether this page has been read.
        time_left_ms: Until this page's time is up; None without a limit.
        clock_waits: Whether the page's clock stands for a lost station.
        wait_left_ms: How long the clock would stand for this station if it were lost now.
        paused: Whether the group is paused.
        pause_reason: The reason to show.
        pause_is_automatic: Whether it ends automatically, once all stations are connected again.
        message: Unread message from the experimenter; empty if there is none.
        calls_help: Whether the participant has called the experimenter, who has not come yet.
        talk: The latest lines between the participant and the experimenter, oldest first.
        script: Content of an instruction or survey page; None in the game.
        language: The participant's chosen language; empty if the station sent none.
        label_required: At check-in, whether a label of the participant list has to be given.
        label_asked: At check-in, whether any label can be given, or none.
        can_check_in: Whether somebody else can check in here, after a participant who has gone.
        instructions: Pages in Markdown that can be read again, between the instructions and the
            end of the game.
        languages: At check-in, codes of those that the session's texts can be read in; empty if
            there is nothing to choose.
        is_full: At check-in, whether all seats are taken; while a participant waits for a seat,
            whether there is none.
        players: Seats of a group.
        coins_are_paid: Whether a coin is worth money.
    """

    page: Page
    participant: Name = ""
    stage: StageNumber = 0
    round: SmallCount = 0
    rounds: SmallCount = 0
    multiplier_percent: Percent = 0
    endowments: Annotated[tuple[SmallCount, ...], MAX_PLAYERS] = ()
    contribution: SmallCount | None = None
    default_contribution: SmallCount | None = None
    default: DefaultCause | None = None
    history: Annotated[tuple[RoundView, ...], MAX_ROUNDS] = ()
    left_stage: VotedStage = 1
    vote: VotedStage | None = None
    votes: tuple[SmallCount, SmallCount] | None = None
    by_coin: bool = False
    winner: VotedStage | None = None
    continued: bool = False
    time_left_ms: Duration | None = None
    clock_waits: bool = False
    wait_left_ms: Duration = 0
    paused: bool = False
    pause_reason: LongText = ""
    pause_is_automatic: bool = False
    message: ShortText = ""
    calls_help: bool = False
    talk: Annotated[tuple[TalkLine, ...], MAX_LINES] = ()
    script: ScriptView | None = None
    language: Name = ""
    label_required: bool = False
    label_asked: bool = False
    can_check_in: bool = False
    instructions: Annotated[tuple[LongText, ...], MAX_PAGES] = ()
    languages: Annotated[tuple[Name, ...], MAX_LANGUAGES] = ()
    is_full: bool = False
    players: SmallCount = 0
    coins_are_paid: bool = False

    @property
    def total_hundredths(self) -> int:
        """The viewer's earnings over all rounds so far."""
        return sum(paid.reward_hundredths for paid in self.history)

    @property
    def is_cut_short(self) -> bool:
        """Whether the viewer's group, once it has ended, had not played its last round.

        Never of somebody without a group, or who has left theirs.
        """
        last = (_LAST_STAGE, self.rounds)
        return bool(self.endowments) and last not in {
            (paid.stage, paid.round) for paid in self.history
        }


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


def later(view: SeatView, ms: int) -> SeatView:
    """What a view says some time after it was made, if nothing has happened since."""
    if view.clock_waits:
        return replace(view, wait_left_ms=max(0, view.wait_left_ms - ms))
    if view.time_left_ms is None or view.paused:
        return view
    return replace(view, time_left_ms=max(0, view.time_left_ms - ms))


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
