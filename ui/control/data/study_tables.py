"""Columns of the session, group and training tables."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeVar

from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.records import GroupRow, RunRow, SessionRow
from hcmd_lab.study.counting import GroupCount
from hcmd_lab.telling.counts import cast_votes
from hcmd_lab.telling.groups import count_in_words
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.money import coin_count
from hcmd_lab.telling.numbers import whole
from hcmd_lab.telling.times import took, when
from hcmd_lab.telling.translate import translate
from ui.control.data.table_model import TableColumn

R = TypeVar("R")

_WORDS = {
    "acquire": Sentence("Acquire"),
    "evaluate": Sentence("Evaluate"),
    "pilot": Sentence("Pilot"),
    "open": Sentence("open"),
    "closed": Sentence("closed"),
    "set_aside": Sentence("set aside"),
    "waiting": Sentence("waiting"),
    "playing": Sentence("playing"),
    "complete": Sentence("complete"),
    "ended_early": Sentence("ended early"),
    "void": Sentence("void"),
    "unfilled": Sentence("closed, unfilled"),
    "human": Sentence("people"),
    "simulated": Sentence("simulated"),
    "imported": Sentence("imported"),
}

_NONE = "–"


def session_columns() -> list[TableColumn[SessionRow]]:
    """Columns of sessions."""
    return [
        TableColumn(translate("Session"), lambda row: row.code),
        TableColumn(translate("Purpose"), lambda row: _word(row.purpose)),
        _number(translate("Iteration"), lambda row: row.iteration),
        _number(translate("Groups"), lambda row: row.groups),
        TableColumn(
            translate("Status"), lambda row: _word("set_aside" if row.set_aside else row.status)
        ),
        TableColumn(
            translate("Opened"), lambda row: when(row.opened_utc), lambda row: row.opened_utc
        ),
        TableColumn(
            translate("Closed"),
            lambda row: when(row.closed_utc or "") or _NONE,
            lambda row: row.closed_utc or "",
        ),
    ]


def group_columns(
    mechanisms: Mapping[str, str],
    count: Callable[[GroupRow], GroupCount],
    are_votes_told: Callable[[GroupRow], bool],
) -> list[TableColumn[GroupRow]]:
    """Columns of groups.

    Args:
        mechanisms: Names by the SHA-256 of their tables.
        count: Whether a group counts.
        are_votes_told: Whether a group's votes may be seen; else only how many were cast.
    """

    def votes(row: GroupRow) -> str:
        if row.votes is None:
            return _NONE
        if not are_votes_told(row):
            return translate(cast_votes(sum(row.votes)))
        return f"{row.votes[0]} : {row.votes[1]}"

    def order(row: GroupRow) -> tuple[int, int]:
        if row.votes is None:
            return -1, -1
        return row.votes if are_votes_told(row) else (sum(row.votes), 0)

    def mechanism(row: GroupRow, stage: int) -> str:
        played = row.mechanisms[stage - 1]
        return pretty_name(mechanisms.get(played, played)) or _NONE

    return [
        TableColumn(translate("Session"), lambda row: row.session),
        _number(translate("Group"), lambda row: row.number),
        TableColumn(translate("Purpose"), lambda row: _word(row.purpose)),
        _number(translate("Iteration"), lambda row: row.iteration),
        TableColumn(translate("Who"), lambda row: _word(row.source)),
        TableColumn(
            translate("Condition"),
            lambda row: translate(coin_count(row.tail_endowment)) if row.tail_endowment else _NONE,
            lambda row: row.tail_endowment,
            True,
        ),
        TableColumn(translate("Stage 1"), lambda row: mechanism(row, 1)),
        TableColumn(translate("Stage 2"), lambda row: mechanism(row, 2)),
        TableColumn(translate("Votes"), votes, order, True),
        TableColumn(translate("Status"), lambda row: _word(row.status)),
        TableColumn(translate("For the study"), lambda row: translate(count_in_words(count(row)))),
    ]


def run_columns(told: Mapping[int, str]) -> list[TableColumn[RunRow]]:
    """Columns of training steps; `told` holds each step's result, by its number."""
    return [
        TableColumn(translate("Step"), lambda row: row.kind.upper(), lambda row: row.id),
        _number(translate("Iteration"), lambda row: row.iteration),
        TableColumn(
            translate("Finished"), lambda row: when(row.finished_utc), lambda row: row.finished_utc
        ),
        TableColumn(translate("Took"), lambda row: took(_seconds(row)), _seconds, True),
        TableColumn(translate("Result"), lambda row: told.get(row.id, _NONE), wraps=True),
    ]


def _number(heading: str, value: Callable[[R], int]) -> TableColumn[R]:
    return TableColumn(heading, lambda row: whole(value(row)), value, True)


def _seconds(row: RunRow) -> float:
    if not row.started_utc or not row.finished_utc:
        return 0.0
    took = datetime.fromisoformat(row.finished_utc) - datetime.fromisoformat(row.started_utc)
    return took.total_seconds()


def _word(name: str) -> str:
    return translate(_WORDS[name])
