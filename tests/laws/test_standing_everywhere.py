"""Whatever has just happened, everything that is shown tells the present next step."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot
from step_results import MODELLED, OPTIMIZED, trained_mechanism
from studies import playable_study
from told_studies import CONVERGED, IMPROVING, add_result

from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.jobs.job_folder import JOB_FILE
from hcmd_lab.jobs.report import Result
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.telling.standing import standing_in_words
from ui.control.data_panel import DataPanel
from ui.control.desk import Desk
from ui.control.panels import PANELS
from ui.control.preferences import Preferences
from ui.control.session.as_last_time import AsLastTime
from ui.control.study.next_step import NextStep
from ui.control.study.offer import next_offer
from ui.control.study.study_history import read_story
from ui.control.welcome import RecentButton
from ui.control.window import ControlWindow


class Room:
    """The window with all of its panels, and what has been told in it before."""

    def __init__(self, window: ControlWindow, desk: Desk) -> None:
        self.window, self.desk = window, desk
        self._told: set[str] = set()

    def check(self) -> None:
        """Hold everything that the window says against the study."""
        study = self.desk.study
        offer = next_offer(self.desk, read_story(study))
        standing = standing_in_words(study)
        present = {standing, offer.title, offer.explanation}
        places = self.window.findChildren(NextStep)
        assert len(places) == 2, "the Study page, and the summary of a session"
        for place in places:
            assert present & words(place) >= {offer.title, offer.explanation}
            assert place.act.text() == offer.action_text
        # The Data panel reads the study in a thread of its own; its own test waits for it.
        data = self.window.findChild(DataPanel)
        read_later = set() if data is None else words(data)
        said = " | ".join(words(self.window) - read_later)
        for each in sorted(present, key=len, reverse=True):  # one may hold what was true before
            said = said.replace(each, "")
        for before in self._told - present:
            assert before not in said, "a sentence that was true before"
        assert f"Iteration {study.status().iteration} of at most" in self.window.strip.text
        starts = offer.action_text if offer.act == "train" else "Start the next step"
        assert self.window.menus.start.text() == f"&{starts}"
        self._told |= {standing, offer.explanation}

    def add(self, step: Step, result: Result) -> None:
        """Let a training step have its result, as `_settle_training` does."""
        store = self.desk.study.store
        if step is Step.OPTIMIZE:
            store.learned.add_mechanism(trained_mechanism(), {})
            store.facts.set("table of theta_1", trained_mechanism().sha256)
        add_result(store, step, result)
        self.desk.study_changed.emit()
        self.check()


def words(widget: QWidget) -> set[str]:
    shown = [*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)]
    return {each.text() for each in shown if not each.isHidden()}


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    window = ControlWindow(Preferences(tmp_path / "control.ini"))
    desk = Desk(window)
    qtbot.addWidget(window, before_close_func=lambda _: desk.close_study())
    window.take(desk)
    desk.open_study(playable_study(tmp_path / "study", 4))
    window.show()
    for name in (*PANELS, "session"):
        window.show_panel(name)
    made = Room(window, desk)
    made.check()
    yield made
    desk.close_study()


def test_the_next_step_is_the_same_everywhere_and_at_once(room: Room, qtbot: QtBot) -> None:
    desk = room.desk
    desk.open_session("acquire", 1, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
    room.check()
    session = desk.host.session if desk.host else ""
    desk.end_hosting()
    room.check()
    desk.resume_session(session, address="127.0.0.1", port=0, exit_pin="")
    room.check()
    assert desk.host is not None
    desk.host.abandon()
    room.check()  # from here on the summary of that session is shown
    play_simulated(desk.study, "acquire", 4)  # as an import adds groups
    desk.study_changed.emit()
    room.check()
    begin(room, Step.MODEL)  # it has been paused
    room.add(Step.MODEL, MODELLED)
    room.add(Step.OPTIMIZE, OPTIMIZED)
    begin(room, Step.OPTIMIZE)  # it is being taken again, and has been paused
    assert room.window.menus.start.text() == "&Start OPTIMIZE over"
    room.desk.training.cancel(Step.OPTIMIZE)
    room.check()
    assert room.window.menus.start.text() == "&Start CONVERGENCE"
    room.add(Step.CONVERGENCE, CONVERGED)


def begin(room: Room, step: Step) -> None:
    job = room.desk.study.store.folder.jobs / f"{step.value}-1" / JOB_FILE
    job.parent.mkdir()
    job.touch()
    room.desk.study_changed.emit()
    room.check()


def test_what_was_begun_is_told_of_a_study_that_is_not_open(room: Room) -> None:
    folder = room.desk.study.store.folder.path
    row = RecentButton(folder, room.window)
    room.desk.open_session("acquire", 1, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
    session = room.desk.host.session if room.desk.host else ""
    row.look_into()
    assert f"No other session is possible until {session} has ended." in row.accessibleName()
    assert room.desk.host is not None
    room.desk.host.abandon()
    play_simulated(room.desk.study, "acquire", 4)
    row.look_into()
    assert row.accessibleName().endswith("run MODEL.")
    begin(room, Step.MODEL)
    row.look_into()
    assert (
        "MODEL was begun. Nothing had been saved yet: it will start over." in row.accessibleName()
    )


def test_the_menu_continues_what_has_begun(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    play_simulated(room.desk.study, "acquire", 4)
    room.add(Step.MODEL, MODELLED)
    room.add(Step.OPTIMIZE, OPTIMIZED)
    begin(room, Step.OPTIMIZE)
    taken: list[Step] = []
    monkeypatch.setattr(room.desk.training, "start", taken.append)
    room.window.menus.start.trigger()
    assert taken == [Step.OPTIMIZE]


@pytest.mark.parametrize("step", [Step.MODEL, Step.OPTIMIZE])
def test_what_a_session_does_to_a_step_that_runs_again_is_said(
    room: Room, monkeypatch: pytest.MonkeyPatch, step: Step
) -> None:
    desk = room.desk
    play_simulated(desk.study, "acquire", 4)
    for each, result in ((Step.MODEL, MODELLED), (Step.OPTIMIZE, OPTIMIZED)):
        room.add(each, result)
        if each is step:
            break
    assert desk.study.status().again is step
    with monkeypatch.context() as patched:
        patched.setattr(desk.training, "running", SimpleNamespace(step=step, is_pausing=False))
        said = next_offer(desk, read_story(desk.study)).explanation
    desk.open_session("pilot", 1, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
    can_continue = desk.study.status().allows(step)
    assert said.startswith("Opening a session " + ("pauses" if can_continue else "ends") + " it")


def test_the_data_panel_tells_it_too(room: Room, qtbot: QtBot) -> None:
    room.window.show_panel("data")
    panel = room.window.findChild(DataPanel)
    assert panel is not None
    add_result(room.desk.study.store, Step.MODEL, MODELLED)
    room.desk.study_changed.emit()
    sentence = standing_in_words(room.desk.study)
    qtbot.waitUntil(lambda: panel.pictures.caption.text() == sentence)
    room.check()


def test_another_iteration_is_told_in_the_summary_of_the_session_before(room: Room) -> None:
    """The circle: a summary that sends to a step which has been taken."""
    room.desk.open_session("pilot", 1, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
    assert room.desk.host is not None
    room.desk.host.abandon()
    room.add(Step.MODEL, MODELLED)
    room.add(Step.OPTIMIZE, OPTIMIZED)
    room.add(Step.CONVERGENCE, IMPROVING)
    [summary] = [each for each in room.window.findChildren(NextStep) if each.isVisible()]
    assert summary.act.text() == "Run a session…"
    summary.act.click()
    assert room.window.findChild(AsLastTime) is not None
