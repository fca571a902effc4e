"""Keeps the display on and the screensaver away while a kiosk is locked.

Each system has its own way, and each of them ends by itself when the process does. Where it does
not work, a session goes on all the same; the log says so.
"""

import ctypes
import logging
import os
import subprocess
import sys

from PySide6.QtCore import QObject

log = logging.getLogger(__name__)

_BUS_NAME = "hcmd-kiosk-awake"
_SERVICE = "org.freedesktop.ScreenSaver"
_PATHS = ("/org/freedesktop/ScreenSaver", "/ScreenSaver")  # KDE's old path is still in use


class KeepAwake(QObject):
    """Inhibits the screensaver from `start` to `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._helper: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Ask the system to keep the display on."""
        if sys.platform == "win32":
            _tell_windows(awake=True)
        elif sys.platform == "darwin":
            self._start_helper()
        else:
            self._ask_desktop()

    def stop(self) -> None:
        """Leave the display to the system again."""
        if sys.platform == "win32":
            _tell_windows(awake=False)
        elif sys.platform == "darwin":
            if self._helper is not None:
                self._helper.terminate()
                self._helper.wait()
                self._helper = None
        else:
            self._leave_desktop()

    def _start_helper(self) -> None:
        command = ["/usr/bin/caffeinate", "-d", "-i", "-w", str(os.getpid())]
        try:
            # Its output must not keep open what ties this program to its watchdog.
            self._helper = subprocess.Popen(  # noqa: S603 - a program of the system
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            log.warning("the display may sleep: %s", error)

    def _ask_desktop(self) -> None:
        if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            log.info("the display may sleep: there is no session bus")
            return
        from PySide6.QtDBus import (  # noqa: PLC0415 - only where there is a bus
            QDBusConnection,
            QDBusMessage,
            QDBusPendingCallWatcher,
        )

        # A separate connection: closing it ends the request, whatever its cookie.
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _BUS_NAME)
        if not bus.isConnected():
            log.warning("the display may sleep: %s", bus.lastError().message())
            return
        for path in _PATHS:
            command = QDBusMessage.createMethodCall(_SERVICE, path, _SERVICE, "Inhibit")
            command.setArguments(["HCMD Lab", "A session is running at this station."])
            answer = QDBusPendingCallWatcher(bus.asyncCall(command), self)
            answer.finished.connect(self._on_answer)

    def _on_answer(self, answer: QObject) -> None:
        from PySide6.QtDBus import QDBusPendingCallWatcher  # noqa: PLC0415 - loaded already

        if isinstance(answer, QDBusPendingCallWatcher) and answer.isError():
            log.info("the desktop keeps no display on: %s", answer.error().message())
        answer.deleteLater()

    def _leave_desktop(self) -> None:
        module = sys.modules.get("PySide6.QtDBus")
        if module is not None:
            module.QDBusConnection.disconnectFromBus(_BUS_NAME)


def _tell_windows(*, awake: bool) -> None:
    if sys.platform == "win32":  # tells the type checker where ctypes.windll exists
        continuous, system_required, display_required = 0x80000000, 0x1, 0x2
        command = continuous | (system_required | display_required if awake else 0)
        if not ctypes.windll.kernel32.SetThreadExecutionState(ctypes.c_uint(command)):
            log.warning("the display may sleep: Windows refused")
