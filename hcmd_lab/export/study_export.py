"""Exports a study: every table, the event log, the mechanisms, the dictionary."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from hcmd_lab.export import dictionary, value_labels
from hcmd_lab.export.answer_tables import CONTROL_ANSWERS, PAGE_TIMES, QUESTIONNAIRE
from hcmd_lab.export.constraints import Reach
from hcmd_lab.export.contrast_table import contrast_table
from hcmd_lab.export.evaluation_tables import evaluation_tables
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
from hcmd_lab.export.result_data import Results, read_results
from hcmd_lab.export.session_data import read_around, read_session
from hcmd_lab.export.session_table import CONSENTS, SESSIONS
from hcmd_lab.export.table_schema import Table
from hcmd_lab.export.table_writer import Tables
from hcmd_lab.export.training_tables import training_tables
from hcmd_lab.export.wide_table import WideShape, shape_of, wide_table
from hcmd_lab.files import atomic_write
from hcmd_lab.game.materials import Materials
from hcmd_lab.owned_folder import Manifest, read_manifest, replaced_folder
from hcmd_lab.sentence import Sentence, in_a_row
from hcmd_lab.storage.records import MechanismRow, SessionRow
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.storage.tablefile import write_table
from hcmd_lab.storage.written_folders import ExportedVotes, remember_folder, remember_votes
from hcmd_lab.study.library import library
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.rows_of_the_log import told_changes
from hcmd_lab.timestamps import local_day, utc_now

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
        changed: That another program has changed the study; None if none has.
    """

    folder: Path
    rows: dict[str, int]
    groups: int
    pilots_left_out: int
    changed: Sentence | None = None


WITHOUT_LABELS = Sentence(
    "It has no labels, messages, notes and reasons. Answers to open questions are in it as they "
    "were written, if there are any: read them before you pass it on."
)
"""What is to be told of an export without labels."""

NOTHING = Results()
"""Of a study that has computed nothing."""


def tables_for(
    shape: WideShape,
    mechanisms: Sequence[MechanismRow],
    kinds: Mapping[str, str] = MappingProxyType({}),
    results: Results = NOTHING,
) -> tuple[Table, ...]:
    """All tables of an export; some have columns that depend on the sessions.

    Args:
        shape: Of the wide table.
        mechanisms: The study's mechanisms.
        kinds: Where each comes from, by the SHA-256 of its table.
        results: What training and EVALUATE have found.
    """
    return (
        LONG, wide_table(shape), PARTICIPANTS, PAYMENTS, GROUPS, VOTES, PAGE_TIMES,
        CONTROL_ANSWERS, QUESTIONNAIRE, MESSAGES, SESSIONS, CONSENTS,
        mechanism_list(mechanisms, kinds), contrast_table(results.contrasts),
        *evaluation_tables(results), *training_tables(results),
    )  # fmt: skip


def usual_name(*, with_labels: bool = True, include_pilots: bool = False) -> str:
    """Name of the folder of an export from today.

    Exports that hold something else have other names: none takes the place of another one, and
    whoever was told of one without labels finds no labels there later.
    """
    kinds = ("-with-pilots" if include_pilots else "", "" if with_labels else "-without-labels")
    return local_day() + "".join(kinds)


def place_in(
    chosen: Path, study: StudyFolder, *, with_labels: bool = True, include_pilots: bool = False
) -> Path:
    """Where an export goes for somebody who has chosen a folder.

    It is the folder itself if it is not there, empty or an export; else one in it, named by the
    study and the day, so that what lies there is left alone. In the study's own `exports` it is
    always one named by the day.
    """
    is_taken = chosen.is_dir() and any(chosen.iterdir()) and read_manifest(chosen) is None
    name = usual_name(with_labels=with_labels, include_pilots=include_pilots)
    if chosen.absolute() == study.exports.absolute():
        return chosen / name
    return chosen / f"{study.path.name}-{name}" if is_taken else chosen


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
        folder: Folder to write to; if None, one in the study's folder `exports`, named by the day
            and by what is in it (`usual_name`).
        include_pilots: Whether sessions that were pilots are in it.
        with_labels: Whether what the lab knows participants by is in it.
        on_progress: Told the sessions done and to do; if it raises, nothing is written.

    Raises:
        UsageError: The folder is not an export of this study.
        OperatorError: It cannot be written.
        ValueError: The tables do not belong together; nothing has been written.
    """
    name = usual_name(with_labels=with_labels, include_pilots=include_pilots)
    target = folder or store.folder.exports / name
    with store.transaction():
        said = told_changes(store)
        kept, left_out = sessions_for(store, include_pilots=include_pilots)
        made = Manifest(
            "export", store.identity, utc_now(), store.log.number(), with_labels, include_pilots
        )
        with replaced_folder(target, made) as draft:
            written = write_tables(
                store, draft, kept, with_labels=with_labels, on_progress=on_progress
            )
        uncounted = ReadOnlyStudy(store).uncounted_groups
    changed = in_a_row(*said) if said else None
    remember_folder(store.folder, target, made)
    if uncounted:
        remember_votes(store.folder, ExportedVotes(made.utc, uncounted))
    return ExportSummary(target, written.rows, written.groups, left_out, changed)


def sessions_for(store: Store, *, include_pilots: bool) -> tuple[list[SessionRow], int]:
    """The sessions that are exported, and how many pilots are not."""
    every = store.tables.sessions()
    kept = [each for each in every if include_pilots or each.purpose != "pilot"]
    return kept, len(every) - len(kept)


@dataclass(frozen=True, slots=True)
class Written:
    """What the files of an export hold.

    Attributes:
        tables: The tables, with the links that their rows keep to.
        rows: Rows of each.
        reach: How far the numbers of the game go.
        groups: Groups that decided something.
        sessions: Codes of the sessions.
        materials: The texts of those that were played here, by session.
        withdrawn: Seats whose participant has withdrawn.
    """

    tables: tuple[Table, ...]
    rows: dict[str, int]
    reach: Reach
    groups: int
    sessions: tuple[str, ...]
    materials: dict[str, Materials]
    withdrawn: int


def write_tables(
    store: Store,
    draft: Path,
    kept: Sequence[SessionRow],
    *,
    with_labels: bool,
    on_progress: OnProgress = lambda done, total: None,
) -> Written:
    """Write every table, the log, the mechanisms and their descriptions into a folder.

    Args:
        store: The study, in a transaction.
        draft: An empty folder.
        kept: The sessions.
        with_labels: Whether what the lab knows participants by is in it.
        on_progress: As in `export_study`.

    Raises:
        OSError: It cannot be written.
        ValueError: The tables do not belong together.
    """
    study = ReadOnlyStudy(store)
    mechanisms, results = store.learned.mechanisms(), read_results(study)
    around = read_around(store, with_labels=with_labels, contrasts=results.contrasts)
    steps = len(kept) + len(mechanisms) + 1
    kinds = {each.sha256: each.kind.value for each in library(study)}
    listed = tables_for(shape_of(store, kept), mechanisms, kinds, results)
    groups = withdrawn = 0
    materials: dict[str, Materials] = {}
    reach = Reach(study.game)
    with Tables(draft, listed) as tables:
        tables.write_list()
        for done, session in enumerate(kept):
            on_progress(done, steps)
            data = read_session(store, session, around)
            reach.include(data)
            groups += len({row.group for row in data.decisions})
            withdrawn += sum(seat is not None for _, seat in data.withdrawn_seats)
            if data.state is not None:
                materials[session.code] = data.state.plan.materials
            tables.write(data)
    for done, known in enumerate(mechanisms, start=len(kept)):
        on_progress(done, steps)
        policy = store.learned.mechanism(known.sha256)
        write_mechanism(draft / FOLDER / file_name(known), policy)
    on_progress(steps - 1, steps)
    write_table(draft / dictionary.FILE, dictionary.COLUMNS, dictionary.dictionary_rows(listed))
    write_table(draft / value_labels.FILE, value_labels.COLUMNS, value_labels.label_rows(listed))
    codes = tuple(session.code for session in kept)
    described = tables.described
    written = Written(described, tables.rows, reach, groups, codes, materials, withdrawn)
    package = dictionary.data_package(
        dictionary.About(around.study, utc_now(), store.log.number()),
        [
            dictionary.resource(
                draft / table.file, table.file, table, tables.rows[table.name], reach
            )
            for table in described
        ],
    )
    atomic_write(draft / dictionary.PACKAGE, package)
    return written
