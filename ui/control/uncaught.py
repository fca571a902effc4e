"""Catches uncaught errors and shows at most one at a time."""

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.standard_streams import say
from hcmd_lab.telling.translate import translate
from ui.control.crash_log import write_fault
from ui.control.error_dialog import FaultDialog, ProblemDialog

_log = logging.getLogger(__name__)


class Faults(QObject):
    """Reports errors to the experimenter, as fixable problems or as bugs.

    Signals:
        quit_requested(): The experimenter wants to quit after a fault.
        happened(object): An `OperatorError`, or the details of a fault; by this signal errors of
            other threads come to the thread of the window.
    """

    quit_requested = Signal()
    happened = Signal(object)

    def __init__(self, log: Path, window: QWidget) -> None:
        """Show errors above a window; `install` also starts catching them.

        Args:
            log: The crash log.
            window: Shown above it.
        """
        super().__init__(window)
        self._file = log
        self._window = window
        self.shown: FaultDialog | ProblemDialog | None = None
        self._waiting: list[str] = []
        self.happened.connect(self._show)

    def install(self) -> None:
        """Catch uncaught Python exceptions, also of threads, and severe Qt messages."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(self._on_qt_message)

    def uninstall(self) -> None:
        """Restore the previous hooks."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def report(self, error: BaseException) -> None:
        """Show an error; may be called in any thread."""
        if isinstance(error, OperatorError):
            self.happened.emit(error)
        else:
            self.happened.emit("".join(traceback.format_exception(error)))

    def hear_qt(self, kind: QtMsgType, words: str, place: str) -> None:
        """Show a severe Qt message, and log any other."""
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            self.happened.emit(f"Qt: {words}\n{place}")
        else:
            _log.info("Qt: %s", words)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        del kind, trace  # both are in the error
        if isinstance(error, KeyboardInterrupt):
            self.quit_requested.emit()
        else:
            self.report(error)

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.report(arguments.exc_value)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        self.hear_qt(kind, words, f"{context.file or ''}:{context.line}")

    def _show(self, happened: OperatorError | str) -> None:
        if isinstance(happened, OperatorError):
            self._show_problem(translate(happened))
            return
        written = write_fault(self._file, happened)
        say(happened)
        if isinstance(self.shown, FaultDialog):
            self.shown.count_again()
            return
        dialog = FaultDialog(happened, self._file if written else None, self._window)
        dialog.quit_requested.connect(self.quit_requested)
        self._open(dialog)

    def _show_problem(self, sentence: str) -> None:
        if self.shown is None:
            self._open(ProblemDialog(sentence, self._window))
        elif sentence not in self._waiting:
            self._waiting.append(sentence)

    def _open(self, dialog: FaultDialog | ProblemDialog) -> None:
        previous, self.shown = self.shown, dialog
        if previous is not None:
            previous.close()
        dialog.finished.connect(lambda: self._forget(dialog))
        dialog.open()

    def _forget(self, dialog: FaultDialog | ProblemDialog) -> None:
        dialog.deleteLater()
        if self.shown is dialog:
            self.shown = None
            if self._waiting:
                self._show_problem(self._waiting.pop(0))
