"""Fingerprints of labels: they recognise who took part before, also once labels are purged.

A fingerprint is the HMAC-SHA256 of a normalised label under the study's own random key. No label
can be read from it; whoever has the key can test whether a given label is among them.
"""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass

from hcmd_lab.game.labels import normal
from hcmd_lab.storage.index_walk import different
from hcmd_lab.storage.study_database import StudyDatabase

KEY_BYTES = 32

_TOOK_PART = """
    EXISTS (
        SELECT 1 FROM participant AS person JOIN event ON event.session = person.session
        WHERE person.session = fingerprint.session AND person.code = fingerprint.participant
        AND event.kind = 'GroupStarted'
        AND json_extract(event.body, '$.group') = person.group_number
    )
"""
"""To take part is to be in a group that started; who was turned away before it may come again."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A participant's label under a key.

    Attributes:
        session: Code of the session.
        participant: Code of the participant.
        key: The key in hexadecimal digits.
        digest: The fingerprint in hexadecimal digits.
    """

    session: str
    participant: str
    key: str
    digest: str


_KEYS = different("fingerprint", "key")


class Fingerprints:
    """Fingerprints of an open study, of other labs' participants too where their key is known."""

    def __init__(self, database: StudyDatabase) -> None:
        self._database = database

    def take(self, session: str, participant: str, label: str) -> None:
        """Store the fingerprint of a participant's label under the study's own key."""
        with self._database.reading() as connection:
            (key,) = connection.execute("SELECT key FROM fingerprint_key").fetchone()
        self.add([Fingerprint(session, participant, key, digest(key, label))])

    def has_key(self) -> bool:
        """Whether the study has its own key, without which no fingerprint can be taken."""
        with self._database.reading() as connection:
            return connection.execute("SELECT 1 FROM fingerprint_key").fetchone() is not None

    def add(self, rows: Iterable[Fingerprint]) -> None:
        """Store fingerprints; known participants keep theirs, withdrawn ones get none."""
        with self._database.writing() as connection:
            connection.executemany(
                "INSERT INTO fingerprint SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (SELECT 1 FROM "
                "privacy WHERE act = 'withdrawn' AND session = ?1 AND participant = ?2) "
                "ON CONFLICT DO NOTHING",
                [(row.session, row.participant, row.key, row.digest) for row in rows],
            )

    def purge(self, session: str, *, everyone: bool) -> int:
        """Delete fingerprints of people who did not take part, or of everyone.

        Args:
            session: Code of a session; empty for all.
            everyone: Whether to delete those of people who took part too.

        Returns:
            How many were deleted.
        """
        with self._database.writing() as connection:
            return connection.execute(
                f"DELETE FROM fingerprint WHERE (session = ?1 OR ?1 = '') AND (?2 OR NOT {_TOOK_PART} "  # noqa: S608, E501 - our own
                "AND session NOT IN (SELECT code FROM session WHERE status = 'open'))",
                (session, everyone),
            ).rowcount

    def all(self) -> list[Fingerprint]:
        """All fingerprints."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT session, participant, key, digest FROM fingerprint "
                "ORDER BY session, participant"
            )
            return [Fingerprint(*row) for row in rows]

    def is_in(self, session: str, label: str) -> bool:
        """Whether somebody with this label has checked in to a session."""
        return any(found == session for found, _ in self._matches(label, "1"))

    def earlier(self, label: str, session: str = "") -> list[str]:
        """Codes of the sessions in which somebody with this label took part, oldest first.

        Args:
            label: The label, however it is written.
            session: Code of a session that does not count.
        """
        found = self._matches(label, _TOOK_PART)
        return list(dict.fromkeys(each for each, _ in found if each != session))

    def also(self, session: str, participant: str, label: str = "") -> list[tuple[str, str]]:
        """Session and code of everyone with a participant's fingerprint, or that of a label."""
        with self._database.reading() as connection:
            same = connection.execute(
                "SELECT other.session, other.participant FROM fingerprint AS own "
                "JOIN fingerprint AS other ON (other.key, other.digest) = (own.key, own.digest) "
                "WHERE own.session = ? AND own.participant = ?",
                (session, participant),
            ).fetchall()
        return [*same, *self._matches(label, "1")]

    def _matches(self, label: str, condition: str) -> list[tuple[str, str]]:
        if not normal(label):
            return []
        with self._database.reading() as connection:
            keys = [key for (key,) in connection.execute(_KEYS)]
            digests = [digest(key, label) for key in keys]
            return connection.execute(
                "SELECT fingerprint.session, participant FROM fingerprint "  # noqa: S608 - our own
                "LEFT JOIN session ON session.code = fingerprint.session "
                f"WHERE digest IN ({', '.join('?' * len(digests))}) AND {condition} "
                "ORDER BY session.event_id",
                digests,
            ).fetchall()


def digest(key: str, label: str) -> str:
    """The fingerprint of a label, the same for every way of writing it."""
    return hmac.new(bytes.fromhex(key), normal(label).encode(), hashlib.sha256).hexdigest()
