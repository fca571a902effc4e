"""Seals what a transaction changes, whichever part of the program changes it.

The connection has triggers of its own for that (`TEMP`): they are in no file, so that what another
program changes gets no seal.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from hcmd_lab.storage.seals import SEALED, Place, SealedTable, seal

_FUNCTION = "hcmd_row_changed"
_ROWS = {"INSERT": ("new",), "UPDATE": ("old", "new"), "DELETE": ("old",)}
"""The rows that a change concerns; a row may get another name."""


class Sealing:
    """Seals the changes of one connection.

    Args:
        connection: To the study.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._changed: set[Place] = set()
        self._watches = False

    @contextmanager
    def of_changes(self) -> Iterator[None]:
        """Context within a transaction whose changes are sealed at its end."""
        self._changed.clear()
        yield
        if self._changed:
            seal(self._connection, self._changed)

    def watch(self) -> None:
        """Notice changes from now on; before a transaction, which could be undone."""
        if self._watches:
            return
        self._connection.create_function(_FUNCTION, 2, self._note)
        for table, (key, _) in SEALED.items():
            for change, rows in _ROWS.items():
                notes = "".join(f"SELECT {_FUNCTION}('{table}', {row}.{key});" for row in rows)
                self._connection.execute(
                    f"CREATE TEMP TRIGGER IF NOT EXISTS {table}_{change} AFTER {change} "
                    f"ON main.{table} BEGIN {notes} END"
                )
        self._watches = True

    def _note(self, table: str, row: str | int) -> None:
        self._changed.add(Place(SealedTable(table), str(row)))
