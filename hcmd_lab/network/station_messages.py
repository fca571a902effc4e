"""What stations send to the host: who they are, commands of participants, reports of kiosks."""

from enum import StrEnum
from typing import Annotated, TypeAlias

from msgspec import Meta

from hcmd_lab.game.room import Interruption, Outcome
from hcmd_lab.game.view import Page
from hcmd_lab.network.message_fields import (
    Answers,
    Choice,
    Coins,
    Id,
    Label,
    Language,
    Line,
    Mac,
    Megabytes,
    Message,
    Milliseconds,
    Number,
    PageNumber,
    PartNumber,
    Percent,
    Pin,
    Pixels,
    Protocol,
    Round,
    Sentence,
    Sha256,
    Stage,
    Token,
    TokenNumber,
    Version,
)


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


class TokenKept(Message, frozen=True, tag="token_kept"):
    """The station has stored a `NewToken`; the ones before it count no longer."""

    number: TokenNumber


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
    """Somebody entered a PIN to leave the kiosk. There is no reply.

    Attributes:
        nonce: Of this try, however often it is told.
        succeeded: Whether it was the right one.
    """

    nonce: Id
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


class StrangerSeen(Message, frozen=True, tag="stranger_seen"):
    """Another computer has answered this station at the host's address, with its own certificate.

    There is no reply.

    Attributes:
        count: How often since the station was last connected.
    """

    count: Annotated[int, Meta(ge=1, le=1_000_000)]


class Interrupted(Message, frozen=True, tag="interrupted"):
    """Something happened to the kiosk's computer, perhaps while it was not connected.

    Attributes:
        nonce: Of what happened, however often it is told.
        what: What happened.
        lasted_ms: How long the computer slept; 0 for everything else.
    """

    nonce: Id
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

ToHost: TypeAlias = (
    Pair | Hello | TokenKept | Command | ExitReport | StrangerSeen | FromKiosk | FetchPicture
)
