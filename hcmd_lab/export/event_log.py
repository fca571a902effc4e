"""The event log as JSON Lines: everything that happened, in order."""

from collections.abc import Iterator, Sequence

import msgspec

from hcmd_lab.export.session_data import SessionData

FILE = "events.jsonl"

_WITHOUT = {"label": "", "text": ""}
"""What is left out: labels stand in the participants' table alone, messages in their own."""

_WORDS = ("note", "reason")
"""Of the experimenter, who may have written a name; left out where labels are."""

_ADDRESSES = ("address", "usual")
"""Of computers, some of which may be somebody's own; left out where labels are."""

_BY_SEAT = ("weight_units", "payout_hundredths")
"""Lists with an entry for each seat."""


def event_lines(sessions: Sequence[SessionData]) -> Iterator[bytes]:
    """One line per event: session, number, UTC, time on the session's clock, kind, details."""
    for data in sessions:
        for logged in data.log:
            body = msgspec.to_builtins(logged.event)
            at_ms = body.pop("at_ms", None)
            for group, seat in data.withdrawn_seats:
                if seat is not None and body.get("group") == group:
                    for name in _BY_SEAT:
                        if name in body:
                            body[name] = [*body[name][:seat], None, *body[name][seat + 1 :]]
            body |= {name: value for name, value in _WITHOUT.items() if name in body}
            if not data.with_labels:
                body |= dict.fromkeys(body.keys() & {*_WORDS, *_ADDRESSES}, "")
            yield msgspec.json.encode(
                {
                    "session_code": logged.session,
                    "event_id": logged.id,
                    "utc": logged.utc,
                    "at_ms": at_ms,
                    "kind": type(logged.event).__name__,
                    "details": body,
                }
            )
