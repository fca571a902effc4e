"""Notices that a Qt program is asked to end: Ctrl+C, a request of the system, a closed terminal."""

import signal
import socket
from contextlib import suppress
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer, Signal

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class Interrupts(QObject):
    """Turns the signals of the system that ask a program to end into one of Qt.

    Python runs a signal's handler only when it gets to run at all, and inside Qt's event loop that
    may be much later. The interpreter writes to a socket at once, and that wakes the loop.

    Signals:
        asked(signal.Signals): The program is asked to end.
    """

    asked = Signal(object)

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        for name in _NAMES:
            number = getattr(signal, name, None)  # each system has some of them
            if number is None or _is_nohup(number):
                continue
            signal.signal(number, self._on_signal)

    def obey_next_interrupt(self) -> None:
        """Let the next Ctrl+C end the process at once."""
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        asked = signal.Signals(number)
        QTimer.singleShot(0, self, lambda: self.asked.emit(asked))

    def _on_woken(self) -> None:
        with suppress(BlockingIOError):
            self._reader.recv(64)  # now the interpreter runs the handler


def _is_nohup(number: signal.Signals) -> bool:
    """Whether a closed terminal is nothing to the program, as `nohup` has it."""
    return number.name == "SIGHUP" and signal.getsignal(number) == signal.SIG_IGN
