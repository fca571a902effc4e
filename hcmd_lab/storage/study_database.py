"""The single connection of an open study: transactions, and faults as sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from hcmd_lab.storage.disk_faults import readable_faults


class StudyDatabase:
    """The database connection shared by the objects of a `Store`.

    Attributes:
        path: The study's folder, for sentences.
        sqlite: The open database.
    """

    def __init__(self, path: Path, sqlite: Database) -> None:
        self.path = path
        self.sqlite = sqlite

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Context in which everything is stored or nothing; inner transactions join the outer."""
        # `atomic` rolls back unless SQLite has done so itself, as it does when the disk is full.
        with readable_faults(self.path), self.sqlite.atomic():
            yield self.sqlite.conn

    @property
    def is_in_transaction(self) -> bool:
        """Whether something has been written that may still be undone."""
        return self.sqlite.conn.in_transaction

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Connection for queries."""
        with readable_faults(self.path):
            yield self.sqlite.conn
