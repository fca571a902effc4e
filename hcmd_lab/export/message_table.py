"""Table of what the experimenter and the participants wrote to each other."""

from collections.abc import Iterator, Sequence

from hcmd_lab.export import shared_columns as shared
from hcmd_lab.export.session_data import SessionData
from hcmd_lab.export.table_schema import PARTICIPANT, TO_PARTICIPANT, Column, Row, Table
from hcmd_lab.game import events as ev


def _messages(sessions: Sequence[SessionData]) -> Iterator[Row]:
    for data in sessions:
        if not data.with_labels:
            continue  # people may have written their names
        counts: dict[str, int] = {}
        for logged in data.log:
            event = logged.event
            if not isinstance(event, ev.HelpCalled | ev.MessageSent) or not event.text:
                continue
            counts[event.participant] = counts.get(event.participant, 0) + 1
            yield {
                "session.code": data.row.code,
                "participant.code": event.participant,
                "message.number": counts[event.participant],
                "message.by": "participant" if isinstance(event, ev.HelpCalled) else "experimenter",
                "message.text": event.text,
                "message.time_utc": logged.utc,
            }


MESSAGES = Table(
    "messages",
    "A message between the experimenter and a participant; none in an export without labels.",
    (
        shared.SESSION_CODE,
        shared.PARTICIPANT_CODE,
        Column("message.number", "integer", "1 for the participant's first.", "messages"),
        Column("message.by", "string", "Who wrote it.", allowed="participant, experimenter"),
        Column("message.text", "string", "What was written."),
        Column("message.time_utc", "datetime", "When it was sent.", "UTC"),
    ),
    (*PARTICIPANT, "message.number"),
    _messages,
    (TO_PARTICIPANT,),
)
