"""A study on a disk that can be full, slow or broken, and whose host can be killed as it writes."""

import sqlite3
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from sqlite_utils import Database
from walks import TABLES

from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from lab_simulation.world import Program

_WRITES = ("INSERT", "UPDATE", "DELETE", "COMMIT")
_CODES = {"disk full": sqlite3.SQLITE_FULL, "disk error": sqlite3.SQLITE_IOERR}


class Killed(BaseException):
    """The host ends in the middle of what it does."""


class Disk:
    """What happens to what is written.

    Attributes:
        writes: Statements that were to change something.
        fails_until_ms: Until when every write fails.
        fails_at: The write that fails, by its number; None for none.
        kills_at: The write at which the host is killed.
        kills_after: Whether it is killed after it.
        commit_ms: How long each commit takes.
        fault: The name of how writes fail.
        failed: How many have.
    """

    def __init__(self, now_ms: Callable[[], float], host: Program) -> None:
        self._now_ms, self._host = now_ms, host
        self.writes = 0
        self.fails_until_ms = -1.0
        self.fails_at: int | None = None
        self.kills_at: int | None = None
        self.kills_after = False
        self.commit_ms = 0.0
        self.fault = "disk full"
        self.failed = 0

    @property
    def is_failing(self) -> bool:
        """Whether nothing can be written now."""
        return self._now_ms() < self.fails_until_ms

    def before(self, sql: str) -> None:
        """Let a statement through, or not."""
        if not sql.lstrip().startswith(_WRITES):
            return
        self.writes += 1
        if self.writes == self.kills_at and not self.kills_after:
            raise Killed
        if self.is_failing or self.writes == self.fails_at:
            self.failed += 1
            error = sqlite3.OperationalError(self.fault)
            error.sqlite_errorcode = _CODES[self.fault]
            raise error
        if sql.startswith("COMMIT"):
            self._host.ahead_ms += self.commit_ms

    def after(self, sql: str) -> None:
        """A statement has been carried out."""
        if sql.startswith("COMMIT") and self.kills_after and self.writes == self.kills_at:
            raise Killed


class _Connection(sqlite3.Connection):
    disk: Disk | None = None

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        if self.disk is None:
            return super().execute(sql, *values)
        self.disk.before(sql)
        done = super().execute(sql, *values)
        self.disk.after(sql)
        return done

    def executemany(self, sql: str, *values: Any) -> sqlite3.Cursor:
        if self.disk is not None:
            self.disk.before(sql)
        return super().executemany(sql, *values)


@cache
def _new_study() -> bytes:
    with tempfile.TemporaryDirectory(prefix="simulation-") as folder:
        path = Path(folder, "study")
        with Store.create(path, {}) as store:
            for table in TABLES.values():
                store.learned.add_mechanism(table, {})
        connection = sqlite3.connect(path / "study.db")
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        data = connection.serialize()
        connection.close()
    return data


class StudyOnDisk:
    """A study that outlives the programs which have it open."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        self.connection = sqlite3.connect(":memory:", factory=_Connection)
        self.connection.deserialize(_new_study())
        self.connection.execute("PRAGMA foreign_keys = ON")
        self._folder = StudyFolder(folder)
        self._disk = disk

    def open(self) -> Store:
        """Open it, as the host does."""
        self.connection.disk = None
        self.connection.rollback()  # what a killed host had not committed
        self.connection.disk = self._disk
        return Store(self._folder, Database(self.connection, execute_plugins=False))

    def read(self) -> Store:
        """Open it after everything, on a sound disk."""
        self.connection.disk = None
        self.connection.rollback()
        return Store(self._folder, Database(self.connection, execute_plugins=False))
