"""Messages about updates, which every version of both programs reads alike.

They stand beside the protocol and have a version of their own, `UPDATE`, so that a kiosk whose
protocol the lab computer does not speak can still be given a new version. **Frozen**: a message is
never changed; fields that are not known are ignored. A message of an unknown type ends the
connection.
"""

from typing import Annotated, Any, TypeAlias

import msgspec
from msgspec import Meta

from hcmd_lab.network.message_fields import Id, PartData, Token

UPDATE = 1
"""Version of these messages."""

PART_BYTES = 32_768
"""Of a file in one message."""

FileName: TypeAlias = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}\Z")]
Part: TypeAlias = Annotated[int, Meta(ge=0, le=16_384)]
Word: TypeAlias = Annotated[str, Meta(pattern=r"\A[a-z0-9_.-]{0,64}\Z")]
Words: TypeAlias = Annotated[str, Meta(max_length=300)]


class _Update(msgspec.Struct, frozen=True, tag_field="type"):
    """Base class: immutable, tagged by `type`; a later version may add fields."""


class UpdateOffer(_Update, frozen=True, tag="update_offer"):
    """From the host, in answer to whatever a station says first: there is an update."""

    update: int = UPDATE


class UpdateHello(_Update, frozen=True, tag="update_hello"):
    """From a station: who it is and what it has.

    Attributes:
        station: Its name.
        token: Its newest token; no new one is given for it.
        system: The system that its packages are for; empty if there are none.
        version: Version of its program.
        busy: Whether a participant's page is on its screen.
        failed: The version that was taken last and did not start; empty if there is none.
        detail: What happened to that.
        update: Version of these messages.
    """

    station: Id
    token: Token
    system: Word
    version: Word
    busy: bool = False
    failed: Word = ""
    detail: Words = ""
    update: int = UPDATE


class UpdateBegin(_Update, frozen=True, tag="update_begin"):
    """From the host: the station may fetch now."""


class UpdateEnd(_Update, frozen=True, tag="update_end"):
    """From the host: nothing is to be done, or it does not know the station."""

    why: Word


class UpdateFetch(_Update, frozen=True, tag="update_fetch"):
    """From a station: one part of a file, please."""

    name: FileName
    part: Part


class UpdatePart(_Update, frozen=True, tag="update_part"):
    """From the host: a part of a file; without any parts if there is no such file.

    Attributes:
        name: The file.
        part: Which part, from 0.
        parts: Number of parts.
        data: Its bytes.
    """

    name: FileName
    part: Part
    parts: Part
    data: PartData


class UpdateState(_Update, frozen=True, tag="update_state"):
    """From a station: how far it is.

    Attributes:
        state: `taken` (the new version starts now) or `not_taken`.
        why: The reason, as in `hcmd_lab.updates.reasons`; empty without one.
        detail: What else is known.
    """

    state: Word
    why: Word = ""
    detail: Words = ""


FromHost: TypeAlias = UpdateOffer | UpdateBegin | UpdateEnd | UpdatePart
FromStation: TypeAlias = UpdateHello | UpdateFetch | UpdateState


class _Kind(msgspec.Struct, frozen=True):
    type: str


_KIND = msgspec.json.Decoder(_Kind)
_FROM_HOST: msgspec.json.Decoder[FromHost] = msgspec.json.Decoder(FromHost)
_FROM_STATION: msgspec.json.Decoder[FromStation] = msgspec.json.Decoder(FromStation)
_BAD = (msgspec.MsgspecError, ValueError, RecursionError)


def is_about_update(text: str) -> bool:
    """Whether a text frame is a message about updates, of whatever version."""
    try:
        return _KIND.decode(text).type.startswith("update_")
    except _BAD:
        return False


def written(message: FromHost | FromStation) -> str:
    """The text frame of a message.

    Raises:
        ValueError: It breaks its own bounds.
    """
    text = msgspec.json.encode(message).decode()
    _decoded(_FROM_HOST if isinstance(message, FromHost) else _FROM_STATION, text)
    return text


def read_from_host(text: str) -> FromHost:
    """Decode a message about updates from the host.

    Raises:
        ValueError: It is none.
    """
    message: FromHost = _decoded(_FROM_HOST, text)
    return message


def read_from_station(text: str) -> FromStation:
    """Decode a message about updates from a station.

    Raises:
        ValueError: It is none.
    """
    message: FromStation = _decoded(_FROM_STATION, text)
    return message


def _decoded(decoder: "msgspec.json.Decoder[Any]", text: str) -> Any:  # noqa: ANN401
    try:
        return decoder.decode(text)
    except _BAD as error:
        raise ValueError(str(error)) from None
