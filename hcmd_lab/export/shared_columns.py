"""Columns shared by several tables, named as in oTree."""

from hcmd_lab.export.session_data import SessionData
from hcmd_lab.export.table_schema import Column, Row
from hcmd_lab.game.game_limits import MAX_TAILS

SESSION_CODE = Column("session.code", "string", "Names the session.")
PARTICIPANT_CODE = Column(
    "participant.code",
    "string",
    "Names the participant in the session; empty for an imported group.",
)
LABEL = Column(
    "participant.label",
    "string",
    "As typed at check-in; empty if it was purged, and in an export without labels.",
)
IS_BOT = Column("participant._is_bot", "boolean", "A program played.")
STARTED = Column("participant.time_started_utc", "datetime", "Check-in.", "UTC")
PAYOFF = Column(
    "participant.payoff", "number", "Sum of player.payoff over all paid rounds of the seat.",
    "coins",
)  # fmt: skip
GROUP = Column("group.id_in_subsession", "integer", "Number of the group in its session.")
SEAT = Column(
    "player.id_in_group", "integer", "The seat; 1 is the head.", allowed=f"1 to {1 + MAX_TAILS}"
)
ROLE = Column("player.role", "string", "The seat's role.", allowed="head, tail")
GROUP_SOURCE = Column(
    "group.source",
    "string",
    "Who played: people, bots in any seat, or another lab.",
    allowed="human, simulated, imported",
)
GROUP_STATUS = Column(
    "group.status",
    "string",
    "How far the group came; leave out void groups in analyses.",
    allowed="waiting, playing, complete, ended_early, void, unfilled",
)
IS_DEMO = Column("session.is_demo", "boolean", "A pilot.")
PURPOSE = Column(
    "session.purpose", "string", "What the session is for.", allowed="acquire, evaluate, pilot"
)
ITERATION = Column("session.iteration", "integer", "Iteration of the study.")
SET_ASIDE = Column(
    "session.set_aside",
    "string",
    "The study went back to a step before the session: leave it out of analyses, or use only what "
    "its groups did (data); empty if it was not set aside.",
    allowed="data, unused",
)
OPENED = Column(
    "session.time_opened_utc", "datetime", "When the session was opened or imported.", "UTC"
)


CONTRAST = Column(
    "group.contrast",
    "integer",
    "Number of the contrast of EVALUATE that the group compares, as in the table contrasts.",
)


def session_block(data: SessionData) -> Row:
    """The trailing columns of a row, which describe the session."""
    return {
        "session.code": data.row.code,
        "session.is_demo": data.row.purpose == "pilot",
        "session.purpose": data.row.purpose,
        "session.iteration": data.row.iteration,
        "session.set_aside": data.row.set_aside.value or None,
        "session.time_opened_utc": data.row.opened_utc,
    }


def role(seat: int | None) -> str | None:
    """The role of a seat."""
    if seat is None:
        return None
    return "tail" if seat else "head"


def whole_or_none(number: int | None) -> int | None:
    """A seat in oTree's numbering, which begins at 1."""
    return None if number is None else number + 1
