"""Creates a study, opens it for writing or for reading."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlite_utils import Database

from hcmd_lab.bounded_reader import FileKind, sha256_of
from hcmd_lab.drafts import draft_folder_beside, sync_folder
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.moves import move
from hcmd_lab.storage.completeness import UNMARKED_FACT, require_complete, require_own
from hcmd_lab.storage.database_file import connect, connect_copy, lock_study, make_database
from hcmd_lab.storage.disk_faults import readable_faults
from hcmd_lab.storage.facts import Facts
from hcmd_lab.storage.file_system import PREVENTING, Concern, concerns
from hcmd_lab.storage.fingerprints import KEY_BYTES
from hcmd_lab.storage.identity import IDENTITY_FACT
from hcmd_lab.storage.mark import NO_MARK_YET, Mark, read_mark, write_mark
from hcmd_lab.storage.migrations import (
    STEPS,
    build,
    event_chain,
    format_of,
    require_known,
    upgrade,
)
from hcmd_lab.storage.seals import seal_head
from hcmd_lab.storage.study_database import StudyDatabase
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.timestamps import utc_now

if TYPE_CHECKING:
    from filelock import BaseFileLock


def create_study(folder: StudyFolder, facts: Mapping[str, object]) -> None:
    """Create a study, atomically.

    Args:
        folder: Does not exist or is empty.
        facts: Initial facts by name; values that JSON can hold.

    Raises:
        UsageError: The folder is a study or has something else in it.
        OperatorError: The folder cannot be written.
    """
    with study_in_the_making(folder) as built:
        _build(StudyFolder(built), facts)


@contextmanager
def study_in_the_making(folder: StudyFolder) -> Iterator[Path]:
    """Context in which a study is made at the place given, to stand at its own when it is whole.

    Whoever is killed meanwhile leaves no study, and a draft that the next one sweeps. Sentences on
    what fails name the study's own place.

    Args:
        folder: Does not exist or is empty.

    Raises:
        UsageError: The folder is a study or has something else in it.
        OperatorError: The folder cannot be written.
    """
    path = folder.path
    with readable_faults(path):
        if folder.database.exists():
            raise UsageError(
                "{path} is already a study; choose another folder for a new one.",
                path=path,
            )
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise UsageError(
                "{path} is not an empty folder; choose another for a new study.",
                path=path,
            )
        _require_place(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        # Built next to its final place and renamed. The folder is private to the owner: it holds
        # the host's private key and what participants did.
        with draft_folder_beside(path) as draft:
            built = draft / path.name
            try:
                yield built
            except OperatorError as error:
                told = error.sentence.with_text(str(built), str(path))
                raise type(error).of(told) from error
            if path.exists():
                path.rmdir()  # Windows does not rename onto an existing folder
            move(built, path)
            sync_folder(path.parent)


def _require_place(path: Path) -> None:
    """Check that a study can be kept at a place.

    Raises:
        UsageError: It cannot.
    """
    for above in path.absolute().parents:
        # Some shares have a folder of any name that is asked for.
        if StudyFolder(above).database.is_file():
            raise UsageError(
                "{path} lies within the study {study}; choose a folder beside it.",
                path=path,
                study=above,
            )
    for found in concerns(path):
        if found.concern in PREVENTING:
            raise UsageError(
                "No study can be made at {path}. {concern}", path=path, concern=found.sentence
            )


def _build(folder: StudyFolder, facts: Mapping[str, object]) -> None:
    folder.make()
    database = make_database(folder)
    try:
        upgrade(database, folder)
        study = StudyDatabase(folder.path, database)
        with study.writing():
            for key, value in facts.items():
                Facts(study).set(key, value)
        # From the first moment on: that there is none says that it was lost.
        write_mark(folder.path, Mark.of(None, seal_head(database.conn), utc_now()))
    finally:
        database.close()


def open_study(folder: StudyFolder) -> tuple[Database, "BaseFileLock"]:
    """Lock a study, connect to it and upgrade it to the newest format.

    Raises:
        UsageError: There is no study in the folder.
        OperatorError: It is open elsewhere, damaged, or of a newer version.
    """
    if not folder.lock.exists():
        # What is no study is left without one.
        connect(folder, read_only=True).close()
    lock = lock_study(folder)
    try:
        database = connect(folder)
        try:
            with readable_faults(folder.path):
                require_own(database, folder)
                _begin_mark(database, folder)
                upgrade(database, folder)
                require_own(database, folder)
                require_complete(database, folder, read_mark(folder.path))
        except BaseException:
            database.close()
            raise
        folder.tidy()
    except BaseException:
        lock.release()
        raise
    return database, lock


def _begin_mark(database: Database, folder: StudyFolder) -> None:
    """Give a study of a format that knew no mark one that says nothing yet."""
    is_older = 0 < format_of(database) <= STEPS.index(event_chain)
    if is_older and read_mark(folder.path) is None:
        write_mark(folder.path, NO_MARK_YET)


def read_study(folder: StudyFolder, mark: Mark | None) -> Database:
    """Connect to one moment of a study without locking or changing it.

    An older one is upgraded first; where nothing can be written, a copy of it is upgraded and read.

    Args:
        folder: The study.
        mark: Its mark, as read before.

    Raises:
        UsageError: There is no study in the folder.
        OperatorError: It is damaged, of a newer version, or of an older one and open elsewhere.
    """
    database = _connect_to_moment(folder)
    try:
        with readable_faults(folder.path):
            require_own(database, folder)
            require_known(database, folder)
            is_current = format_of(database) == len(STEPS)
            if is_current:
                require_complete(database, folder, mark)
    except BaseException:
        database.close()
        raise
    if is_current:
        return database
    database.close()
    if any(each.concern is Concern.READ_ONLY for each in concerns(folder.path)):
        return connect_copy(folder, partial(_upgrade_copy, folder))
    upgraded, lock = open_study(folder)
    upgraded.close()
    lock.release()
    return _connect_to_moment(folder)


def _connect_to_moment(folder: StudyFolder) -> Database:
    """Connect for reading the study as it is now, whatever others write from now on.

    Until the connection is closed, what others write stays in the write-ahead log.
    """
    database = connect(folder, read_only=True)
    try:
        with readable_faults(folder.path):
            database.execute("BEGIN")
            # The moment is that of the first reading.
            database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        database.close()
        raise
    return database


def _upgrade_copy(folder: StudyFolder, database: Database) -> None:
    """Upgrade a copy; what tells the study from others is the same in every copy of it."""
    facts = {IDENTITY_FACT: sha256_of(folder.database, FileKind.EXPORT)[: 2 * KEY_BYTES]}
    if format_of(database) <= STEPS.index(event_chain):
        facts[UNMARKED_FACT] = "written before there were marks"
    with database.atomic():
        for name, value in facts.items():
            database.execute("INSERT OR IGNORE INTO study VALUES (?, ?)", (name, json.dumps(value)))
    build(database, folder.path)
