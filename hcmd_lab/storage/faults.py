"""Faults of disks and database files as sentences for the operator."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hcmd_lab.errors import OperatorError

_FULL = (
    "The disk of the study {path} is full; free some space and try again. "
    "Everything that was confirmed is saved."
)
_DAMAGED = (
    "The database of the study {path} is damaged; copy the whole folder to a safe place, then "
    "restore study.db from its folder backups."
)

_SENTENCES = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: "{path} is not a study: its study.db is not a database.",
    sqlite3.SQLITE_IOERR: (
        "The disk of the study {path} could not be read or written; check that it is connected "
        "and sound, then try again."
    ),
    sqlite3.SQLITE_READONLY: (
        "The study {path} cannot be written; it is open for reading only, or its folder is "
        "write-protected."
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The database of the study {path} cannot be opened; check the permissions of its folder."
    ),
    sqlite3.SQLITE_BUSY: (
        "The study {path} is being written by another program; close that program and try again."
    ),
}


def damaged(path: Path) -> OperatorError:
    """The error for a database that a check has found damaged."""
    return OperatorError(_DAMAGED.format(path=path))


@contextmanager
def readable_faults(path: Path) -> Iterator[None]:
    """Turn what a disk can do to a study into an `OperatorError`.

    Anything else, such as a broken constraint, is a bug and passes unchanged.
    """
    try:
        yield
    except sqlite3.Error as error:
        # The low byte is the primary code; the rest details it. Errors of the Python module
        # itself have no code.
        sentence = _SENTENCES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if sentence is None:
            raise
        raise OperatorError(sentence.format(path=path)) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise OperatorError(_FULL.format(path=path)) from error
        raise OperatorError(
            f"The folder of the study {path} cannot be written ({error.strerror}); check its "
            "permissions and the disk."
        ) from error
