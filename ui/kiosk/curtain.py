"""The curtain: covers the desktop whenever the kiosk does not, until somebody has the PIN.

It is a program of its own, without a network, started by the watchdog before the kiosk and staying
behind it. It outlives them: where the watchdog is gone it stays, and only the PIN lifts it.
"""

import os
import sys
import threading
from contextlib import suppress
from typing import assert_never

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.files import PRIVATE, atomic_write
from hcmd_lab.telling.translate import translate
from ui.interrupts import Interrupts
from ui.kiosk.curtain_words import Wish, Word
from ui.kiosk.exit_dialog import ExitDialog
from ui.kiosk.exit_gate import ExitGate
from ui.kiosk.exit_tries import ExitTries
from ui.kiosk.kept_pin import KeptPin
from ui.kiosk.options import Options
from ui.kiosk.scaler import Scaler
from ui.kiosk.session_end import SessionEnd
from ui.kiosk.widgets.centred import centred
from ui.kiosk.window import KioskWindow
from ui.look import SPACE
from ui.look.widgets import button, label

FILE_NAME = "curtain.pid"
_SUCCEEDED_MS = 1000


class Curtain(QObject):
    """A locked window that says why the kiosk is not there.

    Args:
        options: The kiosk's.

    Attributes:
        window: Covers the screens.

    Signals:
        lifted(): It is to go.
        wished(Wish): What the watchdog is to do.
    """

    lifted = Signal()
    wished = Signal(object)

    def __init__(self, options: Options, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = options.state
        self._word = Word.DOWN
        self._is_watched = True
        self.window = KioskWindow(locked=True)
        self._face = _Face()
        self._face.experimenter.clicked.connect(self._ask_pin)
        self.window.show_face(self._face)
        self.window.leave_requested.connect(self._ask_pin)
        self._dialog: ExitDialog | None = None
        self._succession = QTimer(self, interval=_SUCCEEDED_MS)
        self._succession.timeout.connect(self._look_for_successor)

    def draw(self) -> None:
        """Cover the screens."""
        with suppress(OSError):  # then an orphan of an earlier day stays until the PIN is entered
            atomic_write(self._state / FILE_NAME, str(os.getpid()).encode(), PRIVATE)
        self.window.appear(self.window.size(), None)
        self.take(self._word)
        self.wished.emit(Wish.READY)

    def take(self, word: Word | None) -> None:
        """Do what the watchdog says; None means that it is gone."""
        if word is None:
            self._is_watched = False
            self._succession.start()
            word = Word.STOPPED
        self._word = word
        match word:
            case Word.UP:
                self._close_dialog()
                if self.window.lock is not None:
                    self.window.lock.rest()
            case Word.DOWN | Word.STOPPED:
                self._face.tell(stopped=word is Word.STOPPED)
                if self.window.lock is not None:
                    self.window.lock.watch()
            case Word.END:
                self.lifted.emit()
            case _:
                assert_never(word)

    def _ask_pin(self) -> None:
        if self._dialog is not None:
            return
        # Read anew: the kiosk has been told the PIN, and has counted the tries.
        gate = ExitGate(ExitTries(self._state), KeptPin(self._state), self)
        again = translate("Start again") if self._is_watched else ""
        self._dialog = ExitDialog(self.window, gate, other=again)
        self._dialog.closed.connect(self._close_dialog)
        self._dialog.leave_allowed.connect(self._leave)
        self._dialog.setup_allowed.connect(lambda: self.wished.emit(Wish.AGAIN))
        self._dialog.open_dialog()

    def _close_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.hide()
            self._dialog.deleteLater()
            self._dialog = None

    def _leave(self) -> None:
        self.wished.emit(Wish.LEAVE)
        if not self._is_watched:
            self.lifted.emit()

    def _look_for_successor(self) -> None:
        """Go if a new watchdog has drawn a curtain of its own."""
        with suppress(OSError):
            there = read_bounded(self._state / FILE_NAME, FileKind.RECORD)
            if there != str(os.getpid()).encode():
                self.lifted.emit()


class _Face(QWidget):
    """Why the kiosk is not there, in calm words."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = label("", "display")
        self._words = label("")
        self.experimenter = button(translate("For the experimenter"), "quiet")
        self.experimenter.setObjectName("experimenter")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE[6], SPACE[6], SPACE[6], SPACE[6])
        rows.setSpacing(SPACE[3])
        rows.addStretch(2)
        for line in (self._title, self._words):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            rows.addLayout(centred(line, 560))
        rows.addStretch(3)
        rows.addWidget(self.experimenter, 0, Qt.AlignmentFlag.AlignHCenter)
        self.tell(stopped=False)
        Scaler(self)

    def tell(self, *, stopped: bool) -> None:
        """Say whether the kiosk is about to be back."""
        if stopped:
            self._title.setText(translate("Please raise your hand"))
            self._words.setText(
                translate(
                    "This station has stopped. What you have confirmed is saved, and the "
                    "experimenter will help you."
                )
            )
        else:
            self._title.setText(translate("One moment, please"))
            self._words.setText(translate("This station starts. What you have confirmed is saved."))
        self.experimenter.setVisible(stopped)
        self.setAccessibleName(f"{self._title.text()}. {self._words.text()}")


class _Ear(QObject):
    """Hears the watchdog in a thread of its own.

    Signals:
        heard(Word | None): What it says; None when it is gone.
    """

    heard = Signal(object)

    def start(self) -> None:
        """Listen from now on."""
        threading.Thread(target=self._listen, name="ear", daemon=True).start()

    def _listen(self) -> None:
        with suppress(RuntimeError):  # the program is already ending
            while said := os.read(0, 4096):
                for line in said.decode(errors="replace").split():
                    with suppress(ValueError):
                        self.heard.emit(Word(line))
            self.heard.emit(None)


def run_curtain(options: Options) -> int:
    """Cover the desktop until the watchdog or the PIN ends it; returns the exit code."""
    from ui.kiosk.kiosk_program import make_application  # noqa: PLC0415

    application = make_application(options, log_name="curtain.log")
    Interrupts(application).asked.connect(lambda _: application.exit(0))
    session_end = SessionEnd(application)
    session_end.ended.connect(lambda: application.exit(0))
    curtain = Curtain(options)
    curtain.lifted.connect(lambda: application.exit(0))
    curtain.wished.connect(_say)
    ear = _Ear(application)
    ear.heard.connect(curtain.take)
    curtain.draw()
    ear.start()
    status = application.exec()
    curtain.window.release()
    curtain.window.hide()
    return status


def _say(wish: Wish) -> None:
    with suppress(OSError):  # the watchdog is gone
        os.write(sys.__stdout__.fileno() if sys.__stdout__ else 1, f"{wish}\n".encode())
