"""Remaining time of a training step, shown only once it can be known."""

from collections import deque

REMEMBERED_S = 60.0
"""Only the last minute counts: a computer that got busy or idle changes the pace."""

SETTLING_S = 3.0
"""Less than this of progress says nothing."""

PAUSE_S = 20.0
"""A longer silence is no work: the computer slept, or the step began anew."""


class Pace:
    """Estimated speed of work whose progress is reported from time to time."""

    def __init__(self) -> None:
        """Start without reports."""
        self._seen: deque[tuple[float, int]] = deque()
        self._total = 0

    def add(self, at_s: float, done: int, total: int) -> None:
        """Add a progress report.

        Args:
            at_s: Seconds on any clock that does not go back.
            done: Steps of the work.
            total: Steps of the whole work.
        """
        if self._seen and (done < self._seen[-1][1] or at_s - self._seen[-1][0] > PAUSE_S):
            self._seen.clear()
        self._seen.append((at_s, done))
        self._total = total
        while len(self._seen) > 2 and self._seen[0][0] < at_s - REMEMBERED_S:
            self._seen.popleft()

    @property
    def left_s(self) -> float | None:
        """Estimated seconds left; None while unknown, as when only the conclusion is left."""
        if len(self._seen) < 2:
            return None
        (began_s, done_then), (now_s, done_now) = self._seen[0], self._seen[-1]
        if now_s - began_s < SETTLING_S or not done_then < done_now < self._total:
            return None
        return (self._total - done_now) * (now_s - began_s) / (done_now - done_then)
