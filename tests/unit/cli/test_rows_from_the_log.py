"""Rows that follow from the log are told where they do not, and are made again from it."""

from pathlib import Path

import pytest
from lab_commands import Lab
from studies import playable_study
from tampering import tamper

from hcmd_lab.storage.backup_places import Occasion
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study

CHANGE = "UPDATE decision SET contribution = 0 WHERE stage = 1 AND round_number = 2"
ALTERED = "Rows of 1 session are not what the log says: another program has changed them."
REMADE = "the tables of decisions and groups were made again from the log."


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = playable_study(tmp_path / "study", 4)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 1)
    assert tamper(folder, CHANGE) == 4
    return folder


def test_an_export_says_so_and_no_package_is_made(study: Path, lab: Lab, tmp_path: Path) -> None:
    assert ALTERED in lab("export", study, tmp_path / "export")[1]
    code, _, err = lab("package", study, tmp_path / "package")
    assert code == 1
    assert ALTERED in err
    assert not (tmp_path / "package").exists()


def test_a_session_that_is_gone_is_told_too(study: Path, lab: Lab, tmp_path: Path) -> None:
    with Store.open(study) as store:
        play_simulated(Study(store), "acquire", 1)
    assert tamper(study, "DELETE FROM session WHERE event_id = 1") == 1
    assert "Rows of 1 session are not what the log says" in lab("export", study, tmp_path / "e")[1]
    code, _, err = lab("package", study, tmp_path / "package")
    assert (code, ALTERED in err, (tmp_path / "package").exists()) == (1, True, False)


def test_what_the_check_tells_to_do_mends_it(study: Path, lab: Lab, tmp_path: Path) -> None:
    code, out, err = lab("check", study)
    assert code == 1
    assert "in a terminal: hcmd-lab study remake STUDY" in out + err
    assert REMADE in lab("study", "remake", study)[1]
    assert lab("check", study)[0] == 0
    assert REMADE not in lab("study", "remake", study)[1]
    assert "are not what the log says" not in lab("export", study, tmp_path / "export")[1]
    assert lab("package", study, tmp_path / "package")[0] == 0


def test_a_backup_that_holds_the_change_brings_back_what_the_log_says(
    study: Path, lab: Lab
) -> None:
    with Store.open(study) as store:
        store.back_up(Occasion.HAND)
    told = lab("restore", study)[1]
    assert "Another program had changed its tables of decisions and groups" in told
    assert lab("check", study)[0] == 0
