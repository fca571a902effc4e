"""Work beside the window ends in one of three ways, and never outlives its owner."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from hcmd_lab.errors import OperatorError
from ui.control.background import Background, OnProgress

pytestmark = pytest.mark.usefixtures("qapp")


def run(qtbot: QtBot, task: Background[int]) -> None:
    with qtbot.waitSignal(task.finished):
        task.start()
    task.wait()


def test_it_tells_how_far_it_is_and_what_came_out(qtbot: QtBot) -> None:
    def work(on_progress: OnProgress) -> int:
        on_progress(1, 2)
        return 7

    owner = QObject()
    task = Background(work, owner)
    with qtbot.waitSignal(task.progressed) as told:
        run(qtbot, task)
    assert told.args == [1, 2]
    assert (task.result, task.sentence, task.was_cancelled) == (7, "", False)


def test_what_the_operator_can_mend_is_a_sentence(qtbot: QtBot) -> None:
    def work(_on_progress: OnProgress) -> int:
        raise OperatorError("The disk is full.")

    owner = QObject()
    task = Background(work, owner)
    run(qtbot, task)
    assert (task.result, task.sentence, task.was_cancelled) == (None, "The disk is full.", False)


def test_it_can_be_cancelled_before_it_begins(qtbot: QtBot) -> None:
    def work(on_progress: OnProgress) -> int:
        on_progress(0, 1)
        return 7

    owner = QObject()
    task = Background(work, owner)
    task.cancel()
    run(qtbot, task)
    assert (task.result, task.was_cancelled) == (None, True)


def test_its_owner_waits_for_it() -> None:
    begun, ended = Event(), Event()

    def work(on_progress: OnProgress) -> int:
        begun.set()
        try:
            while True:
                on_progress(0, 1)
        finally:
            ended.set()

    owner = QObject()
    Background(work, owner).start()
    assert begun.wait(10)
    del owner
    assert ended.is_set()


class Dialog(QDialog):
    def __init__(self) -> None:
        super().__init__()
        self.work: Background[int] | None = Background(lambda _on_progress: 7, self)
        self.work.hand_to(self._on_done)

    def _on_done(self, done: Background[int]) -> None:
        self.setResult(done.result or 0)
        self.work = None
        self.hide()


def test_it_may_be_forgotten_when_it_is_handed_over() -> None:
    program = "\n".join(
        [
            "import test_background, PySide6.QtWidgets",
            "application = PySide6.QtWidgets.QApplication([])",
            "for _ in range(60):",
            "    dialog = test_background.Dialog()",
            "    dialog.show()",
            "    while dialog.isVisible(): application.processEvents()",
            "    assert dialog.result() == 7",
        ]
    )
    path = [str(Path(__file__).parent), *sys.path]
    subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", program],
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path)},
    )
