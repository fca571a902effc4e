"""Disk and database faults as sentences for the operator."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.backup_places import backups, place_of
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.system_faults import reason_of


def remedy(study: Path) -> Sentence:
    """What can be done about a damaged study: the backup there is, or that there is none."""
    folder = StudyFolder(study)
    newest = next(iter(backups(folder)), None)
    if newest is None:
        return Sentence("There is no backup of it: none lies in {place}.", place=place_of(folder))
    return Sentence(
        "Its newest backup is of {when} UTC; restore it (File, Backups, or: hcmd-lab restore).",
        when=f"{newest.made:%Y-%m-%d %H:%M}",
    )


def damaged(path: Path) -> OperatorError:
    """The error for a database that a check has found to be damaged."""
    return OperatorError.of(_damaged(path))


@contextmanager
def readable_faults(path: Path) -> Iterator[None]:
    """Turn disk and database errors into an `OperatorError`.

    Anything else, such as a broken constraint, is a bug and passes unchanged.
    """
    try:
        yield
    except sqlite3.Error as error:
        sentence = _explained(_primary_code(error), path)
        if sentence is None:
            raise
        raise OperatorError.of(sentence) from error
    except UnicodeDecodeError as error:  # of a name in SQLite's own message
        raise damaged(path) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise OperatorError.of(_full(path)) from error
        raise OperatorError(
            "The folder of the study {path} cannot be written ({reason}); check its permissions "
            "and the disk.",
            path=path,
            reason=reason_of(error),
        ) from error


def _primary_code(error: sqlite3.Error) -> int:
    """The primary SQLite error code: the low byte; 0 if there is no code."""
    if isinstance(error, sqlite3.OperationalError) and not hasattr(error, "sqlite_errorcode"):
        # Python's module raises it in one case: a text is not UTF-8, which we never write.
        return sqlite3.SQLITE_CORRUPT
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _explained(code: int, path: Path) -> Sentence | None:
    """The sentence for a primary SQLite code; None for errors the operator cannot fix."""
    match code:
        case sqlite3.SQLITE_FULL:
            return _full(path)
        case sqlite3.SQLITE_CORRUPT:
            return _damaged(path)
        case sqlite3.SQLITE_NOTADB:
            return Sentence("{path} is not a study: its study.db is not a database.", path=path)
        case sqlite3.SQLITE_IOERR:
            return Sentence(
                "The disk of the study {path} could not be read or written; check that it is "
                "connected and sound, then try again.",
                path=path,
            )
        case sqlite3.SQLITE_READONLY:
            return Sentence(
                "The study {path} cannot be written; it is open read-only, or its folder is "
                "write-protected.",
                path=path,
            )
        case sqlite3.SQLITE_CANTOPEN:
            return Sentence(
                "The database of the study {path} cannot be opened; check the permissions of its "
                "folder.",
                path=path,
            )
        case sqlite3.SQLITE_BUSY:
            return Sentence(
                "The study {path} is being written by another program; close that program and "
                "try again.",
                path=path,
            )
        case _:
            return None


def _full(path: Path) -> Sentence:
    return Sentence(
        "The disk of the study {path} is full; free some space and try again. Everything that was "
        "confirmed is saved.",
        path=path,
    )


def _damaged(path: Path) -> Sentence:
    return Sentence(
        "The database of the study {path} is damaged; copy the whole folder to a safe place. "
        "{remedy}",
        path=path,
        remedy=remedy(path),
    )
