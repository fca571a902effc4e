"""What can happen in a group: its pages, decisions, votes, clocks and its end."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

DecidedBy = Literal["participant", "timeout", "stand_in"]
Ending = Literal["ended_early", "void", "unfilled"]


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
class StopAfterRound:
    """Whether the group will end, with pay, when it leaves the outcome of its round.

    Between rounds the next round is meant.
    """

    at_ms: int
    group: int
    wanted: bool


GroupEvent: TypeAlias = (
    GroupStarted
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
    | StopAfterRound
)
"""An event of a group."""
