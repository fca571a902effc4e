"""Seals: whatever this program stores beside the log has one, and a lost one is missed."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from studies import playable_study
from tampering import tamper

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.mark import Mark, read_mark, write_mark
from hcmd_lab.storage.seals import SEALED, Place, SealedTable, last_seals
from hcmd_lab.storage.store import Store


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return playable_study(tmp_path / "study", 4)


def findings(study: Path) -> list[str]:
    with Store.read(study) as store:
        return [str(finding) for finding in store.gaps()]


def seals(study: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(study / "study.db")) as connection:
        return connection.execute("SELECT place, row, content FROM seal ORDER BY id").fetchall()


def begin(store: Store) -> None:
    """Store something and do not come to an end."""
    with store.transaction():
        store.facts.set("lab name", "A")
        raise RuntimeError


def set_both(store: Store) -> None:
    with store.transaction():
        store.facts.set("copy", "mine")
        store.facts.set("lab name", "C")


def test_every_column_of_a_sealed_table_is_covered(study: Path) -> None:
    with closing(sqlite3.connect(study / "study.db")) as connection:
        for table, (key, columns) in SEALED.items():
            found = {name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")}
            by_their_digest = {"bytes"} & found
            assert found - by_their_digest == {key, *columns}


def test_what_changes_gets_a_seal_and_what_stays_gets_none(study: Path) -> None:
    before = len(seals(study))
    with Store.open(study) as store:
        store.facts.set("lab name", "A")
        store.facts.set("lab name", "A")
        store.facts.set("lab name", "B")
        store.facts.erase("lab name")
    new = seals(study)[before:]
    assert [(place, row, bool(content)) for place, row, content in new] == [
        ("study", "lab name", True), ("study", "lab name", True), ("study", "lab name", False),
    ]  # fmt: skip
    assert findings(study) == []


def test_what_is_undone_gets_no_seal(study: Path) -> None:
    before = seals(study)
    with Store.open(study) as store:
        with pytest.raises(RuntimeError):
            begin(store)
        with store.transaction():
            with pytest.raises(RuntimeError):
                begin(store)
            store.facts.set("copy", "mine")
    assert [row for _, row, _ in seals(study)[len(before) :]] == ["copy"]
    assert findings(study) == []


def test_a_second_connection_of_the_program_seals_too(study: Path) -> None:
    with Store.open(study) as store:
        with store.beside() as other:
            other.facts.set("lab name", "A")
        store.facts.set("lab name", "B")
    assert findings(study) == []


def test_the_pin_of_an_earlier_version_gets_no_seal(study: Path) -> None:
    """A digest of six digits would tell them."""
    with Store.open(study) as store:
        store.facts.set("exit_pin", "123456")
    with closing(sqlite3.connect(study / "study.db")) as connection:
        assert Place(SealedTable.STUDY, "exit_pin") not in last_seals(connection)
    assert findings(study) == []


def test_a_seal_that_was_changed_is_found(study: Path) -> None:
    tamper(study, "UPDATE seal SET content = '' WHERE id = 2")
    (broken, *_) = findings(study)
    assert "seal 2 of what is kept beside the log does not follow" in broken


def test_an_older_copy_is_missed_by_the_mark_though_no_event_is(study: Path) -> None:
    shutil.copy(study / "study.db", study.parent / "older.db")
    with Store.open(study) as store:
        store.facts.set("lab name", "A")
        store.facts.set("lab name", "B")
    shutil.copy(study.parent / "older.db", study / "study.db")
    with pytest.raises(OperatorError, match=r"lacks 2 changes of its settings, training steps"):
        Store.open(study)
    with pytest.raises(OperatorError, match=r"lacks 2 changes of its settings, training steps"):
        Store.read(study)


def test_another_study_of_as_many_seals_is_not_taken_for_this_one(study: Path) -> None:
    mark = read_mark(study)
    assert mark is not None
    write_mark(study, Mark(mark.event, mark.digest, mark.utc, mark.seal, "0" * 64))
    with pytest.raises(OperatorError, match="Settings, training steps and notes of the study"):
        Store.open(study)


def test_a_mark_of_an_earlier_version_says_nothing_of_seals(study: Path) -> None:
    (study / "study.mark").write_text('{"event":0,"digest":"","utc":"2026-01-02"}', "utf-8")
    with Store.open(study):
        pass
    mark = read_mark(study)
    assert mark is not None
    assert mark.seal == len(seals(study))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE study SET value = '\"B\"' WHERE key = 'lab name'",
        "DELETE FROM study WHERE key = 'lab name'",
    ],
)
def test_what_another_program_has_changed_is_not_written_over(study: Path, statement: str) -> None:
    """It would get a seal, and nobody could tell any more."""
    with Store.open(study) as store:
        store.facts.set("lab name", "A")
    tamper(study, statement)
    with Store.open(study) as store:
        with pytest.raises(OperatorError, match="the study’s note “lab name”"):
            set_both(store)
        assert store.facts.get("copy") is None
        store.facts.set("copy", "mine")
        assert [place.row for place in store.changed()] == ["lab name"]
        store.take_as_it_is()
        store.facts.set("lab name", "C")
    assert findings(study) == []


def test_what_another_program_has_put_in_is_not_deleted(study: Path) -> None:
    tamper(study, "INSERT INTO study VALUES ('lab name', '\"A\"')")
    with Store.open(study) as store:
        with pytest.raises(OperatorError, match="the study’s note “lab name”"):
            store.facts.erase("lab name")
        assert store.facts.get("lab name") == "A"
