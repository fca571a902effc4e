"""The tally: how many groups there are of each kind.

It is what a study asks for at each end of a group, and as large for ten groups as for ten thousand.
Triggers keep it: whatever changes a group, or seats a simulated participant, changes the tally
within the same transaction.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hcmd_lab.game.played import Aside, Purpose, Source

TALLY = "group_tally"
"""Name of its table."""

_KIND = (
    "purpose", "iteration", "imported", "simulated", "status", "tail_endowment", "mechanism_1",
    "mechanism_2", "rounds_1", "rounds_2", "given", "set_aside",
)  # fmt: skip

_KIND_OF_GROUP = """
    s.purpose, s.iteration, s.imported, {group}.bots > 0, {group}.status, {group}.tail_endowment,
    {group}.mechanism_1, {group}.mechanism_2, {group}.rounds_1, {group}.rounds_2, {group}.given,
    {group}.set_aside
"""
"""The kind of a group, as SQL beside its session `s`."""


def _count(group: str, change: int) -> str:
    """A statement that counts a group in or out."""
    kind = ", ".join(_KIND)
    return f"""
        INSERT INTO group_tally ({kind}, groups)
        SELECT {_KIND_OF_GROUP.format(group=group)}, {change} FROM session s
        WHERE s.code = {group}.session
        ON CONFLICT ({kind}) DO UPDATE SET groups = groups + {change};
    """  # noqa: S608 - names of ours


def _seat_bot(row: str, change: int) -> str:
    return f"""
        UPDATE session_group SET bots = bots + {change}
        WHERE session = {row}.session AND group_number = {row}.group_number AND {row}.is_bot;
    """  # noqa: S608 - names of ours


CREATE_TALLY = (
    f"""
    CREATE TABLE group_tally (
        purpose TEXT NOT NULL,
        iteration INTEGER NOT NULL,
        imported INTEGER NOT NULL,
        simulated INTEGER NOT NULL,
        status TEXT NOT NULL,
        tail_endowment INTEGER NOT NULL,
        mechanism_1 TEXT NOT NULL,
        mechanism_2 TEXT NOT NULL,
        rounds_1 INTEGER NOT NULL,
        rounds_2 INTEGER NOT NULL,
        given INTEGER NOT NULL,
        set_aside TEXT NOT NULL,
        groups INTEGER NOT NULL,
        PRIMARY KEY ({", ".join(_KIND)})
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    CREATE TRIGGER group_is_tallied AFTER INSERT ON session_group BEGIN
        {_count("NEW", 1)}
    END
    """,
    f"""
    CREATE TRIGGER group_is_tallied_anew AFTER UPDATE ON session_group BEGIN
        {_count("OLD", -1)}
        {_count("NEW", 1)}
        DELETE FROM group_tally WHERE groups = 0;
    END
    """,  # noqa: S608 - names of ours
    f"""
    CREATE TRIGGER bot_is_seated AFTER INSERT ON participant WHEN NEW.is_bot BEGIN
        {_seat_bot("NEW", 1)}
    END
    """,
    f"""
    CREATE TRIGGER bot_is_seated_anew AFTER UPDATE OF group_number ON participant
    WHEN NEW.is_bot AND OLD.group_number IS NOT NEW.group_number BEGIN
        {_seat_bot("OLD", -1)}
        {_seat_bot("NEW", 1)}
    END
    """,
)
"""Statements that create the tally; after those of the tables that it counts."""

_TALLY = f"SELECT {', '.join(_KIND)}, groups FROM group_tally"  # noqa: S608 - names of ours

_KIND_OF_ONE = f"""
    SELECT {_KIND_OF_GROUP.format(group="g")}, 1
    FROM session_group g JOIN session s ON s.code = g.session
    WHERE g.session = ? AND g.group_number = ?
"""  # noqa: S608 - names of ours

_DIFFERENT = f"""
    WITH counted AS (
        SELECT {_KIND_OF_GROUP.format(group="g")}, count(*)
        FROM session_group g JOIN session s ON s.code = g.session GROUP BY {
    ", ".join(str(n) for n in range(1, len(_KIND) + 1))
}
    )
    SELECT count(*) FROM (
        SELECT * FROM (SELECT * FROM counted EXCEPT SELECT * FROM group_tally)
        UNION ALL
        SELECT * FROM (SELECT * FROM group_tally EXCEPT SELECT * FROM counted)
    )
"""  # noqa: S608 - names of ours


@dataclass(frozen=True, slots=True)
class GroupTally:
    """A kind of groups, and how many there are.

    Attributes:
        purpose: Purpose of their sessions.
        iteration: The study's iteration, from 1.
        source: Who played.
        status: How far they are, as in `GroupRow`.
        tail_endowment: Of each tail seat, in coins; 0 where they differ.
        mechanisms: SHA-256 of the tables of the first two stages, names for imported groups.
        rounds: Rounds of the first two stages of a complete group; 0 before.
        votes: Votes that each of the groups has cast, also of who has withdrawn since.
        set_aside: Whether the study has gone back to a step before them.
        groups: How many there are.
    """

    purpose: Purpose
    iteration: int
    source: Source
    status: str
    tail_endowment: int
    mechanisms: tuple[str, str]
    rounds: tuple[int, int]
    votes: int
    set_aside: Aside
    groups: int

    @property
    def simulated_at(self) -> tuple[str, ...]:
        """Where simulated participants sat is told of single groups alone."""
        return ()


def read_tally(connection: sqlite3.Connection) -> Iterator[GroupTally]:
    """All kinds of groups that there are."""
    for row in connection.execute(_TALLY):
        yield _kind(row)


def kind_of(connection: sqlite3.Connection, session: str, group: int) -> GroupTally:
    """The kind of one group, which has to be there; 1 for the number of groups."""
    return _kind(connection.execute(_KIND_OF_ONE, (session, group)).fetchone())


def _kind(row: tuple[Any, ...]) -> GroupTally:
    (
        purpose, iteration, imported, simulated, status, tail_endowment, mechanism_1, mechanism_2,
        rounds_1, rounds_2, given, set_aside, groups,
    ) = row  # fmt: skip
    source: Source = "imported" if imported else "simulated" if simulated else "human"
    return GroupTally(
        purpose, iteration, source, status, tail_endowment, (mechanism_1, mechanism_2),
        (rounds_1, rounds_2), given, Aside(set_aside), groups,
    )  # fmt: skip


def count_differences(connection: sqlite3.Connection) -> int:
    """Kinds of groups of which the tally tells another number than there are."""
    (different,) = connection.execute(_DIFFERENT).fetchone()
    return int(different)
