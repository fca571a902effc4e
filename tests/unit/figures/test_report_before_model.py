"""A report that cannot be written yet says what it lacks: groups that have played are something."""

from pathlib import Path

import pytest
from studies import playable_study

from hcmd_lab.errors import OperatorError
from hcmd_lab.figures.report.writing import write_study_pdf, write_study_report
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study


@pytest.mark.parametrize("write", [write_study_report, write_study_pdf])
def test_what_lacks_is_the_result_of_model(write: object, tmp_path: Path) -> None:
    assert callable(write)
    with Store.open(playable_study(tmp_path / "study", 4)) as store:
        study = Study(store)
        play_simulated(study, "acquire", 1)
        with pytest.raises(OperatorError) as refused:
            write(study)
    told = str(refused.value)
    assert told.startswith("There is no result of MODEL to report yet.")
    assert "1 of 4 groups" in told
