"""The chain of digests over the event log, and the link that the study's own log shares.

Each event's digest covers the event and the digest before it, so that the last one stands for the
whole log: whoever has written it down can tell later whether anything before it was changed.
"""

import hashlib
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from hcmd_lab.sentence import Sentence

_FIRST = ""
"""Stands before the first event."""

_TOLD_EVERY = 5000

_SPOKEN = re.compile(r"[0-9]{1,18}-[0-9a-f]{16}")

_UNLINKED = """
    SELECT id, session, at_ms, utc, kind, body FROM event
    WHERE id > (SELECT coalesce(max(event_id), 0) FROM chain) ORDER BY id
"""

_AROUND = """
    WITH own (id) AS (SELECT id FROM event WHERE session = ?)
    SELECT event.id, session, at_ms, utc, kind, body, chain.digest,
        (SELECT digest FROM chain AS earlier WHERE earlier.event_id =
            (SELECT max(before.id) FROM event AS before WHERE before.id < event.id))
    FROM event LEFT JOIN chain ON chain.event_id = event.id
    WHERE event.id IN (
        SELECT id FROM own
        UNION SELECT (SELECT min(later.id) FROM event AS later WHERE later.id > own.id) FROM own
    ) ORDER BY event.id
"""

_ALL = """
    SELECT event.id, session, at_ms, utc, kind, body, digest
    FROM event LEFT JOIN chain ON chain.event_id = event.id ORDER BY event.id
"""


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The end of the chain.

    Attributes:
        event: Number of the last event.
        digest: Its SHA-256 digest, 64 hexadecimal digits.
    """

    event: int
    digest: str

    @property
    def spoken(self) -> str:
        """A form for paper: the event's number and the digest's first 16 digits."""
        return f"{self.event}-{self.digest[:16]}"


def is_log_number(typed: str) -> bool:
    """Whether a text has the form of `ChainHead.spoken`."""
    return _SPOKEN.fullmatch(typed.strip()) is not None


def link(before: str, *parts: str | int) -> str:
    """The digest of what follows the digest `before` in a chain.

    Args:
        before: The digest before; empty for the first.
        parts: Of an event: number, session, milliseconds, time of day, kind and body, as stored.
    """
    hashed = [before.encode()]
    for part in parts:
        data = str(part).encode("utf-8", "surrogatepass")
        # With its length, so that no two rows run together into the same bytes.
        hashed += (len(data).to_bytes(8, "big"), data)
    return hashlib.sha256(b"".join(hashed)).hexdigest()


def extend(connection: sqlite3.Connection, before: ChainHead | None = None) -> ChainHead | None:
    """Link every event that is not linked yet; within the transaction that stored them.

    Args:
        connection: To the study.
        before: The chain's end until now; None for an empty chain.

    Returns:
        The chain's new end.
    """
    end = before
    rows = []
    for event_id, *event in connection.execute(_UNLINKED):
        end = ChainHead(event_id, link(_FIRST if end is None else end.digest, event_id, *event))
        rows.append((end.event, end.digest))
    connection.executemany("INSERT INTO chain VALUES (?, ?)", rows)
    return end


def head(connection: sqlite3.Connection) -> ChainHead | None:
    """The chain's end; None while there is no event."""
    row = connection.execute(
        "SELECT event_id, digest FROM chain ORDER BY event_id DESC LIMIT 1"
    ).fetchone()
    return None if row is None else ChainHead(*row)


def digest_of(connection: sqlite3.Connection, event_id: int) -> str | None:
    """The digest of an event; None if there is no such event."""
    row = connection.execute("SELECT digest FROM chain WHERE event_id = ?", (event_id,)).fetchone()
    return None if row is None else str(row[0])


def link_anew(connection: sqlite3.Connection, first: int) -> None:
    """Link the events as they are now, from one on; within a transaction.

    What guards the chain against changes is out of the way for as long.
    """
    with without_guards(connection, "chain"):
        connection.execute(
            "DELETE FROM chain WHERE event_id >= ? OR event_id NOT IN (SELECT id FROM event)",
            (first,),
        )
        extend(connection, head(connection))


@contextmanager
def without_guards(connection: sqlite3.Connection, table: str) -> Iterator[None]:
    """Context in which rows of an append-only table can be changed; within a transaction."""
    guards = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
    ).fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for _, sql in guards:
        connection.execute(sql)


def first_broken(
    connection: sqlite3.Connection, on_progress: Callable[[int], None] = lambda event: None
) -> int | None:
    """Number of the first event whose digest does not follow from what is stored.

    That event was changed, or one before it was removed or put in.

    Args:
        connection: To the study.
        on_progress: Told how many events have been looked at, now and then; may raise.
    """
    digest = _FIRST
    for looked_at, (event_id, *event, stored) in enumerate(connection.execute(_ALL)):
        if looked_at % _TOLD_EVERY == 0:
            on_progress(looked_at)
        digest = link(digest, event_id, *event)
        if stored != digest:
            return int(event_id)
    orphan = connection.execute(
        "SELECT min(event_id) FROM chain WHERE event_id NOT IN (SELECT id FROM event)"
    ).fetchone()[0]
    return _number(orphan)


def _number(event: int | None) -> int | None:
    return None if event is None else int(event)


def broken_in(connection: sqlite3.Connection, session: str) -> int | None:
    """The first event of a session, or next to one, that does not follow from the one before it.

    It asks for a session's events and not for the whole log, so that it takes no longer in a study
    with more sessions. An event that was taken out is missed by the one after it.
    """
    for event_id, *event, stored, before in connection.execute(_AROUND, (session,)):
        if stored != link(before or _FIRST, event_id, *event):
            return int(event_id)
    (last,) = connection.execute("SELECT max(id) FROM event").fetchone()
    beyond = connection.execute("SELECT min(event_id) FROM chain WHERE event_id > ?", (last,))
    return _number(beyond.fetchone()[0])


def told_as_broken(event: int) -> Sentence:
    """That an event is not the one that was stored there, which `first_broken` has found."""
    return Sentence(
        "event {event} does not follow from those before it: it was changed, or one before it was "
        "removed or put in",
        event=event,
    )
