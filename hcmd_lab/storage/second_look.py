"""Looks at a study's database again before anybody is told that it is damaged.

SQLite says of a read that the system refuses (EIO, ENXIO) that the database is malformed; whoever
believes it restores a backup where nothing was lost. A connection that is made anew does tell the
two apart, and the whole file can be read once more.
"""

import os
import sqlite3
from enum import StrEnum
from pathlib import Path

from hcmd_lab.bounded_reader import FileKind, open_bounded
from hcmd_lab.storage.mark import FILE
from hcmd_lab.storage.reading_copy import opened
from hcmd_lab.storage.study_folder import StudyFolder

_WAIT_S = 0.25
_LOOKS = 2  # between which a disk may have come back


class Sight(StrEnum):
    """What a second look at a database finds."""

    SOUND = "sound"
    DAMAGED = "damaged"
    NO_DISK = "no_disk"  # what lies on it cannot be read
    UNCERTAIN = "uncertain"  # too large for a look, or another program holds it


def look_again(path: Path, limit_bytes: int | None = None) -> Sight:
    """Read the whole database of a study once more.

    Args:
        path: The study's folder.
        limit_bytes: Up to which size there is time for it; None for any.
    """
    folder = StudyFolder(path)
    seen = Sight.UNCERTAIN
    for _ in range(_LOOKS):
        seen = _look(folder, limit_bytes)
        if seen is not Sight.DAMAGED:
            return seen
    return seen if disk_answers(path) else Sight.NO_DISK


def _look(folder: StudyFolder, limit_bytes: int | None) -> Sight:
    try:
        connection = opened(folder.database, "mode=ro", wait_s=_WAIT_S)
    except sqlite3.Error as error:
        return _of(error)
    try:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        (page_bytes,) = connection.execute("PRAGMA page_size").fetchone()
        if limit_bytes is not None and pages * page_bytes > limit_bytes:
            return Sight.UNCERTAIN
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.Error as error:
        return _of(error)
    finally:
        connection.close()
    return Sight.SOUND if found == ("ok",) else Sight.DAMAGED


def _of(error: sqlite3.Error) -> Sight:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        return Sight.NO_DISK
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return Sight.DAMAGED
    return Sight.UNCERTAIN


def disk_answers(path: Path) -> bool:
    """Whether the system reads a study's files, from the disk and not from its memory.

    The database is read by SQLite alone: closing a file of one's own would take the locks from
    every connection that this process has to the same file.

    Args:
        path: The study's folder.
    """
    folder = StudyFolder(path)
    try:
        opened(folder.database, "mode=ro&immutable=1", wait_s=_WAIT_S).close()
    except sqlite3.Error as error:
        if _of(error) is Sight.NO_DISK:
            return False
    log = folder.database.with_name(f"{folder.database.name}-wal")
    return all(_is_read(each) for each in (log, folder.path / FILE))


def _is_read(file: Path) -> bool:
    try:
        with open_bounded(file, FileKind.EXPORT) as read:
            if hasattr(os, "posix_fadvise"):
                os.posix_fadvise(read.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            read.read(1)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True
