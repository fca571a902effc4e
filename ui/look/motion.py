"""Reduced motion, where person or computer ask for it."""

import ctypes
import os
import subprocess
import sys
from functools import cache

CALM = "HCMD_REDUCED_MOTION"
"""Environment variable: 1 asks for no animations, 0 allows them whatever the system says."""


def duration_ms(wanted_ms: int) -> int:
    """Duration of an animation: as requested, or 0 where motion is reduced."""
    return 0 if reduced_motion() else wanted_ms


def reduced_motion() -> bool:
    """Whether animations should be left out."""
    command = os.environ.get(CALM, "")
    return command == "1" if command else _system_is_calm()


@cache
def _system_is_calm() -> bool:
    if sys.platform == "win32":
        return _windows_is_calm()
    if sys.platform == "darwin":
        return _answers(["defaults", "read", "com.apple.universalaccess", "reduceMotion"], "1")
    question = ["gsettings", "get", "org.gnome.desktop.interface", "enable-animations"]
    return _answers(question, "false")


def _windows_is_calm() -> bool:
    if sys.platform == "win32":  # tells the type checker where ctypes.windll exists
        get_client_area_animation = 0x1042
        enabled = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(
            get_client_area_animation, 0, ctypes.byref(enabled), 0
        )
        return not enabled.value
    return False


def _answers(question: list[str], answer: str) -> bool:
    """Whether a system program exists and prints this answer."""
    try:
        done = subprocess.run(question, capture_output=True, text=True, timeout=1, check=False)  # noqa: S603 - fixed questions
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.stdout.strip() == answer
