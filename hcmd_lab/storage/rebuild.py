"""The derived tables as a whole: filled from the log, and compared with it."""

import sqlite3
from collections.abc import Iterable, Iterator

from hcmd_lab.storage.codec import Logged, decode
from hcmd_lab.storage.derive import writes
from hcmd_lab.storage.schema import CREATE_DERIVED, DERIVED_TABLES

_SHOWN = 3
"""Rows shown per table where live tables and log differ."""


def logged_events(connection: sqlite3.Connection, session: str | None = None) -> Iterator[Logged]:
    """The log in order, of one session or of all.

    Raises:
        OperatorError: An event is damaged or of an unknown kind.
    """
    rows = connection.execute(
        "SELECT id, session, utc, kind, body FROM event WHERE session = ?1 OR ?1 IS NULL "
        "ORDER BY id",
        (session,),
    )
    for event_id, code, utc, kind, body in rows:
        yield Logged(event_id, code, utc, decode(event_id, kind, body))


def derive(connection: sqlite3.Connection, log: Iterable[Logged]) -> None:
    """Bring the derived tables up to date with further events."""
    for logged in log:
        for sql, values in writes(logged):
            connection.execute(sql, values)


def rebuild(connection: sqlite3.Connection) -> None:
    """Drop the derived tables, make them anew and fill them from the log."""
    for table in reversed(DERIVED_TABLES):
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    for sql in CREATE_DERIVED:
        connection.execute(sql)
    derive(connection, list(logged_events(connection)))


def differences(connection: sqlite3.Connection) -> list[str]:
    """Where the derived tables are not what the log makes them; empty if all is well."""
    memory = sqlite3.connect(":memory:")
    try:
        for sql in CREATE_DERIVED:
            memory.execute(sql)
        derive(memory, logged_events(connection))
        return [line for table in DERIVED_TABLES for line in _differing(table, connection, memory)]
    finally:
        memory.close()


def _differing(table: str, live: sqlite3.Connection, remade: sqlite3.Connection) -> Iterator[str]:
    sql = f"SELECT * FROM {table}"  # noqa: S608 - a name of ours
    stored, expected = set(live.execute(sql)), set(remade.execute(sql))
    for words, rows in (
        ("is not in the log", stored - expected),
        ("is missing", expected - stored),
    ):
        for row in sorted(rows, key=repr)[:_SHOWN]:
            yield f"table {table}: the row {row} {words}"
        if len(rows) > _SHOWN:
            yield f"table {table}: {len(rows) - _SHOWN} further rows where this {words}"
