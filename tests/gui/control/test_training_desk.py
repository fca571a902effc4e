"""Training at the desk: it is begun, paused, cancelled, and its results are stored."""

from pathlib import Path

import pretended_training
import pytest
from desk_steps import ENOUGH_MS, TINY, open_pilot, outcome_of, start_until_it_works
from network_lab import HOME
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab import training
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.report import Failure, Stopped
from hcmd_lab.jobs.trained import InitialiseResult
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from ui.control.desk import Desk
from ui.control.study.offer import next_offer
from ui.control.study.study_history import read_story
from ui.control.training.headline import headline

REAL_STEP_MS = 280_000
"""Real steps run at low priority, and the first ones of a checkout compile their loops."""


@pytest.mark.timeout(2 * REAL_STEP_MS / 1000)
def test_real_training_ends_in_the_study(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.create_study(tmp_path / "study", TINY)
    first = outcome_of(qtbot, desk, Step.INITIALISE, REAL_STEP_MS)
    assert isinstance(first.report, InitialiseResult)
    assert desk.study.store.learned.mechanism(desk.study.mechanisms.newest()).name == "theta_0"
    play_simulated(desk.study, "acquire", 5)
    outcome = outcome_of(qtbot, desk, Step.MODEL, REAL_STEP_MS)
    assert desk.study.result(Step.MODEL, 1, ModelResult) == outcome.report
    assert desk.study.status().step is Step.OPTIMIZE
    assert desk.training.history is not None
    assert desk.training.history.latest == desk.training.last_progress is not None
    assert desk.training.paused_step is None


def test_a_paused_step_waits_also_after_a_restart(qtbot: QtBot, modelling: Desk) -> None:
    start_until_it_works(qtbot, modelling, Step.MODEL)
    with pytest.raises(OperatorError, match="already running"):
        modelling.training.start(Step.MODEL)
    with qtbot.waitSignal(modelling.training.ended, timeout=ENOUGH_MS):
        modelling.training.pause()
    assert modelling.training.paused_step is Step.MODEL
    history = modelling.training.history
    folder = modelling.study.store.folder.path
    again = Desk()
    modelling.close_study()
    again.open_study(folder)
    assert again.training.paused_step is Step.MODEL
    again.close_study()
    modelling.open_study(folder)
    start_until_it_works(qtbot, modelling, Step.MODEL)
    assert modelling.training.history is not history  # the curves of another study are not drawn on


def test_a_step_that_goes_on_draws_its_curves_on(qtbot: QtBot, modelling: Desk) -> None:
    for _ in range(2):
        start_until_it_works(qtbot, modelling, Step.MODEL)
        with qtbot.waitSignal(modelling.training.ended, timeout=ENOUGH_MS):
            modelling.training.pause()
    assert modelling.training.history is not None
    assert modelling.training.history.changes == 2


def test_a_cancelled_step_is_forgotten(qtbot: QtBot, modelling: Desk) -> None:
    start_until_it_works(qtbot, modelling, Step.MODEL)
    folder = modelling.study.store.folder.jobs / "model-1"
    assert folder.is_dir()
    with qtbot.waitSignal(modelling.training.ended, timeout=ENOUGH_MS):
        modelling.training.cancel(Step.MODEL)
    assert not folder.exists()
    assert modelling.training.paused_step is None
    assert modelling.study.status().step is Step.MODEL


def test_what_is_left_of_a_paused_step_can_be_cancelled(qtbot: QtBot, modelling: Desk) -> None:
    start_until_it_works(qtbot, modelling, Step.MODEL)
    with qtbot.waitSignal(modelling.training.ended, timeout=ENOUGH_MS):
        modelling.training.pause()
    with qtbot.waitSignal(modelling.study_changed):
        modelling.training.cancel(Step.MODEL)
    assert modelling.training.paused_step is None
    assert modelling.training.history is None


def test_a_result_that_came_before_the_cancel_is_kept(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_enter", pretended_training.draws)
    desk.create_study(tmp_path / "study", TINY)
    told: list[str] = []
    desk.failed.connect(told.append)
    with qtbot.waitSignal(desk.training.ended, timeout=ENOUGH_MS):
        desk.training.start(Step.INITIALISE)
        desk.training.cancel(Step.INITIALISE)
    assert desk.study.status().step is Step.ACQUIRE
    late = "INITIALISE had ended before it was cancelled; nothing was deleted."
    assert told == [late]
    desk.training.cancel(Step.INITIALISE)  # the question was open for longer than the step
    assert told == [late, late]


def test_a_session_pauses_training_which_waits_for_its_end(qtbot: QtBot, modelling: Desk) -> None:
    start_until_it_works(qtbot, modelling, Step.MODEL)
    with qtbot.waitSignal(modelling.training.ended, timeout=ENOUGH_MS) as ended:
        open_pilot(modelling)
    assert ended.args[1].report == Stopped(step=7)
    with pytest.raises(OperatorError, match="waits until the session has ended"):
        modelling.training.start(Step.MODEL)
    assert modelling.host is not None
    with qtbot.waitSignals([modelling.session_ended, modelling.standing_changed]):
        modelling.host.abandon()
    assert modelling.training.paused_step is Step.MODEL


def test_a_training_process_that_dies_is_told_and_the_study_stays_as_it_is(
    qtbot: QtBot, modelling: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_enter", pretended_training.dies)
    outcome = outcome_of(qtbot, modelling, Step.MODEL)
    assert isinstance(outcome.report, Failure)
    assert modelling.training.last_outcome == outcome
    assert modelling.study.status().step is Step.MODEL
    assert modelling.training.paused_step is Step.MODEL


def test_a_result_that_cannot_be_stored_is_held_for_another_try(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_enter", pretended_training.draws)
    desk.create_study(tmp_path / "study", TINY)

    def full(*_: object) -> None:
        raise OperatorError("The disk is full.")

    with monkeypatch.context() as at_first:
        at_first.setattr(desk.study.store.learned, "add_mechanism", full)
        with qtbot.waitSignal(desk.failed, timeout=ENOUGH_MS) as failed:
            desk.training.start(Step.INITIALISE)
        assert failed.args == ["The disk is full."]
        assert headline(desk).action_text == "Sto&re the result"
        offer = next_offer(desk, read_story(desk.study))
        assert offer.action_text == "Store the result", "nothing starts over"
        assert offer.explanation == headline(desk).words
        with pytest.raises(OperatorError, match="disk is full"):
            desk.training.start(Step.INITIALISE)
    with qtbot.waitSignal(desk.study_changed):
        desk.training.start(Step.INITIALISE)
    assert desk.training.running is None
    assert desk.study.status().step is Step.ACQUIRE
    assert desk.training.unkept is None


def test_training_does_not_start_on_a_full_disk(
    modelling: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StudyFolder, "free_bytes", lambda _: 0)
    with pytest.raises(OperatorError, match="has only 0 MB free"):
        modelling.training.start(Step.MODEL)
    assert modelling.training.running is None


def test_a_process_waits_for_the_next_step_but_not_beside_a_session_of_people(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    waiting: list[object] = []

    class Process:
        def __init__(self) -> None:
            waiting.append(self)

        def discard(self) -> None:
            waiting.remove(self)

    monkeypatch.setattr("ui.control.training.process_ahead.TrainingProcess", Process)
    desk = Desk(loads_ahead=True)
    assert not waiting
    desk.open_study(playable_study(tmp_path / "study", 5, "people"))
    assert len(waiting) == 1
    desk.open_session("pilot", 1, GAME_ALONE, address=HOME, port=0, exit_pin="")
    assert not waiting
    desk.close_study()
    assert not waiting
    desk.open_study(playable_study(tmp_path / "simulated", 5))
    desk.open_session("pilot", 1, GAME_ALONE, address=HOME, port=0, exit_pin="")
    assert len(waiting) == 1
    desk.close_study()
    desk.create_study(tmp_path / "new", make_settings("quick", {"participants": "simulated"}))
    assert not waiting, "the first mechanism does not wait for what it does not need"
