"""The display: whether windows can be shown here, and whether anybody can see them.

Asked of the display itself and without Qt, which ends the whole program where the one that the
environment names does not answer: after a remote connection has gone, or in another user's name.
"""

import ctypes
import os
import socket
import sys
from pathlib import Path

_UNSEEN = ("offscreen", "minimal")
"""Platforms of Qt that draw where nobody looks."""

_USUAL = ("xcb", "wayland")
"""Those of Qt that show windows on a desktop of Linux, where none is asked for."""


def has_display() -> bool:
    """Whether this process has a visible screen."""
    asked = _asked_for()
    if sys.platform not in ("linux", "freebsd"):
        return not any(name in _UNSEEN for name in asked)
    return any(_answers(name) for name in asked or _USUAL if name not in _UNSEEN)


def can_show_windows() -> bool:
    """Whether Qt can show windows here, even on an invisible screen."""
    return any(name in _UNSEEN for name in _asked_for()) or has_display()


def named_display() -> str:
    """The display that the environment names, whether it answers or not; empty if it names none."""
    named = (os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return next((each for each in named if each), "")


def _asked_for() -> list[str]:
    """Qt's platforms that the environment asks for, as in `wayland;xcb` or `offscreen:size=1x1`."""
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    return [each.partition(":")[0] for each in asked.split(";") if each]


def _answers(platform: str) -> bool:
    """Whether a platform finds its display; one that needs none here always does."""
    if platform == "xcb":
        return bool(os.environ.get("DISPLAY")) and _x_answers()
    if platform.startswith("wayland"):
        return bool(os.environ.get("WAYLAND_DISPLAY")) and _wayland_answers()
    return True


def _x_answers() -> bool:
    """Whether the X display in DISPLAY lets this user in, asked as Qt does."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # that a library is missing is told elsewhere
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)


def _wayland_answers() -> bool:
    """Whether somebody listens at the socket that WAYLAND_DISPLAY names."""
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    with socket.socket(socket.AF_UNIX) as line:
        try:
            line.connect(str(Path(folder, os.environ["WAYLAND_DISPLAY"])))
        except OSError:
            return False
    return True
