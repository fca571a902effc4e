"""EVALUATE on its way: what it does, and what is said of it once it has failed."""

from collections.abc import Iterator

import pretended_training
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from told_studies import BEFORE_EVALUATE, Bookshelf, Told

from hcmd_lab import training
from hcmd_lab.study.status import Step
from ui.control.desk import Desk
from ui.control.study.offer import next_offer
from ui.control.study.study_history import read_story
from ui.control.training_panel import TrainingPanel

ENOUGH_MS = 60_000


@pytest.fixture
def desk(qtbot: QtBot, shelf: Bookshelf) -> Iterator[Desk]:
    """The groups of EVALUATE have played; their votes are not counted."""
    del qtbot  # there has to be an application
    made = Desk()
    made.open_study(shelf.study(Told("compared", BEFORE_EVALUATE, simulated=True, evaluated=True)))
    yield made
    made.close_study()


def after_evaluate(desk: Desk, qtbot: QtBot) -> TrainingPanel:
    """The page on which EVALUATE was begun, once it has ended."""
    panel = TrainingPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    with qtbot.waitSignal(desk.training.ended, timeout=ENOUGH_MS):
        desk.training.start(Step.EVALUATE)
    return panel


def test_what_people_have_done_is_not_said_to_run_in_the_background(desk: Desk) -> None:
    offered = next_offer(desk, read_story(desk.study))
    assert offered.title == "Start EVALUATE"
    assert offered.explanation.startswith(
        "Counts how new people have voted. It runs in the background"
    )


def test_a_step_that_has_failed_is_not_said_to_be_computed(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_enter", pretended_training.dies)
    panel = after_evaluate(desk, qtbot)
    panel.show_step(Step.EVALUATE, 1)
    assert panel.views is not None
    assert panel.views.nothing_words.startswith("EVALUATE has no result yet")


def test_a_fault_of_a_step_that_saves_nothing_does_not_tell_of_a_save(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_enter", pretended_training.talks_of_another)
    panel = after_evaluate(desk, qtbot)
    told = [each.text() for each in panel.header.findChildren(QLabel)]
    assert "Nothing had been saved yet: it will start over." in told
    assert not any("save is kept" in each for each in told)
