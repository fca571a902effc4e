"""The single connection of an open study: transactions, seals, and faults as sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from hcmd_lab.storage.disk_faults import disk_failed, readable_faults
from hcmd_lab.storage.sealing import Sealing

_LOOKED_AT_BYTES = 64 * 2**20
"""Up to this size a database that seems damaged is read once more while stations wait (.1 s)."""


class StudyDatabase:
    """The database connection shared by the objects of a `Store`.

    Attributes:
        path: The study's folder, for sentences.
        sqlite: The open database; closed while a disk that came back is gone again.
    """

    def __init__(self, path: Path, sqlite: Database, *, read_only: bool = False) -> None:
        self.path = path
        self.sqlite = sqlite
        # A session may be hosted by whoever can write.
        self._limit_bytes = None if read_only else _LOOKED_AT_BYTES
        self._sealing = Sealing(sqlite.conn)
        self._is_open = True

    def let_go(self) -> None:
        """Close the database, to open it anew; until then the disk is taken for gone."""
        self.sqlite.close()
        self._is_open = False

    def take(self, sqlite: Database) -> None:
        """Go on with a database that was opened anew."""
        self.sqlite = sqlite
        self._sealing = Sealing(sqlite.conn)
        self._is_open = True

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Context in which everything is stored or nothing; inner transactions join the outer."""
        # `atomic` rolls back unless SQLite has done so itself, as it does when the disk is full.
        self._require_open()
        with readable_faults(self.path, self._limit_bytes):
            if self.is_in_transaction:
                with self.sqlite.atomic():
                    yield self.sqlite.conn
                return
            self._sealing.watch()
            with self.sqlite.atomic(), self._sealing.of_changes():
                yield self.sqlite.conn

    @property
    def is_in_transaction(self) -> bool:
        """Whether something has been written that may still be undone."""
        return self._is_open and self.sqlite.conn.in_transaction

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Connection for queries."""
        self._require_open()
        with readable_faults(self.path, self._limit_bytes):
            yield self.sqlite.conn

    def _require_open(self) -> None:
        if not self._is_open:
            raise disk_failed(self.path)
