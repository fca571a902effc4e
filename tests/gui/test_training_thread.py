import multiprocessing
import os
import signal
from pathlib import Path

import msgspec
import pretended_training
import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hcmd_lab import training
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.jobs.report import Failure, Stopped
from hcmd_lab.jobs.trained import InitialiseResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.status import Step
from hcmd_lab.wanted import still_wanted
from ui import training_thread
from ui.training_thread import Joined, TrainingOutcome, TrainingThread

ENOUGH_MS = 60_000


@pytest.fixture
def study(tmp_path: Path) -> Path:
    settings = make_settings("quick", {"participants": "simulated"})
    Store.create(tmp_path / "study", {"settings": msgspec.to_builtins(settings)}).close()
    return tmp_path / "study"


def outcome_of(qtbot: QtBot, thread: TrainingThread) -> TrainingOutcome:
    """Run a thread to its end; it must end once."""
    outcomes: list[TrainingOutcome] = []
    thread.ended.connect(outcomes.append)
    with qtbot.waitSignal(thread.finished, timeout=ENOUGH_MS):
        thread.start()
    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes == [thread.outcome]
    return outcomes[0]


def test_a_real_step_runs_and_changes_nothing_in_the_study(qtbot: QtBot, study: Path) -> None:
    with Store.open(study) as store:  # as the window has it meanwhile
        outcome = outcome_of(qtbot, TrainingThread(study, Step.INITIALISE))
        assert store.learned.runs() == []
        assert store.learned.mechanisms() == []
    assert isinstance(outcome.report, InitialiseResult)
    assert outcome.prepared is not None
    assert outcome.prepared.folder.name == "initialise-0"
    assert outcome.tables is not None
    assert outcome.tables.mechanism.name == "theta_0"


def test_a_step_out_of_turn_ends_with_the_sentence_about_it(qtbot: QtBot, study: Path) -> None:
    outcome = outcome_of(qtbot, TrainingThread(study, Step.MODEL))
    assert isinstance(outcome.report, Failure)
    assert outcome.report.operator
    assert "MODEL is not possible now" in str(outcome.report.sentence)
    assert outcome.prepared is None


def test_a_fault_of_the_program_keeps_its_traceback(
    qtbot: QtBot, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("nothing there")

    monkeypatch.setattr(training_thread, "run_job", broken)
    outcome = outcome_of(qtbot, TrainingThread(study, Step.INITIALISE))
    assert isinstance(outcome.report, Failure)
    assert not outcome.report.operator
    assert "in broken" in outcome.report.traceback


def test_a_pause_ends_it_at_a_checkpoint(
    qtbot: QtBot, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_enter", pretended_training.obeys)
    thread = TrainingThread(study, Step.INITIALISE)
    thread.progressed.connect(thread.pause)
    outcome = outcome_of(qtbot, thread)
    assert outcome.report == Stopped(step=7)
    assert outcome.prepared is not None


def test_a_pause_is_heard_while_the_step_is_prepared(
    qtbot: QtBot, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thread = TrainingThread(study, Step.INITIALISE, process=training.TrainingProcess())

    def prepare(*_: object) -> None:
        thread.pause()
        still_wanted()
        raise AssertionError("it went on")

    monkeypatch.setattr(training_thread, "prepare", prepare)
    assert outcome_of(qtbot, thread) == TrainingOutcome(Stopped(step=0))
    assert multiprocessing.active_children() == []


def test_a_killed_process_is_told_in_a_sentence(
    qtbot: QtBot, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_enter", pretended_training.obeys)
    thread = TrainingThread(study, Step.INITIALISE)

    def kill(_: Progress) -> None:
        (process,) = multiprocessing.active_children()
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)

    thread.progressed.connect(kill)
    outcome = outcome_of(qtbot, thread)
    assert isinstance(outcome.report, Failure)
    assert outcome.report.operator
    assert "probably by the system because the memory was full" in str(outcome.report.sentence)


def test_a_table_that_cannot_be_read_is_told_in_a_sentence(
    qtbot: QtBot, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_enter", pretended_training.forgets)
    outcome = outcome_of(qtbot, TrainingThread(study, Step.INITIALISE))
    assert isinstance(outcome.report, Failure)
    assert outcome.report.operator
    assert "run INITIALISE again" in str(outcome.report.sentence)


def test_its_owner_may_go_while_it_runs(
    qtbot: QtBot, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_enter", pretended_training.obeys)
    owner = QObject()
    thread = TrainingThread(study, Step.INITIALISE, owner)
    with qtbot.waitSignal(thread.progressed, timeout=ENOUGH_MS):
        thread.start()
    shiboken6.delete(owner)
    assert not shiboken6.isValid(thread)
    assert thread.outcome is not None
    assert thread.outcome.report == Stopped(step=7)
    assert multiprocessing.active_children() == []


def test_progress_is_passed_on_five_times_a_second_and_nothing_is_lost() -> None:
    now_s = 0.0
    passed: list[Progress] = []
    joined = Joined(passed.append, lambda: now_s)
    for step in range(1, 21):
        now_s = step / 16
        picture = {2: [[0.5]]} if step == 3 else {}
        metrics = {"share": 0.1} if step == 3 else {"norm": float(step)}
        joined.add(
            Progress(
                phase=JobPhase.SELF_PLAY, step=step, total=20, metrics=metrics, head_share=picture
            )
        )
    joined.flush()
    assert [progress.step for progress in passed] == [1, 5, 9, 13, 17, 20]
    assert passed[1].metrics == {"norm": 5.0, "share": 0.1}
    assert passed[1].head_share == {2: [[0.5]]}
    assert passed[2].metrics == {"norm": 9.0}
    assert passed[2].head_share == {}


def test_figures_of_one_phase_are_not_taken_for_those_of_the_next() -> None:
    passed: list[Progress] = []
    joined = Joined(passed.append, lambda: 0.0)
    for phase, name in ((JobPhase.VOTES, "a"), (JobPhase.VOTES, "b"), (JobPhase.REFIT, "c")):
        joined.add(Progress(phase=phase, step=1, total=1, metrics={name: 1.0}))
    joined.flush()
    assert [progress.metrics for progress in passed] == [{"a": 1.0}, {"c": 1.0}]
