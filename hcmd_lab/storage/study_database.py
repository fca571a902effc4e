"""The single connection of an open study: transactions, seals, and faults as sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from hcmd_lab.storage.disk_faults import readable_faults
from hcmd_lab.storage.sealing import Sealing

_LOOKED_AT_BYTES = 64 * 2**20
"""Up to this size a database that seems damaged is read once more while stations wait (.1 s)."""


class StudyDatabase:
    """The database connection shared by the objects of a `Store`.

    Attributes:
        path: The study's folder, for sentences.
        sqlite: The open database.
    """

    def __init__(self, path: Path, sqlite: Database, *, read_only: bool = False) -> None:
        self.path = path
        self.sqlite = sqlite
        # A session may be hosted by whoever can write.
        self._limit_bytes = None if read_only else _LOOKED_AT_BYTES
        self._sealing = Sealing(sqlite.conn)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Context in which everything is stored or nothing; inner transactions join the outer."""
        # `atomic` rolls back unless SQLite has done so itself, as it does when the disk is full.
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
        return self.sqlite.conn.in_transaction

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Connection for queries."""
        with readable_faults(self.path, self._limit_bytes):
            yield self.sqlite.conn
