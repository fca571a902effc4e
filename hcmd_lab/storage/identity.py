"""The random number that tells a study from every other one, read from its file and from copies."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

IDENTITY_FACT = "identity"
"""Where a study keeps a random number that is its own."""

_IS_TABLE = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'study'"


def identity_in(database: Path, *, is_alone: bool = False) -> str:
    """The number in a file; empty if it has none or cannot be read, as one of an earlier format.

    Args:
        database: A study's database, or a backup of it.
        is_alone: Whether it is a backup: nobody writes to it, and nothing is written beside it.
    """
    if not os.path.isfile(database):  # False where a disk fails, at which Path's own raises
        return ""
    uri = f"{database.absolute().as_uri()}?mode=ro{'&immutable=1' if is_alone else ''}"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            if connection.execute(_IS_TABLE).fetchone() != (1,):  # a view may never end
                return ""
            row = connection.execute("SELECT value FROM study WHERE key = ?", (IDENTITY_FACT,))
            found = row.fetchone()
        told = None if found is None else json.loads(found[0])
    except (sqlite3.Error, OSError, ValueError, TypeError):
        return ""
    return told if isinstance(told, str) else ""
