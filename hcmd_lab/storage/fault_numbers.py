"""What is wrong with a study's disk or database, by the numbers of SQLite and of the system."""

import errno
import sqlite3
from enum import StrEnum


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


def fault_of(error: sqlite3.Error) -> Fault | None:
    """What SQLite says is wrong; None for errors the operator cannot fix."""
    if isinstance(error, sqlite3.OperationalError) and not hasattr(error, "sqlite_errorcode"):
        # Python's module raises it in one case: a text is not UTF-8, which we never write.
        return Fault.DAMAGED
    code = getattr(error, "sqlite_errorcode", 0)
    return OF_SQLITE.get(code) or OF_SQLITE.get(code & 0xFF)
