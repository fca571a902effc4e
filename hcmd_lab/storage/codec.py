"""Events as they stand in the log: a kind and a JSON body."""

from dataclasses import dataclass

import msgspec

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.events import EVENT_TYPES, Event

_encoder = msgspec.json.Encoder()
_decoders: dict[str, msgspec.json.Decoder[Event]] = {
    kind: msgspec.json.Decoder(event_type) for kind, event_type in EVENT_TYPES.items()
}


@dataclass(frozen=True, slots=True)
class Logged:
    """An event with its position in the log.

    Attributes:
        id: Its number; later events have larger ones.
        session: Code of its session.
        utc: When it was stored.
        event: What happened.
    """

    id: int
    session: str
    utc: str
    event: Event


def encode(event: Event) -> tuple[str, str]:
    """The kind and the body of an event."""
    return type(event).__name__, _encoder.encode(event).decode()


def decode(event_id: int, kind: str, body: str) -> Event:
    """Decode an event.

    Raises:
        OperatorError: This version does not know the kind, or the body is not one of its kind.
    """
    decoder = _decoders.get(kind)
    if decoder is None:
        raise OperatorError(
            "Event {event_id} of the study is of the unknown kind {kind}; open the study "
            "with the version of HCMD Lab that wrote it.",
            event_id=event_id,
            kind=kind,
        )
    try:
        return decoder.decode(body)
    except msgspec.MsgspecError as error:
        raise OperatorError(
            "Event {event_id} of the study ({kind}) is damaged ({error}); restore study.db "
            "from the folder backups.",
            event_id=event_id,
            kind=kind,
            error=error,
        ) from error
