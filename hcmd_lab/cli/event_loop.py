"""Runs Qt's event loop in a command until it quits, or somebody presses Ctrl+C."""

import signal
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QTimer

from hcmd_lab.collector import Collector

_WAKE_MS = 200


def run_event_loop(application: QCoreApplication) -> None:
    """Run until the application quits; Ctrl+C and requests to end make it quit."""
    for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
        with suppress(AttributeError, ValueError):
            signal.signal(getattr(signal, name), lambda *_: application.quit())
    # Python handles signals only while it runs, so the event loop must call it regularly.
    wake_up = QTimer(interval=_WAKE_MS)
    wake_up.timeout.connect(lambda: None)
    wake_up.start()
    Collector(application)
    application.exec()
