"""Ends a Qt program on SIGTERM and Ctrl-C."""

import signal
import socket

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer


class Interrupts(QObject):
    """Ends the event loop with exit code 0 when the process is asked to end.

    Python runs a signal's handler only when it gets to run at all, and inside Qt's event loop that
    may be much later. The interpreter writes to a socket at once, and that wakes the loop.
    """

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: QTimer.singleShot(0, self, self._end))

    def _on_woken(self) -> None:
        self._reader.recv(64)  # now the interpreter runs the handler

    def _end(self) -> None:
        # `quit` would ask the windows first, and a locked one refuses.
        self._application.exit(0)
