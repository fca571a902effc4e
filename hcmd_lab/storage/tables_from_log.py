"""The derived tables as they follow from the log: compared with it, and made again from it."""

from collections.abc import Callable, Sequence, Set

from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.codec import Logged
from hcmd_lab.storage.derive import derive
from hcmd_lab.storage.derived_schema import CREATE_DERIVED, DERIVED_TABLES
from hcmd_lab.storage.group_tally import TALLY, count_differences
from hcmd_lab.storage.replayed_tables import ReplayedTables
from hcmd_lab.storage.session_log import SessionLog
from hcmd_lab.storage.study_database import StudyDatabase
from hcmd_lab.wanted import wanted


class TablesFromLog:
    """The tables that `DerivedTables` reads, beside the log that they are derived from."""

    def __init__(self, database: StudyDatabase) -> None:
        self._database = database
        self._log = SessionLog(database)
        self._replayed: ReplayedTables | None = None

    def differences(
        self, on_sessions: Callable[[int, int], None] = lambda done, total: None
    ) -> list[Sentence]:
        """Rows that differ from a replay of the log, one sentence each.

        Args:
            on_sessions: Told how many sessions were compared, and of how many; may raise.
        """
        sessions = self._log.sessions()
        found: list[Sentence] = []
        for done, code in enumerate(sessions):
            on_sessions(done, len(sessions))
            found += self._differences_in(code)
        return [*found, *self.unlogged(set(sessions))]

    def differences_of(self, session: str, events: Sequence[Logged]) -> list[Sentence]:
        """Rows of a session that differ from its log, one sentence each."""
        if self._replayed is None:
            self._replayed = ReplayedTables()
        with self._database.reading() as connection:
            return list(self._replayed.differences(connection, session, events))

    def _differences_in(self, session: str) -> list[Sentence]:
        return self.differences_of(session, list(self._log.logged_events(session)))

    def altered_sessions(self) -> set[str]:
        """Sessions with a row that is not what the log says, or that the log does not know."""
        known = self._known_sessions()
        return self.lost_sessions() | {code for code in wanted(known) if self._differences_in(code)}

    def lost_sessions(self) -> set[str]:
        """Sessions that the tables do not know and should: not of imports that were removed."""
        lacking = set(self._log.sessions()) - self._known_sessions()
        return {code for code in lacking if self._differences_in(code)}

    def is_miscounted(self) -> bool:
        """Whether the kinds of groups are not counted as the tables say."""
        with self._database.reading() as connection:
            return bool(count_differences(connection))

    def close(self) -> None:
        """Forget what was made anew to be compared."""
        if self._replayed is not None:
            self._replayed.close()
            self._replayed = None

    def unlogged(self, logged: Set[str]) -> list[Sentence]:
        """What the tables tell beside the sessions of the log, one sentence each."""
        found = [
            Sentence("table session: session {session} is not in the log", session=code)
            for code in sorted(self._known_sessions() - logged)
        ]
        with self._database.reading() as connection:
            if different := count_differences(connection):
                found.append(
                    Sentence(
                        "table group_tally: {n} kind(s) of groups (is|are) counted wrongly",
                        n=different,
                    )
                )
        return found

    def mend(self, on_sessions: Callable[[int, int], None] = lambda done, total: None) -> bool:
        """Make the tables again from the log if they are not what it says; whether they were not.

        Args:
            on_sessions: As for `differences`.

        Raises:
            sqlite3.IntegrityError: The log contradicts itself.
        """
        if not self.differences(on_sessions):
            return False
        self.rebuild()
        return True

    def rebuild(self) -> None:
        """Drop the tables, create them again and fill them from the log."""
        with self._database.writing() as connection:
            for table in reversed((*DERIVED_TABLES, TALLY)):
                connection.execute(f"DROP TABLE IF EXISTS {table}")
            for sql in CREATE_DERIVED:
                connection.execute(sql)
            for session in self._log.sessions():
                for logged in list(self._log.logged_events(session)):
                    derive(connection, logged)

    def _known_sessions(self) -> set[str]:
        with self._database.reading() as connection:
            return {code for (code,) in connection.execute("SELECT code FROM session")}
