"""The messages between host and stations, and nothing else that may cross the network.

Each message is one JSON object in one text frame; its `type` names it. Unknown types and fields,
missing fields and values out of bounds are refused, at every depth and in both directions.
`docs/protocol.md` tells when each one is sent.
"""

from enum import StrEnum
from typing import Annotated, Any, TypeAlias

import msgspec
from msgspec import Meta

from hcmd_lab.game.mailbox import MAX_MESSAGE_CHARACTERS
from hcmd_lab.game.questionnaire import MAX_TEXT_CHARACTERS
from hcmd_lab.game.room import Interruption, Outcome
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.strict import strict

PROTOCOL = 4
"""Version of this protocol; host and station must speak the same one."""

MAX_MESSAGE_BYTES = 65536
"""No frame and no message is longer, in either direction."""

PICTURE_PART_BYTES = 32768
"""Of a picture in one message."""

# `\Z` and not `$`, which would let a line break pass at the end.
Id: TypeAlias = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{1,64}\Z")]
Pin: TypeAlias = Annotated[str, Meta(pattern=r"\A[0-9A-HJKMNP-TV-Z]{4}\Z")]
Token: TypeAlias = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Mac: TypeAlias = Annotated[str, Meta(pattern=r"\A(?:[0-9a-f]{2}(?::[0-9a-f]{2}){5})?\Z")]
Label: TypeAlias = Annotated[str, Meta(max_length=64, pattern=r"\A[^\x00-\x1f\x7f]*\Z")]
Sentence: TypeAlias = Annotated[str, Meta(max_length=1000)]
Version: TypeAlias = Annotated[str, Meta(max_length=64)]
Protocol: TypeAlias = Annotated[int, Meta(ge=0, le=9999)]
Stage: TypeAlias = Annotated[int, Meta(ge=0, le=3)]
Round: TypeAlias = Annotated[int, Meta(ge=0, le=1000)]
Choice: TypeAlias = Annotated[int, Meta(ge=1, le=2)]
ExitHash: TypeAlias = Annotated[str, Meta(pattern=r"\A[a-z0-9$]{0,200}\Z")]
Language: TypeAlias = Annotated[str, Meta(pattern=r"\A[A-Za-z_-]{0,16}\Z")]
PageNumber: TypeAlias = Annotated[int, Meta(ge=0, le=1000)]
Number: TypeAlias = Annotated[int, Meta(ge=-1_000_000, le=1_000_000)]
Text: TypeAlias = Annotated[str, Meta(max_length=MAX_TEXT_CHARACTERS)]
Line: TypeAlias = Annotated[
    str, Meta(max_length=MAX_MESSAGE_CHARACTERS, pattern=r"\A[^\x00-\x09\x0b-\x1f\x7f]*\Z")
]
Answers: TypeAlias = Annotated[dict[Id, Number | Text | None], Meta(max_length=40)]
Sha256: TypeAlias = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
PartNumber: TypeAlias = Annotated[int, Meta(ge=0, le=1000)]
PartData: TypeAlias = Annotated[bytes, Meta(max_length=PICTURE_PART_BYTES)]
Coins: TypeAlias = Annotated[int, Meta(ge=0, le=1000)]
Seconds: TypeAlias = Annotated[int, Meta(ge=0, le=600)]
Milliseconds: TypeAlias = Annotated[int, Meta(ge=0, le=10**14)]
Pixels: TypeAlias = Annotated[int, Meta(ge=0, le=100_000)]
Percent: TypeAlias = Annotated[int, Meta(ge=0, le=2000)]
Megabytes: TypeAlias = Annotated[int, Meta(ge=0, le=10**12)]


class MessageError(ValueError):
    """Text that is not a message of this protocol; the error says why."""


class RejectionCode(StrEnum):
    """Codes for the reasons why host and station reject something."""

    # of a connection
    VERSION = "version"  # the two programs speak different versions of the protocol
    WRONG_PIN = "wrong_pin"
    TOO_MANY_TRIES = "too_many_tries"  # wrong pairing codes from this address
    UNKNOWN_STATION = "unknown_station"  # a name that the session does not have
    UNKNOWN_TOKEN = "unknown_token"  # noqa: S105 - the station is not paired with this host
    STATION_TAKEN = "station_taken"
    NOT_SAVED = "not_saved"  # it could not be saved; also for a command
    NOT_UNDERSTOOD = "not_understood"  # not a message of this protocol, or not the expected one
    TOO_FAST = "too_fast"
    RELEASED = "released"  # the experimenter disconnected the station
    SESSION_CLOSED = "session_closed"
    # of a command
    STATION_OCCUPIED = "station_occupied"  # someone has checked in there
    NOT_ON_LIST = "not_on_list"  # the session has a participant list without this label
    LABEL_TAKEN = "label_taken"  # someone has checked in with this label in this session
    TOOK_PART_BEFORE = "took_part_before"  # the label took part in another session of the study
    SESSION_FULL = "session_full"  # no seat is left for a new participant
    NOT_SEATED = "not_seated"  # the station has no seated participant
    PART_ENDED = "part_ended"  # the participant was dropped
    TOO_LATE = "too_late"  # the round or the vote is over
    ALREADY_DECIDED = "already_decided"  # another choice has already been made
    NOT_NOW = "not_now"  # the group is paused, or the number of coins is not possible
    # found by the station itself
    WRONG_CODE = "wrong_code"  # the pairing code belongs to another host
    WRONG_CERTIFICATE = "wrong_certificate"  # not the host that the station was paired with


class Sound(StrEnum):
    """Whether a computer can be heard."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"  # the system does not tell


class Keys(StrEnum):
    """Which keys that would leave the kiosk are kept from the system."""

    BLOCKED = "blocked"
    PARTLY = "partly"  # those that the system takes for itself remain
    FREE = "free"  # the kiosk is an ordinary window


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type"):
    """Base class of all messages: immutable, strict, tagged by `type`."""


# --- from a station ----------------------------------------------------------------------------


class Pair(Message, frozen=True, tag="pair"):
    """First message of a station that has no token yet."""

    protocol: Protocol
    version: Version
    station: Id
    pin: Pin


class Hello(Message, frozen=True, tag="hello"):
    """First message of a paired station; also its answer to `Paired`.

    Attributes:
        protocol: Version of the protocol that it speaks.
        version: Version of its program.
        station: Its name.
        token: The token that it was given.
        mac: Hardware address of the network card that it uses, or empty where it is not known.
    """

    protocol: Protocol
    version: Version
    station: Id
    token: Token
    mac: Mac


class CheckIn(Message, frozen=True, tag="check_in"):
    """The participant has sat down.

    Attributes:
        nonce: Nonce of the command.
        label: The participant's label, or empty.
        is_bot: Whether a program plays for them.
        language: The station's language, or empty.
    """

    nonce: Id
    label: Label
    is_bot: bool
    language: Language = ""


class Decide(Message, frozen=True, tag="decide"):
    """The participant puts coins into the fund."""

    nonce: Id
    stage: Stage
    round: Round
    contribution: Coins


class Vote(Message, frozen=True, tag="vote"):
    """The participant votes for stage 1 or 2."""

    nonce: Id
    choice: Choice


class Continue(Message, frozen=True, tag="continue"):
    """The participant has read the page."""

    nonce: Id
    page: Page
    stage: Stage
    round: Round


class Read(Message, frozen=True, tag="read"):
    """The participant has read the experimenter's message that is on the screen."""

    nonce: Id


class GiveConsent(Message, frozen=True, tag="give_consent"):
    """The participant agrees to take part, or does not."""

    nonce: Id
    agreed: bool
    version: Version


class TurnPage(Message, frozen=True, tag="turn_page"):
    """The participant turns to another page of the instructions, counted from 0."""

    nonce: Id
    page: PageNumber


class AnswerQuestion(Message, frozen=True, tag="answer_question"):
    """The participant answers a control question."""

    nonce: Id
    question: Id
    answer: Number


class CallHelp(Message, frozen=True, tag="call_help"):
    """The participant asks for the experimenter, or writes another line.

    Attributes:
        nonce: Nonce of the command.
        text: What the participant writes; empty for nothing.
    """

    nonce: Id
    text: Line


class HandIn(Message, frozen=True, tag="hand_in"):
    """The participant hands in the questionnaire."""

    nonce: Id
    answers: Answers


class FetchPicture(Message, frozen=True, tag="fetch_picture"):
    """The station asks for a part of a picture in the texts, counted from 0.

    It is answered with a `PicturePart`, or not at all if the session has no such picture.
    """

    picture: Sha256
    part: PartNumber


class ExitReport(Message, frozen=True, tag="exit_report"):
    """Somebody entered a PIN to leave the kiosk. There is no reply."""

    succeeded: bool


class OrderAnswer(Message, frozen=True, tag="order_answer"):
    """What the kiosk did with an order, or why not. There is no reply.

    Attributes:
        nonce: Nonce of the order.
        outcome: What has become of it.
        detail: The system's own words, if it refuses.
    """

    nonce: Id
    outcome: Outcome
    detail: Sentence


class KioskReport(Message, frozen=True, tag="kiosk_report"):
    """In which state the kiosk and its computer are; the answer to `Visit`.

    Attributes:
        nonce: Nonce of the order.
        version: Version of the program.
        protocol: Version of this protocol.
        system: Name of the operating system.
        utc_ms: The computer's time of day, in milliseconds since 1970.
        width: Of the screen, in physical pixels.
        height: Of the screen, in physical pixels.
        scale_percent: Scale of the screen, as the system is set to.
        screens: Number of screens.
        sound: Whether it can be heard.
        full_screen: Whether the kiosk covers the whole screen.
        in_front: Whether it is the active window.
        guarded: Whether it is started again after a crash.
        keys: Which keys are blocked.
        keyboard: Name of the keyboard's layout.
        language: The language in which the kiosk speaks.
        disk_free_mb: Free space where the kiosk keeps its data.
    """

    nonce: Id
    version: Version
    protocol: Protocol
    system: Label
    utc_ms: Milliseconds
    width: Pixels
    height: Pixels
    scale_percent: Percent
    screens: Annotated[int, Meta(ge=0, le=64)]
    sound: Sound
    full_screen: bool
    in_front: bool
    guarded: bool
    keys: Keys
    keyboard: Label
    language: Language
    disk_free_mb: Megabytes


class Interrupted(Message, frozen=True, tag="interrupted"):
    """Something happened to the kiosk's computer, perhaps while it was not connected.

    Attributes:
        what: What happened.
        lasted_ms: How long the computer slept; 0 for everything else.
    """

    what: Interruption
    lasted_ms: Milliseconds


FromKiosk: TypeAlias = OrderAnswer | KioskReport | Interrupted
"""What the kiosk says of itself and its computer; nothing of it is answered."""

Command: TypeAlias = (
    CheckIn
    | Decide
    | Vote
    | Continue
    | Read
    | GiveConsent
    | TurnPage
    | AnswerQuestion
    | CallHelp
    | HandIn
)
UNSENT = ""
"""Nonce of a command that has not been sent: `StationLink.send` gives it one, no host takes it."""

ToHost: TypeAlias = Pair | Hello | Command | ExitReport | FromKiosk | FetchPicture


# --- from the host -----------------------------------------------------------------------------


class Paired(Message, frozen=True, tag="paired"):
    """The token for reconnecting; valid once the station has said `Hello` with it."""

    token: Token


class Welcome(Message, frozen=True, tag="welcome"):
    """The station is connected.

    Attributes:
        session: The one that it is let in to.
        version: Version of the host's program.
        exit_hash: Hash of the PIN for leaving the kiosk (`exit_pin`); empty if there is none.
    """

    session: Id
    version: Version
    exit_hash: ExitHash


class Snapshot(Message, frozen=True, tag="snapshot"):
    """Everything the station may show."""

    view: SeatView


class PicturePart(Message, frozen=True, tag="picture_part"):
    """A part of a picture.

    Attributes:
        picture: SHA-256 of the whole.
        part: Which one, from 0.
        parts: Number of parts.
        data: Its bytes.
    """

    picture: Sha256
    part: PartNumber
    parts: PartNumber
    data: PartData


class Accepted(Message, frozen=True, tag="accepted"):
    """The command with this nonce is committed to the study."""

    nonce: Id


class Rejected(Message, frozen=True, tag="refused"):
    """The command with this nonce is rejected or, if the nonce is empty, the connection.

    Attributes:
        nonce: Nonce of the command; empty if the connection is rejected.
        code: The reason, for programs.
        sentence: Sentence for the person at the station.
        final: Whether trying again is useless; the station then stops.
    """

    nonce: Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{0,64}\Z")]
    code: RejectionCode
    sentence: Sentence
    final: bool


class ShowNotice(Message, frozen=True, tag="show_notice"):
    """The kiosk is to show a message, whoever sits there; an empty one takes it away."""

    nonce: Id
    text: Line


class Identify(Message, frozen=True, tag="identify"):
    """The kiosk is to show its name very large for so long; 0 takes it away."""

    nonce: Id
    seconds: Seconds


class RestartKiosk(Message, frozen=True, tag="restart_kiosk"):
    """The kiosk program is to end and start again."""

    nonce: Id


class QuitKiosk(Message, frozen=True, tag="quit_kiosk"):
    """The kiosk program is to end."""

    nonce: Id


class ShutDown(Message, frozen=True, tag="shut_down"):
    """The computer is to be shut down."""

    nonce: Id


class Visit(Message, frozen=True, tag="visit"):
    """The kiosk is to tell in which state it is, with a `KioskReport`."""

    nonce: Id


ToKiosk: TypeAlias = ShowNotice | Identify | RestartKiosk | QuitKiosk | ShutDown | Visit
"""What is asked of the kiosk; each is answered with its nonce."""

ToStation: TypeAlias = Paired | Welcome | Snapshot | PicturePart | Accepted | Rejected | ToKiosk


class _Opening(msgspec.Struct):
    """The part of the first message that is common to all versions of the protocol."""

    protocol: int


_StrictSnapshot = msgspec.defstruct(
    "Snapshot", [("view", strict(SeatView))], bases=(Message,), frozen=True, tag="snapshot"
)
"""As `Snapshot`, with a view that refuses what `SeatView` itself would put up with."""

TO_STATION_STRICT: Any = (
    Paired | Welcome | _StrictSnapshot | PicturePart | Accepted | Rejected | ToKiosk
)
"""`ToStation` as it is decoded."""

_FROM_STATION: msgspec.json.Decoder[ToHost] = msgspec.json.Decoder(ToHost)
_FROM_HOST: msgspec.json.Decoder[Any] = msgspec.json.Decoder(TO_STATION_STRICT)
_OPENING = msgspec.json.Decoder(_Opening)
_ENCODER = msgspec.json.Encoder()

# Text with lone surrogates raises UnicodeEncodeError, deep nesting RecursionError.
_BAD = (msgspec.MsgspecError, ValueError, RecursionError)


def encode(message: ToHost | ToStation) -> str:
    """The text frame of a message.

    Raises:
        MessageError: The message breaks its own bounds, so that the other side would refuse it.
    """
    try:
        text = _ENCODER.encode(message).decode()
    except (*_BAD, TypeError) as error:
        raise MessageError(str(error)) from None
    if isinstance(message, ToHost):
        decode_from_station(text)
    else:
        decode_from_host(text)
    return text


def decode_from_station(text: str) -> ToHost:
    """Decode a message from a station.

    Raises:
        MessageError: It is not a message of a station.
    """
    try:
        return _FROM_STATION.decode(text)
    except _BAD as error:
        raise MessageError(str(error)) from None


def decode_from_host(text: str) -> ToStation:
    """Decode a message from the host.

    Raises:
        MessageError: It is not a message of a host.
    """
    try:
        message = _FROM_HOST.decode(text)
        if isinstance(message, _StrictSnapshot):
            return msgspec.convert(message, Snapshot, from_attributes=True)
        decoded: ToStation = message
    except _BAD as error:
        raise MessageError(str(error)) from None
    return decoded


def spoken_protocol(text: str) -> int | None:
    """The protocol version in a first message, even if nothing else can be decoded."""
    try:
        return _OPENING.decode(text).protocol
    except _BAD:
        return None
