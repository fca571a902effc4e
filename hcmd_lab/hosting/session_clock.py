"""The session's clock, which stands still while the host is not running."""

import sys
import time
from collections.abc import Callable

STALL_MS = 2500
"""A longer time between two readings is one in which the host was not running."""


_ALSO_ASLEEP = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}


def awake_or_asleep_s() -> float:
    """A clock that is never set and that also runs while the computer sleeps."""
    name = _ALSO_ASLEEP.get(sys.platform)
    return time.clock_gettime(getattr(time, name)) if name else time.monotonic()


class SessionClock:
    """The session's time in milliseconds; it has to be read at least every second.

    A host that is stopped, a program suspended or a computer asleep reads it later than that. In
    this time nobody could act, so it does not count.
    """

    def __init__(
        self, start_ms: int = 0, elapsed_s: Callable[[], float] = awake_or_asleep_s
    ) -> None:
        """Start, or continue, from this time."""
        self._elapsed_s = elapsed_s
        self._read_s = elapsed_s()
        self._now_ms = float(start_ms)
        self._stalled_ms = 0.0

    def now_ms(self) -> int:
        """The session's time now."""
        read_s = self._elapsed_s()
        passed_ms = 1000 * (read_s - self._read_s)
        self._read_s = read_s
        if passed_ms > STALL_MS:
            self._stalled_ms += passed_ms
        else:
            self._now_ms += passed_ms
        return int(self._now_ms)

    def take_stalled_ms(self) -> int:
        """The time that was left out since this was last asked."""
        stalled_ms, self._stalled_ms = int(self._stalled_ms), 0.0
        return stalled_ms
