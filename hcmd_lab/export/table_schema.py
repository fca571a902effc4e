"""Table schema of the export: columns with their meaning, key, links to other tables."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from hcmd_lab.export.session_data import SessionData
from hcmd_lab.storage.tablefile import Value

Kind = Literal["string", "integer", "number", "boolean", "datetime"]

Row: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: Name in the file's first line.
        kind: Type of its values; truth values are 1 and 0.
        meaning: Its meaning in one sentence.
        unit: Unit of a number; empty for none.
        allowed: The words or numbers that occur, if only some do.
        is_signed: Whether a number may lie below 0.
        most: The largest number that may occur; None where nothing bounds it.
    """

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    allowed: str = ""
    is_signed: bool = False
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A foreign key: columns that refer to a row of another table.

    Attributes:
        columns: Here; a row in which one is empty belongs to none. Data packages name a link only
            where no row has some of them empty and others not (`joins.is_whole`).
        table: The other table.
        keys: The columns there.
    """

    columns: tuple[str, ...]
    table: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the export.

    Attributes:
        name: Name of the file without its suffix.
        meaning: Meaning of a row.
        columns: The columns in order.
        key: Columns that no two rows share.
        rows: Makes the rows from the sessions.
        links: To other tables.
        is_of_sessions: Whether its rows are those of sessions, each to be made by itself.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Sequence[SessionData]], Iterator[Row]]
    links: tuple[Link, ...] = ()
    is_of_sessions: bool = True

    @property
    def file(self) -> str:
        """File name of the table."""
        return f"{self.name}.csv"


SESSION = ("session.code",)
PARTICIPANT = ("session.code", "participant.code")
GROUP = ("session.code", "group.id_in_subsession")

TO_SESSION = Link(SESSION, "sessions", SESSION)
TO_PARTICIPANT = Link(PARTICIPANT, "participants", PARTICIPANT)
TO_GROUP = Link(GROUP, "groups", GROUP)
