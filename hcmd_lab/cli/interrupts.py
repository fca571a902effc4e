"""Ctrl+C while a command computes: asked first, obeyed at once the second time."""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from hcmd_lab.cli.output import people

_ONE_INTERRUPT_S = 0.5


@contextmanager
def stops_on_interrupt(
    words: str = "Stopping; Ctrl+C again leaves without waiting for it.",
) -> Iterator[threading.Event]:
    """Context in which Ctrl+C asks to stop, and a second Ctrl+C leaves at once.

    Compiled code and the threads that draw bars do not bear an exception at any moment: what is
    asked for is looked for where it is safe to stop.

    Args:
        words: What the first Ctrl+C is answered with.

    Yields:
        Whether it is to stop.

    Raises:
        KeyboardInterrupt: Ctrl+C was pressed a second time.
    """
    stop = threading.Event()
    # A handler may interrupt a write, which cannot be begun a second time within itself.
    answer = threading.Thread(target=people.print, args=(words,), kwargs={"soft_wrap": True})
    asked_s = 0.0

    def ask(*_: object) -> None:
        nonlocal asked_s
        if stop.is_set():
            # Programs that pass signals on may do so twice for one Ctrl+C.
            if time.monotonic() > asked_s + _ONE_INTERRUPT_S:
                raise KeyboardInterrupt
            return
        asked_s = time.monotonic()
        stop.set()
        answer.start()

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
        if stop.is_set():
            answer.join()
