"""Columns of the tables of sessions, groups and training steps."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDateTime, QLocale, Qt

from hcmd_lab.jobs import (
    ConvergenceResult,
    EvaluateResult,
    InitialiseJob,
    ModelResult,
    OptimizeResult,
)
from hcmd_lab.storage.records import GroupRow, RunRow, SessionRow
from ui.control.data.table_model import Column
from ui.figures.names import pretty_name
from ui.look.numbers import percent, whole

_WORDS = {
    "acquire": QT_TRANSLATE_NOOP("StudyTables", "Acquire"),
    "evaluate": QT_TRANSLATE_NOOP("StudyTables", "Evaluate"),
    "pilot": QT_TRANSLATE_NOOP("StudyTables", "Pilot"),
    "open": QT_TRANSLATE_NOOP("StudyTables", "open"),
    "closed": QT_TRANSLATE_NOOP("StudyTables", "closed"),
    "waiting": QT_TRANSLATE_NOOP("StudyTables", "waiting"),
    "playing": QT_TRANSLATE_NOOP("StudyTables", "playing"),
    "complete": QT_TRANSLATE_NOOP("StudyTables", "complete"),
    "ended_early": QT_TRANSLATE_NOOP("StudyTables", "ended early"),
    "void": QT_TRANSLATE_NOOP("StudyTables", "void"),
    "human": QT_TRANSLATE_NOOP("StudyTables", "people"),
    "simulated": QT_TRANSLATE_NOOP("StudyTables", "simulated"),
    "imported": QT_TRANSLATE_NOOP("StudyTables", "imported"),
}

_NONE = "–"

translate = QCoreApplication.translate


def session_columns() -> list[Column[SessionRow]]:
    """Columns of sessions."""
    return [
        Column(translate("StudyTables", "Session"), lambda row: row.code, lambda row: row.code),
        Column(
            translate("StudyTables", "Purpose"),
            lambda row: _word(row.purpose),
            lambda row: row.purpose,
        ),
        Column(
            translate("StudyTables", "Iteration"),
            lambda row: whole(row.iteration),
            lambda row: row.iteration,
            True,
        ),
        Column(
            translate("StudyTables", "Groups"),
            lambda row: whole(row.groups),
            lambda row: row.groups,
            True,
        ),
        Column(
            translate("StudyTables", "Status"),
            lambda row: _word(row.status),
            lambda row: row.status,
        ),
        Column(
            translate("StudyTables", "Opened"),
            lambda row: when(row.opened_utc),
            lambda row: row.opened_utc,
        ),
        Column(
            translate("StudyTables", "Closed"),
            lambda row: when(row.closed_utc or ""),
            lambda row: row.closed_utc or "",
        ),
    ]


def group_columns(mechanisms: Mapping[str, str]) -> list[Column[GroupRow]]:
    """Columns of groups; `mechanisms` are names by the SHA-256 of their tables."""

    def mechanism(row: GroupRow, stage: int) -> str:
        played = row.mechanisms[stage - 1]
        return pretty_name(mechanisms.get(played, played)) or _NONE

    return [
        Column(
            translate("StudyTables", "Session"), lambda row: row.session, lambda row: row.session
        ),
        Column(
            translate("StudyTables", "Group"),
            lambda row: whole(row.number),
            lambda row: row.number,
            True,
        ),
        Column(
            translate("StudyTables", "Purpose"),
            lambda row: _word(row.purpose),
            lambda row: row.purpose,
        ),
        Column(
            translate("StudyTables", "Iteration"),
            lambda row: whole(row.iteration),
            lambda row: row.iteration,
            True,
        ),
        Column(
            translate("StudyTables", "Who"), lambda row: _word(row.source), lambda row: row.source
        ),
        Column(
            translate("StudyTables", "Tails"),
            lambda row: whole(row.tail_endowment) if row.tail_endowment else _NONE,
            lambda row: row.tail_endowment,
            True,
        ),
        Column(
            translate("StudyTables", "Stage 1"),
            lambda row: mechanism(row, 1),
            lambda row: mechanism(row, 1),
        ),
        Column(
            translate("StudyTables", "Stage 2"),
            lambda row: mechanism(row, 2),
            lambda row: mechanism(row, 2),
        ),
        Column(translate("StudyTables", "Votes"), _votes, lambda row: row.votes or (-1, -1), True),
        Column(
            translate("StudyTables", "Status"),
            lambda row: _word(row.status),
            lambda row: row.status,
        ),
    ]


def run_columns() -> list[Column[RunRow]]:
    """Columns of training steps."""
    return [
        Column(translate("StudyTables", "Step"), lambda row: row.kind.upper(), lambda row: row.id),
        Column(
            translate("StudyTables", "Iteration"),
            lambda row: whole(row.iteration),
            lambda row: row.iteration,
            True,
        ),
        Column(
            translate("StudyTables", "Finished"),
            lambda row: when(row.finished_utc),
            lambda row: row.finished_utc,
        ),
        Column(translate("StudyTables", "Took"), _duration, _seconds, True),
        Column(translate("StudyTables", "Result"), _result, _result),
    ]


def when(utc: str) -> str:
    """A stored time of day as this place and language write it; nothing for nothing."""
    if not utc:
        return _NONE
    local = QDateTime.fromString(utc, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def _votes(row: GroupRow) -> str:
    return _NONE if row.votes is None else f"{row.votes[0]} : {row.votes[1]}"


def _seconds(row: RunRow) -> float:
    if not row.started_utc or not row.finished_utc:
        return 0.0
    took = datetime.fromisoformat(row.finished_utc) - datetime.fromisoformat(row.started_utc)
    return took.total_seconds()


def _duration(row: RunRow) -> str:
    seconds = _seconds(row)
    if seconds < 60:
        return translate("StudyTables", "{seconds} s").format(
            seconds=QLocale().toString(seconds, "f", 1)
        )
    return translate("StudyTables", "{minutes} min").format(minutes=whole(round(seconds / 60)))


def _result(row: RunRow) -> str:
    """The result of a step in a few words."""
    result = row.result
    match result:
        case ModelResult():
            return translate("StudyTables", "{nats} nats per contribution").format(
                nats=QLocale().toString(result.contribution.held_out, "f", 3)
            )
        case OptimizeResult():
            return translate("StudyTables", "{share} of votes expected").format(
                share=percent(result.vote_share.estimate, 1)
            )
        case ConvergenceResult():
            return (
                translate("StudyTables", "converged")
                if result.converged
                else translate("StudyTables", "another iteration is due")
            )
        case EvaluateResult():
            return translate("StudyTables", "{share} of {votes} votes").format(
                share=percent(result.share.estimate, 1), votes=whole(result.votes)
            )
        case _:
            return _beginning(row)


def _beginning(row: RunRow) -> str:
    """Where the first mechanism comes from."""
    origin = row.job.origin if isinstance(row.job, InitialiseJob) else None
    if origin is None:
        return translate("StudyTables", "first mechanism made")
    if origin.simulated:
        return translate("StudyTables", "from “{study}”, simulated").format(study=origin.study)
    return translate("StudyTables", "from “{study}”").format(study=origin.study)


def _word(name: str) -> str:
    return translate("StudyTables", str(_WORDS[name]))
