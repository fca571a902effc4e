"""Whether windows can be shown, and whether somebody would see them."""

import os
import sys

_UNSEEN = ("offscreen", "minimal")


def has_display() -> bool:
    """Whether this process has a screen in front of people."""
    if os.environ.get("QT_QPA_PLATFORM") in _UNSEEN:
        return False
    if sys.platform not in ("linux", "freebsd"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def can_show_windows() -> bool:
    """Whether Qt can show a window here, be it one that nobody sees."""
    return has_display() or bool(os.environ.get("QT_QPA_PLATFORM"))
