"""Formats of the database: the present one, the next one, one from the future."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database
from walks import TABLES, random_walk

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage import migrations
from hcmd_lab.storage.connection import make_database
from hcmd_lab.storage.folder import StudyFolder
from hcmd_lab.storage.migrations import STEPS, first_format, upgrade
from hcmd_lab.storage.schema import DERIVED_TABLES
from hcmd_lab.storage.store import Store

UTC = "2026-01-02T03:04:05.678+00:00"


@pytest.fixture
def first_study(tmp_path: Path) -> Path:
    """A study of format 1, made by its migration, with a session in it."""
    folder = StudyFolder(tmp_path / "study")
    folder.make()
    database = make_database(folder)
    upgrade(database, folder, (first_format,))
    database.close()
    with Store.open(folder.path) as store:
        for policy in TABLES.values():
            store.add_mechanism(policy, {})
        store.append("first001", random_walk(1).events, UTC)
    return folder.path


def with_a_note(database: Database) -> None:
    """A second step, as a later version might have."""
    database.execute("CREATE TABLE note (text TEXT NOT NULL) STRICT")


def test_this_version_opens_format_1(first_study: Path) -> None:
    with Store.open(first_study) as store:
        assert store.differences() == []
        assert store.events("first001") == random_walk(1).events
        assert store._connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
        tables = store._connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%sqlite%'"
        ).fetchall()
    assert set(DERIVED_TABLES) < {name for name, _ in tables}
    assert all("STRICT" in sql.rpartition(")")[2] for _, sql in tables)


def test_nothing_is_backed_up_or_changed_without_need(first_study: Path) -> None:
    with Store.open(first_study) as store:
        before = store._connection.total_changes
        upgrade(store._database, store.folder)
        assert store._connection.total_changes == before
    assert list((first_study / "backups").iterdir()) == []


def test_an_older_study_is_backed_up_and_brought_up_to_date(first_study: Path) -> None:
    with Store.open(first_study) as store:
        upgrade(store._database, store.folder, (first_format, with_a_note))
        assert store._connection.execute("SELECT count(*) FROM note").fetchone() == (0,)
        assert store._connection.execute("PRAGMA user_version").fetchone() == (2,)
        assert store.differences() == []
    backup = sqlite3.connect(first_study / "backups" / "study-format-1.db")
    assert backup.execute("PRAGMA user_version").fetchone() == (1,)
    assert backup.execute("SELECT count(*) FROM event").fetchone() == (len(random_walk(1).events),)
    backup.close()


def test_a_step_that_fails_changes_nothing(first_study: Path) -> None:
    def broken(database: Database) -> None:
        database.execute("CREATE TABLE half (x TEXT) STRICT")
        raise RuntimeError("broken")

    with Store.open(first_study) as store:
        before = store._connection.execute("SELECT name FROM sqlite_schema").fetchall()
        with pytest.raises(RuntimeError, match="broken"):
            upgrade(store._database, store.folder, (first_format, broken))
        assert store._connection.execute("SELECT name FROM sqlite_schema").fetchall() == before
        assert store._connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert store.differences() == []


def test_a_study_of_a_newer_version_is_refused(first_study: Path) -> None:
    with Store.open(first_study) as store:
        upgrade(store._database, store.folder, (first_format, with_a_note))
    for opener in (Store.open, Store.read):
        with pytest.raises(OperatorError, match="written by a newer version") as caught:
            opener(first_study)
        assert str(first_study) in str(caught.value)


def test_an_older_study_is_not_read_without_being_brought_up_to_date(first_study: Path) -> None:
    steps = (first_format, with_a_note)
    with (
        Store.read(first_study) as store,
        pytest.raises(OperatorError, match="written by an older version"),
    ):
        migrations.require_current(store._database, store.folder, steps)
