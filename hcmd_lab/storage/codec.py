"""Event codec: a kind and a JSON body per logged event."""

from collections.abc import Callable
from dataclasses import dataclass, fields

import msgspec

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.event_fields import ADDED_LATER
from hcmd_lab.game.events import EVENT_TYPES, Event, SessionOpened
from hcmd_lab.game.session_rules import PARTS_OF_PLAN
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.setting_values import first_names, from_log

_LATER = {
    event_type: {f.name: f.default for f in fields(event_type) if f.metadata == ADDED_LATER}
    for event_type in EVENT_TYPES.values()
}
"""Fields that were added later, with the defaults that logs leave out."""

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
        utc: Time at which it was stored.
        event: The event.
    """

    id: int
    session: str
    utc: str
    event: Event


def encode(event: Event) -> tuple[str, str]:
    """The kind and the body of an event."""
    body = _encoder.encode(event).decode()
    if isinstance(event, SessionOpened):
        body = _renamed(body, first_names)
    if later := _LATER[type(event)]:
        known = msgspec.to_builtins(event)
        kept = {k: v for k, v in known.items() if k not in later or v != later[k]}
        body = _encoder.encode(kept).decode()
    return type(event).__name__, body


def encode_settings(settings: SessionSettings) -> str:
    """A session's settings in the form stored in the log."""
    return _encoder.encode(first_names(SessionSettings, msgspec.to_builtins(settings))).decode()


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
        if kind == SessionOpened.__name__:
            body = _renamed(body, from_log)
        return decoder.decode(body)
    except msgspec.MsgspecError as error:
        raise OperatorError(
            "Event {event_id} of the study ({kind}) is damaged ({error}); if there is a backup, "
            "restore it (File, Backups, or: hcmd-lab restore STUDY).",
            event_id=event_id,
            kind=kind,
            error=error,
        ) from error


def _renamed(body: str, names: Callable[[type[object], dict[str, object]], object]) -> str:
    """The body of a session's first event with its settings renamed."""
    opened = msgspec.json.decode(body)
    plan = opened.get("plan") if isinstance(opened, dict) else None
    if not isinstance(plan, dict):
        return body  # the decoder reports what is wrong with it
    for part, settings_class in PARTS_OF_PLAN.items():
        if isinstance(plan.get(part), dict):
            plan[part] = names(settings_class, plan[part])
    return _encoder.encode(opened).decode()
