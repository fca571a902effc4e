"""The session's clock, which stands still while the host is not running."""

import time


class SessionClock:
    """The session's time in milliseconds; stops while the host is not running."""

    def __init__(self, start_ms: int = 0) -> None:
        """Start, or continue, from this time."""
        self._start_ms = start_ms
        self._started_s = time.monotonic()

    def now_ms(self) -> int:
        """The session's time now."""
        return self._start_ms + int(1000 * (time.monotonic() - self._started_s))
