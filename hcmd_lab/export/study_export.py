"""Exports a study: every table, the event log, the mechanisms, the dictionary."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hcmd_lab.errors import OperatorError
from hcmd_lab.export import dictionary, parquet
from hcmd_lab.export.answer_tables import CONTROL_ANSWERS, PAGE_TIMES, QUESTIONNAIRE
from hcmd_lab.export.event_log import FILE as EVENTS
from hcmd_lab.export.event_log import event_lines
from hcmd_lab.export.group_tables import GROUPS, VOTES
from hcmd_lab.export.joins import check_joins
from hcmd_lab.export.long_table import LONG
from hcmd_lab.export.mechanism_tables import (
    FOLDER,
    file_name,
    mechanism_list,
    policy_columns,
    policy_rows,
)
from hcmd_lab.export.message_table import MESSAGES
from hcmd_lab.export.participant_tables import PARTICIPANTS, PAYMENTS
from hcmd_lab.export.session_data import SessionData, read_session
from hcmd_lab.export.session_table import CONSENTS, SESSIONS
from hcmd_lab.export.table_schema import Row, Table
from hcmd_lab.export.wide_table import wide_table
from hcmd_lab.files import atomic_write
from hcmd_lab.storage.records import MechanismRow
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.tablefile import write_table
from hcmd_lab.system_faults import reason_of
from hcmd_lab.timestamps import utc_now


@dataclass(frozen=True, slots=True)
class ExportSummary:
    """Contents of an export, counted.

    Attributes:
        folder: Its folder.
        rows: Rows of each table.
        groups: Groups that decided something.
        pilots_left_out: Pilot sessions that are not in it.
    """

    folder: Path
    rows: dict[str, int]
    groups: int
    pilots_left_out: int


def tables_for(
    sessions: Sequence[SessionData], mechanisms: Sequence[MechanismRow]
) -> tuple[Table, ...]:
    """All tables of an export; some have columns that depend on the sessions."""
    return (
        LONG, wide_table(sessions), PARTICIPANTS, PAYMENTS, GROUPS, VOTES, PAGE_TIMES,
        CONTROL_ANSWERS, QUESTIONNAIRE, MESSAGES, SESSIONS, CONSENTS, mechanism_list(mechanisms),
    )  # fmt: skip


def export_study(
    store: Store,
    folder: Path | None = None,
    *,
    include_pilots: bool = False,
    with_labels: bool = True,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> ExportSummary:
    """Export everything; the store may be read-only and a session may be running.

    Args:
        store: The study.
        folder: Folder to write to; the study's own folder `exports` if None.
        include_pilots: Whether sessions that were pilots are in it.
        with_labels: Whether what the lab knows participants by is in it.
        on_progress: Called with the steps done and to do; if it raises, nothing more is written.

    Raises:
        OperatorError: A file cannot be written.
        ValueError: The tables do not belong together; nothing has been written.
    """
    target = folder or store.folder.exports
    with store.transaction():
        every = store.tables.sessions()
        kept = [each for each in every if include_pilots or each.purpose != "pilot"]
        mechanisms = store.learned.mechanisms()
        steps = len(kept) + len(mechanisms) + 1
        sessions = []
        for done, session in enumerate(kept):
            on_progress(done, steps)
            sessions.append(read_session(store, session, with_labels=with_labels))
        tables = {table.name: table for table in tables_for(sessions, mechanisms)}
        rows = {name: list(table.rows(sessions)) for name, table in tables.items()}
        check_joins(tables, rows)
        number = store.log.number()
        for done, known in enumerate(mechanisms, start=len(kept)):
            on_progress(done, steps)
            policy = store.learned.mechanism(known.sha256)
            columns = [column.name for column in policy_columns(policy.game.seats)]
            write_table(target / FOLDER / file_name(known), columns, policy_rows(policy))
    on_progress(steps - 1, steps)
    study = sessions[0].study if sessions else ""
    _write(target, tables, rows, sessions, study, number)
    groups = sum(len({row.group for row in data.decisions}) for data in sessions)
    counts = {name: len(each) for name, each in rows.items()}
    return ExportSummary(target, counts, groups, pilots_left_out=len(every) - len(kept))


def _write(
    target: Path,
    tables: Mapping[str, Table],
    rows: Mapping[str, Sequence[Row]],
    sessions: Sequence[SessionData],
    study: str,
    log: str,
) -> None:
    """Write the files, the descriptor last, so that it never names a missing file."""
    for name, table in tables.items():
        write_table(target / table.file, [column.name for column in table.columns], rows[name])
        if parquet.is_possible():
            parquet.write_parquet(target, table, rows[name])
    listed = list(tables.values())
    write_table(target / dictionary.FILE, dictionary.COLUMNS, dictionary.dictionary_rows(listed))
    counts = {name: len(each) for name, each in rows.items()}
    package = dictionary.data_package(study, listed, counts, utc_now(), log)
    try:
        atomic_write(target / EVENTS, b"".join(line + b"\n" for line in event_lines(sessions)))
        atomic_write(target / dictionary.PACKAGE, package)
    except OSError as error:
        raise OperatorError(
            "The export cannot be written to {folder} ({reason}); free some space or choose "
            "another folder.",
            folder=target,
            reason=reason_of(error),
        ) from error
