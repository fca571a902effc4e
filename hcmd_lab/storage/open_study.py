"""A study that is open in this process: its folder, its database, its lock."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlite_utils import Database

from hcmd_lab.storage.faults import readable_faults
from hcmd_lab.storage.folder import StudyFolder
from hcmd_lab.storage.versions import software_versions

if TYPE_CHECKING:
    from filelock import BaseFileLock


class OpenStudy:
    """What the parts of `Store` have in common. Use it as a context manager, or `close` it.

    Attributes:
        folder: Where the study lies.
    """

    def __init__(
        self, folder: StudyFolder, database: Database, lock: "BaseFileLock | None"
    ) -> None:
        """Take over an open database; use `create`, `open` or `read`."""
        self.folder = folder
        self._database = database
        self._connection = database.conn
        self._lock = lock
        self._versions = json.dumps(software_versions())

    def close(self) -> None:
        """Close the study and let others open it."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Inside, everything is read as it was at one moment, whatever others write."""
        with self._reading(), self._database.atomic():
            yield

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        # `atomic` rolls back unless SQLite has done so itself, as it does when the disk is full.
        with readable_faults(self.folder.path), self._database.atomic():
            yield

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with readable_faults(self.folder.path):
            yield
