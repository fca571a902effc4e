"""The derived tables of one session at a time, made anew from its log to be compared."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.codec import Logged
from hcmd_lab.storage.derive import derive
from hcmd_lab.storage.derived_schema import CREATE_DERIVED, DERIVED_TABLES
from hcmd_lab.wanted import wanted

_SHOWN = 3
"""Rows shown per table and session where live tables and log differ."""


class ReplayedTables:
    """Compares a study's derived tables with its log, session by session.

    Never more than one session is held, so that a large study takes no more memory.
    """

    def __init__(self) -> None:
        """Create the tables, empty, in memory."""
        self._made = sqlite3.connect(":memory:")
        for sql in CREATE_DERIVED:
            self._made.execute(sql)

    def close(self) -> None:
        """Forget them."""
        self._made.close()

    def differences(
        self, stored: sqlite3.Connection, session: str, events: Sequence[Logged]
    ) -> Iterator[Sentence]:
        """Rows of a session that differ from its log, one sentence each.

        Args:
            stored: Connection to the study.
            session: Code of the session.
            events: Its log.
        """
        for table in DERIVED_TABLES:
            self._made.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of ours
        for logged in wanted(events):
            try:
                derive(self._made, logged)
            except sqlite3.IntegrityError as error:
                yield Sentence(
                    "event {event} ({session}) contradicts earlier ones: {error}",
                    event=logged.id,
                    session=session,
                    error=error,
                )
        for table in wanted(DERIVED_TABLES):
            column = "code" if table == "session" else "session"
            sql = f"SELECT * FROM {table} WHERE {column} = ?"  # noqa: S608 - names of ours
            kept, made = (set(each.execute(sql, (session,))) for each in (stored, self._made))
            if kept != made:
                yield from _differing(table, kept, made)


def _differing(
    table: str, stored: set[tuple[Any, ...]], expected: set[tuple[Any, ...]]
) -> Iterator[Sentence]:
    for row in _first(stored - expected):
        yield Sentence("table {table}: the row {row} is not in the log", table=table, row=row)
    for row in _first(expected - stored):
        yield Sentence("table {table}: the row {row} is missing", table=table, row=row)
    if (more := len(stored - expected) - _SHOWN) > 0:
        yield Sentence("table {table}: {n} further row(s) not in the log", table=table, n=more)
    if (more := len(expected - stored) - _SHOWN) > 0:
        yield Sentence("table {table}: {n} further row(s) missing", table=table, n=more)


def _first(rows: set[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(rows, key=repr)[:_SHOWN]
