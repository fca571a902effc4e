"""What is restored by itself holds the study as it was saved: newer copies of a change do not."""

import shutil
from pathlib import Path

import pytest
from tampering import tamper
from walks import random_walk

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.backup_places import Backup, Occasion
from hcmd_lab.storage.sound_backup import choose_backup, newest_sound
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder

CODE, UTC = "aaaaaaaa", "2030-01-02T03:04:05.678+00:00"

CHANGES = {
    "UPDATE study SET value = '2' WHERE key = 'a'": "another program had changed the study’s note",
    "UPDATE event SET at_ms = at_ms + 1 WHERE id = 3": "event 3 does not follow",
    "DELETE FROM seal WHERE id = 2": "",  # which of the two is told first does not matter
    "CREATE TABLE foreign_one (x)": "not as this program makes one: table foreign_one",
    "DROP INDEX session_closed": "not as this program makes one: no index session_closed",
}


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound") / "study"
    with Store.create(folder, {"a": 1, "b": 2}) as store:
        store.log.append(CODE, random_walk(4).events, UTC)
        store.facts.set("a", 3)
        store.facts.set("a", 4)
        store.back_up(Occasion.SESSION)
    return folder


@pytest.fixture
def study(played: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(played, tmp_path / "study"))


def backed_up(study: Path) -> Backup:
    """A backup made of the files as they are, whatever opening them would say."""
    with Store.open(study) as store:
        return store.back_up(Occasion.HAND)


def spoil(backup: Backup, statement: str) -> None:
    """Change a backup as if it had been made of a study that another program had changed."""
    place = backup.path.parent / "spoilt"
    place.mkdir()
    shutil.copy(backup.path, place / "study.db")
    tamper(place, statement)
    shutil.copy(place / "study.db", backup.path)
    shutil.rmtree(place)


@pytest.mark.parametrize("statement", CHANGES)
def test_a_copy_of_a_change_is_passed_over(study: Path, statement: str) -> None:
    folder = StudyFolder(study)
    sound = newest_sound(folder)[0]
    newer = [backed_up(study), backed_up(study)]
    for each in newer:
        spoil(each, statement)
    found = choose_backup(folder)
    assert found.backup == sound
    assert [each.backup.path for each in found.passed_over] == [newer[1].path, newer[0].path]
    for each in found.passed_over:
        assert CHANGES[statement] in str(each.why)


def test_what_was_taken_as_it_is_counts_as_saved(study: Path) -> None:
    tamper(study, "UPDATE study SET value = '2' WHERE key = 'a'")
    changed = backed_up(study)
    with Store.open(study) as store:
        store.take_as_it_is()
    taken = backed_up(study)
    found = choose_backup(StudyFolder(study))
    assert found.backup is not None
    assert found.backup.path == taken.path
    taken.path.unlink()
    assert [each.backup.path for each in choose_backup(StudyFolder(study)).passed_over] == [
        changed.path
    ]


def test_where_none_is_left_nothing_is_restored(study: Path) -> None:
    folder = StudyFolder(study)
    spoil(newest_sound(folder)[0], "UPDATE study SET value = '2' WHERE key = 'a'")
    with pytest.raises(OperatorError, match=r"the study’s note “a”\. Nothing was restored"):
        newest_sound(folder)


def test_it_is_told_how_much_was_looked_at(study: Path) -> None:
    told: list[tuple[int, int]] = []
    choose_backup(StudyFolder(study), lambda done, total: told.append((done, total)))
    assert told == [(0, len(random_walk(4).events))]
