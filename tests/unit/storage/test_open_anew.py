"""A study whose opened files have died with their disk goes on when the disk is back."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from gone_disk import pull_out
from walks import TABLES, random_walk

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.disk_faults import DiskFailedError
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks the system for open files")
UTC = "2030-01-02T03:04:05.678+00:00"
WALK = random_walk(4).events


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store.create(tmp_path / "study", {})
    for policy in TABLES.values():
        made.learned.add_mechanism(policy, {})
    made.log.append("aaaaaaaa", WALK[:20], UTC)
    return made


def play_on(store: Store) -> None:
    store.log.append("aaaaaaaa", WALK[20:24], UTC)


def test_nothing_is_lost_and_it_goes_on(store: Store) -> None:
    with store:
        pull_out(store.folder.path)
        with pytest.raises(DiskFailedError, match="check that it is connected"):
            play_on(store)
        play_on(store)
        assert store.log.events("aaaaaaaa") == list(WALK[:24])
    with Store.read(store.folder.path) as again:
        assert again.log.events("aaaaaaaa") == list(WALK[:24])
        assert again.gaps() == []


def test_a_whole_transaction_is_stored_or_nothing_of_it(store: Store) -> None:
    with store:
        pull_out(store.folder.path)
        with pytest.raises(DiskFailedError), store.transaction():
            play_on(store)
        assert store.log.events("aaaaaaaa") == list(WALK[:20])
        play_on(store)


def test_what_is_written_afterwards_is_sealed(store: Store) -> None:
    with store:
        pull_out(store.folder.path)
        with pytest.raises(DiskFailedError):
            play_on(store)
        store.facts.set("settings", {"seed": 1})
        assert store.changed() == []


def test_while_the_disk_is_away_it_is_asked_each_time(store: Store) -> None:
    folder = store.folder.path
    with store:
        pull_out(folder)
        folder.rename(folder.with_name("away"))
        for _ in range(3):
            with pytest.raises(DiskFailedError):
                play_on(store)
        folder.with_name("away").rename(folder)
        play_on(store)


def _older(folder: StudyFolder) -> None:
    """An older copy of the study, with the mark that it had."""
    with Store.create(folder.path.with_name("other"), {}):
        pass
    other = StudyFolder(folder.path.with_name("other"))
    for name in ("study.db-wal", "study.db-shm"):
        (folder.path / name).unlink(missing_ok=True)
    for name in ("study.db", "study.mark"):
        (other.path / name).replace(folder.path / name)


def _locked(folder: StudyFolder) -> FileLock:
    folder.lock.unlink()  # on a disk that was away nobody's lock is left
    lock = FileLock(folder.lock, timeout=0)
    lock.acquire()
    return lock


@pytest.mark.parametrize(
    ("meanwhile", "sentence"),
    [(_older, "does not have what was saved last, or has more"), (_locked, "is already open in")],
)
def test_another_study_or_another_program_is_told_and_nothing_is_written(
    store: Store, meanwhile: Callable[[StudyFolder], object], sentence: str
) -> None:
    with store:
        pull_out(store.folder.path)
        with pytest.raises(DiskFailedError):
            play_on(store)
        kept = meanwhile(store.folder)
        for _ in range(2):
            with pytest.raises(OperatorError, match=sentence):
                play_on(store)
            with pytest.raises(OperatorError, match=sentence):
                store.facts.get("settings", None)
    if isinstance(kept, FileLock):
        kept.release()
