"""The long table: a row for each participant, stage and round."""

from collections.abc import Iterator, Sequence

from hcmd_lab.export import shared_columns as shared
from hcmd_lab.export.session_data import SessionData
from hcmd_lab.export.table_schema import TO_GROUP, TO_PARTICIPANT, TO_SESSION, Column, Row, Table
from hcmd_lab.game.rules import reward_hundredths
from hcmd_lab.storage.records import DecisionRow, GroupRow, ParticipantRow
from hcmd_lab.storage.tablefile import Value, coins

COLUMNS = (
    shared.PARTICIPANT_CODE,
    shared.LABEL,
    shared.IS_BOT,
    shared.STARTED,
    shared.PAYOFF,
    shared.SEAT,
    shared.ROLE,
    Column("player.endowment", "integer", "Received for the round.", "coins"),
    Column("player.contribution", "integer", "Put into the fund.", "coins"),
    Column(
        "player.payout", "number", "Received from the fund; empty until it is divided.", "coins"
    ),
    Column("player.payoff", "number", "Payout plus what was kept.", "coins"),
    Column(
        "player.timeout_happened",
        "boolean",
        "Nothing was chosen before the page ended, by its time limit or by the experimenter, and "
        "the declared default was made; of an imported group also where a stand-in decided.",
    ),
    Column(
        "player.decided_by",
        "string",
        "Who made the contribution; a stand-in plays for a participant who has left. Of an "
        "imported group timeout stands for both.",
        allowed="participant, timeout, stand_in",
    ),
    Column(
        "player.time_decided_ms",
        "integer",
        "On the session's clock; empty for an imported group.",
        "ms",
    ),
    Column(
        "player.vote",
        "integer",
        "Stage that the seat voted for; the same in all rows of the seat, empty without a vote.",
        allowed="1, 2",
    ),
    shared.GROUP,
    shared.GROUP_SOURCE,
    shared.GROUP_STATUS,
    Column(
        "group.tail_endowment",
        "integer",
        "Of each tail seat; empty where they differ.",
        "coins",
    ),
    Column(
        "group.mechanism",
        "string",
        "Name of the mechanism that divided the fund; empty until it is divided.",
    ),
    Column("group.mechanism_sha256", "string", "Of its table; empty for an imported group."),
    shared.CONTRAST,
    Column("group.fund", "number", "All payouts of the round.", "coins"),
    Column(
        "group.winner",
        "integer",
        "Stage whose mechanism is played again, once the votes are counted.",
        allowed="1, 2",
    ),
    Column("subsession.stage", "integer", "The stage.", allowed="1, 2, 3"),
    Column("subsession.round_number", "integer", "The round in the stage, from 1."),
    shared.SESSION_CODE,
    shared.IS_DEMO,
    shared.PURPOSE,
    shared.ITERATION,
    shared.SET_ASIDE,
    shared.OPENED,
)


def rows(sessions: Sequence[SessionData]) -> Iterator[Row]:
    """All decisions, ordered by session, group, stage, round and seat."""
    for data in sessions:
        for decision in data.decisions:
            yield decision_row(data, decision)


def decision_row(data: SessionData, row: DecisionRow) -> Row:
    """One decision with everything that belongs to it."""
    return {
        **_participant(data, data.people.get((row.group, row.seat)), row),
        **player(data, row),
        **_group(data, data.groups[row.group], row),
        **shared.session_block(data),
    }


def player(data: SessionData, row: DecisionRow) -> dict[str, Value]:
    """The columns describing a seat in a round."""
    paid = row.payout_hundredths
    reward = None
    if paid is not None:
        reward = coins(reward_hundredths(row.endowment, row.contribution, paid))
    return {
        "player.id_in_group": row.seat + 1,
        "player.role": shared.role(row.seat),
        "player.endowment": row.endowment,
        "player.contribution": row.contribution,
        "player.payout": None if paid is None else coins(paid),
        "player.payoff": reward,
        "player.timeout_happened": row.decided_by == "timeout",
        "player.decided_by": row.decided_by,
        "player.time_decided_ms": None if data.row.imported else row.at_ms,
        "player.vote": data.votes.get((row.group, row.seat), (None, ""))[0],
    }


def _participant(
    data: SessionData, person: ParticipantRow | None, row: DecisionRow
) -> dict[str, Value]:
    return {
        "participant.code": person.code if person else None,
        "participant.label": data.label(person),
        "participant._is_bot": person.is_bot if person else None,
        "participant.time_started_utc": person.checked_in_utc if person else None,
        "participant.payoff": coins(data.earned.get((row.group, row.seat), 0)),
    }


def _group(data: SessionData, group: GroupRow, row: DecisionRow) -> dict[str, Value]:
    fund = data.funds.get((row.group, row.stage, row.round))
    return {
        "group.id_in_subsession": group.number,
        "group.source": group.source,
        "group.status": group.status,
        "group.tail_endowment": group.tail_endowment or None,
        "group.mechanism": row.mechanism_name,
        "group.mechanism_sha256": None if data.row.imported else row.mechanism,
        "group.contrast": data.contrast(row.group),
        "group.fund": None if fund is None else coins(fund),
        "group.winner": group.winner,
        "subsession.stage": row.stage,
        "subsession.round_number": row.round,
    }


LONG = Table(
    "long",
    "A participant's decision in a round, with what came of it.",
    COLUMNS,
    (
        "session.code", "group.id_in_subsession", "subsession.stage", "subsession.round_number",
        "player.id_in_group",
    ),
    rows,
    (TO_PARTICIPANT, TO_GROUP, TO_SESSION),
)  # fmt: skip
