"""Changes a study's database as only another program could."""

import sqlite3
from pathlib import Path


def tamper(study: Path, *statements: str) -> int:
    """Run statements with the guards of the tables out of the way, as who has `sqlite3` can.

    Returns:
        How many rows were changed.
    """
    connection = sqlite3.connect(study / "study.db")
    connection.execute("PRAGMA foreign_keys = OFF")
    guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    guards = guards.fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    before = connection.total_changes
    for statement in statements:
        connection.execute(statement)
    changed = connection.total_changes - before
    for _, sql in guards:  # a statement may have put another one in a guard's place
        connection.execute(sql.replace("TRIGGER", "TRIGGER IF NOT EXISTS", 1))
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    connection.close()
    return changed
