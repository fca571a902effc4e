"""An iteration is added where the last one still improves, and nowhere else."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from step_results import MODELLED, OPTIMIZED
from told_studies import CONVERGED, IMPROVING, Bookshelf, Told

from hcmd_lab.cli import study as commands
from hcmd_lab.errors import OperatorError
from hcmd_lab.jobs.trained import ConvergenceResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from ui.control.desk import Desk
from ui.control.study.add_iteration import IterationDialog
from ui.control.study_panel import StudyPanel


def study_at_last(folder: Path, found: ConvergenceResult) -> Path:
    """A study of one planned iteration, after its CONVERGENCE."""
    results = {Step.MODEL: MODELLED, Step.OPTIMIZE: OPTIMIZED, Step.CONVERGENCE: found}
    changes = {"groups": [4], "updates": [5]}
    return Bookshelf(folder).study(Told("at last", results, changes=changes))


def test_from_the_study_page(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk()
    desk.open_study(study_at_last(tmp_path, IMPROVING))
    panel = StudyPanel(desk)
    qtbot.addWidget(panel, before_close_func=lambda _: desk.close_study())
    panel.show()
    assert panel.add_iteration.isVisible()
    dialog = IterationDialog(desk.study.settings, panel)
    assert (dialog.groups.value(), dialog.updates.value()) == (4, 5)
    panel.add_iteration.add(6, 7)
    assert not panel.add_iteration.isVisible()
    assert (desk.study.settings.groups, desk.study.settings.updates) == ((4, 6), (5, 7))
    now = desk.study.status()
    assert (now.iteration, now.step, now.groups_missing) == (2, Step.ACQUIRE, 6)
    assert panel.sheet.settings is not None
    assert "groups" in panel.sheet.settings.marked
    [added] = desk.study.added_iterations()
    assert (added["iteration"], added["groups"], added["updates"]) == (2, 6, 7)
    assert added["utc"]


def test_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = study_at_last(tmp_path, IMPROVING)
    commands.extend(folder, groups=9)
    assert "Iteration 2 of at most 2: 0 of 9 groups" in " ".join(capsys.readouterr().out.split())
    with pytest.raises(OperatorError, match="An iteration can be added only where CONVERGENCE"):
        commands.extend(folder)


def test_not_where_it_does_not_improve(tmp_path: Path) -> None:
    folder = study_at_last(tmp_path, CONVERGED)
    with Store.open(folder) as store:
        study = Study(store)
        assert not study.can_add_iteration
        with pytest.raises(OperatorError, match="training is at its end"):
            study.add_iteration(4, 5)
        assert study.settings.groups == (4,)
