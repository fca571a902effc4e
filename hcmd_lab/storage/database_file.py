"""Opens a study's database: lock, identity, pragmas.

One process holds the one read-write connection. All others read (`mode=ro`): SQLite before 3.51.3
can damage a file when two connections write or checkpoint at once.
"""

import sqlite3
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout
from sqlite_utils import Database

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import PRIVATE
from hcmd_lab.storage.disk_faults import damaged, readable_faults
from hcmd_lab.storage.fault_sentences import remedy, was_a_study
from hcmd_lab.storage.reading_copy import connect_reading, copied
from hcmd_lab.storage.study_folder import StudyFolder

if TYPE_CHECKING:
    from filelock import BaseFileLock

APPLICATION_ID = 0x48434D44
"""`HCMD`, in the header of every study's database."""

_WAIT_WRITING_MS = 250
"""For another program that holds the database, in the thread that hosts a session: stations are
answered meanwhile only if it is short. Whoever hosts tries again."""

_WAIT_READING_MS = 5000

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    # To bring it into the database is for quiet moments (`Store.settle`), not for whichever commit
    # happens to fill so many pages: somebody waits for that.
    "PRAGMA wal_autocheckpoint = 8000",
    # A commit is on disk before it is announced; NORMAL loses confirmed commits in a
    # power cut.
    "PRAGMA synchronous = FULL",
)
_MACOS_PRAGMAS = (
    # There, fsync leaves data in the drive's cache.
    "PRAGMA fullfsync = 1",
    "PRAGMA checkpoint_fullfsync = 1",
)


_CHECKED_BYTES = 64 * 2**20
"""Up to this size a database is checked as a whole when it is opened for writing.

To read a larger one through would make a host wait that comes back in a session. Of it, the tables
are checked that do not grow with the groups; SQLite tells of other damage where it is read, and
`hcmd-lab check` reads everything.
"""

_SMALL_TABLES = (
    "study", "run", "mechanism", "picture", "clock", "imported_file", "fingerprint_key", "privacy",
)  # fmt: skip


class StudyInUseError(OperatorError):
    """The study is open for writing in another process."""


def lock_study(folder: StudyFolder) -> "BaseFileLock":
    """Lock the study for this process; the system releases the lock even of a killed process.

    Raises:
        UsageError: There is no study in the folder.
        StudyInUseError: Another process has the study.
        OperatorError: The folder cannot be written.
    """
    _require_study(folder)
    lock = FileLock(folder.lock, timeout=0, mode=PRIVATE)
    with readable_faults(folder.path):
        try:
            lock.acquire()
        except Timeout as error:
            raise StudyInUseError(
                "The study {folder} is already open in another window or program; close it "
                "there first.",
                folder=folder.path,
            ) from error
    return lock


def connect(folder: StudyFolder, *, read_only: bool = False) -> Database:
    """Connect to the database of an existing study.

    Raises:
        UsageError: There is no study in the folder.
        OperatorError: The file cannot be opened, or it is damaged.
    """
    _require_study(folder)
    with readable_faults(folder.path):
        # The check precedes any pragma that would change a foreign file.
        reading = connect_reading(folder)
        try:
            _require_identity(reading, folder)
        except BaseException:
            reading.close()
            raise
        if read_only:
            return _prepared(reading, _WAIT_READING_MS)
        reading.close()
        database = _connect(folder, "rw")
        try:
            _prepare_writing(database, folder)
        except BaseException:
            database.close()
            raise
        return database


def connect_copy(folder: StudyFolder, change: Callable[[Database], None]) -> Database:
    """Connect to a copy of a study's database that was changed first; the study stays as it is.

    Args:
        folder: The study; nothing is written there.
        change: What is done to the copy.

    Raises:
        OperatorError: It cannot be copied or opened.
    """

    def prepared(connection: sqlite3.Connection) -> None:
        change(_prepared(connection, _WAIT_WRITING_MS))

    with readable_faults(folder.path):
        return _prepared(copied(folder, prepared), _WAIT_READING_MS)


def _prepare_writing(database: Database, folder: StudyFolder) -> None:
    database.execute("PRAGMA journal_mode = WAL").fetchone()
    (pages,) = database.execute("PRAGMA page_count").fetchone()
    (page_bytes,) = database.execute("PRAGMA page_size").fetchone()
    checks = ["1"] if pages * page_bytes <= _CHECKED_BYTES else [*_SMALL_TABLES]
    for limit in checks:
        if not any(_is_sound(database, limit) for _ in range(2)):  # a disk may have come back
            raise damaged(folder.path)


def _is_sound(database: Database, limit: str) -> bool:
    found: tuple[str] = database.execute(f"PRAGMA quick_check({limit})").fetchone()
    return found == ("ok",)


def make_database(folder: StudyFolder) -> Database:
    """Create an empty database in a folder that has none."""
    folder.database.touch(PRIVATE)  # SQLite gives its other files the same mode
    database = _connect(folder, "rwc")
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute("PRAGMA journal_mode = WAL").fetchone()
    return database


def _connect(folder: StudyFolder, mode: str) -> Database:
    uri = f"{folder.database.absolute().as_uri()}?mode={mode}"
    return _prepared(sqlite3.connect(uri, uri=True), _WAIT_WRITING_MS)


def _prepared(connection: sqlite3.Connection, wait_ms: int) -> Database:
    # Installed plug-ins of sqlite-utils must not touch a study.
    database = Database(connection, execute_plugins=False)
    database.execute(f"PRAGMA busy_timeout = {wait_ms}")
    for pragma in _PRAGMAS + (_MACOS_PRAGMAS if sys.platform == "darwin" else ()):
        database.execute(pragma)
    return database


def _require_study(folder: StudyFolder) -> None:
    with readable_faults(folder.path):  # where folders above it may not be entered
        is_there, has_database = folder.path.is_dir(), folder.database.is_file()
        is_file = not is_there and folder.path.exists()
    if is_file:
        raise UsageError(
            "{folder} is a file and no study folder; check the path.", folder=folder.path
        )
    if not is_there:
        raise UsageError(
            "There is no study folder {folder}; check the path, or create a new study there.",
            folder=folder.path,
        )
    if not has_database and was_a_study(folder):
        raise OperatorError(
            "The study {folder} has lost its study.db; copy the whole folder to a safe place. "
            "{remedy}",
            folder=folder.path,
            remedy=remedy(folder.path),
        )
    if not has_database:
        raise UsageError(
            "{folder} is not a study folder: it has no study.db; check the path.",
            folder=folder.path,
        )


def _require_identity(connection: sqlite3.Connection, folder: StudyFolder) -> None:
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id == APPLICATION_ID:
        return
    if was_a_study(folder):
        raise damaged(folder.path)
    if not folder.database.stat().st_size:
        raise UsageError(
            "{folder} is not a study: its study.db is empty; check the path.", folder=folder.path
        )
    raise UsageError(
        "{folder} is not a study: its study.db belongs to another program; check the path.",
        folder=folder.path,
    )
