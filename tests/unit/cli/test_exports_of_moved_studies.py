"""The exports within a study are its own wherever its folder is; those in a copy are the copy's."""

import shutil
from pathlib import Path

import pytest
from lab_commands import Lab
from studies import playable_study

from hcmd_lab.storage.store import Store
from hcmd_lab.storage.written_folders import written_folders
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study


@pytest.fixture
def study(lab: Lab, tmp_path: Path) -> Path:
    """A study with an export, at a place that it will leave."""
    folder = playable_study(tmp_path / "before" / "study", 4)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 1)
    assert lab("export", folder)[0] == 0
    return folder


def people_in(study: Path) -> str:
    (file,) = (study / "exports").glob("*/participants.csv")
    return file.read_text()


def withdrawn(lab: Lab, study: Path) -> str:
    """The code of somebody who withdraws from a study."""
    with Store.read(study) as store:
        person = store.tables.participants()[0]
    told = lab("privacy", "withdraw", study, person.session, person.code, "--reason", "x", "--yes")
    assert told[0] == 0, told
    assert f"The export {next((study / 'exports').glob('2*'))} was made again" in told[1]
    return person.code


@pytest.mark.parametrize("is_old", [False, True])
@pytest.mark.parametrize("is_copied", [False, True])
def test_whoever_withdraws_is_in_no_export_of_the_study(
    lab: Lab, study: Path, tmp_path: Path, is_old: bool, is_copied: bool
) -> None:
    if is_old:  # as earlier versions have remembered it
        for file in (study / "exports" / ".written").glob("*.json"):
            whole = f"{study}/exports/".encode()
            file.write_bytes(file.read_bytes().replace(b"exports/", whole, 1))
    elsewhere = tmp_path / "elsewhere" / "the study"
    before = people_in(study)
    shutil.copytree(study, elsewhere)
    if not is_copied:
        shutil.rmtree(study.parent)
    code = withdrawn(lab, elsewhere)
    assert code in before
    assert code not in people_in(elsewhere)
    if is_copied:
        assert people_in(study) == before, "that of the other copy"


def test_an_export_is_found_once(lab: Lab, study: Path, tmp_path: Path) -> None:
    moved = study.rename(tmp_path / "moved")
    assert lab("export", moved)[0] == 0
    with Store.read(moved) as store:
        assert len(written_folders(store.folder)) == 1
