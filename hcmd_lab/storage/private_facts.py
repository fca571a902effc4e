"""What the lab knows about people, and what was done for their privacy."""

from collections.abc import Iterable

from hcmd_lab.storage import privacy
from hcmd_lab.storage.open_study import OpenStudy
from hcmd_lab.storage.privacy import PrivacyRow


class PrivateFacts(OpenStudy):
    """The part of `Store` about labels, participant lists and withdrawals."""

    def add_participant_list(self, session: str, participant_list: Iterable[str]) -> None:
        """Put labels on a session's participant list; those that are on it stay where they are."""
        with self._transaction():
            privacy.add_participant_list(self._connection, session, participant_list)

    def participant_list(self, session: str) -> tuple[str, ...]:
        """The participant list of a session; empty if it has none, or it was purged."""
        with self._reading():
            return privacy.participant_list(self._connection, session)

    def purge_labels(self, session: str, utc: str, reason: str) -> int:
        """Delete labels and participant lists for good; what participants did stays.

        Copies in `backups` and in exports that were made before are not touched.

        Args:
            session: Code of a session; empty for all.
            utc: The time of day.
            reason: Stands in the audit.

        Returns:
            How many labels there were.
        """
        self._connection.execute("PRAGMA secure_delete = ON")
        with self._transaction():
            deleted = privacy.purge_labels(self._connection, session, utc, reason)
        with self._reading():
            # Deleted text would otherwise lie in the write-ahead log until it is overwritten.
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return deleted

    def withdraw(self, session: str, participant: str, utc: str, reason: str) -> None:
        """Note that a participant takes back what they gave: see `privacy_log`.

        Their data are in no later export, and MODEL does not learn from them. The log keeps them:
        the group could not be played again without them.
        """
        self._connection.execute("PRAGMA secure_delete = ON")
        with self._transaction():
            row = PrivacyRow(utc, "withdrawn", session, participant, reason)
            privacy.withdraw(self._connection, row)

    def privacy_log(self) -> list[PrivacyRow]:
        """What was done for the participants' privacy, oldest first."""
        with self._reading():
            return privacy.privacy_log(self._connection)

    def withdrawn(self) -> set[tuple[str, str]]:
        """Session and code of everyone who has withdrawn."""
        return {
            (row.session, row.participant) for row in self.privacy_log() if row.act == "withdrawn"
        }
