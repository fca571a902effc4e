"""The crash log of the kiosk.

Of an error its kind and the lines of the program are kept, not its words: what a participant has
typed could be among them.
"""

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from hcmd_lab import __version__
from hcmd_lab.errors import OperatorError
from hcmd_lab.standard_streams import say
from ui.log_file import log_everything, log_file

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_log = logging.getLogger(__name__)
_crashes = logging.getLogger("ui.kiosk.crashes")


def keep_logs(state: Path, log_name: str = "kiosk.log") -> None:
    """Log events to a file and bugs to `crash.log` from now on.

    Args:
        state: The folder of both; a disk that does not take them stops nothing.
        log_name: Name of the file of events; each program that runs beside others has its own.
    """
    try:
        happenings, crashes = (log_file(state / name) for name in (log_name, "crash.log"))
    except OSError as error:
        say(f"hcmd-kiosk: nothing is logged in {state}: {error.strerror}")
        return
    log_everything(happenings)
    _crashes.addHandler(crashes)
    _crashes.propagate = False
    sys.excepthook = _on_error
    threading.excepthook = _on_thread_error
    qInstallMessageHandler(_on_qt_message)


def crash_report(error: BaseException) -> str:
    """The recorded part of an error: version, call stack and type."""
    calls = "".join(traceback.format_tb(error.__traceback__))
    return f"hcmd-kiosk {__version__}\n{calls}{type(error).__qualname__}"


def _on_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    _crashes.error("%s", crash_report(error))
    if isinstance(error, OperatorError):
        _log.error("%s", error)
    sys.__excepthook__(kind, error, trace)


def _on_thread_error(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is not None:
        _crashes.error("%s", crash_report(arguments.exc_value))


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
    _log.log(_LEVELS[kind], "Qt (%s): %s", context.category or "", words)
    if kind is QtMsgType.QtFatalMsg:
        _crashes.critical("Qt: %s", words)
