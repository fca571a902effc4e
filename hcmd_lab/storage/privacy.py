"""What the lab knows people by, apart from what they did; and who has withdrawn."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from hcmd_lab.game.events import CheckedIn, Event, TurnedAway

PrivacyAct = Literal["labels_purged", "withdrawn"]


@dataclass(frozen=True, slots=True)
class PrivacyRow:
    """Something that was done for the participants' privacy; these rows are never deleted.

    Attributes:
        utc: When.
        act: What.
        session: Code of the session; empty for all.
        participant: Code of the participant; empty for all.
        reason: Why.
    """

    utc: str
    act: PrivacyAct
    session: str
    participant: str
    reason: str


def take_label(connection: sqlite3.Connection, session: str, event: Event) -> Event:
    """Keep an event's label apart, and give back the event without it."""
    if not isinstance(event, CheckedIn | TurnedAway) or not event.label:
        return event
    connection.execute(
        "INSERT INTO person_label VALUES (?, ?, ?)", (session, event.participant, event.label)
    )
    return replace(event, label="")


def labels(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """All labels by session and participant."""
    return {
        (session, participant): label
        for session, participant, label in connection.execute(
            "SELECT session, participant, label FROM person_label"
        )
    }


def with_label(event: Event, session: str, known: dict[tuple[str, str], str]) -> Event:
    """An event with its label again, as long as there is one."""
    if not isinstance(event, CheckedIn | TurnedAway):
        return event
    return replace(event, label=known.get((session, event.participant), ""))


def purge_labels(connection: sqlite3.Connection, session: str, utc: str, reason: str) -> int:
    """Delete the labels of a session, or all with an empty code; returns how many there were.

    Participant lists go with them, and are not counted.
    """
    connection.execute("DELETE FROM guest WHERE session = ?1 OR ?1 = ''", (session,))
    deleted = connection.execute(
        "DELETE FROM person_label WHERE session = ?1 OR ?1 = ''", (session,)
    ).rowcount
    note(connection, PrivacyRow(utc, "labels_purged", session, "", reason))
    return deleted


def withdraw(connection: sqlite3.Connection, row: PrivacyRow) -> None:
    """Note that a participant has withdrawn, and delete the label, on the participant list too."""
    connection.execute(
        "DELETE FROM guest WHERE session = ?1 AND label = "
        "(SELECT label FROM person_label WHERE session = ?1 AND participant = ?2)",
        (row.session, row.participant),
    )
    connection.execute(
        "DELETE FROM person_label WHERE session = ? AND participant = ?",
        (row.session, row.participant),
    )
    note(connection, row)


def add_participant_list(
    connection: sqlite3.Connection, session: str, participant_list: Iterable[str]
) -> None:
    """Put labels on a session's participant list; those that are on it stay where they are."""
    connection.executemany(
        "INSERT INTO guest VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(session, label) for label in participant_list],
    )


def participant_list(connection: sqlite3.Connection, session: str) -> tuple[str, ...]:
    """The participant list of a session, in the order in which it was made."""
    rows = connection.execute(
        "SELECT label FROM guest WHERE session = ? ORDER BY rowid", (session,)
    )
    return tuple(label for (label,) in rows)


def note(connection: sqlite3.Connection, row: PrivacyRow) -> None:
    """Write down what was done."""
    connection.execute(
        "INSERT INTO privacy (utc, act, session, participant, reason) VALUES (?, ?, ?, ?, ?)",
        (row.utc, row.act, row.session, row.participant, row.reason),
    )


def privacy_log(connection: sqlite3.Connection) -> list[PrivacyRow]:
    """Everything that was done, oldest first."""
    return [
        PrivacyRow(*row)
        for row in connection.execute(
            "SELECT utc, act, session, participant, reason FROM privacy ORDER BY id"
        )
    ]
