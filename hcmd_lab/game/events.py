"""Session events: everything that can happen in a session.

An event carries all that `apply` needs: the session's clock, the dice and the mechanism's answer.
`at_ms` is milliseconds on the session's clock, which starts at 0 and stands still while the host
is not running. Groups, stages and rounds are numbered from 1, seats from 0 (the head).
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from hcmd_lab.game.materials import Answer
from hcmd_lab.game.plan import GroupPlan, SessionPlan
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.room import Interruption, Order, Outcome
from hcmd_lab.game.script_steps import Part

ADDED_LATER = {"added_later": True}
"""Of a field that events had not at first: logs leave its default out and stay the same bytes."""

DecidedBy = Literal["participant", "timeout", "stand_in"]
Ending = Literal["ended_early", "void", "unfilled"]
Refused = Literal["took_part_before", "label_taken"]


@dataclass(frozen=True, slots=True)
class SessionOpened:
    """The first event of every session played in this lab."""

    at_ms: int
    plan: SessionPlan


@dataclass(frozen=True, slots=True)
class HostResumed:
    """The host was restarted; all stations have to reconnect."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class HostStalled:
    """The host stood still, asleep or suspended; the session's clock did not count the time.

    `unsaved` where it could not save anything instead, so that nobody could act either.
    """

    at_ms: int
    stalled_ms: int
    unsaved: bool = field(default=False, metadata=ADDED_LATER)


@dataclass(frozen=True, slots=True)
class SessionClosed:
    """The session is over: no more play, only messages are sent and read."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class StationBack:
    """A paired station has connected."""

    at_ms: int
    station: str


@dataclass(frozen=True, slots=True)
class StationLost:
    """A station has lost its connection; nothing had been heard of it for `silent_ms`."""

    at_ms: int
    station: str
    silent_ms: int = field(default=0, metadata=ADDED_LATER)


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """A participant sat down at a station.

    `language` is the station's language, if known; `took_part_before` whether the label has taken
    part in another session of the study, None where there is no label to tell by.
    """

    at_ms: int
    participant: str
    station: str
    label: str
    is_bot: bool
    language: str = ""
    took_part_before: bool | None = field(default=None, metadata=ADDED_LATER)


@dataclass(frozen=True, slots=True)
class CheckInRefused:
    """Somebody was not let in at a station: the label took part before, or is here already."""

    at_ms: int
    station: str
    why: Refused


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """Somebody came who could not take part, usually because all seats were taken."""

    at_ms: int
    participant: str
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class ConsentAnswered:
    """A participant agreed to take part, or did not; `version` names the wording."""

    at_ms: int
    participant: str
    agreed: bool
    version: str
    nonce: str = ""


@dataclass(frozen=True, slots=True)
class PageTurned:
    """A participant turned to another page of the instructions, counted from 0.

    The page after the last one ends the instructions.
    """

    at_ms: int
    participant: str
    page: int
    nonce: str = ""


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """A participant answered a control question; the right answer leads to the next one."""

    at_ms: int
    participant: str
    question: str
    answer: int
    correct: bool
    nonce: str = ""


@dataclass(frozen=True, slots=True)
class HelpCalled:
    """A participant asks for the experimenter; a third wrong answer does so automatically.

    `text` is what the participant writes with it, empty for nothing; more can be written while
    the experimenter has not come yet.
    """

    at_ms: int
    participant: str
    nonce: str = ""
    text: str = field(default="", metadata=ADDED_LATER)


@dataclass(frozen=True, slots=True)
class HelpGiven:
    """The experimenter helped: attempts are counted afresh, or the question counts as passed."""

    at_ms: int
    participant: str
    passed: bool


@dataclass(frozen=True, slots=True)
class GateOpened:
    """The experimenter lets everyone begin a part."""

    at_ms: int
    part: Part


@dataclass(frozen=True, slots=True)
class QuestionnaireAnswered:
    """A participant handed in the questionnaire."""

    at_ms: int
    participant: str
    answers: dict[str, Answer]
    nonce: str = ""


@dataclass(frozen=True, slots=True)
class PartSkipped:
    """The experimenter moved a participant on to the next part before the end of this one."""

    at_ms: int
    participant: str
    part: Part
    reason: str


@dataclass(frozen=True, slots=True)
class ParticipantLeft:
    """A participant went home before taking a seat."""

    at_ms: int
    participant: str
    reason: str


@dataclass(frozen=True, slots=True)
class PaymentAdjusted:
    """The experimenter set a participant's pay, in hundredths of the currency."""

    at_ms: int
    participant: str
    cents: int
    reason: str


@dataclass(frozen=True, slots=True)
class PaidOut:
    """The experimenter handed out a payment; without a time, it is marked as not handed out."""

    at_ms: int
    participant: str
    cents: int
    paid_utc: str


@dataclass(frozen=True, slots=True)
class Seated:
    """A participant was given a seat in a group."""

    at_ms: int
    participant: str
    group: int
    seat: int


@dataclass(frozen=True, slots=True)
class GroupAdded:
    """The experimenter opened another group while the session runs."""

    at_ms: int
    group: int
    plan: GroupPlan


@dataclass(frozen=True, slots=True)
class Moved:
    """A participant was given a seat in another group before it started.

    Whoever left that seat has none any more.
    """

    at_ms: int
    participant: str
    group: int
    seat: int


@dataclass(frozen=True, slots=True)
class Released:
    """A participant is not needed for a group, and is paid the show-up fee."""

    at_ms: int
    participant: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reseated:
    """A participant moved to another station; nobody sits at the old one now."""

    at_ms: int
    participant: str
    station: str


@dataclass(frozen=True, slots=True)
class GroupStarted:
    """The experimenter started the group, or the settings started it automatically."""

    at_ms: int
    group: int


@dataclass(frozen=True, slots=True)
class Continued:
    """A seat has read the page and is ready to continue."""

    at_ms: int
    group: int
    seat: int


@dataclass(frozen=True, slots=True)
class Advanced:
    """A group left a reading page: all have read it, or its time is up.

    When groups are synchronised, also once the others have come as far.
    """

    at_ms: int
    group: int


@dataclass(frozen=True, slots=True)
class Contributed:
    """A seat contributed coins. `nonce` identifies the station's message, empty for a default."""

    at_ms: int
    group: int
    stage: int
    round: int
    seat: int
    endowment: int
    contribution: int
    by: DecidedBy
    nonce: str = ""


@dataclass(frozen=True, slots=True)
class FundDivided:
    """The mechanism's division: weights in parts per billion, payouts in hundredths of a coin."""

    at_ms: int
    group: int
    stage: int
    round: int
    mechanism: str
    weight_units: tuple[int, ...]
    payout_hundredths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class VoteCast:
    """A seat voted for stage 1 or 2; None if it was vacant or ran out of time."""

    at_ms: int
    group: int
    seat: int
    choice: int | None
    by: DecidedBy
    nonce: str = ""


@dataclass(frozen=True, slots=True)
class VotesCounted:
    """The winning stage, whose mechanism is played again; `by_coin` if the votes were tied."""

    at_ms: int
    group: int
    votes: tuple[int, int]
    by_coin: bool
    winner: int


@dataclass(frozen=True, slots=True)
class Paused:
    """A group's clock and pages stopped; `automatic` if the dropout policy paused it."""

    at_ms: int
    group: int
    reason: str
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Resumed:
    """A paused group continues with the time it had left."""

    at_ms: int
    group: int


@dataclass(frozen=True, slots=True)
class ClockStopped:
    """A page's clock stops from the moment at which an awaited station was lost."""

    at_ms: int
    group: int


@dataclass(frozen=True, slots=True)
class ClockResumed:
    """The clock of a page goes on: no awaited station is lost, or it has stood long enough."""

    at_ms: int
    group: int


@dataclass(frozen=True, slots=True)
class SeatDropped:
    """A participant left for good; the declared default plays on for the seat."""

    at_ms: int
    group: int
    seat: int
    reason: str


@dataclass(frozen=True, slots=True)
class GroupEnded:
    """A group ended early: with pay to this point, void (its data unusable), or unfilled.

    An unfilled one never started; nobody is in it any more.
    """

    at_ms: int
    group: int
    ending: Ending
    reason: str


@dataclass(frozen=True, slots=True)
class TimeCalled:
    """The experimenter ended the page's time; missing decisions are made by default."""

    at_ms: int
    group: int


@dataclass(frozen=True, slots=True)
class TimeAdded:
    """The experimenter gave a group more time for its page."""

    at_ms: int
    group: int
    added_ms: int


@dataclass(frozen=True, slots=True)
class NoteTaken:
    """The experimenter noted something for the log, perhaps about a station."""

    at_ms: int
    note: str
    station: str = ""


@dataclass(frozen=True, slots=True)
class StopAfterRound:
    """Whether the group will end, with pay, when it leaves the outcome of its round.

    Between rounds the next round is meant.
    """

    at_ms: int
    group: int
    wanted: bool


@dataclass(frozen=True, slots=True)
class MessageSent:
    """The experimenter wrote to a participant; unread messages queue in order."""

    at_ms: int
    participant: str
    text: str


@dataclass(frozen=True, slots=True)
class MessageRead:
    """A participant read the oldest message. `nonce` identifies the station's message."""

    at_ms: int
    participant: str
    nonce: str = ""


@dataclass(frozen=True, slots=True)
class ExitTried:
    """Somebody entered a PIN at a station to leave the kiosk; recorded without further effect."""

    at_ms: int
    station: str
    succeeded: bool


@dataclass(frozen=True, slots=True)
class KioskOrdered:
    """The experimenter asked something of a station's kiosk; `text` is a message's."""

    at_ms: int
    station: str
    order: Order
    text: str = ""


@dataclass(frozen=True, slots=True)
class KioskAnswered:
    """What became of it, with the system's own words if it refused."""

    at_ms: int
    station: str
    order: Order
    outcome: Outcome
    detail: str = ""


@dataclass(frozen=True, slots=True)
class KioskInterrupted:
    """Something happened to a station's computer; it slept for `lasted_ms`."""

    at_ms: int
    station: str
    what: Interruption
    lasted_ms: int = 0


@dataclass(frozen=True, slots=True)
class HostInterrupted:
    """Something happened to the lab computer; that it stood still is a `HostStalled`."""

    at_ms: int
    what: Interruption


@dataclass(frozen=True, slots=True)
class GroupImported:
    """A group that was played elsewhere. It has no session state, only derived data."""

    at_ms: int
    group: int
    played: PlayedGroup


@dataclass(frozen=True, slots=True)
class ImportTakenBack:
    """The groups of an imported session no longer count.

    Attributes:
        at_ms: 0.
        removed: Whether nothing of them is shown any more; else they are void and stay to be seen.
        reason: Why.
    """

    at_ms: int
    removed: bool
    reason: str


ImportEvent: TypeAlias = GroupImported | ImportTakenBack
"""Events of sessions that were played elsewhere and have no state."""

SessionEvent: TypeAlias = (
    SessionOpened
    | HostResumed
    | HostStalled
    | SessionClosed
    | StationBack
    | StationLost
    | CheckedIn
    | CheckInRefused
    | Seated
    | Reseated
    | GroupAdded
    | Moved
    | Released
    | GroupStarted
    | Continued
    | Advanced
    | Contributed
    | FundDivided
    | VoteCast
    | VotesCounted
    | Paused
    | Resumed
    | ClockStopped
    | ClockResumed
    | SeatDropped
    | GroupEnded
    | TimeCalled
    | TimeAdded
    | NoteTaken
    | StopAfterRound
    | MessageSent
    | MessageRead
    | ExitTried
    | KioskOrdered
    | KioskAnswered
    | KioskInterrupted
    | HostInterrupted
    | TurnedAway
    | ConsentAnswered
    | PageTurned
    | QuestionAnswered
    | HelpCalled
    | HelpGiven
    | GateOpened
    | QuestionnaireAnswered
    | PartSkipped
    | ParticipantLeft
    | PaymentAdjusted
    | PaidOut
)

Event: TypeAlias = SessionEvent | ImportEvent

EVENT_TYPES: dict[str, type[Event]] = {
    event_type.__name__: event_type
    for event_type in (
        SessionOpened, HostResumed, SessionClosed, StationBack, StationLost, CheckedIn, Seated,
        CheckInRefused, GroupAdded, Moved, Released,
        Reseated, GroupStarted, Continued, Advanced, Contributed, FundDivided, VoteCast,
        VotesCounted, Paused, Resumed, SeatDropped, GroupEnded, GroupImported, TimeCalled,
        StopAfterRound, MessageSent, MessageRead, ExitTried, TurnedAway, ConsentAnswered,
        PageTurned, QuestionAnswered, HelpCalled, HelpGiven, GateOpened, QuestionnaireAnswered,
        PartSkipped, ParticipantLeft, PaymentAdjusted, PaidOut, TimeAdded, NoteTaken,
        HostStalled, ClockStopped, ClockResumed, KioskOrdered, KioskAnswered, KioskInterrupted,
        HostInterrupted, ImportTakenBack,
    )
}  # fmt: skip
"""The kinds of events by the names under which they are stored."""
