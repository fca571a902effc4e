"""The statements that derived rows are written with, and the columns that most of them have."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TypeAlias

from hcmd_lab.storage.codec import Logged
from hcmd_lab.storage.incidents import Cell, Incident, incident

Write: TypeAlias = tuple[str, tuple[Cell, ...]]
"""An SQL statement and its values."""


def of_person(logged: Logged, code: str) -> dict[str, Cell]:
    """The columns that name a participant."""
    return {"session": logged.session, "code": code}


def of_group(logged: Logged, group: int) -> dict[str, Cell]:
    """The columns that name a group."""
    return {"session": logged.session, "group_number": group}


def origin(logged: Logged) -> dict[str, Cell]:
    """The event that a row comes from, and when it happened."""
    return {"at_ms": logged.event.at_ms, "event_id": logged.id}


def of_slot(
    logged: Logged, group: int, stage: int, round_number: int, seat: int
) -> dict[str, Cell]:
    """The columns that name what a seat did in a round."""
    return {
        **of_group(logged, group),
        "stage": stage,
        "round_number": round_number,
        "seat": seat,
        **origin(logged),
    }


def write_incident(logged: Logged, event: Incident) -> Write:
    """The statement that notes an incident."""
    return insert("incident", session=logged.session, **origin(logged), **incident(event))


def insert(table: str, **values: Cell) -> Write:
    """The statement that adds a row."""
    return _insertion(table, tuple(values)), tuple(values.values())


@lru_cache
def _insertion(table: str, names: tuple[str, ...]) -> str:
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - our own names


def update(table: str, where: Mapping[str, Cell], **values: Cell) -> Write:
    """The statement that changes all rows with some values."""
    changes = ", ".join(f"{name} = ?" for name in values)
    condition = " AND ".join(f"{name} = ?" for name in where)
    sql = f"UPDATE {table} SET {changes} WHERE {condition}"  # noqa: S608 - our own names
    return sql, (*values.values(), *where.values())
