"""What the host sends to stations: admission, views, answers, orders to kiosks."""

from typing import Annotated, TypeAlias

from msgspec import Meta

from hcmd_lab.game.view import SeatView
from hcmd_lab.network.message_fields import (
    ExitHash,
    Id,
    Line,
    Message,
    PartData,
    PartNumber,
    Seconds,
    Sentence,
    Sha256,
    Token,
    TokenNumber,
    Version,
)
from hcmd_lab.network.rejection import RejectionCode


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


class NewToken(Message, frozen=True, tag="new_token"):
    """The token to say `Hello` with from now on; the one before it counts until `TokenKept`.

    Attributes:
        number: Of the token.
        token: The token.
    """

    number: TokenNumber
    token: Token


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

ToStation: TypeAlias = (
    Paired | Welcome | NewToken | Snapshot | PicturePart | Accepted | Rejected | ToKiosk
)
