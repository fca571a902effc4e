"""Shuts the computer down, in the way of its system."""

import shutil
import sys

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from hcmd_lab.game.room import Outcome

_REFUSED_MS = 5000
_DETAIL_CHARACTERS = 300


def shut_down_command() -> list[str]:
    """The system's command; empty if there is none."""
    if sys.platform == "win32":
        wanted = ["shutdown", "/s", "/t", "0"]
    elif sys.platform == "darwin":
        wanted = ["osascript", "-e", 'tell application "System Events" to shut down']
    else:
        wanted = ["systemctl", "poweroff", "--no-ask-password"]
    program = shutil.which(wanted[0])
    return [program, *wanted[1:]] if program else []


class ShutDownAttempt(QObject):
    """Asks the system once to shut down.

    Signals:
        ended(Outcome, str): What it answered, and its own words if it refuses. A system that says
            nothing for some seconds is shutting down.
    """

    ended = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(
            lambda _: self._end(Outcome.REFUSED, self._process.errorString())
        )
        self._patience = QTimer(self, singleShot=True, interval=_REFUSED_MS)
        self._patience.timeout.connect(lambda: self._end(Outcome.DONE, ""))

    def start(self) -> None:
        """Ask."""
        command = shut_down_command()
        if not command:
            self._end(Outcome.NO_WAY, "")
            return
        self._patience.start()
        self._process.start(command[0], command[1:])

    def _on_finished(self, status: int) -> None:
        said = self._process.readAll().toStdString().strip()[:_DETAIL_CHARACTERS]
        self._end(Outcome.REFUSED if status else Outcome.DONE, said if status else "")

    def _end(self, outcome: Outcome, words: str) -> None:
        self._patience.stop()
        self._process.blockSignals(True)
        self.ended.emit(outcome, words)
        self.deleteLater()
