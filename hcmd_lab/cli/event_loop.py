"""Runs Qt's event loop in a command until it quits, or somebody presses Ctrl+C."""

import signal
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QTimer

from hcmd_lab.collector import Collector

_WAKE_MS = 200


def run_event_loop(application: QCoreApplication) -> None:
    """Run until the application quits; Ctrl+C, requests to end and a lost terminal make it quit."""
    for name in ("SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP"):
        with suppress(AttributeError, ValueError):
            number = getattr(signal, name)
            if name != "SIGHUP" or signal.getsignal(number) != signal.SIG_IGN:  # as nohup has it
                signal.signal(number, lambda *_: application.quit())
    # Python handles signals only while it runs, so the event loop must call it regularly.
    wake_up = QTimer(interval=_WAKE_MS)
    wake_up.timeout.connect(lambda: None)
    wake_up.start()
    Collector(application)
    application.exec()
