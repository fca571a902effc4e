"""Background work: long tasks beside the window."""

import atexit
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Any, Generic, TypeAlias, TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer, Signal

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.store import Store
from hcmd_lab.telling.translate import translate
from hcmd_lab.wanted import asked

R = TypeVar("R")

OnProgress: TypeAlias = Callable[[int, int], None]
"""Told how much is done, and of how much; raises `Cancelled` when the work shall end."""


class Cancelled(Exception):  # noqa: N818 - not an error
    """The work was cancelled."""


class _Signals(QObject):
    """The base that declares signals, which a generic class cannot do."""

    progressed = Signal(int, int)
    finished = Signal()


class Background(_Signals, Generic[R]):
    """Runs one function in a thread of its own and delivers its result.

    The thread is Python's: it needs nothing of Qt that its owner could delete under it.

    Signals:
        progressed(int, int): How much is done, and of how much.
        finished(): The work has ended, one way or another.

    Attributes:
        result: The function's return value; None unless it completed.
        error: The problem the experimenter can fix, if there was one.
        sentence: The same in words, or that the program failed; empty without either.
        was_cancelled: Whether the work ended because it was cancelled.
    """

    def __init__(self, work: Callable[[OnProgress], R], parent: QObject) -> None:
        """Prepare the thread; `hand_to` starts it.

        Args:
            work: The function; it may raise `OperatorError`.
            parent: Owner in the sense of Qt; its end ends the work first.
        """
        super().__init__(parent)
        self.result: R | None = None
        self.error: OperatorError | None = None
        self.sentence = ""
        self.was_cancelled = False
        self._work = work
        self._is_unwanted = Event()
        self._thread = Thread(target=self._run, daemon=True)
        _unwanted[self._thread] = self._is_unwanted
        parent.destroyed.connect(self._end)

    def start(self) -> None:
        """Start the work; `finished` follows."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to end without a result."""
        self._is_unwanted.set()

    def wait(self) -> None:
        """Wait until the work has ended."""
        self._thread.join()

    def hand_to(self, done: Callable[["Background[R]"], None]) -> None:
        """Start; what has finished is disposed of and handed to `done`, its result stays."""
        self._done = done
        self.finished.connect(self._hand_over)
        self.start()

    def let_go(self) -> None:
        """Ask the work to end, and neither wait for it nor tell of it: its owner may go."""
        self.cancel()
        self.leave_to(lambda _: None)

    def leave_to(self, done: Callable[["Background[R]"], None]) -> None:
        """Go on without the owner, which may go; what has finished is handed to `done` instead."""
        owner = self.parent()
        if owner is not None:
            owner.destroyed.disconnect(self._end)
            self.setParent(None)
        _without_owner.add(self)
        self._done = done

    def _run(self) -> None:
        try:
            with asked(self._require_wanted):
                self.result = self._work(self._on_progress)
        except OperatorError as error:
            self.error, self.sentence = error, translate(error)
        except Cancelled:
            self.was_cancelled = True
        except Exception:
            self.sentence = translate("A fault in the program ended this.")
            raise  # it is told as every fault is
        finally:
            self.finished.emit()

    def _hand_over(self) -> None:
        self.wait()
        self.deleteLater()
        # PySide crashes if Python's half is gone before Qt deletes the other one in its next turn.
        QTimer.singleShot(0, partial(id, self))
        _without_owner.discard(self)
        self._done(self)

    def _end(self) -> None:
        """End the work before its owner is destroyed."""
        _end_thread(self._thread, self._is_unwanted)

    @property
    def is_unwanted(self) -> bool:
        """Whether the work was asked to end, heard or not."""
        return self._is_unwanted.is_set()

    def _require_wanted(self) -> None:
        if self._is_unwanted.is_set():
            raise Cancelled

    def _on_progress(self, done: int, total: int) -> None:
        self._require_wanted()
        self.progressed.emit(done, total)


_without_owner: "set[Background[Any]]" = set()
"""Work that goes on though its owner has gone; kept here until it has ended."""

_unwanted: "WeakKeyDictionary[Thread, Event]" = WeakKeyDictionary()


def _end_thread(thread: Thread, is_unwanted: Event) -> None:
    is_unwanted.set()
    if thread.is_alive():
        thread.join()


@atexit.register
def _end_all() -> None:
    for thread, is_unwanted in list(_unwanted.items()):
        _end_thread(thread, is_unwanted)


def with_store(study: Path, work: Callable[[Store, OnProgress], R]) -> Callable[[OnProgress], R]:
    """Work that reads a study through a store of its own."""

    def run(on_progress: OnProgress) -> R:
        with Store.read(study) as store:
            return work(store, on_progress)

    return run
