"""Disk and database faults as sentences for the operator: one table for SQLite and the system."""

import errno
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Any, assert_never

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence, in_a_row
from hcmd_lab.storage.backup_places import backups, place_of
from hcmd_lab.storage.file_system import Concern, concerns, has_locks, writing_fails
from hcmd_lab.storage.mark import FILE as MARK
from hcmd_lab.storage.second_look import Sight, disk_answers, look_again
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.system_faults import reason_of


class DiskFailedError(OperatorError):
    """A study's files, as this program has opened them, cannot be read or written."""


class Fault(StrEnum):
    """What is wrong with a study's disk or database."""

    FULL = "full"
    DAMAGED = "damaged"
    DOUBTFUL = "doubtful"  # so SQLite says, of a database that is damaged or a disk that fails
    NOT_A_DATABASE = "not_a_database"
    DISK = "disk"  # it cannot be read or written at all
    READ_ONLY = "read_only"
    NOT_OPENED = "not_opened"
    IN_USE = "in_use"  # another program writes
    NO_LOCKS = "no_locks"
    LONG_PATH = "long_path"
    NO_MEMORY = "no_memory"
    NO_FILES = "no_files"  # this program has as many files open as the system lets it
    REFUSED = "refused"  # by the system, for the reason that it gives


OF_SQLITE: dict[int, Fault] = {
    sqlite3.SQLITE_FULL: Fault.FULL,
    sqlite3.SQLITE_CORRUPT: Fault.DOUBTFUL,
    sqlite3.SQLITE_NOTADB: Fault.NOT_A_DATABASE,
    sqlite3.SQLITE_IOERR: Fault.DISK,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite3.SQLITE_PERM: Fault.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Fault.NOT_OPENED,
    sqlite3.SQLITE_BUSY: Fault.IN_USE,
    sqlite3.SQLITE_LOCKED: Fault.IN_USE,
    sqlite3.SQLITE_PROTOCOL: Fault.NO_LOCKS,
    sqlite3.SQLITE_NOLFS: Fault.DISK,
    sqlite3.SQLITE_NOMEM: Fault.NO_MEMORY,
    sqlite3.SQLITE_IOERR_LOCK: Fault.NO_LOCKS,
    sqlite3.SQLITE_IOERR_RDLOCK: Fault.NO_LOCKS,
    sqlite3.SQLITE_IOERR_UNLOCK: Fault.NO_LOCKS,
    sqlite3.SQLITE_IOERR_CHECKRESERVEDLOCK: Fault.NO_LOCKS,
    sqlite3.SQLITE_IOERR_SHMLOCK: Fault.NO_LOCKS,
    sqlite3.SQLITE_IOERR_NOMEM: Fault.NO_MEMORY,
}
"""By SQLite's extended code, or where that is not in it, by the primary one, its low byte."""

OF_SYSTEM: dict[int, Fault] = {
    errno.ENOSPC: Fault.FULL,
    errno.EDQUOT: Fault.FULL,
    errno.EIO: Fault.DISK,
    errno.ENXIO: Fault.DISK,
    errno.ENODEV: Fault.DISK,
    errno.ESTALE: Fault.DISK,
    errno.ETIMEDOUT: Fault.DISK,
    # A share whose computer is away.
    errno.ENOTCONN: Fault.DISK,
    errno.ECONNABORTED: Fault.DISK,
    errno.ECONNREFUSED: Fault.DISK,
    errno.ECONNRESET: Fault.DISK,
    errno.EHOSTUNREACH: Fault.DISK,
    errno.ENETUNREACH: Fault.DISK,
    errno.EROFS: Fault.READ_ONLY,
    errno.ENAMETOOLONG: Fault.LONG_PATH,
    errno.ENOMEM: Fault.NO_MEMORY,
    errno.EMFILE: Fault.NO_FILES,
    errno.ENFILE: Fault.NO_FILES,
    errno.ENOLCK: Fault.NO_LOCKS,
}
"""By the system's error number; others are refused for the reason that the system gives."""

_NO_ROOM = 64 * 1024
"""Bytes that SQLite needs beside a database; with fewer it fails in one way or another."""

_ASKS_FOR_THE_PLACE = frozenset(
    {
        Fault.DAMAGED,
        Fault.DOUBTFUL,
        Fault.DISK,
        Fault.NOT_OPENED,
        Fault.IN_USE,
        Fault.NO_LOCKS,
        Fault.REFUSED,
    }
)
_PLACES = frozenset({Concern.NETWORK, Concern.SYNCED, Concern.LONG_PATH})


def remedy(study: Path) -> Sentence:
    """What can be done about a damaged study: the backup there is, or that there is none."""
    folder = StudyFolder(study)
    newest = next(iter(backups(folder)), None)
    if newest is None:
        return Sentence("There is no backup of it: none lies in {place}.", place=place_of(folder))
    return Sentence(
        "Its newest backup is of {when} UTC; restore the newest that is sound (File, Backups, or: "
        "hcmd-lab restore STUDY).",
        when=f"{newest.made:%Y-%m-%d %H:%M}",
    )


def was_a_study(folder: StudyFolder) -> bool:
    """Whether a folder was a study before its database was lost: its mark or a backup is there."""
    return (folder.path / MARK).is_file() or bool(backups(folder))


def damaged(path: Path) -> OperatorError:
    """The error for a database in which a check finds the same damage again and again."""
    return OperatorError.of(told(Fault.DAMAGED if disk_answers(path) else Fault.DISK, path))


def disk_failed(path: Path) -> DiskFailedError:
    """The error for a study whose disk is gone."""
    return DiskFailedError.of(told(Fault.DISK, path))


def read_json(text: str, row: str, path: Path) -> Any:  # noqa: ANN401 - whatever was stored
    """A value that a row of the database holds as JSON.

    Args:
        text: The JSON.
        row: Names the row in sentences.
        path: The study's folder.

    Raises:
        OperatorError: It is damaged.
    """
    try:
        return json.loads(text, parse_constant=_refuse)
    except (TypeError, ValueError, RecursionError) as error:
        raise _damaged_row(row, path) from error


def read_object(text: str, row: str, path: Path) -> dict[str, Any]:
    """As `read_json`, of a row that holds names and values.

    Raises:
        OperatorError: It is damaged, or holds something else.
    """
    value = read_json(text, row, path)
    if not isinstance(value, dict):
        raise _damaged_row(row, path)
    return value


def read_versions(text: str, row: str, path: Path) -> dict[str, str]:
    """As `read_object`, of versions by what they are of.

    Raises:
        OperatorError: It is damaged, or holds something else.
    """
    values = read_object(text, row, path)
    if not all(isinstance(value, str) for value in values.values()):
        raise _damaged_row(row, path)
    return values


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


@contextmanager
def readable_row(row: str, path: Path) -> Iterator[None]:
    """Context in which a row of the database is read that may hold what cannot be there.

    Args:
        row: Names the row in sentences.
        path: The study's folder.

    Raises:
        OperatorError: It does.
    """
    try:
        yield
    except (TypeError, ValueError, RecursionError) as error:
        raise _damaged_row(row, path) from error


def _damaged_row(row: str, path: Path) -> OperatorError:
    return OperatorError(
        "The row {row} in the database of the study {path} is damaged. {remedy}",
        row=row,
        path=path,
        remedy=remedy(path),
    )


@contextmanager
def readable_faults(path: Path, limit_bytes: int | None = None) -> Iterator[None]:
    """Turn disk and database errors into an `OperatorError`.

    Anything else, such as a broken constraint, is a bug and passes unchanged.

    Args:
        path: The study's folder.
        limit_bytes: Up to which size a database that seems damaged is read once more, where
            somebody waits; None for any.
    """
    try:
        yield
    except sqlite3.Error as error:
        fault = fault_of(error)
        if fault is None:
            raise
        raise _error(fault, path, limit_bytes=limit_bytes) from error
    except UnicodeDecodeError as error:  # of a name in SQLite's own message
        raise _error(Fault.DAMAGED, path) from error
    except NotImplementedError as error:  # how the library of locks says that there are none
        raise _error(Fault.NO_LOCKS, path) from error
    except MemoryError as error:
        raise _error(Fault.NO_MEMORY, path) from error
    except OSError as error:
        fault = OF_SYSTEM.get(error.errno or 0, Fault.REFUSED)
        raise _error(fault, path, reason_of(error)) from error


def fault_of(error: sqlite3.Error) -> Fault | None:
    """What SQLite says is wrong; None for errors the operator cannot fix."""
    if isinstance(error, sqlite3.OperationalError) and not hasattr(error, "sqlite_errorcode"):
        # Python's module raises it in one case: a text is not UTF-8, which we never write.
        return Fault.DAMAGED
    code = getattr(error, "sqlite_errorcode", 0)
    return OF_SQLITE.get(code) or OF_SQLITE.get(code & 0xFF)


def told(
    fault: Fault, path: Path, reason: Sentence | str = "", limit_bytes: int | None = None
) -> Sentence:
    """What is wrong with a study and what to do, with what its place has to do with it.

    Args:
        fault: What is wrong.
        path: The study's folder.
        reason: The system's own, where it refuses.
        limit_bytes: As for `readable_faults`.
    """
    return _told_with_place(_truly(fault, path, limit_bytes), path, reason)


def _error(
    fault: Fault, path: Path, reason: Sentence | str = "", limit_bytes: int | None = None
) -> OperatorError:
    """The error that tells a fault; the arguments are those of `told`."""
    fault = _truly(fault, path, limit_bytes)
    kind = DiskFailedError if fault is Fault.DISK else OperatorError
    return kind.of(_told_with_place(fault, path, reason))


def _told_with_place(fault: Fault, path: Path, reason: Sentence | str) -> Sentence:
    sentence = _told(fault, path, reason)
    if fault not in _ASKS_FOR_THE_PLACE:
        return sentence
    found = []
    with suppress(OSError):  # a disk that is gone says nothing of itself
        found = [each.sentence for each in concerns(path) if each.concern in _PLACES]
    return in_a_row(sentence, *found)


def _truly(fault: Fault, path: Path, limit_bytes: int | None) -> Fault:
    """What is behind a fault that says only that something did not work, or takes it for another.

    SQLite says of a disk that is gone that the database is malformed, which would have somebody
    restore a backup; of one without locks, that another program writes; and of a quota that is used
    up, no more than that it could not write.
    """
    if fault in (Fault.DOUBTFUL, Fault.NOT_A_DATABASE):
        return _looked_at_again(fault, path, limit_bytes)
    if fault is Fault.IN_USE:
        return fault if has_locks(path) else Fault.NO_LOCKS
    if fault not in (Fault.DISK, Fault.NOT_OPENED, Fault.REFUSED):
        return fault
    with suppress(OSError):
        if shutil.disk_usage(path).free < _NO_ROOM:
            return Fault.FULL
        if path.is_dir() and not os.access(path, os.W_OK):
            return Fault.READ_ONLY
    found = _of_writing(path)
    if found is None and fault is Fault.NOT_OPENED and _may_open(path):
        return Fault.DISK
    return found or fault


def _may_open(path: Path) -> bool:
    """Whether the permissions let this program open a study's database.

    On Windows another program may still keep it from that.
    """
    database = StudyFolder(path).database
    return os.name == "posix" and os.access(database, os.R_OK | os.W_OK)


def _looked_at_again(fault: Fault, path: Path, limit_bytes: int | None) -> Fault:
    sight = look_again(path, limit_bytes)
    match sight:
        case Sight.SOUND | Sight.NO_DISK:
            return Fault.DISK
        case Sight.DAMAGED:
            return Fault.DAMAGED if fault is Fault.DOUBTFUL else fault
        case Sight.UNCERTAIN:
            return fault
        case _:
            assert_never(sight)


def _of_writing(path: Path) -> Fault | None:
    """What the system says where something is written beside a study; None if nothing is wrong."""
    try:
        error = writing_fails(path, _NO_ROOM) if path.is_dir() else None
    except OSError as refused:  # of a disk that is gone not even that can be asked
        error = refused
    return None if error is None else OF_SYSTEM.get(error.errno or 0)


def _told(fault: Fault, path: Path, reason: Sentence | str) -> Sentence:
    match fault:
        case Fault.FULL:
            return Sentence(
                "The disk of the study {path} is full; free some space and try again. Everything "
                "that was confirmed is saved.",
                path=path,
            )
        case Fault.DAMAGED:
            return Sentence(
                "The database of the study {path} is damaged; copy the whole folder to a safe "
                "place. {remedy}",
                path=path,
                remedy=remedy(path),
            )
        case Fault.DOUBTFUL:
            return Sentence(
                "What is read of the database of the study {path} is not what was written: its "
                "disk fails, or the file is damaged. Close the study, open it again and have it "
                "checked (Data, Check the study, or: hcmd-lab check STUDY) before you restore a "
                "backup.",
                path=path,
            )
        case Fault.NOT_A_DATABASE:
            if was_a_study(StudyFolder(path)):
                return _told(Fault.DAMAGED, path, reason)
            return Sentence("{path} is not a study: its study.db is not a database.", path=path)
        case Fault.DISK:
            return Sentence(
                "The disk of the study {path} could not be read or written; check that it is "
                "connected and sound, then try again.",
                path=path,
            )
        case Fault.READ_ONLY:
            return Sentence(
                "The study {path} cannot be written; it is open read-only, or its folder is "
                "write-protected.",
                path=path,
            )
        case Fault.NOT_OPENED:
            return Sentence(
                "The database of the study {path} cannot be opened; check the permissions of its "
                "folder, and that no other program holds it.",
                path=path,
            )
        case Fault.IN_USE:
            return Sentence(
                "The study {path} is being written by another program; close that program and "
                "try again.",
                path=path,
            )
        case Fault.NO_LOCKS:
            return Sentence(
                "The disk of the study {path} does not lock files, so that two programs could "
                "write at once; copy the folder to a disk of this computer and open it there.",
                path=path,
            )
        case Fault.LONG_PATH:
            return Sentence(
                "The path of the study {path} is too long for the files in it; move its folder "
                "higher up, or give it a shorter name.",
                path=path,
            )
        case Fault.NO_MEMORY:
            return Sentence(
                "The computer's memory does not suffice for the study {path}; close other "
                "programs and try again.",
                path=path,
            )
        case Fault.NO_FILES:
            return Sentence(
                "This program has as many files and connections open as the system allows, so that "
                "nothing of the study {path} can be opened; close it and start it again.",
                path=path,
            )
        case Fault.REFUSED:
            return Sentence(
                "The folder of the study {path} cannot be written ({reason}); check its "
                "permissions and the disk.",
                path=path,
                reason=reason,
            )
        case _:
            assert_never(fault)
