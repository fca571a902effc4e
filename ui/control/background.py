"""Background work: long tasks beside the window."""

import atexit
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any, Generic, TypeAlias, TypeVar
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QObject, QThread, Signal

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.store import Store
from hcmd_lab.telling.translate import translate

R = TypeVar("R")

OnProgress: TypeAlias = Callable[[int, int], None]
"""Told how much is done, and of how much; raises `Cancelled` when the work shall end."""


class Cancelled(Exception):  # noqa: N818 - not an error
    """The work was cancelled."""


class _Signals(QThread):
    """The base that declares signals, which a generic class cannot do."""

    progressed = Signal(int, int)


class Background(_Signals, Generic[R]):
    """Runs one function in a thread of its own and delivers its result.

    Signals:
        progressed(int, int): How much is done, and of how much.

    Attributes:
        result: The function's return value; None unless it completed.
        sentence: The problem the experimenter can fix, if there was one.
    """

    def __init__(self, work: Callable[[OnProgress], R], parent: QObject) -> None:
        """Prepare the thread; `hand_to` starts it.

        Args:
            work: The function; it may raise `OperatorError`.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self.result: R | None = None
        self.sentence = ""
        self._work = work
        # Qt's own request is lost on a thread that has not quite started, or has just ended.
        self._is_unwanted = Event()
        # A thread that is deleted while it runs takes the program with it, and so does one that
        # runs while the program ends.
        parent.destroyed.connect(self._end)
        _threads.add(self)

    def cancel(self) -> None:
        """Ask the work to end without a result."""
        self._is_unwanted.set()

    def hand_to(self, done: Callable[["Background[R]"], None]) -> None:
        """Start; the finished thread is disposed of and handed to `done`, its result stays."""
        self._done = done
        self.finished.connect(self._hand_over)
        self.start()

    @property
    def was_cancelled(self) -> bool:
        """Whether the work ended because it was cancelled."""
        return self.result is None and not self.sentence and self._is_unwanted.is_set()

    def run(self) -> None:
        """Do the work."""
        try:
            self.result = self._work(self._on_progress)
        except OperatorError as error:
            self.sentence = translate(error)
        except Cancelled:
            return

    def _hand_over(self) -> None:
        self.wait()
        self.deleteLater()
        self._done(self)

    def _end(self) -> None:
        """End the work before its owner is destroyed."""
        self.cancel()
        self.wait()

    def _on_progress(self, done: int, total: int) -> None:
        if self._is_unwanted.is_set():
            raise Cancelled
        self.progressed.emit(done, total)


_threads: "WeakSet[Background[Any]]" = WeakSet()


@atexit.register
def _end_all() -> None:
    for thread in _threads:
        if shiboken6.isValid(thread):
            thread.cancel()
            thread.wait()


def with_store(study: Path, work: Callable[[Store, OnProgress], R]) -> Callable[[OnProgress], R]:
    """Work that reads a study through a store of its own."""

    def run(on_progress: OnProgress) -> R:
        with Store.read(study) as store:
            return work(store, on_progress)

    return run
