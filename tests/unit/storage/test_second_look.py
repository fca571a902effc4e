"""What seems damaged is read once more before somebody is told to restore a backup."""

import multiprocessing
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from walks import TABLES, random_walk

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage import second_look
from hcmd_lab.storage.disk_faults import damaged, readable_faults, told
from hcmd_lab.storage.fault_numbers import Fault
from hcmd_lab.storage.mark import FILE
from hcmd_lab.storage.mark import FILE as MARK
from hcmd_lab.storage.second_look import Sight, disk_answers, look_again
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder

UTC = "2030-01-02T03:04:05.678+00:00"
MALFORMED = "database disk image is malformed"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    with Store.create(tmp_path / "study", {}) as store:
        for policy in TABLES.values():
            store.learned.add_mechanism(policy, {})
        store.log.append("aaaaaaaa", random_walk(4).events, UTC)
    return tmp_path / "study"


def spoil(study: Path) -> None:
    """Overwrite what lies behind the first page."""
    file = StudyFolder(study).database
    data = bytearray(file.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    file.write_bytes(data)


def malformed(code: int = sqlite3.SQLITE_CORRUPT) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(MALFORMED)
    error.sqlite_errorcode = code
    return error


def said_of(study: Path, error: Exception, limit_bytes: int | None = None) -> str:
    with pytest.raises(OperatorError) as refused, readable_faults(study, limit_bytes):
        raise error
    return str(refused.value)


def test_a_sound_database_is_not_called_damaged_whatever_sqlite_said(study: Path) -> None:
    assert look_again(study) is Sight.SOUND
    said = said_of(study, malformed())
    assert "is damaged" not in said
    assert "check that it is connected and sound, then try again" in said


def test_a_damaged_one_is(study: Path) -> None:
    spoil(study)
    assert look_again(study) is Sight.DAMAGED
    assert "is damaged; copy the whole folder" in said_of(study, malformed())


def test_one_that_is_no_database_is_none(study: Path) -> None:
    StudyFolder(study).database.write_bytes(b"a letter to the editor" * 1000)
    (study / MARK).unlink()  # which says that it was one
    assert "its study.db is not a database" in said_of(study, malformed(sqlite3.SQLITE_NOTADB))
    assert "is damaged" not in said_of(study, malformed(sqlite3.SQLITE_NOTADB))


def test_one_that_was_a_study_is_damaged(study: Path) -> None:
    StudyFolder(study).database.write_bytes(b"a letter to the editor" * 1000)
    assert "is damaged; copy" in said_of(study, malformed(sqlite3.SQLITE_NOTADB))


def test_a_text_that_is_none_is_damage_though_every_page_is_sound(study: Path) -> None:
    """SQLite does not look into texts."""
    assert "is damaged" in said_of(study, sqlite3.OperationalError("Could not decode to UTF-8"))


def test_where_there_is_no_time_for_a_look_both_causes_are_named(study: Path) -> None:
    said = said_of(study, malformed(), limit_bytes=4096)
    assert "its disk fails, or the file is damaged" in said
    assert "hcmd-lab check STUDY" in said
    assert "restore it" not in said


def test_a_disk_that_comes_back_between_two_looks(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = iter([Sight.DAMAGED, Sight.SOUND])
    monkeypatch.setattr(second_look, "_look", lambda *_: next(seen))
    assert look_again(study) is Sight.SOUND


@pytest.mark.parametrize("gone", ["study.db", FILE])
def test_damage_on_a_disk_that_cannot_be_read_is_not_proved(
    study: Path, gone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_look, "_look", lambda *_: Sight.DAMAGED)
    assert look_again(study) is Sight.DAMAGED
    (study / gone).unlink()
    (study / gone).mkdir()  # a folder can be read by nobody, whatever rights they have
    assert look_again(study) is Sight.NO_DISK
    for said in (str(told(Fault.DOUBTFUL, study)), str(damaged(study))):
        assert "could not be read or written" in said


def _closes_it(database: Path, is_last: "multiprocessing.Queue[bool]") -> None:
    """Another program that writes and closes takes the log away if it holds itself for the last."""
    connection = sqlite3.connect(database)
    connection.execute("SELECT count(*) FROM study").fetchone()
    connection.close()
    is_last.put(not database.with_name(f"{database.name}-wal").exists())


@pytest.fixture
def others() -> Iterator["multiprocessing.Queue[bool]"]:
    queue = multiprocessing.get_context("spawn").Queue()
    yield queue
    queue.close()


def test_a_look_takes_no_locks_from_whoever_hosts(
    study: Path, others: "multiprocessing.Queue[bool]"
) -> None:
    """The system takes all locks of a process from a file when it closes any of its own."""
    with Store.open(study) as store:
        store.log.append("bbbbbbbb", random_walk(5).events, UTC)
        assert look_again(study) is Sight.SOUND
        assert disk_answers(study)
        other = multiprocessing.get_context("spawn").Process(
            target=_closes_it, args=(StudyFolder(study).database, others)
        )
        other.start()
        assert others.get(timeout=30) is False
        other.join()
