"""The display: whether windows can be shown here, and whether anybody can see them.

Asked of the display itself and without Qt, which ends the whole program where the one that the
environment names does not answer (after a remote connection has gone, or in another user's name)
and where it asks for a platform that Qt does not have.
"""

import ctypes
import os
import socket
import sys
from importlib.util import find_spec
from pathlib import Path

_UNSEEN = ("offscreen", "minimal")
"""Platforms of Qt that draw where nobody looks."""

_USUAL = ("xcb", "wayland")
"""Those of Qt that show windows on a desktop of Linux, where none is asked for."""


def has_display() -> bool:
    """Whether this process has a visible screen."""
    asked = _asked_for()
    if sys.platform not in ("linux", "freebsd"):
        return not any(name in _UNSEEN for name in asked) and not missing_platforms()
    return any(_answers(name) for name in asked or _USUAL if name not in _UNSEEN)


def can_show_windows() -> bool:
    """Whether Qt can show windows here, even on an invisible screen."""
    return any(name in _UNSEEN for name in _asked_for()) or has_display()


def named_display() -> str:
    """The display that the environment names, whether it answers or not; empty if it names none."""
    named = (os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return next((each for each in named if each), "")


def missing_platforms() -> str:
    """The platforms that the environment asks for if Qt has none of them; empty otherwise."""
    asked = _asked_for()
    return "" if not asked or any(_is_there(name) for name in asked) else ";".join(asked)


def _is_there(platform: str) -> bool:
    """Whether Qt has a platform; what cannot be told here is taken to be there."""
    if any(os.environ.get(name) for name in ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH")):
        return True
    found = find_spec("PySide6")
    qt = Path(next(iter(found.submodule_search_locations or ()), "")) if found else Path()
    folders = [qt / part / "platforms" for part in ("Qt/plugins", "plugins")]
    files = [file.stem for folder in folders if folder.is_dir() for file in folder.iterdir()]
    wanted = "wayland" if platform.startswith("wayland") else platform
    return not files or any(stem in (f"libq{wanted}", f"q{wanted}") for stem in files)


def _asked_for() -> list[str]:
    """Qt's platforms that the environment asks for, as in `wayland;xcb` or `offscreen:size=1x1`."""
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    return [each.partition(":")[0] for each in asked.split(";") if each]


def _answers(platform: str) -> bool:
    """Whether a platform finds its display; one that needs none here always does."""
    if not _is_there(platform):
        return False
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
