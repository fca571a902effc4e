"""The event log, with the clocks of sessions and the sources of imported groups."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.events import (
    Event,
    GroupImported,
    HostResumed,
    ImportTakenBack,
    SessionOpened,
)
from hcmd_lab.storage.codec import Logged, decode, encode
from hcmd_lab.storage.derive import derive
from hcmd_lab.storage.event_chain import (
    ChainHead,
    broken_in,
    digest_of,
    extend,
    first_broken,
    head,
    is_log_number,
)
from hcmd_lab.storage.index_walk import different
from hcmd_lab.storage.private_data import PrivateData, with_label
from hcmd_lab.storage.records import ImportedFile
from hcmd_lab.storage.stored_values import read_versions
from hcmd_lab.storage.study_database import StudyDatabase
from hcmd_lab.storage.versions import software_versions
from hcmd_lab.storage.ways_on import RESTORE_OR_TAKE
from hcmd_lab.wanted import still_wanted

_EVENTS = "SELECT id, session, utc, kind, body FROM event ORDER BY id"

_EVENTS_OF = "SELECT id, session, utc, kind, body FROM event WHERE session = ? ORDER BY id"

_SESSIONS = f"""
    SELECT session FROM ({different("event", "session")}) AS known
    ORDER BY (SELECT min(id) FROM event WHERE event.session = known.session)
"""  # noqa: S608 - names of ours

_CLOCK = """
    SELECT max(
        coalesce((SELECT at_ms FROM clock WHERE session = ?1), 0),
        coalesce((SELECT max(at_ms) FROM event WHERE session = ?1), 0)
    )
"""

_BEGINNINGS = SessionOpened | HostResumed | GroupImported
"""Events that a host begins with: the software's versions are kept with them."""


class SessionLog:
    """The event log of an open study: the source of everything derived."""

    def __init__(self, database: StudyDatabase) -> None:
        self._database = database
        self._private = PrivateData(database)
        self._known: ChainHead | None = None
        self._is_known = False

    # --- events ------------------------------------------------------------------------------

    def append(
        self,
        session: str,
        events: Iterable[Event],
        utc: str,
        versions: Mapping[str, str] | None = None,
    ) -> None:
        """Store events and their derived data in one transaction; durable on return.

        Args:
            session: The session's code.
            events: Events in chronological order.
            utc: The time of day.
            versions: Versions of the software that ran the session; None for this program's.

        Raises:
            OperatorError: Another program has written to the log meanwhile, or the disk fails.
            sqlite3.IntegrityError: An event contradicts what is stored, as a second decision for
                the same slot does (the session's state refuses such events first).
        """
        with self._database.writing() as connection:
            end = self._require_alone(connection)
            for happened in events:
                event = self._private.take_label(session, happened)
                kind, body = encode(event)
                cursor = connection.execute(
                    "INSERT INTO event (session, at_ms, utc, kind, body) VALUES (?, ?, ?, ?, ?)",
                    (session, event.at_ms, utc, kind, body),
                )
                event_id = int(cursor.lastrowid or 0)
                if isinstance(event, _BEGINNINGS):
                    versions = software_versions() if versions is None else versions
                    row = (event_id, json.dumps(dict(versions)))
                    connection.execute("INSERT INTO software VALUES (?, ?)", row)
                derive(connection, Logged(event_id, session, utc, event))
            end = extend(connection, end)
        # Known only once it is stored; an outer transaction may still be undone, and reads it anew.
        self._known, self._is_known = end, not self._database.is_in_transaction

    def read_anew(self) -> None:
        """Take what another connection of this program has stored as known."""
        self._is_known = False

    def ends_with(self, end: ChainHead | None) -> bool:
        """Whether that is the end of what this program has stored last, if it has stored any."""
        return not self._is_known or end == self._known

    def _require_alone(self, connection: sqlite3.Connection) -> ChainHead | None:
        """The chain's end; stops before two programs write one log, where no file lock reaches."""
        end = head(connection)
        if self._is_known and end != self._known:
            raise OperatorError(
                "Another program has written to the study {path} meanwhile, perhaps on another "
                "computer; end it there, then open the study again. Nothing was overwritten.",
                path=self._database.path,
            )
        return end

    def head(self) -> ChainHead | None:
        """The end of the chain of digests; None while there is no event."""
        with self._database.reading() as connection:
            return head(connection)

    def last_event(self) -> int:
        """The number of the last event; 0 while there is none."""
        end = self.head()
        return 0 if end is None else end.event

    def number(self) -> str:
        """The end of the chain for paper (`ChainHead.spoken`); empty while there is no event."""
        end = self.head()
        return "" if end is None else end.spoken

    def holds(self, spoken: str) -> bool:
        """Whether the log still holds, unchanged, what a number on paper stands for.

        Args:
            spoken: A `ChainHead.spoken` of an earlier moment.
        """
        if not is_log_number(spoken):
            return False
        event, _, _ = spoken.strip().partition("-")
        with self._database.reading() as connection:
            stored = digest_of(connection, int(event))
        return stored is not None and ChainHead(int(event), stored).spoken == spoken.strip()

    def broken_event(self) -> int | None:
        """The first event that is not as it was stored; None if all are."""
        with self._database.reading() as connection:
            return first_broken(connection, lambda done: still_wanted())

    def require_as_stored(self, session: str) -> None:
        """Check that the log of one session is as it was stored.

        Raises:
            OperatorError: Another program has changed it.
        """
        with self._database.reading() as connection:
            event = broken_in(connection, session)
        if event is not None:
            raise OperatorError(
                "The log of session {session} is not as it was stored: another program has changed "
                "event {event}, or has taken out or put in one before it. {way_on}",
                session=session,
                event=event,
                way_on=RESTORE_OR_TAKE,
            )

    def events(self, session: str) -> list[Event]:
        """The log of a session, oldest first.

        Raises:
            OperatorError: An event is damaged or of an unknown kind.
        """
        return [logged.event for logged in self.logged_events(session)]

    def logged_events(self, session: str | None = None) -> Iterator[Logged]:
        """The log of a session, or of all sessions, with numbers and times.

        Raises:
            OperatorError: An event is damaged or of an unknown kind.
        """
        known = self._private.labels(session)
        with self._database.reading() as connection:
            rows = (
                connection.execute(_EVENTS)
                if session is None
                else connection.execute(_EVENTS_OF, (session,))
            )
            for event_id, code, utc, kind, body in rows:
                event = with_label(decode(event_id, kind, body), code, known)
                yield Logged(event_id, code, utc, event)

    def first_event(self, session: str) -> Event | None:
        """The event that a session began with; None if there is no such session.

        Raises:
            OperatorError: It is damaged or of an unknown kind.
        """
        with self._database.reading() as connection:
            row = connection.execute(f"{_EVENTS_OF} LIMIT 1", (session,)).fetchone()
        return None if row is None else decode(row[0], *row[3:])

    def count(self) -> int:
        """How many events there are."""
        with self._database.reading() as connection:
            return int(connection.execute("SELECT count(*) FROM event").fetchone()[0])

    def sessions(self) -> list[str]:
        """The sessions that the log tells of, in the order of their first events."""
        with self._database.reading() as connection:
            return [code for (code,) in connection.execute(_SESSIONS)]

    def software(self) -> dict[int, dict[str, str]]:
        """The software that ran a session, by the number of the first event it stored."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT event_id, versions FROM software")
            return {
                event_id: read_versions(versions, f"software {event_id}", self._database.path)
                for event_id, versions in rows
            }

    # --- groups that were played elsewhere ---------------------------------------------------

    def append_import(
        self, session: str, groups: Iterable[GroupImported], utc: str, file: ImportedFile
    ) -> None:
        """Store groups that were played elsewhere as a separate session.

        Raises:
            OperatorError: The same file was imported before.
        """
        with self._database.writing():
            self.note_import(session, file)
            self.append(session, groups, utc)

    def note_import(self, session: str, file: ImportedFile) -> None:
        """Record which file a session was imported from.

        Raises:
            OperatorError: The same file was imported before.
        """
        with self._database.writing() as connection:
            row = connection.execute(
                "SELECT session FROM imported_file WHERE sha256 = ?", (file.sha256,)
            ).fetchone()
            if row is not None:
                raise OperatorError(
                    "{name} has already been imported, as session {session}; importing it again "
                    "would count its groups twice.",
                    name=file.name,
                    session=row[0],
                )
            connection.execute(
                "INSERT INTO imported_file VALUES (?, ?, ?, ?)",
                (session, file.name, file.sha256, file.layout),
            )

    def take_back_import(self, session: str, event: ImportTakenBack, utc: str) -> None:
        """Store that an imported session no longer counts; removed, its file may come again."""
        with self._database.writing() as connection:
            self.append(session, [event], utc)
            if event.removed:
                connection.execute("DELETE FROM imported_file WHERE session = ?", (session,))

    def imported_files(self) -> dict[str, ImportedFile]:
        """The source file of each imported session, by session."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT session, file, sha256, layout FROM imported_file")
            return {session: ImportedFile(*rest) for session, *rest in rows}

    # --- clocks ------------------------------------------------------------------------------

    def set_clock(self, session: str, at_ms: int) -> None:
        """Record the session's clock, which never goes back."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO clock VALUES (?, ?) "
                "ON CONFLICT (session) DO UPDATE SET at_ms = max(at_ms, excluded.at_ms)",
                (session, at_ms),
            )

    def clock(self, session: str) -> int:
        """The session's clock in milliseconds, when last recorded or at its last event."""
        with self._database.reading() as connection:
            (at_ms,) = connection.execute(_CLOCK, (session,)).fetchone()
        return int(at_ms)
