"""A study whose opened files have died with their disk goes on when the disk is back."""

import fcntl
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from walks import TABLES, random_walk

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.events import SessionOpened
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


def pull_out(folder: Path) -> None:
    """Have all that is open below a folder fail for ever, as when its disk was pulled out."""
    dead = os.memfd_create("dead", os.MFD_ALLOW_SEALING)
    fcntl.fcntl(dead, fcntl.F_ADD_SEALS, fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW)
    for handle in os.listdir("/proc/self/fd"):
        try:
            path = os.readlink(f"/proc/self/fd/{handle}")
        except FileNotFoundError:  # the one that listed them
            continue
        if path.startswith(str(folder)) and not path.endswith(".lock"):
            os.dup2(dead, int(handle))
    os.close(dead)


def play_on(store: Store) -> None:
    store.log.append("aaaaaaaa", WALK[20:24], UTC)


def test_nothing_is_lost_and_it_goes_on(store: Store) -> None:
    with store:
        pull_out(store.folder.path)
        for _ in range(3):
            with pytest.raises(DiskFailedError, match="check that it is connected"):
                play_on(store)
        store.open_anew()
        play_on(store)
        assert store.log.events("aaaaaaaa") == list(WALK[:24])
    with Store.read(store.folder.path) as again:
        assert again.log.events("aaaaaaaa") == list(WALK[:24])
        assert again.gaps() == []


def test_what_is_written_afterwards_is_sealed(store: Store) -> None:
    with store:
        pull_out(store.folder.path)
        store.open_anew()
        store.facts.set("settings", {"seed": 1})
        assert store.changed() == []


def test_while_the_disk_is_away_nothing_is_done(store: Store) -> None:
    folder = store.folder.path
    with store:
        pull_out(folder)
        folder.rename(folder.with_name("away"))
        store.open_anew()
        with pytest.raises(DiskFailedError):
            play_on(store)
        folder.with_name("away").rename(folder)
        store.open_anew()
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
        kept = meanwhile(store.folder)
        with pytest.raises(OperatorError, match=sentence):
            store.open_anew()
        with pytest.raises(OperatorError):
            play_on(store)
    if isinstance(kept, FileLock):
        kept.release()


def test_a_reader_is_left_as_it_is(store: Store) -> None:
    with store, Store.read(store.folder.path) as reader:
        reader.open_anew()
        assert isinstance(reader.log.events("aaaaaaaa")[0], SessionOpened)
