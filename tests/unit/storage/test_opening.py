"""Making and opening studies, and everything that can be wrong with one."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from walks import random_walk

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.storage import database_file as connection
from hcmd_lab.storage import opening
from hcmd_lab.storage.backup_places import Occasion
from hcmd_lab.storage.backups import back_up, copy_database
from hcmd_lab.storage.database_file import APPLICATION_ID
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder

UTC = "2030-01-02T03:04:05.678+00:00"
EVENTS = random_walk(4).events


@pytest.fixture
def study(tmp_path: Path) -> Path:
    path = tmp_path / "study"
    Store.create(path, {"name": "a study"}).close()
    return path


def pragma(store: Store, name: str) -> object:
    (value,) = store._database.sqlite.conn.execute(f"PRAGMA {name}").fetchone()
    return value


def test_pragmas(study: Path) -> None:
    with Store.open(study) as store:
        assert pragma(store, "application_id") == APPLICATION_ID
        assert pragma(store, "journal_mode") == "wal"
        assert pragma(store, "synchronous") == 2  # FULL
        assert pragma(store, "foreign_keys") == 1
        assert pragma(store, "trusted_schema") == 0
        assert pragma(store, "busy_timeout") == 250


def test_macos_is_told_to_empty_the_drives_cache(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection.sys, "platform", "darwin")
    database = connection.connect(StudyFolder(study))
    assert database.execute("PRAGMA fullfsync").fetchone() == (1,)
    assert database.execute("PRAGMA checkpoint_fullfsync").fetchone() == (1,)
    database.close()


@pytest.mark.parametrize("place", ["inside", "exports/deep/inside"])
def test_no_study_is_made_within_another_one(place: str, tmp_path: Path) -> None:
    study = tmp_path / "study"
    Store.create(study, {}).close()
    with pytest.raises(UsageError, match="lies within the study"):
        Store.create(study / place, {})
    assert not (study / place).exists()
    Store.create(tmp_path / "beside", {}).close()


def test_create_in_an_empty_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "study"
    path.mkdir(parents=True)
    with Store.create(path, {"seed": 7, "names": ["a", "b"]}) as store:
        assert store.facts.get("seed") == 7
        assert store.facts.get("names") == ["a", "b"]
    assert [child.name for child in path.parent.iterdir()] == ["study"]


def test_create_refuses_a_study(study: Path) -> None:
    with pytest.raises(UsageError, match="is already a study"):
        Store.create(study, {})


def test_create_refuses_a_folder_with_something_in_it(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match="not an empty folder"):
        Store.create(tmp_path, {})
    with pytest.raises(UsageError, match="not an empty folder"):
        Store.create(tmp_path / "notes.txt", {})
    assert [child.name for child in tmp_path.iterdir()] == ["notes.txt"]


def test_a_creation_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        Store.create(tmp_path / "study", {"not JSON": object()})
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_while_creating(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_: StudyFolder) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(StudyFolder, "make", no_room)
    with pytest.raises(OperatorError, match="is full; free some space"):
        Store.create(tmp_path / "study", {})
    assert list(tmp_path.iterdir()) == []


def test_an_unwritable_place(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OperatorError, match="cannot be written"):
        Store.create(tmp_path / "file" / "study", {})


def test_a_missing_folder(tmp_path: Path) -> None:
    for opener in (Store.open, Store.read):
        with pytest.raises(UsageError, match=r"There is no study folder .*nowhere; check the path"):
            opener(tmp_path / "nowhere")


def test_a_folder_that_is_no_study(tmp_path: Path) -> None:
    for opener in (Store.open, Store.read):
        with pytest.raises(UsageError, match="is not a study folder"):
            opener(tmp_path)


def a_table_of_theirs(database: Path) -> None:
    with closing(sqlite3.connect(database)) as other:
        other.execute("CREATE TABLE theirs (x)")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (a_table_of_theirs, "belongs to another program"),
        (Path.touch, r"its study\.db is empty"),
        (lambda database: database.write_text("no database"), "is not a database"),
        (lambda database: database.write_bytes(b"nor this " * 900), "is not a database"),
    ],
    ids=["theirs", "empty", "short", "long"],
)
def test_a_study_db_that_is_none_is_told_and_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], object], sentence: str
) -> None:
    database = tmp_path / "study.db"
    make(database)
    before = database.read_bytes()
    for opener in (Store.open, Store.read):
        with pytest.raises(OperatorError, match=sentence):
            opener(tmp_path)
    assert [*tmp_path.iterdir()] == [database]
    assert database.read_bytes() == before


def test_a_file_in_a_study_s_place(tmp_path: Path) -> None:
    (tmp_path / "study").write_text("")
    for opener in (Store.open, Store.read):
        with pytest.raises(UsageError, match="is a file and no study folder; check the path"):
            opener(tmp_path / "study")


@pytest.mark.parametrize("has_backup", [True, False])
@pytest.mark.parametrize(
    "left", [None, b"", b"not what was written " * 500], ids=["gone", "empty", "garbled"]
)
def test_whoever_has_lost_a_database_is_told_of_the_backup(
    study: Path, left: bytes | None, has_backup: bool
) -> None:
    if has_backup:
        with closing(sqlite3.connect(study / "study.db")) as database:
            back_up(database, StudyFolder(study), Occasion.HAND)
    for each in study.glob("study.db*"):
        each.unlink()
    if left is not None:
        (study / "study.db").write_bytes(left)
    told = "hcmd-lab restore STUDY" if has_backup else "There is no backup of it"
    for opener in (Store.open, Store.read):
        with pytest.raises(OperatorError, match=told) as found:
            opener(study)
        assert "check the path" not in str(found.value)
    assert (study / "study.db").exists() == (left is not None)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "study.db").write_text("this is a text, and by no means a database\n" * 50)
    for opener in (Store.open, Store.read):
        with pytest.raises(OperatorError, match="is not a database"):
            opener(tmp_path)


def test_a_damaged_database(study: Path) -> None:
    file = study / "study.db"
    data = bytearray(file.read_bytes())
    data[4096 * 3 : 4096 * 6] = b"\xff" * 4096 * 3
    file.write_bytes(bytes(data))
    with pytest.raises(OperatorError, match=r"is damaged; copy the whole folder"):
        Store.open(study)


def test_a_text_that_is_no_text(study: Path) -> None:
    database = sqlite3.connect(study / "study.db")
    with database:
        database.execute("UPDATE study SET value = cast(x'22ff22' AS TEXT)")
    database.close()
    with pytest.raises(OperatorError, match=r"is damaged; copy the whole folder"):  # noqa: SIM117
        with Store.read(study) as store:
            store.facts.get("name")


def test_damage_that_only_a_check_finds(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Damaged(connection.Database):
        def execute(self, sql: str, parameters: object = None) -> sqlite3.Cursor:
            if "quick_check" in sql:
                sql = "SELECT 'row 1 missing from index'"
            return super().execute(sql)

    monkeypatch.setattr(connection, "Database", Damaged)
    with pytest.raises(OperatorError, match="is damaged"):
        Store.open(study)


def test_a_truncated_database(study: Path) -> None:
    file = study / "study.db"
    file.write_bytes(file.read_bytes()[:5000])
    with pytest.raises(OperatorError, match="is damaged"):
        Store.open(study)


def test_open_elsewhere(study: Path) -> None:
    with Store.open(study):
        with pytest.raises(OperatorError, match="is already open in another window") as caught:
            Store.open(study)
        assert str(study) in str(caught.value)
    Store.open(study).close()


def test_a_study_that_cannot_be_opened_is_not_left_locked(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OperatorError("too new")

    with monkeypatch.context() as patch:
        patch.setattr(opening, "upgrade", fail)
        with pytest.raises(OperatorError, match="too new"):
            Store.open(study)
    Store.open(study).close()


def test_a_killed_process_leaves_no_lock(study: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from hcmd_lab.storage.store import Store; "
        "store = Store.open(Path(sys.argv[1])); store.facts.set('saved', True); "
        "print('ready', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", script, str(study)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    try:
        assert holder.stdout.readline().strip() == b"ready"
        with pytest.raises(OperatorError, match="already open"):
            Store.open(study)
    finally:
        holder.kill()
        holder.wait()
        holder.stdout.close()
        holder.stdin.close()
    with Store.open(study) as store:
        assert store.facts.get("saved") is True


def test_reading_beside_a_writer(study: Path) -> None:
    with Store.open(study) as writer:
        writer.facts.set("a", 1)
        reader = Store.read(study)
        assert reader.facts.get("a") == 1
        with pytest.raises(OperatorError, match="open read-only"):
            reader.facts.set("a", 2)
        reader.close()
        assert writer.facts.get("a") == 1


def test_a_reader_sees_one_moment(study: Path) -> None:
    """Whatever another connection commits between two statements, in whatever it is nested."""
    with Store.open(study) as writer:
        writer.facts.set("a", 1)
        with Store.read(study) as reader:
            assert reader.facts.get("a") == 1
            writer.facts.set("a", 2)
            assert reader.facts.get("a") == 1
            with reader.transaction(), reader.transaction():
                assert reader.facts.get("a") == 1
            with pytest.raises(OperatorError, match="open read-only"):
                reader.facts.set("a", 3)
            assert reader.facts.get("a") == 1
            assert writer.facts.get("a") == 2
        with Store.read(study) as later:
            assert later.facts.get("a") == 2


def test_the_moment_is_that_of_the_opening(study: Path) -> None:
    with Store.open(study) as writer:
        writer.facts.set("a", 1)
        with Store.read(study) as reader:
            writer.facts.set("a", 2)
            assert reader.facts.get("a") == 1


def test_a_study_that_grows_meanwhile_lacks_nothing(study: Path) -> None:
    """The mark that is written while somebody reads is beyond what is read."""
    with Store.open(study) as writer:
        writer.log.append("aaaaaaaa", EVENTS[:5], UTC)
        writer.settle()
        with Store.read(study) as reader:
            writer.log.append("aaaaaaaa", EVENTS[5:], UTC)
            writer.settle()
            assert reader.gaps() == []
            assert reader.log.count() == 5
        assert writer.gaps() == []


def test_what_a_reader_keeps_from_the_database_is_brought_there_later(
    study: Path, tmp_path: Path
) -> None:
    """A long reader ends; the next time that the store settles, the log is in the database."""
    with Store.open(study) as writer:
        writer.log.append("aaaaaaaa", EVENTS[:5], UTC)
        with Store.read(study):
            writer.log.append("aaaaaaaa", EVENTS[5:], UTC)
            writer.settle()
        writer.settle()
        alone = tmp_path / "alone"
        alone.mkdir()
        for name in ("study.db", "study.mark"):
            shutil.copy(study / name, alone)
        written = (study / "study.db-wal").stat().st_size
        writer.log.append("bbbbbbbb", EVENTS[:5], UTC)
        assert (study / "study.db-wal").stat().st_size == written  # it is used anew
    with Store.read(alone) as copy:
        assert copy.log.count() == len(EVENTS)


def test_the_backup_is_a_database(study: Path, tmp_path: Path) -> None:
    with Store.open(study) as store:
        store.facts.set("a", 1)
        copy_database(store._database.sqlite.conn, store.folder.backups / "now.db")
    copy = tmp_path / "copy"
    copy.mkdir()
    (study / "backups" / "now.db").rename(copy / "study.db")
    with Store.read(copy) as store:
        assert store.facts.get("a") == 1
    assert list((study / "backups").iterdir()) == []
