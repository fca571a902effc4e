"""Attacks by the small files of a study's folder: where its backups go, its locks, its names.

A study's folder is sent from lab to lab, and whoever makes one up chooses what lies in it.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from studies import playable_study

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import read_toml
from hcmd_lab.network.lab_identity import LabIdentity
from hcmd_lab.storage.backup_places import PLACE_FILE, Occasion, backups, place_of
from hcmd_lab.storage.backups import back_up, set_place
from hcmd_lab.storage.fault_sentences import remedy
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = playable_study(tmp_path_factory.mktemp("spoilt") / "study", 4)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 4)
    return folder


@pytest.fixture
def study(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(made, tmp_path / "study"))


PLACES = {
    "a zero": b"/tmp/a\0b",
    "no text": b"\xff\xfe/tmp",
    "relative": b"elsewhere",
    "above": b"../../elsewhere",
    "home": b"~/elsewhere",
    "two lines": b"/tmp/a\nb",
    "nothing": b" \n",
    "turned": b"\x1b[2J/tmp",
}


@pytest.mark.parametrize("told", PLACES.values(), ids=PLACES)
def test_a_place_that_is_none_is_not_gone_to(told: bytes, study: Path, tmp_path: Path) -> None:
    (study / PLACE_FILE).write_bytes(told)
    folder = StudyFolder(study)
    assert place_of(folder) == folder.backups
    before = {path.name for path in tmp_path.iterdir()}
    with Store.open(study) as store:
        made = store.back_up(Occasion.HAND)
    assert made.path.parent == folder.backups
    assert [each.path for each in backups(folder)] == [made.path]
    assert "Its newest backup is of" in str(remedy(study))
    assert {path.name for path in tmp_path.iterdir()} == before


UNUSABLE = {
    "a device": "/dev/null",
    "without an end": "/" + "x" * 100_000,
    "a file": "/etc/hostname/backups",
    "of the system": "/proc/self/fd/backups",
}


@pytest.mark.parametrize("told", UNUSABLE.values(), ids=UNUSABLE)
def test_a_place_that_cannot_be_written_is_called_that_of_backups(told: str, study: Path) -> None:
    """And not the disk of the study, with which nothing is wrong."""
    (study / PLACE_FILE).write_text(told, "utf-8")
    with (
        Store.open(study) as store,
        pytest.raises(OperatorError, match=r"^Backups cannot be written to .*another folder\.$"),
    ):
        store.back_up(Occasion.SESSION)


def test_a_backup_of_a_study_whose_disk_fails_is_not_blamed_on_the_place(
    study: Path, tmp_path: Path
) -> None:
    set_place(StudyFolder(study), tmp_path / "second")
    with (study / "study.db").open("r+b") as file:
        file.truncate(20_000)
    connection = sqlite3.connect(study / "study.db")
    with closing(connection), pytest.raises(OperatorError, match="The database of the study"):
        back_up(connection, StudyFolder(study), Occasion.HAND)


def _lock(what: str, study: Path, identity: Path) -> None:
    if what == "study":
        Store.open(study).close()
    else:
        LabIdentity(identity).certificate()


def linked(lock: Path, precious: Path) -> None:
    lock.symlink_to(precious)


def folder(lock: Path, precious: Path) -> None:
    lock.mkdir()


def missing_above(lock: Path, precious: Path) -> None:
    lock.symlink_to(precious.parent / "nowhere" / "lock")


def circle(lock: Path, precious: Path) -> None:
    lock.symlink_to(lock)


Spoil = Callable[[Path, Path], None]


@pytest.mark.skipif(os.name != "posix", reason="needs links")
@pytest.mark.parametrize("spoil", [linked, folder, missing_above, circle])
@pytest.mark.parametrize("what", ["study", "identity"])
def test_a_lock_that_is_something_else_empties_no_file_and_is_a_sentence(
    spoil: Spoil, what: str, study: Path, tmp_path: Path
) -> None:
    """A lock is opened for writing; through a link that would empty what the link leads to."""
    precious = tmp_path / "thesis"
    precious.write_text("years of work", "utf-8")
    (study / "study.lock").unlink(missing_ok=True)
    identity = tmp_path / "identity"
    identity.mkdir()
    spoil(
        {"study": study / "study.lock", "identity": identity / "lab-identity.lock"}[what], precious
    )
    with pytest.raises(OperatorError, match=r"\.$"):
        _lock(what, study, identity)
    assert precious.read_text("utf-8") == "years of work"
    assert not (tmp_path / "nowhere").exists()


def test_a_session_that_is_named_as_a_path_is_refused_before_a_file_is_named_by_it(
    study: Path,
) -> None:
    """Receipts and lists are saved under the code of their session."""
    connection = sqlite3.connect(study / "study.db")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    (code,) = connection.execute("SELECT code FROM session").fetchone()
    for (table,) in tables:
        for column in connection.execute(f"PRAGMA table_info({table})").fetchall():
            if column[1] == "session" or (table, column[1]) == ("session", "code"):
                connection.execute(
                    f"UPDATE {table} SET {column[1]} = '../../evil' WHERE {column[1]} = ?",  # noqa: S608 - names of the schema
                    (code,),
                )
    for _, sql in triggers:
        connection.execute(sql)
    connection.commit()
    connection.close()
    with pytest.raises(OperatorError, match="is damaged"):
        Store.open(study).close()


NUMBERS = ["0x" + "f" * 5000, "0b" + "1" * 20_000, "0o" + "7" * 9000, "9" * 5000, str(2**63)]


@pytest.mark.parametrize("number", NUMBERS, ids=lambda text: f"{text[:3]} {len(text)}")
def test_a_number_without_an_end_is_a_sentence(number: str, tmp_path: Path) -> None:
    """Python refuses to write the long ones down, in its sentence too."""
    file = tmp_path / "settings.toml"
    file.write_text(f"groups = [4, {number}]", "utf-8")
    with pytest.raises(UsageError, match=r"a number is too long.*\.$"):
        read_toml(file, "settings.toml")
