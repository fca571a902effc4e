"""The derived tables as a whole: filled from the log, and compared with it."""

import sqlite3
from collections.abc import Iterator

from hcmd_lab.storage.log import derive, logged_events
from hcmd_lab.storage.schema import CREATE_DERIVED, DERIVED_TABLES

_SHOWN = 3
"""Rows shown per table where live tables and log differ."""


def rebuild(connection: sqlite3.Connection) -> None:
    """Drop the derived tables, make them anew and fill them from the log."""
    for table in reversed(DERIVED_TABLES):
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    for sql in CREATE_DERIVED:
        connection.execute(sql)
    for logged in list(logged_events(connection)):
        derive(connection, logged)


def differences(connection: sqlite3.Connection) -> list[str]:
    """Where the derived tables are not what the log makes them; empty if all is well."""
    memory = sqlite3.connect(":memory:")
    try:
        for sql in CREATE_DERIVED:
            memory.execute(sql)
        contradictions = []
        for logged in logged_events(connection):
            try:
                derive(memory, logged)
            except sqlite3.IntegrityError as error:
                contradictions.append(
                    f"event {logged.id} ({logged.session}) contradicts earlier ones: {error}"
                )
        return contradictions + [
            line for table in DERIVED_TABLES for line in _differing(table, connection, memory)
        ]
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


def damages(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with the file; empty if it is sound."""
    found = [text for (text,) in connection.execute("PRAGMA integrity_check") if text != "ok"]
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    return found + [f"table {row[0]}: row {row[1]} refers to nothing" for row in orphans]
