"""Migrations of the study database.

The list of steps only ever grows at its end. Steps concern the tables that hold the truth; derived
tables are made anew after any step (so a change of theirs alone is an empty step). The format's
number is the number of steps, kept in `PRAGMA user_version`.
"""

import json
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlite_utils import Database, Migrations

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.backups import copy_database
from hcmd_lab.storage.event_chain import extend
from hcmd_lab.storage.fingerprints import KEY_BYTES, digest
from hcmd_lab.storage.identity import IDENTITY_FACT
from hcmd_lab.storage.seals import seal_everything
from hcmd_lab.storage.study_database import StudyDatabase
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.storage.tables_from_log import TablesFromLog

Step = Callable[[Database], None]

_NOW = "(strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now'))"
_ID = "length({0}) BETWEEN 1 AND 64 AND {0} NOT GLOB '*[^A-Za-z0-9_-]*'"


def _append_only(table: str, refusal: str) -> tuple[str, str]:
    """The guards of a table whose rows are never updated, and never deleted."""
    never_updated, never_deleted = (
        f"CREATE TRIGGER {table}_is_never_{done} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
        for done, act in (("updated", "UPDATE"), ("deleted", "DELETE"))
    )
    return never_updated, never_deleted


_NEVER_UPDATED, _NEVER_DELETED = _append_only("event", "the event log is append-only")


def first_format(database: Database) -> None:
    """Create the events with their guards, and the tables not derived from them."""
    for sql in (
        """
        CREATE TABLE study (
            key TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        f"""
        CREATE TABLE event (
            id INTEGER PRIMARY KEY,
            session TEXT NOT NULL CHECK ({_ID.format("session")}),
            at_ms INTEGER NOT NULL CHECK (at_ms >= 0),
            utc TEXT NOT NULL,
            kind TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX event_of_session ON event (session, id)",
        _NEVER_UPDATED,
        _NEVER_DELETED,
        """
        CREATE TABLE software (
            event_id INTEGER PRIMARY KEY REFERENCES event (id),
            versions TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE imported_file (
            session TEXT PRIMARY KEY,
            file TEXT NOT NULL,
            sha256 TEXT NOT NULL UNIQUE,
            layout TEXT NOT NULL
        ) STRICT
        """,
        "CREATE TABLE clock (session TEXT PRIMARY KEY, at_ms INTEGER NOT NULL) STRICT",
        f"""
        CREATE TABLE mechanism (
            sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
            name TEXT NOT NULL,
            bytes BLOB NOT NULL,
            checkpoint TEXT NOT NULL,
            provenance TEXT NOT NULL,
            created_utc TEXT NOT NULL DEFAULT {_NOW}
        ) STRICT
        """,
        """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            iteration INTEGER NOT NULL,
            job TEXT NOT NULL,
            result TEXT NOT NULL,
            started_utc TEXT NOT NULL,
            finished_utc TEXT NOT NULL,
            versions TEXT NOT NULL
        ) STRICT
        """,
        f"""
        CREATE TABLE station (
            name TEXT PRIMARY KEY CHECK ({_ID.format("name")}),
            token_sha256 TEXT NOT NULL,
            paired_utc TEXT NOT NULL
        ) STRICT
        """,
    ):
        database.execute(sql)


def script_tables(_: Database) -> None:
    """Add consent, control questions and questionnaires, all in derived tables."""


def labels_apart(database: Database) -> None:
    """Separate labels from behaviour, so that they can be purged."""
    for sql in (
        """
        CREATE TABLE person_label (
            session TEXT NOT NULL,
            participant TEXT NOT NULL,
            label TEXT NOT NULL,
            PRIMARY KEY (session, participant)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE privacy (
            id INTEGER PRIMARY KEY,
            utc TEXT NOT NULL,
            act TEXT NOT NULL CHECK (act IN ('labels_purged', 'withdrawn')),
            session TEXT NOT NULL,
            participant TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT
        """,
        """
        INSERT INTO person_label
        SELECT session, json_extract(body, '$.participant'), json_extract(body, '$.label')
        FROM event
        WHERE kind IN ('CheckedIn', 'TurnedAway') AND json_extract(body, '$.label') <> ''
        """,
        # The one change that the log ever sees: afterwards it is as if labels had never been in it.
        "DROP TRIGGER event_is_never_updated",
        """
        UPDATE event SET body = json_set(body, '$.label', '')
        WHERE kind IN ('CheckedIn', 'TurnedAway')
        """,
        _NEVER_UPDATED,
    ):
        database.execute(sql)


def guest_lists(database: Database) -> None:
    """Add participant lists; as personal as labels, and purged with them."""
    database.execute(
        """
        CREATE TABLE guest (
            session TEXT NOT NULL,
            label TEXT NOT NULL,
            PRIMARY KEY (session, label)
        ) STRICT
        """
    )


def text_pictures(database: Database) -> None:
    """Add pictures in the texts of sessions."""
    database.execute(
        """
        CREATE TABLE picture (
            sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
            bytes BLOB NOT NULL
        ) STRICT
        """
    )


def fingerprints(database: Database) -> None:
    """Add fingerprints of labels under a key of the study; they stay when labels are purged."""
    for sql in (
        "CREATE TABLE fingerprint_key (key TEXT PRIMARY KEY) STRICT",
        """
        CREATE TABLE fingerprint (
            session TEXT NOT NULL,
            participant TEXT NOT NULL,
            key TEXT NOT NULL,
            digest TEXT NOT NULL,
            PRIMARY KEY (session, participant)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX fingerprint_digest ON fingerprint (digest)",
        # The same table with one act more: SQLite cannot change the condition.
        "ALTER TABLE privacy RENAME TO former_privacy",
        """
        CREATE TABLE privacy (
            id INTEGER PRIMARY KEY,
            utc TEXT NOT NULL,
            act TEXT NOT NULL
                CHECK (act IN ('labels_purged', 'fingerprints_purged', 'withdrawn')),
            session TEXT NOT NULL,
            participant TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT
        """,
        "INSERT INTO privacy SELECT * FROM former_privacy",
        "DROP TABLE former_privacy",
    ):
        database.execute(sql)
    key = secrets.token_hex(KEY_BYTES)
    database.execute("INSERT INTO fingerprint_key VALUES (?)", (key,))
    people = database.execute(
        """
        SELECT session, participant, label FROM person_label WHERE EXISTS (
            SELECT 1 FROM event WHERE event.session = person_label.session
            AND kind = 'CheckedIn' AND json_extract(body, '$.participant') = participant
            AND NOT json_extract(body, '$.is_bot')
        )
        """
    ).fetchall()
    database.conn.executemany(
        "INSERT INTO fingerprint VALUES (?, ?, ?, ?)",
        [(session, person, key, digest(key, label)) for session, person, label in people],
    )


def unfilled_groups(_: Database) -> None:
    """Add the status of groups that closed before they started, all in derived tables."""


def event_chain(database: Database) -> None:
    """Chain the events by digests, so that a changed or removed one is found."""
    for sql in (
        """
        CREATE TABLE chain (
            event_id INTEGER PRIMARY KEY REFERENCES event (id),
            digest TEXT NOT NULL CHECK (length(digest) = 64)
        ) STRICT
        """,
        *_append_only("chain", "the chain is append-only"),
    ):
        database.execute(sql)
    extend(database.conn)


def group_tally(database: Database) -> None:
    """Add the tally of the groups, and what tells a study from every other one."""
    database.execute("CREATE INDEX fingerprint_of_key ON fingerprint (key)")
    database.execute(
        "INSERT OR IGNORE INTO study VALUES (?, ?)",
        (IDENTITY_FACT, json.dumps(secrets.token_hex(KEY_BYTES))),
    )


def set_aside(database: Database) -> None:
    """Add what tells training steps that a study has gone back from; they stay."""
    database.execute("ALTER TABLE run ADD COLUMN set_aside_utc TEXT NOT NULL DEFAULT ''")


def seals(database: Database) -> None:
    """Add the seals of what is kept beside the log, and seal it as it is."""
    for sql in (
        """
        CREATE TABLE seal (
            id INTEGER PRIMARY KEY,
            place TEXT NOT NULL,
            row TEXT NOT NULL,
            content TEXT NOT NULL CHECK (length(content) IN (0, 64)),
            digest TEXT NOT NULL CHECK (length(digest) = 64)
        ) STRICT
        """,
        "CREATE INDEX seal_of_row ON seal (place, row, id)",
        *_append_only("seal", "seals are append-only"),
    ):
        database.execute(sql)
    seal_everything(database.conn)


STEPS: tuple[Step, ...] = (
    first_format, script_tables, labels_apart, guest_lists, text_pictures, fingerprints,
    unfilled_groups, event_chain, group_tally, set_aside, seals,
)  # fmt: skip


def upgrade(database: Database, folder: StudyFolder, steps: Sequence[Step] = STEPS) -> None:
    """Bring a database to the newest format, in one transaction, after a backup.

    Raises:
        OperatorError: The study is of a newer format than this version knows.
    """
    version = format_of(database)
    require_known(database, folder, steps)
    if version == len(steps):
        return
    if version:
        copy_database(database.conn, folder.backups / f"study-format-{version}.db")
    build(database, folder.path, steps)


def build(database: Database, path: Path, steps: Sequence[Step] = STEPS) -> None:
    """Take the steps that a database has not taken yet, and make the derived tables anew.

    Args:
        database: May be empty.
        path: The study's folder, for sentences.
        steps: All steps.
    """
    migrations = Migrations("study")
    for step in steps:
        migrations()(step)
    with database.atomic():
        migrations.apply(database)
        TablesFromLog(StudyDatabase(path, database)).rebuild()
        database.execute(f"PRAGMA user_version = {len(steps)}")


def format_of(database: Database) -> int:
    """The format number of a database; 0 while it is empty."""
    version: int = database.execute("PRAGMA user_version").fetchone()[0]
    return version


def require_known(database: Database, folder: StudyFolder, steps: Sequence[Step] = STEPS) -> None:
    """Check that this version can read the study.

    Raises:
        OperatorError: The study is of a newer format than this version knows.
    """
    if format_of(database) > len(steps):
        raise OperatorError(
            "The study {folder} was written by a newer version of HCMD Lab; install that "
            "version to open it.",
            folder=folder.path,
        )
