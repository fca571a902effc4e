from collections.abc import Iterator
from pathlib import Path

import pretended_training
import pytest
import shiboken6
from network_lab import HOME
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab import training
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.hosting.former_identity import FORMER_FILE
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.report import Failure, Stopped
from hcmd_lab.jobs.trained import InitialiseResult
from hcmd_lab.network.certificate import make_certificate
from hcmd_lab.network.lab_identity import FILE_NAME, VARIABLE, identity_folder
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from ui.control.desk import Desk
from ui.control.training.headline import headline
from ui.training_thread import TrainingOutcome

ENOUGH_MS = 60_000
REAL_STEP_MS = 280_000
"""Real steps run at low priority, and the first ones of a checkout compile their loops."""
TINY = make_settings(
    "quick", {"participants": "simulated", "groups": [5, 5], "max_epochs": 2, "splits": 1}
)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    del qtbot  # there has to be an application
    desk = Desk()
    yield desk
    if shiboken6.isValid(desk):
        desk.close_study()


@pytest.fixture
def modelling(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A study whose next step is MODEL, which would work until it is told to stop."""
    monkeypatch.setattr(training, "_enter", pretended_training.obeys)
    desk.open_study(playable_study(tmp_path / "study", 5))
    play_simulated(desk.study, "acquire", 5)
    return desk


def start_until_it_works(qtbot: QtBot, desk: Desk, step: Step) -> None:
    with qtbot.waitSignal(desk.training.progressed, timeout=ENOUGH_MS):
        desk.training.start(step)


def outcome_of(qtbot: QtBot, desk: Desk, step: Step, within_ms: int = ENOUGH_MS) -> TrainingOutcome:
    with qtbot.waitSignal(desk.training.ended, timeout=within_ms) as ended:
        desk.training.start(step)
    ended_step, outcome = ended.args
    assert ended_step is step
    assert desk.training.running is None
    return outcome


def open_pilot(desk: Desk) -> None:
    desk.open_session("pilot", 1, GAME_ALONE, address=HOME, port=0, exit_pin="")


def test_without_a_study_it_says_what_to_do(desk: Desk) -> None:
    with pytest.raises(OperatorError, match="open one or make a new one"):
        desk.training.start(Step.MODEL)
    assert desk.training.paused_step is None


def test_a_new_study_is_open_and_has_its_settings(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    with qtbot.waitSignals([desk.study_opened, desk.study_changed]):
        desk.create_study(tmp_path / "study", TINY)
    assert desk.study.settings == TINY
    with pytest.raises(OperatorError, match="already open"):
        Store.open(tmp_path / "study")
    desk.close_study()
    Store.open(tmp_path / "study").close()


def test_a_study_that_cannot_be_opened_leaves_the_other_open(desk: Desk, tmp_path: Path) -> None:
    desk.create_study(tmp_path / "study", TINY)
    with pytest.raises(OperatorError, match="no study folder"):
        desk.open_study(tmp_path / "nothing")
    damaged = tmp_path / "damaged"
    Store.create(damaged, {"settings": {"groups": "many"}}).close()
    with pytest.raises(OperatorError):
        desk.open_study(damaged)
    assert desk.study.settings == TINY
    Store.open(damaged).close()


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


def test_closing_the_study_pauses_training(qtbot: QtBot, modelling: Desk) -> None:
    start_until_it_works(qtbot, modelling, Step.MODEL)
    folder = modelling.study.store.folder.path
    with qtbot.waitSignal(modelling.training.ended):
        modelling.close_study()
    assert modelling.opened is None
    Store.open(folder).close()


def test_nothing_is_swapped_under_what_runs(qtbot: QtBot, modelling: Desk, tmp_path: Path) -> None:
    start_until_it_works(qtbot, modelling, Step.MODEL)
    with pytest.raises(OperatorError, match="pause it before you open another study"):
        modelling.create_study(tmp_path / "other", TINY)
    with qtbot.waitSignal(modelling.training.ended, timeout=ENOUGH_MS):
        open_pilot(modelling)
    with pytest.raises(OperatorError, match="end it before you open another study"):
        modelling.open_study(tmp_path / "other")
    with pytest.raises(OperatorError, match="already running"):
        open_pilot(modelling)


def test_an_interrupted_session_is_found_and_resumed(modelling: Desk) -> None:
    assert modelling.unfinished_session() is None
    open_pilot(modelling)
    assert modelling.unfinished_session() is None
    modelling.end_hosting()
    code = modelling.unfinished_session()
    assert code is not None
    modelling.resume_session(code, address=HOME, port=0, exit_pin="")
    assert modelling.session_is_running


def test_the_exit_pin_is_drawn_once_and_can_be_changed(modelling: Desk) -> None:
    pin = modelling.exit_pin
    assert len(pin) == 6
    assert pin.isdigit()
    assert modelling.exit_pin == pin
    modelling.exit_pin = "314159"
    assert modelling.exit_pin == "314159"


def test_the_desk_may_be_destroyed_while_it_trains(qtbot: QtBot, modelling: Desk) -> None:
    start_until_it_works(qtbot, modelling, Step.MODEL)
    thread = modelling.training.running
    assert thread is not None
    modelling.study.store.close()
    shiboken6.delete(modelling)
    assert thread.outcome is not None
    assert thread.outcome.report == Stopped(step=7)


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


def test_a_study_of_an_earlier_version_hands_its_identity_to_the_lab_computer(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As soon as it is opened, so that a study opened next is known to its kiosks too."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "identity"))
    study = playable_study(tmp_path / "study", 4, "people")
    (study / "keys").mkdir()
    (study / "keys" / FORMER_FILE).write_bytes(make_certificate())
    with Store.open(study) as store:
        store._database.sqlite.execute(
            "INSERT INTO station VALUES (?, ?, ?)", ("7", "0" * 64, "2026-01-01")
        )
    desk.open_study(study)
    assert [each.name for each in desk.lab_identity.stations()] == ["7"]


def test_a_damaged_identity_keeps_no_study_from_being_opened(desk: Desk, tmp_path: Path) -> None:
    (identity_folder() / FILE_NAME).write_text("{")
    desk.open_study(playable_study(tmp_path / "study", 4))
    with pytest.raises(OperatorError, match="is damaged"):
        desk.open_session("acquire", 1, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
    assert desk.host is None
