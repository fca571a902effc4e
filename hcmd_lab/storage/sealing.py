"""Seals what a transaction changes, whichever part of the program changes it.

The connection has triggers of its own for that (`TEMP`): they are in no file, so that what another
program changes gets no seal. What it has changed is not written over either: the row would get a
seal, and nobody could tell any more.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from hcmd_lab.storage.event_chain import link
from hcmd_lab.storage.seals import GONE, SEALED, Place, SealedTable, not_as_sealed, seal
from hcmd_lab.storage.unseen_changes import require_unchanged

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
        self._before: dict[Place, str] = {}
        self._watches = False

    @contextmanager
    def of_changes(self) -> Iterator[None]:
        """Context within a transaction whose changes are sealed at its end.

        Raises:
            OperatorError: A row that was changed is not as this program had stored it.
        """
        self._before.clear()
        yield
        if self._before:
            require_unchanged(not_as_sealed(self._connection, self._before))
            seal(self._connection, self._before)

    def watch(self) -> None:
        """Notice changes from now on; before a transaction, which could be undone."""
        if self._watches:
            return
        self._connection.create_function(_FUNCTION, -1, self._note)
        for table in SEALED:
            for change, rows in _ROWS.items():
                notes = "".join(f"SELECT {_FUNCTION}({_noted(table, row)});" for row in rows)
                self._connection.execute(
                    f"CREATE TEMP TRIGGER IF NOT EXISTS {table}_{change} AFTER {change} "
                    f"ON main.{table} BEGIN {notes} END"
                )
        self._watches = True

    def _note(self, table: str, row: str | int, was_there: int, *columns: str | int) -> None:
        """Keep what a row was before its first change; one that is put in was not there."""
        before = link("", row, *columns) if was_there else GONE
        self._before.setdefault(Place(SealedTable(table), str(row)), before)


def _noted(table: SealedTable, row: str) -> str:
    """What is noted of a changed row, `new` or `old`: of an old one all that its seal covers."""
    key, columns = SEALED[table]
    was_there = row == "old"
    covered = [f"old.{column}" for column in columns] if was_there else []
    return ", ".join([f"'{table}'", f"{row}.{key}", str(int(was_there)), *covered])
