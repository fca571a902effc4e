"""The kiosk's end of the pipe to its watchdog (`ui.kiosk.watchdog`)."""

import os
import threading
import time
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from ui.kiosk.signs import ALIVE, give

_SIGN_MS = 1000
_GRACE_S = 3.0


class Lifeline(QObject):
    """Sends a heartbeat every second, and ends the program when the watchdog is gone.

    The signs come from the event loop: a program that hangs gives none.
    """

    _watchdog_gone = Signal()

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._watchdog_gone.connect(lambda: application.exit(0))
        self._signs = QTimer(self)
        self._signs.timeout.connect(self._give_sign)
        self._signs.start(_SIGN_MS)
        QTimer.singleShot(0, self, self._give_sign)
        threading.Thread(target=self._listen, name="lifeline", daemon=True).start()

    def _give_sign(self) -> None:
        try:
            give(ALIVE)
        except OSError:
            self._signs.stop()
            self._watchdog_gone.emit()

    def _listen(self) -> None:
        while os.read(0, 64):
            pass
        with suppress(RuntimeError):  # the program is already ending
            self._watchdog_gone.emit()
        # Without a watchdog a hung kiosk would never end.
        time.sleep(_GRACE_S)
        os._exit(0)
