"""Private data: labels, participant lists, withdrawals."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from hcmd_lab.game.events import CheckedIn, Event, TurnedAway
from hcmd_lab.game.labels import normal
from hcmd_lab.storage.fingerprints import Fingerprints
from hcmd_lab.storage.study_database import StudyDatabase

PrivacyAct = Literal["labels_purged", "fingerprints_purged", "withdrawn"]
Labels = dict[tuple[str, str], str]
"""Labels by session and participant."""


@dataclass(frozen=True, slots=True)
class PrivacyRow:
    """An action taken for participants' privacy; these rows are never deleted.

    Attributes:
        utc: Time of the action.
        act: The action.
        session: Code of the session; empty for all.
        participant: Code of the participant; empty for all.
        reason: The reason.
    """

    utc: str
    act: PrivacyAct
    session: str
    participant: str
    reason: str


class PrivateData:
    """Labels, participant lists and withdrawals of an open study."""

    def __init__(self, database: StudyDatabase) -> None:
        self._database = database
        self._fingerprints = Fingerprints(database)

    # --- labels ------------------------------------------------------------------------------

    def take_label(self, session: str, event: Event) -> Event:
        """Store an event's label separately, and return the event without it.

        A fingerprint of the label is kept of people who check in.
        """
        if not isinstance(event, CheckedIn | TurnedAway) or not event.label:
            return event
        with self._database.writing() as connection:
            row = (session, event.participant, event.label)
            connection.execute("INSERT INTO person_label VALUES (?, ?, ?)", row)
            if isinstance(event, CheckedIn) and not event.is_bot and normal(event.label):
                self._fingerprints.take(*row)
        return replace(event, label="")

    def labels(self, session: str | None = None) -> Labels:
        """The labels of a session, or all, by session and participant."""
        sql = "SELECT session, participant, label FROM person_label"
        with self._database.reading() as connection:
            rows = (
                connection.execute(sql)
                if session is None
                else connection.execute(f"{sql} WHERE session = ?", (session,))
            )
            return {(session, participant): label for session, participant, label in rows}

    def purge_labels(
        self, session: str, utc: str, reason: str, *, fingerprints: bool = False
    ) -> int:
        """Delete labels and participant lists for good; the behavioural data stay.

        Fingerprints stay of those who took part, so that they are recognised. Copies in `backups`
        and in exports that were made before are not touched.

        Args:
            session: Code of a session; empty for all.
            utc: The time of day.
            reason: Reason recorded in the audit.
            fingerprints: Whether to delete the fingerprints too: nobody is recognised then.

        Returns:
            How many labels there were; participant lists are not counted.
        """
        with self._database.writing() as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("DELETE FROM guest WHERE session = ?1 OR ?1 = ''", (session,))
            deleted = connection.execute(
                "DELETE FROM person_label WHERE session = ?1 OR ?1 = ''", (session,)
            ).rowcount
            self._fingerprints.purge(session, everyone=fingerprints)
            _note(connection, PrivacyRow(utc, "labels_purged", session, "", reason))
            if fingerprints:
                _note(connection, PrivacyRow(utc, "fingerprints_purged", session, "", reason))
        self._forget_deleted()
        return deleted

    def purge_fingerprints(self, utc: str, reason: str) -> int:
        """Delete all fingerprints for good: nobody is recognised as having taken part before.

        Labels stay. Copies in `backups` and in bundles that were made before are not touched.

        Args:
            utc: The time of day.
            reason: Reason recorded in the audit.

        Returns:
            How many there were.
        """
        with self._database.writing() as connection:
            connection.execute("PRAGMA secure_delete = ON")
            deleted = self._fingerprints.purge("", everyone=True)
            _note(connection, PrivacyRow(utc, "fingerprints_purged", "", "", reason))
        self._forget_deleted()
        return deleted

    def _forget_deleted(self) -> None:
        """Empty the write-ahead log, where deleted text would lie until it is overwritten.

        While another program reads the study it cannot be; it is when the study is closed.
        """
        if self._database.is_in_transaction:
            return
        with self._database.reading() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def also(self, session: str, participant: str) -> list[tuple[str, str]]:
        """Session and code under which a participant has also come, as labels and fingerprints say.

        Nobody is told of who has withdrawn there, nor of simulated participants.
        """
        person = (session, participant)
        label = normal(self.labels(session).get(person, ""))
        found = set(self._fingerprints.also(session, participant, label))
        if label:
            found |= {who for who, other in self.labels().items() if normal(other) == label}
        with self._database.reading() as connection:
            people = connection.execute("SELECT session, code FROM participant WHERE is_bot = 0")
            found &= set(people.fetchall())
        return sorted(found - self.withdrawn() - {person})

    # --- participant lists -------------------------------------------------------------------

    def add_participant_list(self, session: str, labels: Iterable[str]) -> None:
        """Add labels to a session's participant list; existing ones keep their places."""
        with self._database.writing() as connection:
            connection.executemany(
                "INSERT INTO guest VALUES (?, ?) ON CONFLICT DO NOTHING",
                [(session, label) for label in labels],
            )

    def participant_list(self, session: str) -> tuple[str, ...]:
        """A session's participant list in order; empty if it has none, or was purged."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT label FROM guest WHERE session = ? ORDER BY rowid", (session,)
            )
            return tuple(label for (label,) in rows)

    # --- withdrawals -------------------------------------------------------------------------

    def withdraw(self, session: str, participant: str, utc: str, reason: str) -> None:
        """Record a participant's withdrawal, and delete their label and its fingerprint.

        Their data are in no later export, and MODEL does not learn from them. The log keeps them:
        the group could not be played again without them.
        """
        person = (session, participant)
        with self._database.writing() as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute(
                "DELETE FROM guest WHERE session = ?1 AND label = "
                "(SELECT label FROM person_label WHERE session = ?1 AND participant = ?2)",
                person,
            )
            connection.execute(
                "DELETE FROM person_label WHERE session = ? AND participant = ?", person
            )
            connection.execute(
                "DELETE FROM fingerprint WHERE session = ? AND participant = ?", person
            )
            _note(connection, PrivacyRow(utc, "withdrawn", session, participant, reason))
        self._forget_deleted()

    def repeat(self, rows: Iterable[PrivacyRow]) -> int:
        """Do once more what was done in a later version of this study, as after a restoration.

        Returns:
            How many of the rows were not done yet.
        """
        done = set(self.audit())
        missing = [row for row in rows if row not in done]
        with self._database.writing() as connection:
            for row in missing:
                match row.act:
                    case "withdrawn":
                        self.withdraw(row.session, row.participant, row.utc, row.reason)
                    case "labels_purged":
                        self.purge_labels(row.session, row.utc, row.reason)
                    case "fingerprints_purged":
                        connection.execute("PRAGMA secure_delete = ON")
                        self._fingerprints.purge(row.session, everyone=True)
                        _note(connection, row)
                    case _:
                        assert_never(row.act)
        self._forget_deleted()
        return len(missing)

    def withdrawn(self) -> set[tuple[str, str]]:
        """Session and code of everyone who has withdrawn."""
        return {(row.session, row.participant) for row in self.audit() if row.act == "withdrawn"}

    def audit_numbers(self) -> list[int]:
        """Numbers of the entries of the audit, which count from 1."""
        with self._database.reading() as connection:
            return [number for (number,) in connection.execute("SELECT id FROM privacy ORDER BY 1")]

    def audit(self) -> list[PrivacyRow]:
        """Purges and withdrawals, oldest first."""
        with self._database.reading() as connection:
            return audit_rows(connection)


def audit_rows(connection: sqlite3.Connection) -> list[PrivacyRow]:
    """Purges and withdrawals in a study's database, oldest first."""
    sql = "SELECT utc, act, session, participant, reason FROM privacy ORDER BY id"
    return [PrivacyRow(*row) for row in connection.execute(sql)]


def with_label(event: Event, session: str, known: Labels) -> Event:
    """An event with its label restored, unless it has been deleted."""
    if not isinstance(event, CheckedIn | TurnedAway):
        return event
    return replace(event, label=known.get((session, event.participant), ""))


def _note(connection: sqlite3.Connection, row: PrivacyRow) -> None:
    connection.execute(
        "INSERT INTO privacy (utc, act, session, participant, reason) VALUES (?, ?, ?, ?, ?)",
        (row.utc, row.act, row.session, row.participant, row.reason),
    )
