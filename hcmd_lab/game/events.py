"""Session events: everything that can happen in a session.

An event carries all that `apply` needs: the session's clock, the dice and the mechanism's answer.
`at_ms` is milliseconds on the session's clock, which starts at 0 and stands still while the host
is not running. Groups, stages and rounds are numbered from 1, seats from 0 (the head).

Each kind is declared with those of the same matter, and used from here.
"""

from typing import TypeAlias, get_args

from hcmd_lab.game.group_events import (
    Advanced,
    ClockResumed,
    ClockStopped,
    Continued,
    Contributed,
    DecidedBy,
    Ending,
    FundDivided,
    GroupEnded,
    GroupEvent,
    GroupStarted,
    Paused,
    Resumed,
    SeatDropped,
    StopAfterRound,
    TimeAdded,
    TimeCalled,
    VoteCast,
    VotesCounted,
)
from hcmd_lab.game.import_events import (
    GroupImported,
    ImportEvent,
    ImportTakenBack,
)
from hcmd_lab.game.participant_events import (
    CheckedIn,
    CheckInRefused,
    ConsentAnswered,
    GateOpened,
    HelpCalled,
    HelpGiven,
    MessageRead,
    MessageSent,
    Moved,
    PageTurned,
    PaidOut,
    ParticipantEvent,
    ParticipantLeft,
    PartSkipped,
    PaymentAdjusted,
    QuestionAnswered,
    QuestionnaireAnswered,
    Refused,
    Released,
    Reseated,
    Seated,
    TurnedAway,
)
from hcmd_lab.game.room_events import (
    AlarmRaised,
    ExitTried,
    GroupAdded,
    HostInterrupted,
    HostResumed,
    HostStalled,
    KioskAnswered,
    KioskInterrupted,
    KioskOrdered,
    NoteTaken,
    RoomEvent,
    SessionClosed,
    SessionOpened,
    StationBack,
    StationLost,
)

__all__ = [
    "EVENT_TYPES",
    "Advanced",
    "AlarmRaised",
    "CheckInRefused",
    "CheckedIn",
    "ClockResumed",
    "ClockStopped",
    "ConsentAnswered",
    "Continued",
    "Contributed",
    "DecidedBy",
    "Ending",
    "Event",
    "ExitTried",
    "FundDivided",
    "GateOpened",
    "GroupAdded",
    "GroupEnded",
    "GroupEvent",
    "GroupImported",
    "GroupStarted",
    "HelpCalled",
    "HelpGiven",
    "HostInterrupted",
    "HostResumed",
    "HostStalled",
    "ImportEvent",
    "ImportTakenBack",
    "KioskAnswered",
    "KioskInterrupted",
    "KioskOrdered",
    "MessageRead",
    "MessageSent",
    "Moved",
    "NoteTaken",
    "PageTurned",
    "PaidOut",
    "PartSkipped",
    "ParticipantEvent",
    "ParticipantLeft",
    "Paused",
    "PaymentAdjusted",
    "QuestionAnswered",
    "QuestionnaireAnswered",
    "Refused",
    "Released",
    "Reseated",
    "Resumed",
    "RoomEvent",
    "SeatDropped",
    "Seated",
    "SessionClosed",
    "SessionEvent",
    "SessionOpened",
    "StationBack",
    "StationLost",
    "StopAfterRound",
    "TimeAdded",
    "TimeCalled",
    "TurnedAway",
    "VoteCast",
    "VotesCounted",
]

SessionEvent: TypeAlias = RoomEvent | ParticipantEvent | GroupEvent
"""Events of sessions that are played here, with their state."""

Event: TypeAlias = SessionEvent | ImportEvent

EVENT_TYPES: dict[str, type[Event]] = {each.__name__: each for each in get_args(Event)}
"""The kinds of events by the names under which they are stored."""
