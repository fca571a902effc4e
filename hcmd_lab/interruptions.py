"""Notices what happens to the computer beside the program: sleep, a locked screen, another user.

Sleep shows in the clocks themselves. What else the system tells is heard where it tells it: on
Windows in messages to the window, on Linux from logind, of whose session the window is a part.
"""

import ctypes
import logging
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication, QObject, QTimer, Signal

from hcmd_lab.game.room import Interruption, begin_of
from hcmd_lab.logind import Logind

log = logging.getLogger(__name__)

_TICK_MS = 1000
_SLEPT_S = 2.0  # less is a matter of reading two clocks one after the other
_SESSION_CHANGE = 0x02B1  # WM_WTSSESSION_CHANGE
_OF_WINDOWS = {
    0x1: Interruption.RETURNED,  # WTS_CONSOLE_CONNECT
    0x2: Interruption.AWAY,  # WTS_CONSOLE_DISCONNECT
    0x7: Interruption.LOCKED,  # WTS_SESSION_LOCK
    0x8: Interruption.UNLOCKED,  # WTS_SESSION_UNLOCK
}


def slept_s() -> float:
    """Seconds that this computer has slept, counted from any fixed moment."""
    if sys.platform == "win32":
        awake = ctypes.c_ulonglong()  # in 100 ns
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(awake))
        always = ctypes.windll.kernel32.GetTickCount64
        always.restype = ctypes.c_ulonglong  # a C int would go back to the past after 25 days
        return float(always()) / 1e3 - awake.value / 1e7
    always, awake_only = (
        ("CLOCK_MONOTONIC", "CLOCK_UPTIME_RAW")
        if sys.platform == "darwin"
        else ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC")
    )
    return time.clock_gettime(getattr(time, always)) - time.clock_gettime(getattr(time, awake_only))


class Interruptions(QObject):
    """Watches the computer from `watch` on.

    Args:
        slept: Seconds slept, from any fixed moment.

    Signals:
        happened(Interruption, int): What happened, and for how many milliseconds if it was sleep.
    """

    happened = Signal(object, int)

    def __init__(self, parent: QObject, slept: Callable[[], float] = slept_s) -> None:
        super().__init__(parent)
        self._slept = slept
        self._before_s = slept()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.look)
        self._tick.start()
        self._filter: _WindowsMessages | None = None
        self._told: dict[Interruption, Interruption] = {}
        self._logind = Logind(self)
        self._logind.sleep_announced.connect(self._on_sleep)
        self._logind.shutdown_announced.connect(
            lambda begins: self.tell(Interruption.ENDING if begins else Interruption.GOES_ON)
        )
        self._logind.locked.connect(
            lambda is_so: self.tell(Interruption.LOCKED if is_so else Interruption.UNLOCKED)
        )
        self._logind.in_front.connect(
            lambda is_so: self.tell(Interruption.RETURNED if is_so else Interruption.AWAY)
        )

    def watch(self, window_id: int) -> None:
        """Listen to the system too, on behalf of a window."""
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window_id, 0)
            self._filter = _WindowsMessages(self)
            application = QCoreApplication.instance()
            if application is not None:
                application.installNativeEventFilter(self._filter)
        else:
            self._logind.start()

    def look(self) -> None:
        """Tell if the computer has slept since the last look."""
        now_s = self._slept()
        asleep_s, self._before_s = now_s - self._before_s, now_s
        if asleep_s > _SLEPT_S:
            self.tell(Interruption.ASLEEP, round(1000 * asleep_s))

    def _on_sleep(self, begins: bool) -> None:
        if begins:
            log.warning("the computer goes to sleep")
        else:
            self.look()

    def tell_of_windows(self, message: int, reason: int) -> None:
        """Tell what a message of Windows to the window means, if it is one of these."""
        if message == _SESSION_CHANGE and reason in _OF_WINDOWS:
            self.tell(_OF_WINDOWS[reason])

    def tell(self, what: Interruption, lasted_ms: int = 0) -> None:
        """Log what happened, and tell it unless it was told already."""
        matter = begin_of(what)  # several parts of a system may tell the same
        if what is not Interruption.ASLEEP and self._told.get(matter) is what:
            return
        self._told[matter] = what
        log.warning("the computer: %s, %d ms", what, lasted_ms)
        self.happened.emit(what, lasted_ms)


class _WindowsMessages(QAbstractNativeEventFilter):
    """Reads the messages that Windows sends to the window."""

    def __init__(self, interruptions: Interruptions) -> None:
        super().__init__()
        self._interruptions = interruptions

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, kind: object, message: int
    ) -> object:
        """Look at a message, and leave it to whoever it is for."""
        if sys.platform == "win32" and kind == b"windows_generic_MSG":
            from ctypes.wintypes import MSG  # noqa: PLC0415 - exists on Windows alone

            sent = MSG.from_address(int(message))
            self._interruptions.tell_of_windows(sent.message, sent.wParam)
        return False, 0
