from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import pretended_training
import pytest
from network_lab import HOME
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from step_results import EVALUATED, MODELLED, WHEN, store_turn
from studies import playable_study

from hcmd_lab import training
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.jobs.report import Failure
from hcmd_lab.jobs.requests import InitialiseJob
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.telling.going_on import going_on
from ui.control import departure, training_panel
from ui.control.desk import Desk
from ui.control.status_line import StatusLine
from ui.control.study.next_step import NextStep
from ui.control.study.offer import next_offer
from ui.control.study.study_history import read_story
from ui.control.training.history import TrainingHistory
from ui.control.training_panel import TrainingPanel
from ui.look import act_guard
from ui.look.style import apply_look
from ui.training_thread import TrainingOutcome

ENOUGH_MS = 60_000
STOPPING = "It is stopping. What it has saved is kept, and the same step continues with it."


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    del qtbot  # there has to be an application
    monkeypatch.setattr(training, "_enter", pretended_training.obeys)
    desk = Desk()
    yield desk
    desk.close_study()


@pytest.fixture
def study(desk: Desk, tmp_path: Path) -> Desk:
    """A study whose first groups have not played."""
    desk.open_study(playable_study(tmp_path / "study", 5))
    return desk


@pytest.fixture
def modelling(study: Desk) -> Desk:
    """A study whose next step is MODEL, which would work until it is told to stop."""
    play_simulated(study.study, "acquire", 5)
    return study


@pytest.fixture
def trained(modelling: Desk) -> Desk:
    """A study that has gone through its first iteration."""
    store_turn(modelling.study.store)
    return modelling


def shown(qtbot: QtBot, desk: Desk) -> TrainingPanel:
    """The panel on the screen, with its plots."""
    panel = TrainingPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(1088, 632)
    with qtbot.waitExposed(panel):
        panel.show()
    qtbot.waitUntil(lambda: panel.views is not None, timeout=ENOUGH_MS)
    return panel


def press(qtbot: QtBot, button: QWidget) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def start(qtbot: QtBot, panel: TrainingPanel, desk: Desk) -> None:
    with qtbot.waitSignal(desk.training.progressed, timeout=ENOUGH_MS):
        press(qtbot, panel.header.act)


def nothing(panel: TrainingPanel) -> str:
    assert panel.views is not None
    return panel.views.nothing_words


def test_without_a_study_it_says_so(qtbot: QtBot, desk: Desk) -> None:
    panel = shown(qtbot, desk)
    assert panel.header.texts[0] == "No study is open"
    assert not panel.header.act.isVisible()
    assert nothing(panel).startswith("No study is open")


def test_where_people_play_next_it_shows_the_way(qtbot: QtBot, study: Desk) -> None:
    panel = shown(qtbot, study)
    assert "0 of 5 groups played" in panel.header.texts[1]
    assert "possible when the groups of this iteration have played" in nothing(panel)
    with qtbot.waitSignal(panel.panel_requested) as requested:
        press(qtbot, panel.header.act)
    assert requested.args == ["session"]


def test_what_is_not_possible_yet_is_explained(qtbot: QtBot, modelling: Desk) -> None:
    panel = shown(qtbot, modelling)
    assert nothing(panel).startswith("MODEL has no result yet")
    for step, words in (
        (Step.OPTIMIZE, "It is possible after MODEL."),
        (Step.CONVERGENCE, "It is possible after OPTIMIZE."),
        (Step.EVALUATE, "when new groups have compared mechanisms by vote"),
    ):
        panel.show_step(step, 1)
        assert words in nothing(panel)
    tips = [panel.steps.tabToolTip(number) for number in range(panel.steps.count())]
    assert tips == ["Is the next step", *["Is not possible yet"] * 3]


def test_a_step_is_started_paused_and_continued_with_the_keyboard(
    qtbot: QtBot, modelling: Desk
) -> None:
    panel = shown(qtbot, modelling)
    assert panel.header.act.text() == "Sta&rt MODEL"
    start(qtbot, panel, modelling)
    qtbot.waitUntil(lambda: "7 of at most 9 epochs" in panel.header.texts[1])
    assert panel.header.texts[0] == "MODEL, iteration 1"
    assert panel.header.texts[-1] == "on CPU"
    assert panel.header.bar.value() == round(1000 * 7 / 9)
    assert panel.header.pause.hasFocus()
    with qtbot.waitSignal(modelling.training.ended, timeout=ENOUGH_MS):
        qtbot.keyClick(panel.header.pause, Qt.Key.Key_Space)
        assert panel.header.texts[1] == STOPPING
        assert not panel.header.pause.isEnabled()
    assert panel.header.texts[0] == "MODEL, iteration 1 is paused"
    assert panel.header.act.text() == "Sta&rt MODEL over"
    assert panel.header.act.hasFocus()
    start(qtbot, panel, modelling)


def test_a_saved_step_goes_on_where_it_was_after_a_restart(qtbot: QtBot, modelling: Desk) -> None:
    panel = shown(qtbot, modelling)
    start(qtbot, panel, modelling)
    folder = modelling.study.store.folder
    modelling.close_study()
    (folder.jobs / "model-1" / "resume.safetensors").touch()
    modelling.open_study(folder.path)
    assert panel.header.texts[:2] == [
        "MODEL, iteration 1 is paused",
        "It continues with what it had finished, and starts over if the data have changed since.",
    ]


def test_a_step_goes_on_from_its_save_which_a_power_cut_leaves_behind_what_it_had_done() -> None:
    for step in Step:
        said = going_on(step, saved=True)
        assert ("from its last save" in said) == (step is Step.OPTIMIZE)
        assert "where it stopped" not in said
        assert "start over" in going_on(step, saved=False)


def test_what_is_taken_again_shows_no_earlier_result(qtbot: QtBot, modelling: Desk) -> None:
    """Neither its sentence above the curves of what runs, nor its pictures below them."""
    store_model(modelling)
    panel = shown(qtbot, modelling)
    views = panel.views
    assert views is not None
    panel.show_step(Step.MODEL, 1)
    assert "600 decisions" in views.model.conclusion
    with qtbot.waitSignal(modelling.training.progressed, timeout=ENOUGH_MS):
        modelling.training.start(Step.MODEL)
    panel.poll()
    assert panel.shown == (Step.MODEL, 1)
    assert "600 decisions" not in views.model.conclusion
    assert views.model.predictive.isHidden()
    with qtbot.waitSignal(modelling.training.ended, timeout=ENOUGH_MS):
        modelling.training.pause()
    assert "600 decisions" in views.model.conclusion


def test_maps_are_said_to_be_drawn_only_while_a_step_runs(
    qtbot: QtBot, modelling: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_enter", pretended_training.says_its_number)  # and stops
    store_model(modelling)
    panel = shown(qtbot, modelling)
    with qtbot.waitSignal(modelling.training.ended, timeout=ENOUGH_MS):
        modelling.training.start(Step.OPTIMIZE)
    panel.show_step(Step.OPTIMIZE, 1)
    assert nothing(panel).startswith("OPTIMIZE has no result yet")


def store_model(desk: Desk) -> None:
    job = InitialiseJob(game=PAPER_GAME, seed=1)
    desk.study.store.learned.add_run("model", 1, job, MODELLED, WHEN, WHEN)
    desk.study_changed.emit()


def test_a_click_does_not_start_what_has_only_just_come_under_it(
    qtbot: QtBot, modelling: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = shown(qtbot, modelling)
    place = NextStep(modelling)
    qtbot.addWidget(place)
    place.show()
    start(qtbot, panel, modelling)
    modelling.standing_changed.emit()
    assert place.act.text() == "Watch the training"
    monkeypatch.setattr(act_guard, "SETTLE_MS", 60_000)
    with qtbot.waitSignal(modelling.training.ended, timeout=ENOUGH_MS):
        modelling.training.pause()
    begun: list[Step] = []
    monkeypatch.setattr(modelling.training, "start", lambda step, *_: begun.append(step))
    assert place.act.text() == "Start MODEL over"
    for act in (place.act, panel.header.act, panel.header.cancel):
        qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    assert begun == []
    monkeypatch.setattr(act_guard, "SETTLE_MS", 0)
    qtbot.mouseClick(place.act, Qt.MouseButton.LeftButton)
    assert begun == [Step.MODEL]


def test_whoever_leaves_is_told_what_is_waited_for(
    qtbot: QtBot, modelling: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = shown(qtbot, modelling)
    place, line = NextStep(modelling), StatusLine()
    qtbot.addWidget(place)
    qtbot.addWidget(line)
    start(qtbot, panel, modelling)
    modelling.standing_changed.emit()
    kept = "What it has saved is kept, and the same step continues with it."
    assert place.act.accessibleDescription() == f"Opening a session pauses it. {kept}"
    assert panel.header.pause.toolTip() == kept
    monkeypatch.setattr(departure, "confirm", lambda *_, **__: True)
    left: list[bool] = []
    with qtbot.waitSignal(modelling.training.ended, timeout=ENOUGH_MS):
        departure.Departure(modelling, panel).request("Quit?", "Quit", lambda: left.append(True))
        waits = f"{STOPPING} The study closes as soon as it has stopped."
        assert panel.header.texts[1] == place.act.accessibleDescription() == waits
        line.show_state(modelling)
        assert "MODEL is stopping; the study closes then" in line.text
    assert left == [True]
    assert not modelling.is_leaving


@pytest.mark.parametrize("saved", [True, False])
def test_the_study_s_page_and_this_one_say_the_same_of_a_paused_step(
    qtbot: QtBot, modelling: Desk, saved: bool
) -> None:
    panel = shown(qtbot, modelling)
    start(qtbot, panel, modelling)
    folder = modelling.study.store.folder
    modelling.close_study()
    if saved:
        (folder.jobs / "model-1" / "resume.safetensors").touch()
    modelling.open_study(folder.path)
    offer = next_offer(modelling, read_story(modelling.study))
    assert offer.title == offer.action_text
    assert offer.title == ("Continue MODEL" if saved else "Start MODEL over")
    assert panel.header.act.text() == ("&Continue MODEL" if saved else "Sta&rt MODEL over")
    assert offer.explanation == panel.header.texts[1]
    assert ("start over" in offer.explanation) == (not saved)


@pytest.mark.parametrize("sure", [True, False])
def test_cancelling_asks_first(
    qtbot: QtBot, modelling: Desk, monkeypatch: pytest.MonkeyPatch, sure: bool
) -> None:
    questions: list[str] = []

    def answer(
        _parent: QWidget,
        title: str,
        *_: str,
        cancel_text: str,
        follow: Callable[[], str],
        moot: Callable[[], bool],
    ) -> bool:
        questions.append(title)
        assert "Cancel" not in cancel_text
        assert follow().startswith("Its progress so far is deleted")
        assert not moot()
        return sure

    monkeypatch.setattr(training_panel, "confirm", answer)
    panel = shown(qtbot, modelling)
    start(qtbot, panel, modelling)
    panel.poll()
    press(qtbot, panel.header.cancel)
    assert questions == ["Cancel MODEL?"]
    if not sure:
        assert modelling.training.running is not None
        assert not modelling.training.running.is_pausing
        return
    assert panel.header.texts[1] == "It is being cancelled; what it has done so far is deleted."
    qtbot.waitUntil(lambda: modelling.training.running is None, timeout=ENOUGH_MS)
    assert panel.header.act.text() == "Sta&rt MODEL"
    assert not panel.header.cancel.isVisible()


@pytest.mark.parametrize("step", [Step.MODEL, Step.CONVERGENCE])
def test_a_step_that_stops_says_what_is_kept(qtbot: QtBot, modelling: Desk, step: Step) -> None:
    panel = shown(qtbot, modelling)
    start(qtbot, panel, modelling)
    thread, history = modelling.training.running, modelling.training.history
    assert thread is not None
    assert history is not None
    thread.step = history.step = step
    thread.pause()
    panel.poll()
    kept = (
        STOPPING
        if step is Step.MODEL
        else ("It is stopping. It saves nothing before its end: the same step will start over.")
    )
    assert panel.header.texts[1] == kept
    thread.step = history.step = Step.MODEL
    qtbot.waitUntil(lambda: modelling.training.running is None, timeout=ENOUGH_MS)


def test_training_waits_while_a_session_runs(qtbot: QtBot, modelling: Desk) -> None:
    panel = shown(qtbot, modelling)
    start(qtbot, panel, modelling)
    with qtbot.waitSignal(modelling.training.ended, timeout=ENOUGH_MS):
        modelling.open_session("pilot", 1, GAME_ALONE, address=HOME, port=0, exit_pin="")
    assert panel.header.texts[2].startswith("A session is running. Training waits")
    assert not panel.header.act.isEnabled()
    assert modelling.host is not None
    modelling.host.abandon()
    assert panel.header.act.isEnabled()


def test_a_failure_is_told_with_what_to_do(
    qtbot: QtBot, modelling: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_enter", pretended_training.dies)
    panel = shown(qtbot, modelling)
    with qtbot.waitSignal(modelling.training.ended, timeout=ENOUGH_MS):
        press(qtbot, panel.header.act)
    assert panel.header.texts[:2] == [
        "MODEL, iteration 1 has failed",
        "Nothing had been saved yet: it will start over.",
    ]
    assert "ended unexpectedly (code 9)" in panel.header.failure.text
    assert not panel.header.failure.show_details.isVisible()
    assert panel.header.act.text() == "Sta&rt MODEL over"
    (modelling.study.store.folder.jobs / "model-1" / "resume.safetensors").touch()
    panel.read()
    assert panel.header.act.text() == "&Continue MODEL"


def test_a_fault_of_the_program_can_be_copied(qtbot: QtBot, modelling: Desk) -> None:
    panel = shown(qtbot, modelling)
    fault = Failure(sentence=Sentence("A fault."), operator=False, traceback="line 1\nline 2")
    modelling.training.last_outcome = TrainingOutcome(fault)
    panel.read()
    card = panel.header.failure
    assert card.text == "A fault."
    assert not card.details.isVisible()
    press(qtbot, card.show_details)
    assert card.details.isVisible()
    press(qtbot, card.copy)
    assert QGuiApplication.clipboard().text() == "A fault.\n\nline 1\nline 2"


def test_a_step_that_is_refused_is_told(
    qtbot: QtBot, modelling: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = shown(qtbot, modelling)
    store_turn(modelling.study.store)  # behind the panel's back
    with qtbot.waitSignal(modelling.failed) as failed:
        press(qtbot, panel.header.act)
    assert "MODEL is not possible now" in failed.args[0]


def test_results_are_there_after_a_restart(qtbot: QtBot, trained: Desk) -> None:
    panel = shown(qtbot, trained)
    views = panel.views
    assert views is not None
    assert panel.shown == (Step.CONVERGENCE, 1)
    assert views.convergence.recommendation == "Continue with iteration 2."
    panel.show_step(Step.OPTIMIZE, 1)
    qtbot.waitUntil(lambda: bool(views.optimize.heat.view.spots()), timeout=ENOUGH_MS)
    assert len(views.optimize.heat.view.spots()) == 11 * (3 + 5 + 7 + 9 + 11)
    assert views.optimize.share.plot.picture.curves[0].ys == array("d", (0.5, 0.52, 0.53))
    assert views.optimize.noise.plot.picture.curves[0].xs == array("d", (1000, 2000))
    panel.show_step(Step.MODEL, 1)
    assert "600 decisions" in views.model.conclusion
    drawn = {line.text: list(line.ys) for line in views.model.contributions.plot.picture.lines}
    assert drawn["Held out, size 8/4"] == [1.9, 1.7, 1.6]
    assert drawn["Fit to all groups"] == [1.9, 1.7, 1.6, 1.5]
    assert [list(line.xs) for line in views.model.votes.plot.picture.curves] == [[0.1, 1.0]]
    panel.show_step(Step.MODEL, 2)
    assert "has no result in iteration 2" in nothing(panel)


def test_the_steps_and_iterations_are_chosen_with_the_keyboard(qtbot: QtBot, trained: Desk) -> None:
    panel = shown(qtbot, trained)
    panel.steps.setFocus()
    qtbot.keyClick(panel.steps, Qt.Key.Key_Left)
    assert panel.shown == (Step.OPTIMIZE, 1)
    panel.iteration.setFocus()
    qtbot.keyClick(panel.iteration, Qt.Key.Key_Down)
    assert panel.shown == (Step.OPTIMIZE, 2)
    assert "It is possible after MODEL." in nothing(panel)


def test_a_complete_study_shows_the_evaluation(qtbot: QtBot, trained: Desk) -> None:
    store = trained.study.store
    store.learned.add_run("evaluate", 1, InitialiseJob(game=PAPER_GAME, seed=1), EVALUATED, "", "")
    panel = shown(qtbot, trained)
    assert panel.shown == (Step.EVALUATE, 1)
    assert panel.views is not None
    assert (
        panel.views.evaluate.answer == "Simulated participants preferred θ₁ to liberal egalitarian."
    )


def test_it_follows_the_look(qtbot: QtBot, qapp: QApplication, trained: Desk) -> None:
    panel = shown(qtbot, trained)
    panel.show_step(Step.MODEL, 1)
    assert panel.views is not None
    plot = panel.views.model.contributions.plot
    light = plot.backgroundBrush().color()
    apply_look(qapp, "dark")
    try:
        assert plot.backgroundBrush().color() != light
    finally:
        apply_look(qapp, "light")


def test_nothing_is_drawn_while_nobody_looks(qtbot: QtBot, modelling: Desk) -> None:
    panel = shown(qtbot, modelling)
    panel.hide()
    start_step = Step.MODEL
    with qtbot.waitSignal(modelling.training.progressed, timeout=ENOUGH_MS):
        modelling.training.start(start_step)
    assert "7 of" not in panel.header.texts[1]
    panel.show()
    qtbot.waitUntil(lambda: "7 of at most 9 epochs" in panel.header.texts[1])


def test_a_wait_is_told_second_by_second(qtbot: QtBot, modelling: Desk) -> None:
    panel = shown(qtbot, modelling)
    now_s = 0.0
    modelling.training.start(Step.MODEL)
    modelling.training.history = told = TrainingHistory(Step.MODEL, 1, lambda: now_s)

    def seen() -> tuple[str, int]:
        panel.poll()
        return panel.header.texts[1], panel.header.bar.maximum()

    assert seen() == ("The training process is starting (0:00).", 0)
    now_s = 3.0
    assert seen() == ("The training process is starting (0:03).", 0)
    told.add(Progress(phase=JobPhase.CROSS_VALIDATION, step=6, total=9))
    assert seen() == ("Cross-validation · 6 of at most 9 epochs", 1000)
    now_s = 8.0
    assert seen() == ("Cross-validation (0:05) · 6 of at most 9 epochs", 1000)
    told.add(Progress(phase=JobPhase.VOTES, step=9, total=9))
    assert seen()[1] == 0, "nothing can be told of what concludes a step: the bar runs to and fro"
