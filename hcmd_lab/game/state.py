"""Session state: immutable records, and the phases a group goes through."""

from dataclasses import dataclass, field
from enum import StrEnum

from hcmd_lab.game.bounds import Duration, ShortText
from hcmd_lab.game.plan import GroupPlan, SessionPlan
from hcmd_lab.game.script_steps import BEFORE_GAME, IN_GAME, RESTING, Part, ScriptProgress
from hcmd_lab.sentence import SentenceError


class IllegalEventError(SentenceError, ValueError):
    """An event that is not possible in this state; the text says why."""


class Phase(StrEnum):
    """The phase a group is in."""

    SEATING = "seating"  # waits until every seat is taken
    READY = "ready"  # everyone is here, waits for the experimenter to start it
    STAGE_INTRO = "stage_intro"  # everyone reads that a stage begins
    DECIDE = "decide"  # each seat chooses its contribution
    DIVIDE = "divide"  # all have chosen, the mechanism's answer is due
    OUTCOME = "outcome"  # everyone sees the round's contributions and payouts
    VOTE = "vote"  # each seat chooses between stages 1 and 2
    COUNT = "count"  # all have voted, the count is due
    VOTE_RESULT = "vote_result"  # everyone sees which stage won
    GATHER = "gather"  # synchronised: waits until the other groups have come as far
    FINISHED = "finished"  # the script is done
    ENDED_EARLY = "ended_early"  # the experimenter ended it, with pay to this point
    VOID = "void"  # the experimenter declared its data unusable
    UNFILLED = "unfilled"  # closed before it started: too few people came


class DefaultCause(StrEnum):
    """The reason why a choice was made for somebody who was there."""

    TIME_UP = "time_up"
    CALLED = "called"  # the experimenter ended the page's time


BEFORE_START = frozenset({Phase.SEATING, Phase.READY})
"""Phases of a group that has not started."""

ENDINGS = frozenset({Phase.FINISHED, Phase.ENDED_EARLY, Phase.VOID, Phase.UNFILLED})
"""Phases that a group never leaves."""

READING = frozenset({Phase.STAGE_INTRO, Phase.OUTCOME, Phase.VOTE_RESULT})
"""Phases that are left when everyone has continued or the time is up."""

_CUT_SHORT = {Phase.ENDED_EARLY, Phase.VOID}

TRANSITIONS: dict[Phase, frozenset[Phase]] = {
    Phase.SEATING: frozenset({Phase.READY, Phase.UNFILLED} | _CUT_SHORT),
    Phase.READY: frozenset({Phase.STAGE_INTRO} | _CUT_SHORT),
    Phase.STAGE_INTRO: frozenset({Phase.DECIDE} | _CUT_SHORT),
    Phase.DECIDE: frozenset({Phase.DIVIDE} | _CUT_SHORT),
    Phase.DIVIDE: frozenset({Phase.OUTCOME} | _CUT_SHORT),
    Phase.OUTCOME: frozenset(
        # the next round; the next stage; after stage 2 the vote; after stage 3 the end
        {Phase.DECIDE, Phase.STAGE_INTRO, Phase.VOTE, Phase.FINISHED, Phase.GATHER} | _CUT_SHORT
    ),
    Phase.VOTE: frozenset({Phase.COUNT} | _CUT_SHORT),
    Phase.COUNT: frozenset({Phase.VOTE_RESULT} | _CUT_SHORT),
    Phase.VOTE_RESULT: frozenset({Phase.STAGE_INTRO, Phase.GATHER} | _CUT_SHORT),
    Phase.GATHER: frozenset({Phase.DECIDE, Phase.STAGE_INTRO, Phase.VOTE} | _CUT_SHORT),
    Phase.FINISHED: frozenset(),
    Phase.ENDED_EARLY: frozenset(),
    Phase.VOID: frozenset(),
    Phase.UNFILLED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """A paid round; one entry per seat, payouts in hundredths of a coin."""

    stage: int
    round: int
    contributions: tuple[int, ...]
    payout_hundredths: tuple[int, ...]


@dataclass(frozen=True)  # without slots: see `records.replace`
class SeatState:
    """One seat of a group.

    Attributes:
        participant: Code of the person at it, or None while it is empty.
        rounds_stayed: Paid rounds that were over when the person left for good; None if they have
            not. Practice does not count.
        contribution: Coins chosen in this round, or None so far.
        voted: Whether the vote is in (a vote that was not given counts as in).
        vote: The stage voted for, or None.
        default: Why the last contribution or vote is the default; None if it is their own.
        continued: Whether this page has been read.
        nonce: Nonce of the last decision accepted from the seat's station.
    """

    participant: str | None = None
    rounds_stayed: int | None = None
    contribution: int | None = None
    voted: bool = False
    vote: int | None = None
    default: DefaultCause | None = None
    continued: bool = False
    nonce: str = ""

    @property
    def dropped(self) -> bool:
        """Whether the person has left for good."""
        return self.rounds_stayed is not None


@dataclass(frozen=True)  # without slots: see `records.replace`
class GroupState:
    """One group.

    Attributes:
        plan: Its conditions.
        phase: Its phase.
        stage: 1, 2 or 3; 0 before the first and in practice.
        round: 1 for the first round of the stage; 0 before it.
        seats: One entry per seat, the head first.
        history: Every round paid so far, oldest first; in practice the practice rounds.
        votes: Counts for stages 1 and 2, once counted.
        by_coin: Whether a coin decided the vote.
        winner: The stage whose mechanism is played again, once counted.
        deadline_ms: End of this phase's time on the session's clock; None without a limit.
        time_called: Whether the experimenter has ended this phase's time.
        paused: Whether the group is paused.
        pause_reason: The reason its participants are given.
        pause_is_automatic: Whether the dropout policy made the pause and ends it.
        remaining_ms: While the clock stands: the time that this phase has left.
        runs_since_ms: Since when the clock has run without a stop.
        waits_since_ms: Since when the clock stands for lost stations; None while it does not.
        waited_ms: How long it has done so before on this page.
        waits_for_host: Whether it stands because the host was restarted, which is nobody's time.
        stop_after_round: Whether it ends once the outcome of this round, or between rounds of
            the next one, has been left.
        is_late: Whether it was added when others had started; nobody waits for it.
    """

    plan: GroupPlan
    phase: Phase
    stage: int
    round: int
    seats: tuple[SeatState, ...]
    history: tuple[RoundRecord, ...] = ()
    votes: tuple[int, int] | None = None
    by_coin: bool = False
    winner: int | None = None
    deadline_ms: int | None = None
    time_called: bool = False
    paused: bool = False
    pause_reason: str = ""
    pause_is_automatic: bool = False
    remaining_ms: int | None = None
    runs_since_ms: int = 0
    waits_since_ms: int | None = None
    waited_ms: int = 0
    waits_for_host: bool = False
    stop_after_round: bool = False
    is_late: bool = False

    @property
    def ended(self) -> bool:
        """Whether the group has left its script for good."""
        return self.phase in ENDINGS

    def time_left_ms(self, now_ms: int) -> int | None:
        """Time left in this phase at a time on the session's clock; None without a limit."""
        if self.deadline_ms is None:
            return self.remaining_ms
        return max(0, self.deadline_ms - now_ms)

    def awaits(self, seat: int) -> bool:
        """Whether the group cannot go on before this seat's person has acted or the time is up."""
        return not self.paused and self.lacks(seat)

    def lacks(self, seat: int) -> bool:
        """Whether this seat's person has something to do on this page, in a pause too."""
        own = self.seats[seat]
        if own.dropped:
            return False
        if self.phase in READING:
            return not own.continued
        if self.phase is Phase.DECIDE:
            return own.contribution is None
        return self.phase is Phase.VOTE and not own.voted

    @property
    def mechanism(self) -> str:
        """SHA-256 of the table that divides the fund in the current stage."""
        if self.stage == 0:
            return self.plan.practice_mechanism
        played_stage = self.winner if self.stage == 3 and self.winner else self.stage
        return self.plan.mechanisms[played_stage - 1]


@dataclass(frozen=True, slots=True)
class TalkLine:
    """A line that the experimenter and a participant have written to each other.

    Attributes:
        at_ms: When, on the session's clock.
        by_participant: Whether the participant wrote it, rather than the experimenter.
        text: The line.
    """

    at_ms: Duration
    by_participant: bool
    text: ShortText


@dataclass(frozen=True)  # without slots: see `records.replace`
class ParticipantState:
    """A person in the session.

    Attributes:
        station: Their current or last station.
        label: The participant's label.
        is_bot: Whether a program plays for them.
        group: None until they are seated.
        seat: None until they are seated.
        messages: Unread messages from the experimenter, oldest first.
        talk: Everything written between the experimenter and this person, oldest first.
        read_nonce: Nonce of the last `Read` accepted from their station.
        progress: Their position in the script.
        language: Their station's language at check-in; empty if unknown.
        adjusted_cents: Payment set by the experimenter, overriding earnings; None if not.
        took_part_before: Whether their label took part in another session; None if unknown.
        released: Whether they were not needed for a group.
        paid_cents: What has been handed out.
        paid_utc: When it was handed out; empty if it was not.
    """

    station: str
    label: str
    is_bot: bool
    progress: ScriptProgress = IN_GAME
    group: int | None = None
    seat: int | None = None
    messages: tuple[str, ...] = ()
    talk: tuple[TalkLine, ...] = ()
    read_nonce: str = ""
    language: str = ""
    adjusted_cents: int | None = None
    took_part_before: bool | None = None
    released: bool = False
    paid_cents: int = 0
    paid_utc: str = ""


@dataclass(frozen=True)  # without slots: see `records.replace`
class SessionState:
    """A whole session. Groups are numbered from 1.

    Attributes:
        plan: The session's plan, fixed before it began.
        clock_ms: Time of the last event.
        groups: By number.
        participants: By code, in order of arrival.
        stations: Stations that are connected.
        lost_ms: Since when a station that is known and not connected counts as lost.
        returning: Those of them that were connected until the host was restarted.
        resumed_ms: When it was last restarted.
        closed: Whether the session is over.
        gates: Parts that the experimenter has let everyone begin.
    """

    plan: SessionPlan
    clock_ms: int
    groups: dict[int, GroupState]
    participants: dict[str, ParticipantState]
    stations: frozenset[str] = frozenset()
    lost_ms: dict[str, int] = field(default_factory=dict)
    returning: frozenset[str] = frozenset()
    resumed_ms: int = 0
    closed: bool = False
    gates: frozenset[Part] = frozenset()

    def occupant(self, station: str) -> str | None:
        """Code of a station's present or last participant."""
        for code in reversed(self.participants):
            if self.participants[code].station == station:
                return code
        return None

    def is_free(self, station: str) -> bool:
        """Whether a new participant may check in: nobody is there, or they have finished."""
        code = self.occupant(station)
        return code is None or self.participants[code].progress.part in RESTING

    @property
    def free_seats(self) -> int:
        """The seats that are left for people who have not checked in yet."""
        free = sum(
            seat.participant is None
            for group in self.groups.values()
            if group.phase is Phase.SEATING
            for seat in group.seats
        )
        on_their_way = sum(
            person.group is None and person.progress.part in (*BEFORE_GAME, Part.GAME)
            for person in self.participants.values()
        )
        return max(0, free - on_their_way)

    @property
    def is_over(self) -> bool:
        """Whether the session can be closed: all groups have ended and all answers are in."""
        return all(group.ended for group in self.groups.values()) and all(
            person.progress.part is not Part.QUESTIONNAIRE for person in self.participants.values()
        )
