"""Disk and database faults as errors for the operator, by what is truly behind them."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import assert_never

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.fault_numbers import OF_SYSTEM, Fault, fault_of
from hcmd_lab.storage.fault_sentences import fault_sentence
from hcmd_lab.storage.file_system import has_locks, writing_fails
from hcmd_lab.storage.second_look import Sight, disk_answers, look_again
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.system_faults import reason_of


class DiskFailedError(OperatorError):
    """A study's files, as this program has opened them, cannot be read or written."""


_NO_ROOM = 64 * 1024
"""Bytes that SQLite needs beside a database; with fewer it fails in one way or another."""


def damaged(path: Path) -> OperatorError:
    """The error for a database in which a check finds the same damage again and again."""
    return OperatorError.of(told(Fault.DAMAGED if disk_answers(path) else Fault.DISK, path))


def disk_failed(path: Path) -> DiskFailedError:
    """The error for a study whose disk is gone."""
    return DiskFailedError.of(told(Fault.DISK, path))


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
    return fault_sentence(_truly(fault, path, limit_bytes), path, reason)


def _error(
    fault: Fault, path: Path, reason: Sentence | str = "", limit_bytes: int | None = None
) -> OperatorError:
    """The error that tells a fault; the arguments are those of `told`."""
    fault = _truly(fault, path, limit_bytes)
    kind = DiskFailedError if fault is Fault.DISK else OperatorError
    return kind.of(fault_sentence(fault, path, reason))


def _truly(fault: Fault, path: Path, limit_bytes: int | None) -> Fault:
    """What is behind a fault that says only that something did not work, or takes it for another.

    SQLite says of a disk that is gone that the database is malformed, which would have somebody
    restore a backup; of one without locks, that another program writes; and of a quota that is used
    up, no more than that it could not write.
    """
    match fault:
        case Fault.DOUBTFUL | Fault.NOT_A_DATABASE:
            return _looked_at_again(fault, path, limit_bytes)
        case Fault.IN_USE:
            return fault if has_locks(path) else Fault.NO_LOCKS
        case Fault.DISK | Fault.NOT_OPENED | Fault.REFUSED:
            return _behind_a_refusal(fault, path)
        case (
            Fault.FULL
            | Fault.DAMAGED
            | Fault.READ_ONLY
            | Fault.NO_LOCKS
            | Fault.LONG_PATH
            | Fault.NO_MEMORY
            | Fault.NO_FILES
        ):
            return fault
        case _:
            assert_never(fault)


def _behind_a_refusal(fault: Fault, path: Path) -> Fault:
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
