"""Runs one task with the open study at a time, beside its page, and tells of it in a bar."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from hcmd_lab.storage.store import Store
from hcmd_lab.telling.translate import translate
from ui.control.background import Background, OnProgress, with_store
from ui.control.data.study_tasks import Outcome
from ui.control.data.work_bar import WorkBar
from ui.control.desk import Desk
from ui.look.focus import LentFocus

R = TypeVar("R")

Work: TypeAlias = Callable[[OnProgress], Any]
"""Does something beside the window."""


@dataclass(frozen=True, slots=True)
class _Task:
    """What is being done.

    Attributes:
        sentence: The same in words.
        then: Takes its result.
        cancelled: What is said once it is cancelled.
        changes_nothing: Whether it only prepares `then`, which a cancel that comes late prevents.
        adds: Whether it adds to the study.
    """

    sentence: str
    then: Callable[[Any], None]
    cancelled: str
    changes_nothing: bool = False
    adds: bool = False


class StudyWork(QObject):
    """What a page does with the desk's study, which ends before that study is closed.

    Signals:
        changed(): A task has begun or ended; what would begin another one is possible or not.

    Attributes:
        bar: Shows the current task and its outcome.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Create the bar, hidden, for the page to place."""
        super().__init__(parent)
        self._desk = desk
        self._running: Background[Any] | None = None
        self._task: _Task | None = None
        self._next: list[tuple[_Task, Work]] = []
        self.bar = WorkBar()
        self.bar.cancel_requested.connect(self._cancel)
        self._keyboard = LentFocus(self.bar.cancel)
        desk.study_closing.connect(self._end)

    @property
    def is_running(self) -> bool:
        """Whether a task runs."""
        return self._running is not None

    @property
    def why_busy(self) -> str:
        """What runs, in a sentence; empty if nothing does and another task may begin."""
        if self._running is None:
            return ""
        if self._task is None:
            return translate("It is being cancelled.")
        return self._task.sentence

    def tell(self, outcome: Outcome) -> None:
        """Say what was done otherwise; the bar of a task that runs stays."""
        if self._running is None:
            self.bar.show_outcome(outcome)

    def tell_problem(self, sentence: str) -> None:
        """Say what is wrong; above the page while a task that runs has the bar."""
        if self._running is None:
            self.bar.show_problem(sentence)
        else:
            self._desk.failed.emit(sentence)

    def read(
        self,
        sentence: str,
        work: Callable[[Store, OnProgress], R],
        then: Callable[[R], None] | None = None,
        *,
        cancelled: str = "",
        changes_nothing: bool = False,
        waits: bool = False,
    ) -> None:
        """Run a task that reads the study by a store of its own; without effect while one runs.

        Args:
            sentence: What is being done.
            work: The task.
            then: Takes its result; without it, the outcome is shown.
            cancelled: What is said once it is cancelled; usually that nothing was written.
            changes_nothing: Whether the task only prepares `then`, which a cancel that comes late
                still prevents.
            waits: Whether it begins once what runs has ended.
        """
        task = _Task(
            sentence,
            then or self.bar.show_outcome,
            cancelled or _nothing_written(),
            changes_nothing=changes_nothing,
        )
        apart = with_store(self._desk.study.store.folder.path, work)
        if waits and self._running is not None:
            self._desk.at_work.append(sentence)
            self._next.append((task, apart))
        else:
            self._begin(task, apart)

    def write(self, sentence: str, work: Callable[[OnProgress], Outcome]) -> None:
        """Write a file from what is known already; without effect while a task runs."""
        self._begin(_Task(sentence, self.bar.show_outcome, _nothing_written()), work)

    def add(
        self,
        sentence: str,
        work: Callable[[OnProgress], Outcome],
        then: Callable[[Outcome], None],
    ) -> None:
        """Add to the study; without effect while a task runs. Meanwhile nothing else may begin."""
        self._begin(_Task(sentence, then, _nothing_written(), adds=True), work)

    def _begin(self, task: _Task, work: Work) -> None:
        if self._running is None:
            self._desk.at_work.append(task.sentence)
            self._run(task, work)

    def _run(self, task: _Task, work: Work) -> None:
        self._task = task
        self.bar.show_running(task.sentence)
        if task.adds:
            self._desk.is_importing = True
        self._running = running = Background(work, self)
        running.progressed.connect(self.bar.set_progress)
        asked_from = QApplication.focusWidget()
        self.changed.emit()
        self._keyboard.lend(asked_from)
        running.hand_to(self._on_ended)

    def _cancel(self) -> None:
        if self._running is not None:
            self._keyboard.call_in()
            self.bar.show_cancelling()
            self._running.cancel()

    def _end(self) -> None:
        """End what is being done with the study, which is about to be closed."""
        self.bar.hide()
        while self._next:
            self._desk.at_work.remove(self._next.pop()[0].sentence)
        if self._running is not None:
            self._running.cancel()
            self._running.wait()
            self._let_go()

    def _let_go(self) -> _Task | None:
        """The task that ends now; None if its study was closed before."""
        task, self._task = self._task, None
        if task is not None:
            self._desk.at_work.remove(task.sentence)
            if task.adds:
                self._desk.is_importing = False
        return task

    def _on_ended(self, ended: Background[Any]) -> None:
        self._running = None
        self._keyboard.call_in()
        task = self._let_go()
        self.changed.emit()
        if task is not None:
            self._tell(task, ended)
        self._keyboard.give_back()
        if self._next and self._running is None:
            self._run(*self._next.pop(0))

    def _tell(self, task: _Task, ended: Background[Any]) -> None:
        if ended.was_cancelled or (ended.is_unwanted and task.changes_nothing):
            self.bar.show_outcome(Outcome(task.cancelled))
        elif ended.result is None:
            self.bar.show_problem(ended.sentence)
        elif ended.is_unwanted:
            late = translate("It was done before it could be cancelled.")
            task.then(replace(ended.result, sentence=f"{late} {ended.result.sentence}"))
        else:
            task.then(ended.result)


def _nothing_written() -> str:
    return translate("Cancelled; nothing was written.")
