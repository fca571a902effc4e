"""What can happen to the session as a whole, its host and its stations."""

from dataclasses import dataclass, field
from typing import TypeAlias

from hcmd_lab.game.alarm import AlarmKind
from hcmd_lab.game.event_fields import ADDED_LATER
from hcmd_lab.game.plan import GroupPlan, SessionPlan
from hcmd_lab.game.room import Interruption, Order, Outcome


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
class HostInterrupted:
    """Something happened to the lab computer; that it stood still is a `HostStalled`."""

    at_ms: int
    what: Interruption


@dataclass(frozen=True, slots=True)
class SessionClosed:
    """The session is over: no more play, only messages are sent and read."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class GroupAdded:
    """The experimenter opened another group while the session runs."""

    at_ms: int
    group: int
    plan: GroupPlan


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
class NoteTaken:
    """The experimenter noted something for the log, perhaps about a station."""

    at_ms: int
    note: str
    station: str = ""


@dataclass(frozen=True, slots=True)
class AlarmRaised:
    """Something looked like an attack; recorded without further effect, also after the close.

    `times` counts since the alarm of this kind, station and address before it in the log. `usual`
    is where the station was last time. What is not known is empty.
    """

    at_ms: int
    kind: AlarmKind
    times: int
    station: str = ""
    address: str = ""
    usual: str = ""


RoomEvent: TypeAlias = (
    SessionOpened
    | HostResumed
    | HostStalled
    | HostInterrupted
    | SessionClosed
    | GroupAdded
    | StationBack
    | StationLost
    | ExitTried
    | KioskOrdered
    | KioskAnswered
    | KioskInterrupted
    | NoteTaken
    | AlarmRaised
)
"""An event of the session, its host or a station."""
