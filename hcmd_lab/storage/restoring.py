"""Restores a study from a backup; what was there is set aside, nothing is deleted."""

import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

from filelock import FileLock, Timeout

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.drafts import draft_beside
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import PRIVATE, atomic_write
from hcmd_lab.storage import mark
from hcmd_lab.storage.backup_places import is_of, own_identity, place_of
from hcmd_lab.storage.completeness import Gap, foreign_parts
from hcmd_lab.storage.database_file import StudyInUseError
from hcmd_lab.storage.differences import gaps_of
from hcmd_lab.storage.disk_faults import readable_faults
from hcmd_lab.storage.event_chain import head
from hcmd_lab.storage.mark import read_mark
from hcmd_lab.storage.private_data import PrivacyAct, PrivacyRow, audit_rows
from hcmd_lab.storage.seals import seal_head
from hcmd_lab.storage.sound_backup import OnEvents, unreadable
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder, is_named_by_its_bytes
from hcmd_lab.timestamps import utc_now

_CHUNK = 1 << 20
_PAID = """
    SELECT session, json_extract(body, '$.participant'), json_extract(body, '$.paid_utc')
    FROM event
    WHERE kind = 'PaidOut' ORDER BY id
"""
SET_ASIDE = "set-aside-"
_FILES = ("study.db", "study.db-wal", "study.db-shm", "study.db-journal", mark.FILE)


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restoration has done.

    Attributes:
        backup: The file that the study was restored from.
        set_aside: Folder with what was there before; None if there was nothing.
        events: Events in the log now.
        missing: Events that were saved after the backup was made; None if that is not known.
        repeated: Deletions of labels and withdrawals after it that were done once more; None if it
            is not known whether there were any.
        unpaid: Payments that were noted as handed out, and are not in what was restored.
        is_mended: Whether another program had changed the tables that follow from the log, so that
            they were made again from it.
    """

    backup: Path
    set_aside: Path | None
    events: int
    missing: int | None
    repeated: int | None = None
    unpaid: int = 0
    is_mended: bool = False


def restore(
    folder: StudyFolder, backup: Path, on_progress: OnEvents = lambda done, total: None
) -> Restored:
    """Put a backup in the place of a study's database, and back the checkpoints that are missing.

    Args:
        folder: The study's.
        backup: The backup.
        on_progress: Told how many sessions of what was restored have been compared with the log,
            and of how many; 0 of 0 while that is not known.

    Raises:
        UsageError: The file is not a backup of a study.
        OperatorError: The study is open, or its folder cannot be written.
    """
    flaw = unreadable(backup, on_progress)
    if flaw is not None:
        raise UsageError(
            "{file} is not a sound copy of a study ({flaw}); choose another backup.",
            file=backup,
            flaw=flaw,
        )
    if not folder.path.is_dir():
        raise UsageError("There is no folder {folder}; check the path.", folder=folder.path)
    if not is_of(backup, own_identity(folder)):
        raise UsageError(
            "{file} is a backup of another study than the one in {folder}; choose one of its own.",
            file=backup,
            folder=folder.path,
        )
    lock = FileLock(folder.lock, timeout=0, mode=PRIVATE)
    with readable_faults(folder.path):
        try:
            lock.acquire()
        except Timeout as error:
            raise StudyInUseError(
                "The study {folder} is open in another window or program; close it there first.",
                folder=folder.path,
            ) from error
        acts, paid = _acts(folder.database), _paid(folder.database)
        try:
            restored = _restore(folder, backup)
            restored = replace(restored, unpaid=len(paid - _paid(folder.database)))
        finally:
            lock.release()
    try:
        with Store.open(folder.path) as store:
            repeated = None if acts is None else store.private.repeat(acts)
            return replace(restored, repeated=repeated, is_mended=_mended(store, on_progress))
    except OperatorError:  # as of one that another program has put something into
        if acts is not None:
            raise
        return restored


def _mended(store: Store, on_progress: OnEvents) -> bool:
    """Make what follows from the log again; not of a log that contradicts itself, which is told."""
    try:
        return store.tables_from_log.mend(on_progress)
    except sqlite3.IntegrityError:
        return False


def restore_checkpoints(folder: StudyFolder) -> list[str]:
    """Bring back the checkpoints that are missing or damaged, from wherever backups lie.

    Returns:
        Names of those that were brought back.

    Raises:
        OperatorError: The folder cannot be written.
    """
    with readable_faults(folder.path):
        folder.make()
        places = dict.fromkeys([place_of(folder), folder.backups])
        return [name for place in places for name in _bring_checkpoints(folder, place)]


def set_aside(folder: StudyFolder) -> list[Path]:
    """Copies of the study from before restorations, oldest first; they hold what it held then."""
    return sorted(each.parent for each in folder.path.glob(f"{SET_ASIDE}*/study.db"))


def accept(folder: StudyFolder) -> tuple[Gap, Gap] | None:
    """Take a study's database as it is: the mark of what was saved is set aside.

    Returns:
        How the log of events and the seals differ from what was saved; None if nobody can tell.

    Raises:
        OperatorError: The folder cannot be written.
    """
    with readable_faults(folder.path):
        gaps = gaps_of(folder)
        _set_aside(folder, (mark.FILE,))
        _mark(folder)
    return gaps


def _restore(folder: StudyFolder, backup: Path) -> Restored:
    saved = read_mark(folder.path)
    folder.make()
    # Beside its final place first: a full disk is met before anything is moved.
    with draft_beside(folder.database, PRIVATE) as draft:
        with backup.open("rb") as file, draft.open("wb") as copy:
            shutil.copyfileobj(file, copy, _CHUNK)
        aside = _set_aside(folder, _FILES)
    _bring_checkpoints(folder, backup.parent)
    _mark(folder)
    events = _events(folder.database)
    missing = None if saved is None else max(0, saved.event - events)
    return Restored(backup, aside, events, missing)


def _mark(folder: StudyFolder) -> None:
    """Mark how far the log is now; one of an older format is marked when it is opened."""
    uri = f"{folder.database.absolute().as_uri()}?mode=ro"
    with suppress(sqlite3.Error), closing(sqlite3.connect(uri, uri=True)) as connection:
        mark.write_mark(
            folder.path, mark.Mark.of(head(connection), seal_head(connection), utc_now())
        )


def _bring_checkpoints(folder: StudyFolder, place: Path) -> list[str]:
    brought = []
    for checkpoint in sorted((place / "checkpoints").glob("*.safetensors")):
        kept = folder.checkpoints / checkpoint.name
        if not is_named_by_its_bytes(kept) and is_named_by_its_bytes(checkpoint):
            atomic_write(kept, read_bounded(checkpoint, FileKind.CHECKPOINT))
            brought.append(checkpoint.stem)
    return brought


def _set_aside(folder: StudyFolder, names: tuple[str, ...]) -> Path | None:
    present = [folder.path / name for name in names if (folder.path / name).exists()]
    if not present:
        return None
    stem, number = f"{SET_ASIDE}{datetime.now(UTC):%Y%m%dT%H%M%SZ}", 1
    aside = folder.path / stem
    while aside.exists():
        number += 1
        aside = folder.path / f"{stem}-{number}"
    aside.mkdir(mode=0o700)
    for path in present:
        path.replace(aside / path.name)
    return aside


def _acts(database: Path) -> list[PrivacyRow] | None:
    """What was done for participants' privacy, which no backup may undo; None if nobody knows."""
    if not database.is_file():
        return None
    uri = f"{database.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            if any(foreign_parts(connection)):  # a view in its place may never end
                return None
            rows = audit_rows(connection)
    except sqlite3.Error:
        return None
    return rows if {row.act for row in rows} <= set(get_args(PrivacyAct)) else None


def _paid(database: Path) -> set[tuple[str, str]]:
    """Session and code of everyone whose payment stands as handed out, as far as it can be read."""
    if not database.is_file():
        return set()
    try:
        uri = f"{database.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            if any(foreign_parts(connection)):  # a view in its place may never end
                return set()
            told = connection.execute(_PAID).fetchall()
    except sqlite3.Error:
        return set()
    last = {(session, participant): utc for session, participant, utc in told}
    return {who for who, utc in last.items() if utc}


def _events(database: Path) -> int:
    connection = sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)
    try:
        (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()
    finally:
        connection.close()
    return int(last)
