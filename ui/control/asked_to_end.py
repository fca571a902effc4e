"""Ends the control window in order when Ctrl+C, the system or a closed terminal asks it to end."""

import signal
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from hcmd_lab.standard_streams import say
from hcmd_lab.telling.translate import translate
from ui.control.window import ControlWindow
from ui.interrupts import Interrupts

_ONE_INTERRUPT_MS = 500
"""Programs that pass signals on may do so twice for one Ctrl+C."""

_SHELLS = 128


class AskedToEnd(QObject):
    """Does what *Quit* does, without a question: nobody may be there to answer.

    Attributes:
        exit_code: 0 until then; afterwards 128 and the signal's number, as shells have it.
    """

    def __init__(self, application: QApplication, window: ControlWindow) -> None:
        """Listen from now on."""
        super().__init__(application)
        self.exit_code = 0
        self._is_left = False
        self._application = application
        self._window = window
        self._interrupts = Interrupts(application)
        self._interrupts.asked.connect(self._end)

    def _end(self, asked: signal.Signals) -> None:
        if self.exit_code:
            return
        self.exit_code = _SHELLS + asked
        QTimer.singleShot(_ONE_INTERRUPT_MS, self, self._interrupts.obey_next_interrupt)
        _say(_why(asked))
        self._window.end(_say, self._leave)
        if asked is signal.SIGINT and not self._is_left:
            _say(translate("Ctrl+C again leaves without waiting for it."))

    def _leave(self) -> None:
        self._is_left = True
        # Also out of questions that are open: nothing is chosen in them.
        self._application.exit(self.exit_code)


def _why(asked: signal.Signals) -> str:
    if asked.name == "SIGHUP":  # by its name, since Windows has no such signal
        return translate("The terminal was closed; HCMD Lab ends.")
    if asked is signal.SIGTERM:
        return translate("HCMD Lab was asked to end.")
    return translate("Ctrl+C was pressed; HCMD Lab ends.")


def _say(sentences: str) -> None:
    with suppress(OSError):  # the terminal is gone
        say(f"hcmd-lab: {sentences}")
