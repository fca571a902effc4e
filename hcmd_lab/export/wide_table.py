"""The wide table: a row for each participant, a block of columns for each round."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hcmd_lab.export import shared_columns as shared
from hcmd_lab.export.answer_tables import answer_value, answers_of
from hcmd_lab.export.participant_tables import PARTICIPANTS
from hcmd_lab.export.session_data import SessionData
from hcmd_lab.export.session_table import CONFIG, config
from hcmd_lab.export.table_schema import PARTICIPANT, TO_SESSION, Column, Row, Table
from hcmd_lab.game.events import SessionOpened
from hcmd_lab.game.rules import reward_hundredths
from hcmd_lab.storage.records import DecisionRow, ParticipantRow, SessionRow
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.tablefile import Value, coins

_PERSON = tuple(column for column in PARTICIPANTS.columns if column.name.startswith("participant."))
_SESSION = (
    shared.SESSION_CODE,
    Column("session.label", "string", "Name of the study."),
    shared.IS_DEMO,
    shared.PURPOSE,
    shared.ITERATION,
    shared.SET_ASIDE,
    shared.OPENED,
)
_BLOCK = (
    shared.SEAT,
    shared.ROLE,
    Column("player.endowment", "integer", "Received for the round.", "coins"),
    Column("player.contribution", "integer", "Put into the fund.", "coins"),
    Column(
        "player.payout", "number", "Received from the fund; empty until it is divided.", "coins"
    ),
    Column("player.payoff", "number", "Payout plus what was kept.", "coins"),
    Column("player.timeout_happened", "boolean", "The declared default was made."),
    shared.GROUP,
    Column("group.mechanism", "string", "Name of the mechanism that divided the fund."),
    Column("subsession.stage", "integer", "The stage.", allowed="1, 2, 3"),
    Column("subsession.round_number", "integer", "The round in the stage, from 1."),
)
_VOTED = (
    Column("player.vote", "integer", "Stage voted for; empty without a vote.", allowed="1, 2"),
    shared.GROUP_SOURCE,
    shared.GROUP_STATUS,
    Column(
        "group.tail_endowment", "integer", "Of each tail seat; empty where they differ.", "coins"
    ),
    Column(
        "group.winner",
        "integer",
        "Stage whose mechanism is played again, once the votes are counted.",
        allowed="1, 2",
    ),
)


@dataclass(frozen=True, slots=True)
class WideShape:
    """What the columns of the wide table depend on.

    Attributes:
        rounds: Rounds of the longest session, over all stages.
        items: A column for every questionnaire item that any participant was asked.
    """

    rounds: int = 1
    items: tuple[Column, ...] = ()


def shape_of(store: Store, sessions: Iterable[SessionRow]) -> WideShape:
    """The shape for some sessions, without reading what was played in them."""
    rounds = 1
    items: dict[str, Column] = {}
    for session in sessions:
        opened = None if session.imported else store.log.first_event(session.code)
        if not isinstance(opened, SessionOpened):
            continue
        rounds = max(rounds, store.tables.last_round(session.code))
        for sheet in opened.plan.materials.sheets.values():
            for item in sheet.questionnaire:
                name = f"questionnaire.{item.name}"
                items.setdefault(name, Column(name, "string", item.text))
    return WideShape(rounds, tuple(items.values()))


def wide_table(shape: WideShape) -> Table:
    """The wide table, with as many blocks as the longest session has rounds."""
    rounds, items = shape.rounds, shape.items
    blocks = tuple(
        Column(f"pig.{number}.{each.name}", each.kind, f"Round {number}: {each.meaning}",
               each.unit, each.allowed)
        for number in range(1, rounds + 1)
        for each in _BLOCK
    )  # fmt: skip
    columns = (*_PERSON, *items, *_SESSION, *_VOTED, shared.CONTRAST, *CONFIG, *blocks)
    names = tuple(column.name for column in columns)

    def rows(given: Sequence[SessionData]) -> Iterator[Row]:
        people = {
            (row["session.code"], row["participant.code"]): row for row in PARTICIPANTS.rows(given)
        }
        for data in given:
            for person in data.participants:
                row = dict.fromkeys(names, None) | _row(
                    data, person, people[(data.row.code, person.code)]
                )
                yield {name: row[name] for name in names}

    return Table(
        "wide",
        "A participant with all rounds; seats of imported groups are in the long table alone.",
        columns,
        PARTICIPANT,
        rows,
        (TO_SESSION,),
    )


def _row(data: SessionData, person: ParticipantRow, known: Row) -> dict[str, Value]:
    plan = None if data.state is None else data.state.plan
    row: dict[str, Value] = {column.name: known[column.name] for column in _PERSON}
    row |= {**shared.session_block(data), "session.label": data.study, **config(plan)}
    if person.group is not None and person.seat is not None:
        group = data.groups[person.group]
        row |= {
            "player.vote": data.votes.get((person.group, person.seat), (None, ""))[0],
            "group.source": group.source,
            "group.status": group.status,
            "group.tail_endowment": group.tail_endowment or None,
            "group.winner": group.winner,
            "group.contrast": data.contrast(person.group),
        }
    for name, (_, answer) in answers_of(data, person.code).items():
        row[f"questionnaire.{name}"] = answer_value(answer)
    for decision in data.decisions_of(person):
        row |= _block(data, decision)
    return row


def _block(data: SessionData, row: DecisionRow) -> dict[str, Value]:
    number, paid = _round_number(data, row), row.payout_hundredths
    reward = None
    if paid is not None:
        reward = coins(reward_hundredths(row.endowment, row.contribution, paid))
    values: tuple[Value, ...] = (
        row.seat + 1,
        shared.role(row.seat),
        row.endowment,
        row.contribution,
        None if paid is None else coins(paid),
        reward,
        row.decided_by == "timeout",
        row.group,
        row.mechanism_name,
        row.stage,
        row.round,
    )
    return {f"pig.{number}.{each.name}": value for each, value in zip(_BLOCK, values, strict=True)}


def _round_number(data: SessionData, row: DecisionRow) -> int:
    """Number of the round's block of columns, which counts over all stages."""
    rounds = data.state.plan.game.rounds if data.state is not None else 0
    return (row.stage - 1) * rounds + row.round
