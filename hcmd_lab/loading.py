"""Ctrl+C while a program is still being loaded.

PySide6 aborts the process when an exception interrupts its import.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

_INTERRUPTED = 130


@contextmanager
def left_by_interrupts() -> Iterator[None]:
    """Context in which Ctrl+C ends the process at once, without an exception.

    Nothing has been begun by then. Where interrupts are ignored, as in the background of a shell,
    they still are.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, lambda *_: os._exit(_INTERRUPTED))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
