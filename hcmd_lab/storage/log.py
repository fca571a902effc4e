"""Writing and reading the event log, the session clocks and the record of imports."""

import json
import sqlite3
from collections.abc import Iterator, Sequence

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.events import Event, GroupImported, HostResumed, SessionOpened
from hcmd_lab.storage.codec import Logged, decode, encode
from hcmd_lab.storage.derive import writes
from hcmd_lab.storage.privacy import labels, take_label, with_label
from hcmd_lab.storage.records import ImportedFile

_EVENTS = """
    SELECT id, session, utc, kind, body FROM event
    WHERE session = ?1 OR ?1 IS NULL ORDER BY id
"""

_CLOCK = """
    SELECT max(
        coalesce((SELECT at_ms FROM clock WHERE session = ?1), 0),
        coalesce((SELECT max(at_ms) FROM event WHERE session = ?1), 0)
    )
"""


def append(
    connection: sqlite3.Connection,
    session: str,
    events: Sequence[Event],
    utc: str,
    versions: str,
) -> None:
    """Add events and their derived rows; to be called inside a transaction.

    Args:
        connection: To the study.
        session: The session's code.
        events: In the order in which they happened.
        utc: The time of day.
        versions: Of the software, as JSON; kept with the events that a host begins with.
    """
    for happened in events:
        event = take_label(connection, session, happened)
        kind, body = encode(event)
        cursor = connection.execute(
            "INSERT INTO event (session, at_ms, utc, kind, body) VALUES (?, ?, ?, ?, ?)",
            (session, event.at_ms, utc, kind, body),
        )
        event_id = int(cursor.lastrowid or 0)
        if isinstance(event, SessionOpened | HostResumed | GroupImported):
            connection.execute("INSERT INTO software VALUES (?, ?)", (event_id, versions))
        derive(connection, Logged(event_id, session, utc, event))


def derive(connection: sqlite3.Connection, logged: Logged) -> None:
    """Bring the derived tables up to date with one more event."""
    for sql, values in writes(logged):
        connection.execute(sql, values)


def logged_events(connection: sqlite3.Connection, session: str | None = None) -> Iterator[Logged]:
    """The log in order, of one session or of all.

    Raises:
        OperatorError: An event is damaged or of an unknown kind.
    """
    known = labels(connection)
    for event_id, code, utc, kind, body in connection.execute(_EVENTS, (session,)):
        event = with_label(decode(event_id, kind, body), code, known)
        yield Logged(event_id, code, utc, event)


def note_import(connection: sqlite3.Connection, session: str, file: ImportedFile) -> None:
    """Note which file a session was imported from.

    Raises:
        OperatorError: The same file was imported before.
    """
    row = connection.execute(
        "SELECT session FROM imported_file WHERE sha256 = ?", (file.sha256,)
    ).fetchone()
    if row is not None:
        raise OperatorError(
            "{name} was imported before, as session {session}; to import it twice would "
            "count its groups twice.",
            name=file.name,
            session=row[0],
        )
    connection.execute(
        "INSERT INTO imported_file VALUES (?, ?, ?, ?)",
        (session, file.name, file.sha256, file.layout),
    )


def imported_files(connection: sqlite3.Connection) -> dict[str, ImportedFile]:
    """Which file each imported session comes from."""
    rows = connection.execute("SELECT session, file, sha256, layout FROM imported_file")
    return {session: ImportedFile(*rest) for session, *rest in rows}


def software(connection: sqlite3.Connection) -> dict[int, dict[str, str]]:
    """Versions by the number of the event that they are kept with."""
    rows = connection.execute("SELECT event_id, versions FROM software")
    return {event_id: json.loads(versions) for event_id, versions in rows}


def set_clock(connection: sqlite3.Connection, session: str, at_ms: int) -> None:
    """Note how far a session's clock has come; it never goes back."""
    connection.execute(
        "INSERT INTO clock VALUES (?, ?) "
        "ON CONFLICT (session) DO UPDATE SET at_ms = max(at_ms, excluded.at_ms)",
        (session, at_ms),
    )


def clock(connection: sqlite3.Connection, session: str) -> int:
    """Milliseconds on a session's clock when it was last noted, or at its last event."""
    (at_ms,) = connection.execute(_CLOCK, (session,)).fetchone()
    return int(at_ms)
