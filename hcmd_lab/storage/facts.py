"""Study facts by name, the settings among them."""

import json
from typing import Any

from hcmd_lab.storage.stored_values import read_json, read_object
from hcmd_lab.storage.study_database import StudyDatabase

LABS_FACT = "labs"
"""Where a study keeps in which other lab a session was played."""


class Facts:
    """Named values that can be stored as JSON."""

    def __init__(self, database: StudyDatabase) -> None:
        self._database = database

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - whatever was stored
        """The value stored under a name, or `default`; names and values, if the default is that.

        Raises:
            OperatorError: It is damaged.
        """
        with self._database.reading() as connection:
            row = connection.execute("SELECT value FROM study WHERE key = ?", (key,)).fetchone()
        if row is None:
            return default
        read = read_object if isinstance(default, dict) else read_json
        return read(row[0], f"study {key}", self._database.path)

    def names(self) -> list[str]:
        """The names under which values are stored."""
        with self._database.reading() as connection:
            return [key for (key,) in connection.execute("SELECT key FROM study ORDER BY key")]

    def set(self, key: str, value: object) -> None:
        """Store a value under a name."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO study VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, json.dumps(value)),
            )

    def erase(self, key: str) -> None:
        """Delete a value, and overwrite the place in the file where it stood."""
        with self._database.writing() as connection:
            connection.execute("PRAGMA secure_delete = ON").fetchone()
            connection.execute("DELETE FROM study WHERE key = ?", (key,))
