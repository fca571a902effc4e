"""Imports a file into a study: all of it, or nothing."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from hcmd_lab.bounded_reader import FileKind, sha256_of
from hcmd_lab.errors import UsageError
from hcmd_lab.game.events import GroupImported
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import Game
from hcmd_lab.sentence import Sentence, in_a_row
from hcmd_lab.storage.importers import dai
from hcmd_lab.storage.importers.column_map import ColumnMap
from hcmd_lab.storage.importers.found_file import FoundFile, ImportSummary, left_out_sentences
from hcmd_lab.storage.importers.gmtv import read_gmtv
from hcmd_lab.storage.importers.known_groups import known_groups, without_known
from hcmd_lab.storage.importers.plain import read_table
from hcmd_lab.storage.importers.progress import OnProgress, untold
from hcmd_lab.storage.importers.recognising import Layout, recognise, tables_of
from hcmd_lab.storage.importers.shape import ImportedGroup, Reading
from hcmd_lab.storage.importers.source import Source
from hcmd_lab.storage.records import ImportedFile
from hcmd_lab.storage.store import Store

_GROUPS_AT_ONCE = 20


def read_csv(
    path: Path,
    layout: str,
    game: Game,
    asked: ColumnMap | None = None,
    on_progress: OnProgress = untold,
) -> FoundFile:
    """Read a file without importing it.

    Args:
        path: The file: a text, a workbook or a Stata file.
        layout: A `Layout`.
        game: The study's game.
        asked: What is said about the columns, if anything is.
        on_progress: Told how much has been read; may raise to stop.

    Raises:
        UsageError: The file is wrong in a named place, or holds no complete group.
    """
    asked = ColumnMap() if asked is None else asked
    if layout not in set(Layout):
        raise UsageError(
            "There is no layout {layout}; the layouts are {layouts}.",
            layout=layout,
            layouts=", ".join(Layout),
        )
    chosen = Layout(layout)
    if chosen is Layout.RECOGNISED:
        chosen = recognise(path, asked)
    reading = _read(path, chosen, game, asked, on_progress)
    if not reading.groups and not reading.left_out:
        raise UsageError(
            "{name} has headings, and no rows below them. Nothing was imported.", name=path.name
        )
    if not reading.groups:
        raise UsageError(
            "{name} holds no complete group in the layout {layout} ({left_out} are "
            "left out). {reasons} Nothing was imported.",
            name=path.name,
            layout=chosen,
            left_out=reading.left_out,
            reasons=in_a_row(
                Sentence("Check that it is the right file."), *left_out_sentences(reading.named)
            ),
        )
    digest = sha256_of(path, FileKind.TABLE)
    return FoundFile(reading, ImportedFile(path.name, digest, chosen), game)


def headings_of(path: Path, layout: str, asked: ColumnMap) -> tuple[str, ...]:
    """The headings that a file has in a layout; none if the layout fixes its columns.

    Raises:
        UsageError: The file cannot be read.
    """
    chosen = recognise(path, asked) if layout == Layout.RECOGNISED else Layout(layout)
    make = tables_of(chosen)
    if make is None:
        return ()
    return tuple(name.strip() for name in make(path, Source()).header if name.strip())


def _read(
    path: Path, layout: Layout, game: Game, asked: ColumnMap, on_progress: OnProgress
) -> Reading:
    make = tables_of(layout)
    if make is not None:
        source = Source()
        return read_table(path, game, make(path, source), source, asked, on_progress)
    if asked:
        raise UsageError(
            "The columns of the layout {layout} are fixed; leave out --map, or choose the layout "
            "{other}.",
            layout=layout,
            other=Layout.MAPPED,
        )
    experiment = layout.value.removeprefix("dai-")
    return read_gmtv(path, game) if layout is Layout.GMTV else dai.reader(experiment)(path, game)


def import_found(
    store: Store,
    found: FoundFile,
    iteration: int,
    utc: str,
    code: str,
    on_progress: OnProgress = untold,
) -> ImportSummary:
    """Import a file that has been read, as one session of groups for ACQUIRE.

    Args:
        store: The study, open for writing.
        found: The file read by `read_csv`.
        iteration: The study's iteration that the groups count for (1 for the first).
        utc: The time of day.
        code: Code of the new session.
        on_progress: Told how many groups are stored; if it raises, nothing is.

    Raises:
        OperatorError: The file or all of its groups are in the study already, or the study cannot
            be written.
    """
    files = store.log.imported_files().values()
    if all(file.sha256 != found.file.sha256 for file in files):  # the log itself refuses the same
        found = without_known(found, known_groups(store))
    every = found.reading.groups
    groups = (
        GroupImported(
            at_ms=0,
            group=number,
            played=PlayedGroup(
                group=f"{code}-{number}",
                iteration=iteration,
                source="imported",
                purpose="acquire",
                stages=group.stages,
                votes=group.votes,
            ),
        )
        for number, group in enumerate(_told(every, on_progress), start=1)
    )
    store.log.append_import(code, groups, utc, found.file)
    return found.summary(code)


def _told(groups: Sequence[ImportedGroup], on_progress: OnProgress) -> Iterator[ImportedGroup]:
    for done, group in enumerate(groups):
        if done % _GROUPS_AT_ONCE == 0:
            on_progress(done, len(groups))
        yield group


def import_csv(
    store: Store,
    path: Path,
    layout: str,
    game: Game,
    iteration: int,
    utc: str,
    code: str,
    asked: ColumnMap | None = None,
) -> ImportSummary:
    """Read a file and import it; the arguments are those of `read_csv` and `import_found`.

    Raises:
        UsageError: The file is wrong in a named place, or holds no complete group.
        OperatorError: The file was imported before, or the study cannot be written.
    """
    return import_found(store, read_csv(path, layout, game, asked), iteration, utc, code)
