"""Nothing is learned or told from rows that are not what the log says."""

from pathlib import Path

import pytest
from counted_studies import counted_study
from lab_commands import Lab
from studies import playable_study
from tampering import tamper

from hcmd_lab.errors import OperatorError
from hcmd_lab.figures.report.writing import write_study_report
from hcmd_lab.storage.store import Store
from hcmd_lab.study import foreseeing, steps
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study

ALTERED = "are not what the log says: another program has changed them."
WAY_OUT = "in a terminal: hcmd-lab study remake STUDY"
READ = (
    "UPDATE decision SET contribution = 0 WHERE stage = 1 AND round_number = 2",
    "UPDATE vote SET choice = 3 - choice WHERE seat = 2",
    "DELETE FROM outcome WHERE stage = 3 AND round_number = 1 AND seat = 0",
)
LEFT_OUT = (
    "UPDATE session SET purpose = 'pilot'",
    "UPDATE session_group SET status = 'void' WHERE group_number = 1",
    "DELETE FROM session",
)
"""After these there is less to read, so that a step may be said to be impossible first."""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = playable_study(tmp_path / "study", 4)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 4)
    return folder


@pytest.mark.parametrize("change", READ)
def test_no_model_is_made_of_what_another_program_has_changed(
    study: Path, lab: Lab, change: str
) -> None:
    assert tamper(study, change)
    code, _, err = lab("model", study)
    assert code == 1
    assert ALTERED in err
    assert WAY_OUT in err
    assert not (study / "jobs" / "model-1" / "dataset.jsonl").exists()


@pytest.mark.parametrize("change", READ + LEFT_OUT)
@pytest.mark.parametrize("act", ["power", "explain"])
def test_neither_are_answers(study: Path, lab: Lab, change: str, act: str) -> None:
    assert tamper(study, change)
    code, _, err = lab(act, study)
    assert code == 1
    assert ALTERED in err
    assert WAY_OUT in err


def test_groups_that_are_counted_wrongly_are_told(study: Path, lab: Lab) -> None:
    assert tamper(study, "UPDATE group_tally SET given = 0")
    code, _, err = lab("model", study)
    assert code == 1
    assert "The count of groups is not what the log says" in err
    lab("study", "remake", study)
    with Store.open(study) as store:
        assert steps.prepare(Study(store), Step.MODEL).step is Step.MODEL


@pytest.mark.parametrize("change", READ)
def test_neither_are_votes_counted_the_gate_asked_nor_a_report_written(
    tmp_path: Path, change: str
) -> None:
    folder = counted_study(tmp_path / "study", is_counted=False)
    assert tamper(folder, change)
    with Store.open(folder) as store:
        study = Study(store)
        with pytest.raises(OperatorError, match=ALTERED):
            steps.prepare(study, Step.EVALUATE)
        with pytest.raises(OperatorError, match=ALTERED):
            foreseeing.prepare(study, study.mechanisms.table(None))
        with pytest.raises(OperatorError, match=ALTERED):
            write_study_report(study)
