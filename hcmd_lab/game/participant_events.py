"""What can happen to a participant outside the rounds: check-in, script, seat, messages, pay."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from hcmd_lab.game.event_fields import ADDED_LATER
from hcmd_lab.game.materials import Answer
from hcmd_lab.game.script_steps import Part

Refused = Literal["took_part_before", "label_taken"]


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


ParticipantEvent: TypeAlias = (
    CheckedIn
    | CheckInRefused
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
    | Seated
    | Moved
    | Released
    | Reseated
    | MessageSent
    | MessageRead
)
"""An event of somebody who came."""
