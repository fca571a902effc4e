"""When the database is brought up to date: in a moment in which nobody waits.

What is committed is on the disk, in the write-ahead log. To bring it from there into the database,
and to mark how far it is, takes the disk several times as long as a commit, and whoever has decided
meanwhile waits for it. So it is done after a round, once nobody has said anything for a moment.
"""

from collections.abc import Iterable

from hcmd_lab.game import events as ev

_AFTER = ev.FundDivided | ev.GroupEnded
_EVERY_MS = 5_000
_SILENT_MS = 300
_AT_LAST_MS = 30_000
"""In a large session somebody always speaks."""


class QuietMoment:
    """Says when it is time; all times are of the session's clock.

    Args:
        now_ms: The time now.
    """

    def __init__(self, now_ms: int) -> None:
        self._spoken_ms = self._last_ms = now_ms
        self._is_due = False

    def spoken(self, now_ms: int) -> None:
        """Somebody has said something."""
        self._spoken_ms = now_ms

    def happened(self, events: Iterable[ev.SessionEvent]) -> None:
        """These events were saved."""
        self._is_due = self._is_due or any(isinstance(each, _AFTER) for each in events)

    def has_come(self, now_ms: int) -> bool:
        """Whether it is now; if so, it counts as used."""
        since_ms = now_ms - self._last_ms
        is_silent = now_ms - self._spoken_ms >= _SILENT_MS
        if not self._is_due or since_ms < (_EVERY_MS if is_silent else _AT_LAST_MS):
            return False
        self._is_due, self._last_ms = False, now_ms
        return True
