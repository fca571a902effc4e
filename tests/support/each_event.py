"""Waiting that looks after each turn of the event loop, so that nothing happens unseen."""

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer


def until(condition: Callable[[], object], timeout_ms: int) -> None:
    """Let the event loop turn until a condition holds, and not one turn longer.

    `QtBot.waitUntil` looks every 10 ms; a whole session can pass in between on a fast machine.

    Raises:
        AssertionError: It does not hold in time.
    """
    loop = QEventLoop()
    deadline = QDeadlineTimer(timeout_ms)
    waker = QTimer()  # else a loop without events would never turn
    waker.start(100)
    while not condition():
        assert not deadline.hasExpired(), f"not within {timeout_ms} ms"
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
