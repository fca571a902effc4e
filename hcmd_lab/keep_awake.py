"""Keeps a computer awake while it is needed: a lab computer, and the display of a kiosk.

Each system has its own way, and each of them ends by itself when the process does. Where it does
not work, a session goes on all the same; the log says so, and the preflight beforehand.
"""

import ctypes
import logging
import os
import shutil
import subprocess
import sys

from PySide6.QtCore import QObject

log = logging.getLogger(__name__)

_TRY_S = 2
_BUS_NAME = "hcmd-kiosk-awake"
_SERVICE = "org.freedesktop.ScreenSaver"
_PATHS = ("/org/freedesktop/ScreenSaver", "/ScreenSaver")  # KDE's old path is still in use


def can_stay_awake() -> bool:
    """Whether this system lets itself be kept awake; it is tried, for a moment."""
    if sys.platform == "win32":
        return _tell_windows(awake=True) and _tell_windows(awake=False)
    if sys.platform == "darwin":
        return os.access(_CAFFEINATE, os.X_OK)
    try:
        tried = subprocess.run(  # noqa: S603 - a program of the system
            [*_inhibit("a trial"), "true"], capture_output=True, timeout=_TRY_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return tried.returncode == 0


class KeepAwake(QObject):
    """Keeps the computer from going to sleep from `start` to `stop`.

    Args:
        display: Whether the display is kept on too.
        why: The reason, as the system shows it.
    """

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        display: bool = True,
        why: str = "A session is running at this station.",
    ) -> None:
        super().__init__(parent)
        self._display = display
        self._why = why
        self._helper: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Ask the system to stay awake."""
        if sys.platform == "win32":
            _tell_windows(awake=True, display=self._display)
            return
        pid = str(os.getpid())
        if sys.platform == "darwin":
            self._start_helper([_CAFFEINATE, "-i", *(["-d"] if self._display else []), "-w", pid])
            return
        self._start_helper([*_inhibit(self._why), "tail", f"--pid={pid}", "-f", "/dev/null"])
        if self._display:
            self._ask_desktop()

    def stop(self) -> None:
        """Leave it to the system again."""
        if sys.platform == "win32":
            _tell_windows(awake=False)
        if self._helper is not None:
            self._helper.terminate()
            self._helper.wait()
            self._helper = None
        self._leave_desktop()

    def _start_helper(self, command: list[str]) -> None:
        try:
            # Its output must not keep open what ties this program to its watchdog.
            self._helper = subprocess.Popen(  # noqa: S603 - a program of the system
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            log.info("this computer may sleep: %s", error)

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
            command.setArguments(["HCMD Lab", self._why])
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


_CAFFEINATE = "/usr/bin/caffeinate"


def _inhibit(why: str) -> list[str]:
    """What keeps Linux awake while the command after it runs."""
    program = shutil.which("systemd-inhibit") or "systemd-inhibit"
    what = "--what=idle:sleep:handle-lid-switch"
    return [program, what, "--who=HCMD Lab", f"--why={why}", "--mode=block"]


def _tell_windows(*, awake: bool, display: bool = False) -> bool:
    """Ask Windows to stay awake, or no longer; whether it has agreed."""
    if sys.platform == "win32":  # tells the type checker where ctypes.windll exists
        continuous, system_required, display_required = 0x80000000, 0x1, 0x2
        command = continuous | (system_required if awake else 0)
        command |= display_required if awake and display else 0
        if ctypes.windll.kernel32.SetThreadExecutionState(ctypes.c_uint(command)):
            return True
        log.warning("this computer may sleep: Windows refused")
    return False
