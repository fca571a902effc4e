"""Tells the experimenter and the session's log what happens to the lab computer meanwhile."""

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hcmd_lab.game import events as ev
from hcmd_lab.game.room import Interruption
from hcmd_lab.hosting.session_clock import LOGGED_MS
from hcmd_lab.interruptions import Interruptions
from hcmd_lab.telling.times import took
from hcmd_lab.telling.translate import translate

if TYPE_CHECKING:  # the window is shown before the database is loaded
    from ui.control.desk import Desk


class LabComputer(QObject):
    """Watches the computer on behalf of the control window.

    Signals:
        noticed(str): What the experimenter should know, in a sentence.

    Attributes:
        interruptions: Hears of them.
    """

    noticed = Signal(str)

    def __init__(self, desk: "Desk", window: QWidget) -> None:
        """Watch for this desk's sessions.

        Args:
            desk: The session's log is its.
            window: The control window.
        """
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.interruptions = Interruptions(self)
        self.interruptions.happened.connect(self._on_happened)

    def watch(self) -> None:
        """Listen to the system from now on."""
        self.interruptions.watch(int(self._window.winId()))

    def _on_happened(self, what: Interruption, lasted_ms: int) -> None:
        host = self._desk.host
        if host is None or not self._desk.session_is_running:
            return
        match what:
            case Interruption.ASLEEP if lasted_ms < LOGGED_MS:
                words = ""  # as short a stop may have counted
            case Interruption.ASLEEP:
                # The log has it as a `HostStalled`, which the host's own clock has noticed.
                words = translate(
                    "This computer slept for {duration}. The session’s clock stood meanwhile, and "
                    "no time was taken from anyone.",
                    duration=took(lasted_ms / 1000),
                )
            case Interruption.ENDING:
                words = translate(
                    "This computer announces a shutdown or log-off. The session is on the disk: "
                    "resume it after the next start."
                )
            case Interruption.GOES_ON:
                words = translate("The shutdown was called off; the session goes on.")
            case Interruption.LOCKED | Interruption.AWAY:
                words = ""  # nobody reads it there now
            case Interruption.UNLOCKED | Interruption.RETURNED:
                words = translate(
                    "The screen of this computer was locked or another user was in front; the "
                    "session has gone on. See its log."
                )
            case _:
                assert_never(what)
        if what is not Interruption.ASLEEP:
            host.runner.note(ev.HostInterrupted, what)
        if words:
            self.noticed.emit(words)
