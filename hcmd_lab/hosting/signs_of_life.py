"""Whether all that stations said in time has arrived.

A page's time is up for a station once it has answered a question that was asked after that: what it
had said before comes before its answer, however late the host itself reads both.

A screen that comes late also shows its clock late. So each screen with a clock is followed by a
question, and what its answer takes is given to the station: whoever acts before the clock on their
own screen is at its end has acted in time. A page that is sent once more sets that clock anew, and
takes nothing back: what its first screen came late by still is given.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Protocol

from hcmd_lab.game.director import next_deadline_ms
from hcmd_lab.game.state import SessionState

ASK_AGAIN_MS = 50
_NEVER_MS = -1


class Questioned(Protocol):
    """A host that asks stations whether they are there."""

    def ask(self, station: str, number: int) -> None:
        """Ask a connected station; it answers with the number."""


class SignsOfLife:
    """Asks the stations where the time of a page is up, and keeps what they answered.

    Args:
        host: Asks them.
        waiting: The stations that have said something which is not judged yet.
        now_ms: Reads the session's clock.
    """

    def __init__(
        self,
        host: Questioned,
        waiting: Callable[[], Collection[str]],
        now_ms: Callable[[], int],
    ) -> None:
        self._host = host
        self._waiting = waiting
        self._now_ms = now_ms
        self._asked_ms: dict[str, int] = {}
        self._answered_ms: dict[str, int] = {}
        self._shown_ms: dict[str, list[int]] = {}  # of its page, what is not answered yet
        self._late_ms: dict[str, int] = {}
        self._page: dict[str, object] = {}

    def begin(self, station: str) -> None:
        """Know nothing of a station, which has just connected or gone."""
        for known in (self._asked_ms, self._answered_ms, self._shown_ms, self._late_ms):
            known.pop(station, None)
        self._page.pop(station, None)

    def show(self, station: str, page: object) -> None:
        """Ask how late a screen with a clock arrives, which was sent to a station just now.

        Args:
            station: The station.
            page: What is equal for all screens of one page of its group.
        """
        if self._page.get(station) != page:
            self._page[station] = page
            self._late_ms.pop(station, None)
            self._shown_ms.pop(station, None)
        now_ms = self._now_ms()
        self._shown_ms.setdefault(station, []).append(now_ms)
        self._host.ask(station, now_ms)

    def answered(self, station: str, asked_ms: int) -> None:
        """Note an answer to the question that was asked at this time of the session's clock."""
        self._answered_ms[station] = max(asked_ms, self._answered_ms.get(station, _NEVER_MS))
        shown_ms = self._shown_ms.get(station, [])
        if shown_ms and asked_ms >= shown_ms[0]:
            late_ms = self._now_ms() - shown_ms[0]
            self._late_ms[station] = max(late_ms, self._late_ms.get(station, 0))
            self._shown_ms[station] = [each for each in shown_ms if each > asked_ms]

    def heard_ms(self, state: SessionState, now_ms: int) -> Mapping[str, int]:
        """Until when all that each station has said is known; asks where that matters now."""
        deadline_ms = next_deadline_ms(state)
        if deadline_ms is None or now_ms < deadline_ms:
            return {}
        for station in sorted(state.stations):
            asked_ms = self._asked_ms.get(station)
            if asked_ms is None or now_ms - asked_ms >= ASK_AGAIN_MS:
                self._asked_ms[station] = now_ms
                self._host.ask(station, now_ms)
        known = {station: self._own_ms(station) for station in state.stations}
        return known | dict.fromkeys(self._waiting(), _NEVER_MS)

    def _own_ms(self, station: str) -> int:
        """Until when, by the clock on its own screen, all is known that a station has said."""
        if self._shown_ms.get(station):
            return _NEVER_MS
        answered_ms = self._answered_ms.get(station, _NEVER_MS)
        return max(_NEVER_MS, answered_ms - self._late_ms.get(station, 0))
