"""The single connection of an open study: transactions, seals, and faults as sentences."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from hcmd_lab.storage.disk_faults import DiskFailedError, disk_failed, readable_faults
from hcmd_lab.storage.sealing import Sealing
from hcmd_lab.timestamps import utc_now

_LOOKED_AT_BYTES = 64 * 2**20
"""Up to this size a database that seems damaged is read once more while stations wait (.1 s)."""


class StudyDatabase:
    """The database connection shared by the objects of a `Store`.

    Where its disk fails, each later use begins with opening it anew: what was open on a disk that
    was pulled out, or on a share that was cut off, can be dead for ever.

    Attributes:
        path: The study's folder, for sentences.
        sqlite: The open database; closed while a disk that came back is gone again.
        saved_utc: When something was last stored through it; empty if nothing was.
    """

    def __init__(
        self,
        path: Path,
        sqlite: Database,
        *,
        read_only: bool = False,
        open_anew: Callable[[], Database | None] = lambda: None,
    ) -> None:
        """Take over an open database.

        Args:
            path: The study's folder.
            sqlite: The database.
            read_only: Whether it is only read.
            open_anew: Opens it once more after its disk has failed; None where that does not help.
        """
        self.path = path
        self.sqlite = sqlite
        # A session may be hosted by whoever can write.
        self._limit_bytes = None if read_only else _LOOKED_AT_BYTES
        self._sealing = Sealing(sqlite.conn)
        self._open_anew = open_anew
        self._is_open, self._has_failed = True, False
        self._uses = 0
        self.saved_utc = ""

    def let_go(self) -> None:
        """Close the database, to open it anew; until then the disk is taken for gone."""
        self.sqlite.close()
        self._is_open = False

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Context in which everything is stored or nothing; inner transactions join the outer."""
        # `atomic` rolls back unless SQLite has done so itself, as it does when the disk is full.
        with self._used():
            if self.is_in_transaction:
                with self.sqlite.atomic():
                    yield self.sqlite.conn
                return
            self._sealing.watch()
            connection = self.sqlite.conn
            before = connection.total_changes
            with self.sqlite.atomic(), self._sealing.of_changes():
                yield connection
            if connection.total_changes != before:
                self.saved_utc = utc_now()

    def version(self) -> object:
        """Equal to an earlier one if no other program has written to the database since then."""
        with self.reading() as connection:
            (number,) = connection.execute("PRAGMA data_version").fetchone()
        return connection, number

    @property
    def is_in_transaction(self) -> bool:
        """Whether something has been written that may still be undone."""
        return self._is_open and self.sqlite.conn.in_transaction

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Connection for queries."""
        with self._used():
            yield self.sqlite.conn

    @contextmanager
    def _used(self) -> Iterator[None]:
        if self._has_failed and not self._uses:
            self._try_anew()
        self._uses += 1
        try:
            with readable_faults(self.path, self._limit_bytes):
                yield
        except DiskFailedError:
            self._has_failed = True
            raise
        finally:
            self._uses -= 1

    def _try_anew(self) -> None:
        sqlite = self._open_anew()
        if sqlite is not None:
            self.sqlite, self._sealing = sqlite, Sealing(sqlite.conn)
            self._is_open, self._has_failed = True, False
        elif not self._is_open:
            raise disk_failed(self.path)
