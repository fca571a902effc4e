"""Seals: digests of what a study keeps beside its log of events, so that no change stays unseen.

Settings, training steps, mechanisms and notes are no events, and no replay would miss them. Each of
their rows gets a seal whenever this program stores it, in a chain like that of the events. A row
that has another content than its last seal, one without a seal and one that is gone were changed,
put in or taken out by another program.

Labels, participant lists and fingerprints have none: they are deleted for good, and the digest of a
label would tell who it was. Pictures and the tables of mechanisms stand under their own digests;
the seal is of the rest.
"""

import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from hcmd_lab.storage.event_chain import link, without_guards


class SealedTable(StrEnum):
    """A table whose rows are sealed."""

    STUDY = "study"
    RUN = "run"
    MECHANISM = "mechanism"
    SOFTWARE = "software"
    IMPORTED_FILE = "imported_file"
    PRIVACY = "privacy"
    FINGERPRINT_KEY = "fingerprint_key"
    PICTURE = "picture"


SEALED: dict[SealedTable, tuple[str, tuple[str, ...]]] = {
    SealedTable.STUDY: ("key", ("value",)),
    SealedTable.RUN: (
        "id",
        (
            "kind", "iteration", "job", "result", "started_utc", "finished_utc", "versions",
            "set_aside_utc",
        ),
    ),
    SealedTable.MECHANISM: ("sha256", ("name", "checkpoint", "provenance", "created_utc")),
    SealedTable.SOFTWARE: ("event_id", ("versions",)),
    SealedTable.IMPORTED_FILE: ("session", ("file", "sha256", "layout")),
    SealedTable.PRIVACY: ("id", ("utc", "act", "session", "participant", "reason")),
    SealedTable.FINGERPRINT_KEY: ("key", ()),
    SealedTable.PICTURE: ("sha256", ()),
}  # fmt: skip
"""The column that names a row of each table, and the columns that its seal covers."""

UNSEALED_FACTS = ("exit_pin",)
"""Facts without a seal: the PIN that earlier versions kept as it is, and that is erased."""

GONE = ""
"""In place of a digest, of a row that is not there."""

_LAST = "SELECT id, digest FROM seal ORDER BY id DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class SealHead:
    """The end of the chain of seals.

    Attributes:
        number: Number of the last seal; 0 if there is none.
        digest: Its SHA-256 digest; empty if there is none.
    """

    number: int
    digest: str


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a sealed row stands.

    Attributes:
        table: The table.
        row: What names the row, as text.
    """

    table: SealedTable
    row: str

    @classmethod
    def of(cls, table: str, row: str) -> "Place":
        """The place that a table's name and a row's make."""
        return cls(SealedTable(table), row)


def seal(connection: sqlite3.Connection, places: Collection[Place]) -> None:
    """Seal rows as they are now, or as gone; within the transaction that changed them."""
    end = seal_head(connection)
    for place in sorted(places):
        if _is_unsealed(place):
            continue
        content = _content(connection, place)
        if content == _sealed(connection, place):
            continue
        number = end.number + 1
        digest = link(end.digest, number, place.table, place.row, content)
        connection.execute(
            "INSERT INTO seal VALUES (?, ?, ?, ?, ?)",
            (number, place.table, place.row, content, digest),
        )
        end = SealHead(number, digest)


def seal_if_gone(connection: sqlite3.Connection, place: Place) -> None:
    """Seal a row as gone that another program has taken out, so that it can be made again."""
    if _content(connection, place) == GONE:
        seal(connection, [place])


def not_as_sealed(connection: sqlite3.Connection, were: Mapping[Place, str]) -> list[Place]:
    """Those of rows whose digest is not that of their last seal."""
    return sorted(
        place
        for place, digest in were.items()
        if not _is_unsealed(place) and digest != _sealed(connection, place)
    )


def link_seals_anew(connection: sqlite3.Connection) -> None:
    """Link the seals as they are now; within a transaction. What each says stays."""
    rows = connection.execute("SELECT id, place, row, content FROM seal ORDER BY id").fetchall()
    digest = ""
    with without_guards(connection, "seal"):
        for number, *sealed in rows:
            digest = link(digest, number, *sealed)
            connection.execute("UPDATE seal SET digest = ? WHERE id = ?", (digest, number))


def seal_everything(connection: sqlite3.Connection) -> None:
    """Seal every row as it is, and every row that is gone as gone."""
    seal(connection, {*contents(connection), *last_seals(connection)})


def seal_head(connection: sqlite3.Connection) -> SealHead:
    """The end of the chain of seals."""
    row = connection.execute(_LAST).fetchone()
    return SealHead(0, "") if row is None else SealHead(*row)


def digest_of_seal(connection: sqlite3.Connection, number: int) -> str | None:
    """The digest of a seal; None if there is no such seal."""
    row = connection.execute("SELECT digest FROM seal WHERE id = ?", (number,)).fetchone()
    return None if row is None else str(row[0])


def contents(connection: sqlite3.Connection) -> dict[Place, str]:
    """The digest of every row that has to have a seal, as it is now."""
    found = {
        Place(table, str(row[0])): link("", *row)
        for table in SealedTable
        for row in connection.execute(_rows_of(table))
    }
    return {place: content for place, content in found.items() if not _is_unsealed(place)}


def last_seals(connection: sqlite3.Connection) -> dict[Place, str]:
    """The digest of each row that was ever sealed, as last sealed; empty if it was deleted."""
    known = set(SealedTable)
    return {
        Place(SealedTable(table), row): content
        for table, row, content in connection.execute(
            "SELECT place, row, content FROM seal ORDER BY id"
        )
        if table in known
    }


def _content(connection: sqlite3.Connection, place: Place) -> str:
    """The digest of a row as it is now."""
    key, _ = SEALED[place.table]
    found = connection.execute(f"{_rows_of(place.table)} WHERE {key} = ?", (place.row,)).fetchone()
    return GONE if found is None else link("", *found)


def _rows_of(table: SealedTable) -> str:
    key, columns = SEALED[table]
    return f"SELECT {', '.join([key, *columns])} FROM {table}"  # noqa: S608 - our own names


def _is_unsealed(place: Place) -> bool:
    return place.table is SealedTable.STUDY and place.row in UNSEALED_FACTS


def _sealed(connection: sqlite3.Connection, place: Place) -> str:
    """The digest of a row as last sealed."""
    found = connection.execute(
        "SELECT content FROM seal WHERE place = ? AND row = ? ORDER BY id DESC LIMIT 1",
        (place.table, place.row),
    ).fetchone()
    return GONE if found is None else str(found[0])
