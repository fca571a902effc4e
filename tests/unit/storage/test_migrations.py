"""Formats of the database: the present one, the next one, one from the future."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database
from walks import TABLES, random_walk

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage import migrations
from hcmd_lab.storage.derived_schema import DERIVED_TABLES
from hcmd_lab.storage.migrations import STEPS, upgrade
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder

UTC = "2026-01-02T03:04:05.678+00:00"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study of the present format, with a session in it."""
    folder = StudyFolder(tmp_path / "study")
    with Store.create(folder.path, {}) as store:
        for policy in TABLES.values():
            store.learned.add_mechanism(policy, {})
        store.log.append("first001", random_walk(1).events, UTC)
    return folder.path


@pytest.fixture
def first_study(study: Path) -> Path:
    """The same study as the first version left it: without the tables that came later."""
    connection = sqlite3.connect(study / "study.db")
    connection.execute("DROP TABLE control_answer")
    connection.execute("DROP TABLE questionnaire_answer")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    return study


def with_a_note(database: Database) -> None:
    """A second step, as a later version might have."""
    database.execute("CREATE TABLE note (text TEXT NOT NULL) STRICT")


NEXT = (*STEPS, with_a_note)


def test_this_version_opens_format_1(first_study: Path) -> None:
    with Store.open(first_study) as store:
        assert store.tables_from_log.differences() == []
        assert store.log.events("first001") == random_walk(1).events
        assert migrations.format_of(store._database.sqlite) == len(STEPS)
        tables = store._database.sqlite.conn.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%sqlite%'"
        ).fetchall()
    assert set(DERIVED_TABLES) < {name for name, _ in tables}
    assert all("STRICT" in sql.rpartition(")")[2] for _, sql in tables)


def test_nothing_is_backed_up_or_changed_without_need(study: Path) -> None:
    with Store.open(study) as store:
        before = store._database.sqlite.conn.total_changes
        upgrade(store._database.sqlite, store.folder)
        assert store._database.sqlite.conn.total_changes == before
    assert list((study / "backups").iterdir()) == []


def test_an_older_study_is_backed_up_and_brought_up_to_date(study: Path) -> None:
    with Store.open(study) as store:
        upgrade(store._database.sqlite, store.folder, NEXT)
        assert store._database.sqlite.conn.execute("SELECT count(*) FROM note").fetchone() == (0,)
        assert migrations.format_of(store._database.sqlite) == len(NEXT)
        assert store.tables_from_log.differences() == []
    backup = sqlite3.connect(study / "backups" / f"study-format-{len(STEPS)}.db")
    assert backup.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    assert backup.execute("SELECT count(*) FROM event").fetchone() == (len(random_walk(1).events),)
    backup.close()


def test_a_step_that_fails_changes_nothing(study: Path) -> None:
    def broken(database: Database) -> None:
        database.execute("CREATE TABLE half (x TEXT) STRICT")
        raise RuntimeError("broken")

    with Store.open(study) as store:
        schema = "SELECT name FROM sqlite_schema"
        before = store._database.sqlite.conn.execute(schema).fetchall()
        with pytest.raises(RuntimeError, match="broken"):
            upgrade(store._database.sqlite, store.folder, (*STEPS, broken))
        assert store._database.sqlite.conn.execute(schema).fetchall() == before
        assert migrations.format_of(store._database.sqlite) == len(STEPS)
        assert store.tables_from_log.differences() == []


def test_a_study_of_a_newer_version_is_refused(study: Path) -> None:
    with Store.open(study) as store:
        upgrade(store._database.sqlite, store.folder, NEXT)
    for opener in (Store.open, Store.read):
        with pytest.raises(OperatorError, match="written by a newer version") as caught:
            opener(study)
        assert str(study) in str(caught.value)


def test_an_older_study_is_brought_up_to_date_before_it_is_read(first_study: Path) -> None:
    with Store.read(first_study) as store:
        assert migrations.format_of(store._database.sqlite) == len(STEPS)
        assert store.log.events("first001") == random_walk(1).events
    with Store.read(first_study) as store, pytest.raises(OperatorError):
        store.facts.set("nothing", "is written by a reader")
    assert [each.name for each in (first_study / "backups").iterdir()] == ["study-format-1.db"]
