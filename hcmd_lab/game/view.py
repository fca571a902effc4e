"""Seat view: everything one participant may see, enough to draw their screen.

Players are listed from the viewer's own point of view: "You" first, then the others in seat order
as players B, C and D. Nobody learns what the mechanism is, who has not chosen yet, or what anyone
chose before the round is paid.
"""

from dataclasses import dataclass
from enum import StrEnum
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
from hcmd_lab.game.records import replace
from hcmd_lab.game.script_view import ScriptView
from hcmd_lab.game.state import (
    DefaultCause,
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


NEEDS_INSTRUCTIONS = frozenset(
    {
        Page.QUESTIONS, Page.SEATING, Page.STAGE_INTRO, Page.DECIDE, Page.WAIT, Page.OUTCOME,
        Page.VOTE, Page.VOTE_RESULT, Page.GATHER,
    }
)  # fmt: skip
"""Pages from which the instructions can be read again."""

_LAST_STAGE = 3


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


def later(view: SeatView, ms: int) -> SeatView:
    """What a view says some time after it was made, if nothing has happened since."""
    if view.clock_waits:
        return replace(view, wait_left_ms=max(0, view.wait_left_ms - ms))
    if view.time_left_ms is None or view.paused:
        return view
    return replace(view, time_left_ms=max(0, view.time_left_ms - ms))
