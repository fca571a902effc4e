"""Work of a page beside the window: one task at a time, told truly, ended with its study."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.storage.store import Store
from ui.control.background import OnProgress
from ui.control.data.study_tasks import Outcome
from ui.control.data.study_work import StudyWork
from ui.control.desk import Desk

ENOUGH_MS = 20_000


class Held:
    """A task that stands still until it is let go, and hears a cancel then, if it asks."""

    def __init__(self, said: str, *, asks: bool = True) -> None:
        self.go, self.begun = Event(), Event()
        self._said, self._asks = said, asks

    def __call__(self, on_progress: OnProgress) -> Outcome:
        self.begun.set()
        assert self.go.wait(ENOUGH_MS / 1000)
        if self._asks:
            on_progress(1, 2)
        return Outcome(self._said)

    def reading(self, _store: Store, on_progress: OnProgress) -> Outcome:
        return self(on_progress)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    del qtbot  # there has to be an application
    desk = Desk()
    desk.open_study(playable_study(tmp_path / "study", 4))
    yield desk
    desk.close_study()


class Page(QWidget):
    """A page with nothing but its work; by itself Qt leads the keyboard on from it to `other`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.work = StudyWork(desk, self)
        self.work.bar.setParent(self)
        self.other, self.ask = QPushButton("Other", self), QPushButton("Ask", self)
        self.work.changed.connect(lambda: self.ask.setDisabled(self.work.is_running))


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Page:
    made = Page(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def said(work: StudyWork) -> str:
    return "" if work.bar.isHidden() else work.bar.words.text()


def ended(qtbot: QtBot, work: StudyWork) -> None:
    qtbot.waitUntil(lambda: not work.is_running, timeout=ENOUGH_MS)


def test_a_second_task_is_not_begun(qtbot: QtBot, desk: Desk, page: Page) -> None:
    work, first, second = page.work, Held("First."), Held("Second.")
    work.write("The first is made.", first)
    work.write("The second is made.", second)
    first.go.set()
    ended(qtbot, work)
    assert said(work) == "First."
    assert not second.begun.is_set()
    assert desk.at_work == []


def test_one_that_waits_begins_once_the_other_has_ended(
    qtbot: QtBot, desk: Desk, page: Page
) -> None:
    work, first, second = page.work, Held("First."), Held("Second.")
    work.write("The first is made.", first)
    work.read("The second is made.", second.reading, waits=True)
    assert desk.at_work == ["The first is made.", "The second is made."]
    first.go.set()
    qtbot.waitUntil(second.begun.is_set, timeout=ENOUGH_MS)
    assert said(work) == "The second is made."
    assert not work.bar.cancel.isHidden()
    assert desk.at_work == ["The second is made."]
    second.go.set()
    ended(qtbot, work)
    assert said(work) == "Second."


def test_what_waits_is_forgotten_with_its_study(
    qtbot: QtBot, desk: Desk, page: Page, tmp_path: Path
) -> None:
    work, first, second = page.work, Held("First."), Held("Second.")
    work.write("The first is made.", first)
    work.read("The second is made.", second.reading, waits=True)
    first.go.set()
    desk.open_study(playable_study(tmp_path / "another", 4))
    ended(qtbot, work)
    assert not second.begun.is_set()
    assert said(work) == ""
    assert desk.at_work == []


def test_what_two_pages_do_is_told_of_both(qtbot: QtBot, desk: Desk, page: Page) -> None:
    another = Page(desk)
    qtbot.addWidget(another)
    one, other = page.work, another.work
    adding, writing = Held("Added."), Held("Written.")
    one.add("Groups are stored.", adding, lambda _: None)
    other.write("A table is written.", writing)
    assert desk.at_work == ["Groups are stored.", "A table is written."]
    writing.go.set()
    ended(qtbot, other)
    assert desk.at_work == ["Groups are stored."]
    assert desk.is_importing
    adding.go.set()
    ended(qtbot, one)
    assert not desk.is_importing


def test_a_problem_beside_a_task_leaves_its_cancel_there(
    qtbot: QtBot, desk: Desk, page: Page
) -> None:
    work, task = page.work, Held("Done.")
    work.write("It is made.", task)
    with qtbot.waitSignal(desk.failed) as failed:
        work.tell_problem("The name is taken.")
    work.tell(Outcome("Renamed."))
    assert failed.args == ["The name is taken."]
    assert said(work) == "It is made."
    assert not work.bar.cancel.isHidden()
    task.go.set()
    ended(qtbot, work)
    work.tell_problem("The name is taken.")
    assert said(work) == "The name is taken."


@pytest.mark.parametrize("asks", [True, False])
def test_a_cancel_is_told_as_what_came_of_it(qtbot: QtBot, page: Page, asks: bool) -> None:
    work, task = page.work, Held("Written.", asks=asks)
    work.write("It is made.", task)
    qtbot.waitUntil(task.begun.is_set, timeout=ENOUGH_MS)
    work.bar.cancel.click()
    task.go.set()
    ended(qtbot, work)
    late = "It was done before it could be cancelled. Written."
    assert said(work) == ("Cancelled; nothing was written." if asks else late)


@pytest.mark.parametrize("cancels", [False, True])
def test_the_keyboard_is_lent_to_cancel_and_comes_back(
    qtbot: QtBot, page: Page, cancels: bool
) -> None:
    with qtbot.waitActive(page):
        page.show()
    page.ask.setFocus()
    held = Held("Done.")
    page.work.read("It is being done.", held.reading)
    assert QApplication.focusWidget() is page.work.bar.cancel
    if cancels:
        page.work.bar.cancel.click()
    held.go.set()
    qtbot.waitUntil(lambda: not page.work.is_running, timeout=ENOUGH_MS)
    assert QApplication.focusWidget() is page.ask


def test_whoever_went_on_with_the_keyboard_keeps_it(qtbot: QtBot, page: Page) -> None:
    with qtbot.waitActive(page):
        page.show()
    page.ask.setFocus()
    held = Held("Done.")
    page.work.read("It is being done.", held.reading)
    page.other.setFocus()
    held.go.set()
    qtbot.waitUntil(lambda: not page.work.is_running, timeout=ENOUGH_MS)
    assert QApplication.focusWidget() is page.other
