"""The Qt application for drawing; decides to draw off screen where there is no display.

Painting text needs a `QGuiApplication`, also where nothing is ever shown.
"""

import os

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from hcmd_lab.display import can_show_windows

_kept: list[QGuiApplication] = []
"""Ours, if we made one: Qt ends when the last reference to it goes."""


def choose_platform() -> None:
    """Draw off screen if no display answers and no other platform was requested."""
    if not can_show_windows():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def ensure_application() -> QGuiApplication:
    """The running Qt application, or a new one that can paint.

    A process that has an event loop and later writes a report calls this first, in its main
    thread, because an application without a GUI cannot be changed into one that paints.

    Raises:
        RuntimeError: The process already runs a Qt application that cannot paint.
    """
    running = QCoreApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    if running is not None:
        raise RuntimeError("call ensure_application() before a QCoreApplication is made")
    choose_platform()
    _kept.append(QGuiApplication([]))
    return _kept[-1]
