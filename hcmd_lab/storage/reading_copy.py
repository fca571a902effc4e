"""Opens a database for reading where nothing can be written: on write-protected and full media.

SQLite keeps a small file beside a database in WAL mode even while it only reads. Where it cannot,
the database is opened as one that nobody changes; if its write-ahead log holds something, both are
copied to a place of this computer first, where the log is brought into the copy. A database of an
earlier version is copied too: the copy is what is upgraded.
"""

import os
import shutil
import sqlite3
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path

from hcmd_lab.files import copy_file
from hcmd_lab.storage.study_folder import StudyFolder

_REFUSED = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
"""What SQLite says, depending on the medium, where it cannot make its own file."""

_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it


def connect_reading(folder: StudyFolder) -> sqlite3.Connection:
    """Connect to the database of a study for reading, wherever it lies.

    Raises:
        sqlite3.Error: It cannot be opened even so.
        OSError: It has to be copied, and there is no place for the copy.
    """
    try:
        return opened(folder.database, "mode=ro")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _REFUSED:
            raise
    log = folder.database.with_name(f"{folder.database.name}-wal")
    if not log.exists() or not log.stat().st_size:
        return opened(folder.database, "mode=ro&immutable=1")
    return copied(folder)


class _OfCopy(sqlite3.Connection):
    """A connection that its copy's removal can be tied to."""


def opened(
    database: Path,
    how: str,
    kind: type[sqlite3.Connection] = sqlite3.Connection,
    wait_s: float = 5,
) -> sqlite3.Connection:
    """A connection that has read the beginning of a database.

    Args:
        database: The file.
        how: Parameters of SQLite's address.
        kind: Of connection.
        wait_s: For other programs that hold the database.

    Raises:
        sqlite3.Error: It cannot be opened or read.
    """
    uri = f"{database.absolute().as_uri()}?{how}"
    connection = sqlite3.connect(uri, uri=True, factory=kind, timeout=wait_s)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # opens all it needs
    except BaseException:
        connection.close()
        raise
    return connection


def copied(
    folder: StudyFolder, change: Callable[[sqlite3.Connection], None] = lambda _: None
) -> sqlite3.Connection:
    """Connect to a whole copy of a study's database, which is gone when the connection is.

    Args:
        folder: The study, in which nothing is written.
        change: What is done to the copy before it is only read.

    Raises:
        sqlite3.Error: It cannot be opened.
        OSError: There is no place for the copy.
    """
    database = folder.database
    log = database.with_name(f"{database.name}-wal")
    logged = log.stat().st_size if log.exists() else 0
    place = _place(2 * (database.stat().st_size + logged))
    try:
        copy = place / database.name
        copy_file(database, copy)
        if logged:
            copy_file(log, copy.with_name(log.name))
        whole = sqlite3.connect(copy)
        try:
            whole.execute("PRAGMA journal_mode = DELETE").fetchone()  # brings the log into it
            change(whole)
        finally:
            whole.close()
        connection = opened(copy, "mode=ro&immutable=1", _OfCopy)
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise
    if os.name == "posix":  # what is open stays there, even for a process that is killed
        shutil.rmtree(place, ignore_errors=True)
    else:
        weakref.finalize(connection, shutil.rmtree, place, ignore_errors=True)
    return connection


def _place(size: int) -> Path:
    """A new folder with room for the copy, private to the owner."""
    places = [Path(tempfile.gettempdir()), *([_SHARED_MEMORY] if _SHARED_MEMORY.is_dir() else [])]
    roomy = [each for each in places if shutil.disk_usage(each).free > size]
    return Path(tempfile.mkdtemp(prefix="hcmd-lab-", dir=(roomy or places)[0]))
