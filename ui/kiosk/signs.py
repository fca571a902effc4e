"""What a kiosk writes to its watchdog: a sign of life a second, and a farewell before its end.

An exit code alone does not tell a kiosk that was left from one that was ended from outside: Task
Manager, `taskkill` and Python itself give a process on Windows the exit code 1.
"""

import os
import sys
from contextlib import suppress

ALIVE = b"."
FAREWELL = b"\x04"
"""The exit code that follows is the kiosk's own; no text that is printed has this byte in it."""


def give(sign: bytes) -> None:
    """Write a sign.

    Raises:
        OSError: Nobody reads it any more.
    """
    os.write(sys.__stdout__.fileno() if sys.__stdout__ else 1, sign)


def say_farewell() -> None:
    """Tell the watchdog, if it is still there, that this process ends by itself."""
    with suppress(OSError):
        give(FAREWELL)
