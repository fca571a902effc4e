"""Stations that a study of an earlier version was paired with, and the hashes of their tokens."""

from hcmd_lab.storage.study_database import StudyDatabase


class FormerStations:
    """Pairings from the time when each study had its own; now the lab computer has them."""

    def __init__(self, database: StudyDatabase) -> None:
        self._database = database

    def all(self) -> list[tuple[str, str, str]]:
        """Name, SHA-256 of the token and time (UTC) of each pairing, in pairing order."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT name, token_sha256, paired_utc FROM station ORDER BY rowid"
            )
            return [(name, token_sha256, utc) for name, token_sha256, utc in rows]

    def forget(self) -> None:
        """Delete all pairings."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM station")
