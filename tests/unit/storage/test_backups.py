"""Backups are there when they are needed, whatever is damaged."""

import hashlib
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from datetime import UTC as UTC_ZONE
from datetime import datetime, tzinfo
from pathlib import Path

import pytest
from walks import TABLES, random_walk

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.storage.backup_places import Occasion, backups, place_of
from hcmd_lab.storage.backups import back_up, set_place
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.fault_sentences import remedy
from hcmd_lab.storage.restoring import accept, restore, restore_checkpoints
from hcmd_lab.storage.sound_backup import newest_sound
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder

CODE, UTC = "aaaaaaaa", "2030-01-02T03:04:05.678+00:00"
EVENTS = random_walk(4).events


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study with a session, its checkpoint, and a backup of both."""
    folder = tmp_path_factory.mktemp("backups") / "study"
    with Store.create(folder, {"a": 1}) as store:
        for policy in TABLES.values():
            store.learned.add_mechanism(policy, {})
        store.log.append(CODE, EVENTS, UTC)
        data = b"a network"
        (folder / "checkpoints" / f"{hashlib.sha256(data).hexdigest()}.safetensors").write_bytes(
            data
        )
        store.back_up(Occasion.SESSION)
    return folder


@pytest.fixture
def study(played: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(played, tmp_path / "study"))


def checkpoint(study: Path) -> Path:
    (found,) = (study / "checkpoints").glob("*.safetensors")
    return found


def overwrite(study: Path) -> None:
    with (study / "study.db").open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(40_000))


def shorten(study: Path) -> None:
    with (study / "study.db").open("r+b") as file:
        file.truncate(10_000)


def delete(study: Path) -> None:
    (study / "study.db").unlink()


def empty(study: Path) -> None:
    (study / "study.db").write_bytes(b"")


def replace(study: Path) -> None:
    delete(study)
    sqlite3.connect(study / "study.db").execute("CREATE TABLE t (x)").connection.close()


def hang(study: Path) -> None:
    """A view that never ends in the place of a table."""
    connection = sqlite3.connect(study / "study.db")
    connection.execute("ALTER TABLE session RENAME TO hidden")
    connection.execute(
        "CREATE VIEW session AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) "
        "SELECT x FROM n"
    )
    connection.commit()
    connection.close()


@pytest.mark.parametrize("damage", [overwrite, shorten, delete, empty, replace, hang])
def test_every_damage_is_refused_and_restored(study: Path, damage: Callable[[Path], None]) -> None:
    damage(study)
    with pytest.raises(OperatorError):
        Store.open(study).close()
    checkpoint(study).unlink()
    folder = StudyFolder(study)
    restored = restore(folder, newest_sound(folder)[0].path)
    assert (restored.events, restored.missing) == (len(EVENTS), 0)
    with Store.open(study) as store:
        assert store.log.events(CODE) == EVENTS
        assert check_study(store) == []
    assert checkpoint(study).read_bytes() == b"a network"


def test_what_was_there_is_set_aside(study: Path) -> None:
    overwrite(study)
    before = (study / "study.db").read_bytes()
    restored = restore(StudyFolder(study), newest_sound(StudyFolder(study))[0].path)
    assert restored.set_aside is not None
    assert (restored.set_aside / "study.db").read_bytes() == before


def test_events_after_the_backup_are_counted(study: Path) -> None:
    with Store.open(study) as store:
        store.log.append("bbbbbbbb", random_walk(5).events[:3], UTC)
    restored = restore(StudyFolder(study), newest_sound(StudyFolder(study))[0].path)
    assert restored.missing == 3
    with Store.open(study) as store:
        assert check_study(store) == []


def test_a_damaged_backup_is_passed_over_and_never_restored(study: Path) -> None:
    (sound,) = backups(StudyFolder(study))
    with Store.open(study) as store:
        newer = store.back_up(Occasion.HAND)
    with newer.path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(40_000))
    assert newest_sound(StudyFolder(study))[0].path == sound.path
    with pytest.raises(UsageError, match="is not a sound copy"):
        restore(StudyFolder(study), newer.path)
    with Store.open(study) as store:
        assert store.log.events(CODE) == EVENTS


def test_without_any_backup_the_sentence_says_so(study: Path) -> None:
    folder = StudyFolder(study)
    assert "Its newest backup is of" in str(remedy(study))
    shutil.rmtree(study / "backups")
    assert "There is no backup of it" in str(remedy(study))
    with pytest.raises(OperatorError, match="There is no backup"):
        newest_sound(folder)


def test_a_study_that_is_open_is_not_restored(study: Path) -> None:
    with Store.open(study) as store:
        with pytest.raises(OperatorError, match="is open in another window"):
            restore(store.folder, newest_sound(store.folder)[0].path)
        assert store.log.events(CODE) == EVENTS


def test_another_place_keeps_backups_of_several_studies_apart(study: Path, tmp_path: Path) -> None:
    disk, folder = tmp_path / "second disk", StudyFolder(study)
    other = tmp_path / "other"
    with Store.create(other, {}) as store:
        set_place(store.folder, disk)
        store.back_up(Occasion.HAND)
    set_place(folder, disk)
    with Store.read(study) as store:
        made = store.back_up(Occasion.TRAINING)
    assert made.path.parent == disk
    assert backups(folder)[0].path == made.path
    assert len(backups(folder)) == 2  # with the one of before, in its own folder
    assert len(backups(StudyFolder(other))) == 1
    overwrite(study)
    shutil.rmtree(study / "backups")
    checkpoint(study).unlink()
    restore(folder, newest_sound(folder)[0].path)
    with Store.open(study) as store:
        assert store.log.events(CODE) == EVENTS
    assert checkpoint(study).exists()
    set_place(folder, None)
    assert place_of(folder) == study / "backups"


def test_a_place_that_cannot_be_written_is_refused(study: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OperatorError, match="cannot be written to"):
        set_place(StudyFolder(study), tmp_path / "file" / "below")
    assert place_of(StudyFolder(study)) == study / "backups"


def test_the_oldest_go_but_none_that_was_made_by_hand(study: Path) -> None:
    with Store.open(study) as store:
        connection = store._database.sqlite.conn
        hand = store.back_up(Occasion.HAND)
        made = [back_up(connection, store.folder, Occasion.TRAINING, kept=3).path for _ in range(5)]
    left = {each.path for each in backups(StudyFolder(study))}
    assert left == {hand.path, *made[-3:]}


class Clock:
    """The time of day of a computer whose clock is set."""

    says = datetime(2030, 1, 1, tzinfo=UTC_ZONE)

    def now(self, _: tzinfo) -> datetime:
        return self.says


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("hcmd_lab.storage.backups.datetime", clock)
    return clock


@pytest.mark.parametrize("year", [2000, 2029])
def test_a_clock_that_is_set_back_makes_no_backup_old(study: Path, clock: Clock, year: int) -> None:
    """The newest is the last one made: none is deleted for it, and it is what is restored."""
    folder = StudyFolder(study)
    made = backups(folder)
    with Store.open(study) as store:
        for now in (2028, 2040, 2040, year, year, year, 2041):
            clock.says = datetime(now, 1, 1, tzinfo=UTC_ZONE)
            backup = back_up(store._database.sqlite.conn, folder, Occasion.TRAINING, kept=3)
            made.append(backup)
            assert backup.made == clock.says, "its time is told as the clock said it"
            assert backups(folder) == made[-3:][::-1]
            assert newest_sound(folder)[0] == backup
    assert "-after-" not in made[-1].path.name


def test_a_backup_from_the_end_of_time_is_followed(study: Path, clock: Clock) -> None:
    folder = StudyFolder(study)
    with Store.open(study) as store:
        for now in (datetime.max.replace(tzinfo=UTC_ZONE), Clock.says, Clock.says):
            clock.says = now
            backup = back_up(store._database.sqlite.conn, folder, Occasion.HAND)
            assert backup in backups(folder)


def test_a_failed_backup_leaves_nothing_behind(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    before = sorted((study / "backups").rglob("*"))
    monkeypatch.setattr(os, "fsync", full)
    with Store.read(study) as store, pytest.raises(OperatorError, match="is full"):
        store.back_up(Occasion.HAND)
    assert sorted((study / "backups").rglob("*")) == before


@pytest.mark.skipif(os.name != "posix", reason="permissions of other systems")
def test_backups_are_private(study: Path) -> None:
    with Store.read(study) as store:
        made = store.back_up(Occasion.HAND)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600


def test_damaged_checkpoints_come_back_alone(study: Path) -> None:
    checkpoint(study).write_bytes(b"rotten")
    assert len(restore_checkpoints(StudyFolder(study))) == 1
    assert checkpoint(study).read_bytes() == b"a network"
    assert restore_checkpoints(StudyFolder(study)) == []


def test_a_lost_write_ahead_log_is_noticed_and_can_be_accepted(tmp_path: Path) -> None:
    study = tmp_path / "study"
    with Store.create(study, {}) as store:
        store.log.append(CODE, EVENTS[:5], UTC)
        store.settle()
        shutil.copytree(study, tmp_path / "early")
        store.log.append(CODE, EVENTS[5:], UTC)
        store.settle()
    # As if study.db alone had been copied back from before.
    for name in ("study.db", "study.db-wal"):
        source = tmp_path / "early" / name
        if source.exists():
            shutil.copy(source, study / name)
    with pytest.raises(OperatorError, match=r"lacks \d+ events that were saved by"):
        Store.open(study)
    with pytest.raises(OperatorError, match=r"lacks"):
        Store.read(study)
    accept(StudyFolder(study))
    with Store.open(study) as store:
        assert store.log.events(CODE) == EVENTS[:5]
