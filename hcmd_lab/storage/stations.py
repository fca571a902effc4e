"""Paired stations and the hashes of their tokens."""

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.study_database import StudyDatabase
from hcmd_lab.timestamps import utc_now


class PairedStations:
    """The registry of `network.gate.Gate`, stored in the study."""

    def __init__(self, database: StudyDatabase) -> None:
        self._database = database

    def names(self) -> list[str]:
        """All paired stations, in pairing order."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT name FROM station ORDER BY rowid")
            return [name for (name,) in rows]

    def token_sha256(self, station: str) -> str | None:
        """Hash of a station's token, or None if it is not paired."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT token_sha256 FROM station WHERE name = ?", (station,)
            ).fetchone()
        return None if row is None else row[0]

    def claim(self, station: str, token_sha256: str) -> None:
        """Store the token of a newly paired station, as a hash.

        Raises:
            OperatorError: A station of that name is paired already.
        """
        with self._database.writing() as connection:
            if self.token_sha256(station) is not None:
                raise OperatorError(
                    "A station {name} is already paired; choose another name, or unpair it first.",
                    name=station,
                )
            row = (station, token_sha256, utc_now())
            connection.execute("INSERT INTO station VALUES (?, ?, ?)", row)

    def release(self, station: str) -> None:
        """Forget a station's pairing, so that another computer can be paired under its name.

        Does nothing if it is not paired.
        """
        with self._database.writing() as connection:
            connection.execute("DELETE FROM station WHERE name = ?", (station,))
