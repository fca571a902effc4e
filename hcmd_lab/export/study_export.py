"""Exports a study: every table, the event log, the mechanisms, the dictionary."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from hcmd_lab.export import dictionary
from hcmd_lab.export.answer_tables import CONTROL_ANSWERS, PAGE_TIMES, QUESTIONNAIRE
from hcmd_lab.export.contrast_table import contrast_table
from hcmd_lab.export.group_tables import GROUPS, VOTES
from hcmd_lab.export.long_table import LONG
from hcmd_lab.export.mechanism_tables import (
    FOLDER,
    file_name,
    mechanism_list,
    write_mechanism,
)
from hcmd_lab.export.message_table import MESSAGES
from hcmd_lab.export.participant_tables import PARTICIPANTS, PAYMENTS
from hcmd_lab.export.session_data import Around, read_around, read_session
from hcmd_lab.export.session_table import CONSENTS, SESSIONS
from hcmd_lab.export.table_schema import Table
from hcmd_lab.export.table_writer import Tables
from hcmd_lab.export.wide_table import WideShape, shape_of, wide_table
from hcmd_lab.files import atomic_write
from hcmd_lab.owned_folder import Manifest, read_manifest, replaced_folder
from hcmd_lab.storage.records import MechanismRow, SessionRow
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.storage.tablefile import write_table
from hcmd_lab.storage.written_folders import ExportedVotes, remember_folder, remember_votes
from hcmd_lab.study.contrasts import Contrast
from hcmd_lab.study.library import library
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.timestamps import utc_now

OnProgress: TypeAlias = Callable[[int, int], None]
"""Told how much is done and of how much; may raise to end the work."""


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
    shape: WideShape,
    mechanisms: Sequence[MechanismRow],
    kinds: Mapping[str, str] = MappingProxyType({}),
    contrasts: Sequence[Contrast] = (),
) -> tuple[Table, ...]:
    """All tables of an export; some have columns that depend on the sessions.

    Args:
        shape: Of the wide table.
        mechanisms: The study's mechanisms.
        kinds: Where each comes from, by the SHA-256 of its table.
        contrasts: What EVALUATE compares.
    """
    return (
        LONG, wide_table(shape), PARTICIPANTS, PAYMENTS, GROUPS, VOTES, PAGE_TIMES,
        CONTROL_ANSWERS, QUESTIONNAIRE, MESSAGES, SESSIONS, CONSENTS,
        mechanism_list(mechanisms, kinds), contrast_table(contrasts),
    )  # fmt: skip


def place_in(chosen: Path, study: StudyFolder) -> Path:
    """Where an export goes for somebody who has chosen a folder.

    It is the folder itself if it is empty or an export already; else one in it, named by the study
    and the day, so that what lies there is left alone.
    """
    is_taken = chosen.is_dir() and any(chosen.iterdir()) and read_manifest(chosen) is None
    day = utc_now()[:10]
    if chosen.absolute() == study.exports.absolute():
        return chosen / day
    return chosen / f"{study.path.name}-{day}" if is_taken else chosen


def export_study(
    store: Store,
    folder: Path | None = None,
    *,
    include_pilots: bool = False,
    with_labels: bool = True,
    on_progress: OnProgress = lambda done, total: None,
) -> ExportSummary:
    """Export everything; the store may be read-only and a session may be running.

    One session is read at a time, so that the export of a large study takes no more memory. The
    folder is put in place as a whole, and only in the place of an earlier export of this study.

    Args:
        store: The study.
        folder: Folder to write to; one in the study's folder `exports`, named by the day, if None.
        include_pilots: Whether sessions that were pilots are in it.
        with_labels: Whether what the lab knows participants by is in it.
        on_progress: Told the sessions done and to do; if it raises, nothing is written.

    Raises:
        UsageError: The folder is not an export of this study.
        OperatorError: It cannot be written.
        ValueError: The tables do not belong together; nothing has been written.
    """
    target = folder or store.folder.exports / utc_now()[:10]
    with store.transaction():
        every = store.tables.sessions()
        kept = [each for each in every if include_pilots or each.purpose != "pilot"]
        made = Manifest(
            "export", store.identity, utc_now(), store.log.number(), with_labels, include_pilots
        )
        with replaced_folder(target, made) as draft:
            contrasts = ReadOnlyStudy(store).contrasts()
            around = read_around(store, with_labels=with_labels, contrasts=contrasts)
            counts, groups = _write(store, draft, kept, around, contrasts, on_progress)
        uncounted = ReadOnlyStudy(store).uncounted_groups
    remember_folder(store.folder, target, made)
    if uncounted:
        remember_votes(store.folder, ExportedVotes(made.utc, uncounted))
    return ExportSummary(target, counts, groups, pilots_left_out=len(every) - len(kept))


def _write(
    store: Store,
    draft: Path,
    kept: Sequence[SessionRow],
    around: Around,
    contrasts: Sequence[Contrast],
    on_progress: OnProgress,
) -> tuple[dict[str, int], int]:
    """Write the files; returns the rows of each table, and the groups that decided something."""
    mechanisms = store.learned.mechanisms()
    steps = len(kept) + len(mechanisms) + 1
    kinds = {each.sha256: each.kind.value for each in library(ReadOnlyStudy(store))}
    listed = tables_for(shape_of(store, kept), mechanisms, kinds, contrasts)
    groups = 0
    with Tables(draft, listed) as tables:
        tables.write_list()
        for done, session in enumerate(kept):
            on_progress(done, steps)
            data = read_session(store, session, around)
            groups += len({row.group for row in data.decisions})
            tables.write(data)
    for done, known in enumerate(mechanisms, start=len(kept)):
        on_progress(done, steps)
        policy = store.learned.mechanism(known.sha256)
        write_mechanism(draft / FOLDER / file_name(known), policy)
    on_progress(steps - 1, steps)
    write_table(draft / dictionary.FILE, dictionary.COLUMNS, dictionary.dictionary_rows(listed))
    package = dictionary.data_package(
        around.study, listed, tables.rows, utc_now(), store.log.number()
    )
    atomic_write(draft / dictionary.PACKAGE, package)
    return tables.rows, groups
