"""Messages between host and stations as text, and nothing else that may cross the network.

Each message is one JSON object in one text frame; its `type` names it. It is followed by as many
spaces as bring it to the length of its kind (`padding`). Unknown types and fields,
missing fields and values out of bounds are refused, at every depth and in both directions.
`docs/protocol.md` tells when each one is sent.
"""

from typing import Any

import msgspec

from hcmd_lab.game.view import SeatView
from hcmd_lab.network.host_messages import (
    Accepted,
    NewToken,
    Paired,
    PicturePart,
    Rejected,
    Snapshot,
    ToKiosk,
    ToStation,
    Welcome,
)
from hcmd_lab.network.message_fields import Id, Message, Protocol
from hcmd_lab.network.padding import padded_bytes
from hcmd_lab.network.station_messages import ToHost
from hcmd_lab.network.strict import strict


class MessageError(ValueError):
    """Text that is not a message of this protocol; the error says why."""


class Opening(msgspec.Struct, frozen=True):
    """The part of the first message that is common to all versions of the protocol.

    Attributes:
        protocol: The version that is spoken.
        station: The name that the station gives itself; None where it is not told.
    """

    protocol: Protocol
    station: Id | None = None


_StrictSnapshot = msgspec.defstruct(
    "Snapshot", [("view", strict(SeatView))], bases=(Message,), frozen=True, tag="snapshot"
)
"""As `Snapshot`, with a view that refuses what `SeatView` itself would put up with."""

TO_STATION_STRICT: Any = (
    Paired | Welcome | NewToken | _StrictSnapshot | PicturePart | Accepted | Rejected | ToKiosk
)
"""`ToStation` as it is decoded."""

_FROM_STATION: msgspec.json.Decoder[ToHost] = msgspec.json.Decoder(ToHost)
_FROM_HOST: msgspec.json.Decoder[Any] = msgspec.json.Decoder(TO_STATION_STRICT)
_OPENING = msgspec.json.Decoder(Opening)
_ENCODER = msgspec.json.Encoder()

# Text with lone surrogates raises UnicodeEncodeError, deep nesting RecursionError.
_BAD = (msgspec.MsgspecError, ValueError, RecursionError)


def encode(message: ToHost | ToStation) -> str:
    """The text frame of a message, padded to the length of its kind.

    Raises:
        MessageError: The message breaks its own bounds, so that the other side would refuse it.
    """
    try:
        encoded = _ENCODER.encode(message)
        text = encoded.decode()
    except (*_BAD, TypeError) as error:
        raise MessageError(str(error)) from None
    if isinstance(message, ToHost):
        decode_from_station(text)
    else:
        decode_from_host(text)
    return text + " " * (padded_bytes(message, len(encoded)) - len(encoded))


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


def opening_of(text: str) -> Opening | None:
    """Who speaks which version of the protocol, even if nothing else can be decoded."""
    try:
        return _OPENING.decode(text)
    except _BAD:
        return None
