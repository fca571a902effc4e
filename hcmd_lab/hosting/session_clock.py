"""The session's clock, which stands still while the host is not running or cannot save."""

import sys
import time
from collections.abc import Callable

BEAT_MS = 100
"""How often the clock has to be read."""

LATE_MS = 250
"""A longer time between two readings is one in which the host was not running."""

LOGGED_MS = 1000
"""So much of such time is told in the session's log."""


_ALSO_ASLEEP = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}


def awake_or_asleep_s() -> float:
    """A clock that is never set and that also runs while the computer sleeps."""
    name = _ALSO_ASLEEP.get(sys.platform)
    return time.clock_gettime(getattr(time, name)) if name else time.monotonic()


class SessionClock:
    """The session's time in milliseconds; it has to be read at least every `BEAT_MS`.

    A host that is stopped, a program suspended, a computer asleep or one that waits for its disk
    reads it later than that. In this time nobody could act, so it does not count. Nor does the time
    in which the clock is held, because nothing that anybody did could be saved.
    """

    def __init__(
        self, start_ms: int = 0, elapsed_s: Callable[[], float] = awake_or_asleep_s
    ) -> None:
        """Start, or continue, from this time."""
        self._elapsed_s = elapsed_s
        self._read_s = elapsed_s()
        self._now_ms = float(start_ms)
        self._stalled_ms = 0.0
        self._held_ms: float | None = None

    def now_ms(self) -> int:
        """The session's time now."""
        read_s = self._elapsed_s()
        passed_ms = 1000 * (read_s - self._read_s)
        self._read_s = read_s
        if self._held_ms is not None:
            self._held_ms += passed_ms
        elif passed_ms > LATE_MS:
            self._now_ms += BEAT_MS  # after which the next reading was due
            self._stalled_ms += passed_ms - BEAT_MS
        else:
            self._now_ms += passed_ms
        return int(self._now_ms)

    @property
    def stalled_ms(self) -> int:
        """The time that was left out since `take_stalled_ms`."""
        return int(self._stalled_ms)

    def take_stalled_ms(self) -> int:
        """The time that was left out since this was last asked, but for what the clock was held."""
        stalled_ms = int(self._stalled_ms)
        self._stalled_ms -= stalled_ms
        return stalled_ms

    @property
    def held_ms(self) -> int | None:
        """For how long the clock is being held; None while it runs."""
        if self._held_ms is None:
            return None
        self.now_ms()
        return int(self._held_ms)

    def hold(self) -> None:
        """Let the clock stand from now on; without effect while it does."""
        if self._held_ms is None:
            self.now_ms()
            self._held_ms = 0.0

    def go_on(self) -> None:
        """Let the clock run again."""
        self.now_ms()
        self._held_ms = None
