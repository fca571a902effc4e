"""The end of a group costs the window the same in a small study and in a large one."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from studies import playable_study

from benchmarks.grown_study import copy_first_session
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from ui.control.data_panel import DataPanel
from ui.control.desk import Desk
from ui.control.session_panel import SessionPanel
from ui.control.study_panel import StudyPanel
from ui.control.training_panel import TrainingPanel

FEW, MANY, A_SESSION = 10, 300, 5


def grown(folder: Path, groups: int) -> Path:
    playable_study(folder, 2 * MANY)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", A_SESSION)
    copy_first_session(folder, groups // A_SESSION - 1)
    return folder


def asked_at_a_groups_end(qtbot: QtBot, folder: Path) -> tuple[int, int]:
    """Hundreds of steps of SQLite's virtual machine, and statements, with every panel made."""
    desk = Desk()
    desk.identity = folder / "identity"
    desk.open_study(folder)
    for kind in (StudyPanel, SessionPanel, TrainingPanel, DataPanel):
        panel = kind(desk)
        qtbot.addWidget(panel)
    desk.open_session(
        "acquire", 1, desk.study.default_rules, address="127.0.0.1", port=0, exit_pin=""
    )
    desk.study_changed.emit()  # what is read once for good
    steps, statements = [0], [0]

    def step() -> None:
        steps[0] += 1

    def statement(_: str) -> None:
        statements[0] += 1

    connection = desk.study.store._database.sqlite.conn
    connection.set_progress_handler(step, 100)
    connection.set_trace_callback(statement)
    desk.study_changed.emit()
    connection.set_progress_handler(None, 0)
    connection.set_trace_callback(None)
    assert desk.host is not None
    desk.host.abandon()
    desk.close_study()
    return steps[0], statements[0]


def test_the_end_of_a_group(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    few_steps, few = asked_at_a_groups_end(qtbot, grown(tmp_path / "few", FEW))
    many_steps, many = asked_at_a_groups_end(qtbot, grown(tmp_path / "many", MANY))
    assert few == many > 0
    assert many_steps <= few_steps + 2
