"""Backups belong to one study, whatever other studies of its name keep in the same place."""

import json
import shutil
from pathlib import Path

import pytest
from lab_commands import Lab

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.storage.backup_places import Occasion, backups, place_of, under_other_names
from hcmd_lab.storage.backups import back_up, set_place
from hcmd_lab.storage.restoring import restore
from hcmd_lab.storage.sound_backup import newest_sound
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    return tmp_path / "second disk"


def made(folder: Path, disk: Path, occasion: Occasion = Occasion.HAND) -> Path:
    """A backup of a study in a folder, which is new if it is not there."""
    with Store.open(folder) if folder.exists() else Store.create(folder, {}) as store:
        set_place(store.folder, disk)
        return store.back_up(occasion).path


def test_studies_of_one_name_do_not_take_each_others_place(tmp_path: Path, disk: Path) -> None:
    one, two = tmp_path / "one" / "main", tmp_path / "two" / "main"
    first, second = made(one, disk), made(two, disk)
    assert [each.path for each in backups(StudyFolder(one))] == [first]
    assert newest_sound(StudyFolder(one))[0].path == first
    with pytest.raises(UsageError, match="is a backup of another study than the one in"):
        restore(StudyFolder(one), second)
    (one / "study.db").unlink()
    with pytest.raises(OperatorError, match="has backups of 2 studies whose folders are called"):
        newest_sound(StudyFolder(one))
    restore(StudyFolder(one), first)
    assert newest_sound(StudyFolder(one))[0].path == first


def test_none_is_deleted_for_another_study(tmp_path: Path, disk: Path) -> None:
    one, two = tmp_path / "one" / "main", tmp_path / "two" / "main"
    first = made(one, disk, Occasion.TRAINING)
    made(two, disk, Occasion.TRAINING)
    with Store.open(two) as store:
        back_up(store._database.sqlite.conn, store.folder, Occasion.TRAINING, kept=1)
    assert first.is_file()
    assert len(backups(StudyFolder(two))) == 1


def test_a_folder_that_was_renamed_is_told_where_its_backups_are(
    lab: Lab, tmp_path: Path, disk: Path
) -> None:
    path = made(tmp_path / "pilot", disk)
    study = (tmp_path / "pilot").rename(tmp_path / "main study")
    assert [each.path for each in under_other_names(StudyFolder(study))] == [path]
    code, _, said = lab("restore", study)
    assert (code, "1 backup was made when its folder had another name" in said) == (1, True), said
    assert str(path) in said
    assert str(path) in lab("backup", study, "--list")[1]
    assert lab("restore", study, "--from", path)[0] == 0


@pytest.mark.parametrize("place", [".", "exports", "backups/second", "backups/../exports/x"])
def test_a_place_within_the_study_is_refused(lab: Lab, tmp_path: Path, place: str) -> None:
    study = tmp_path / "study"
    Store.create(study, {}).close()
    (tmp_path / "link").symlink_to(study)
    for folder in (study, tmp_path / "link"):
        code, _, said = lab("backup", study, "--place", folder / place)
        assert (code, "lies in the study's own folder" in said) == (2, True), said
    assert place_of(StudyFolder(study)) == study / "backups"
    assert not list((study / "backups").glob("*.db"))
    assert lab("backup", study, "--place", study / "backups")[0] == 0
    assert not (study / "backups.place").exists()


def test_it_is_said_what_a_place_on_the_same_disk_does_not_help_against(
    lab: Lab, tmp_path: Path, disk: Path
) -> None:
    study = tmp_path / "study"
    Store.create(study, {}).close()
    told = "not against the loss of the disk"
    assert told in lab("backup", study, "--place", disk)[1]
    assert told in lab("backup", study, "--list")[1]
    assert json.loads(lab("backup", study, "--list", "--json")[1])["same_disk"] is True


def test_a_place_whose_disk_is_away_is_not_made_on_this_one(tmp_path: Path, disk: Path) -> None:
    made(tmp_path / "study", disk)
    shutil.rmtree(disk)
    with (
        Store.read(tmp_path / "study") as store,
        pytest.raises(OperatorError, match=r"written to .* check that the folder is there"),
    ):
        store.back_up(Occasion.HAND)
    assert not disk.exists()
