"""What stations ask for, judged in the order in which it came, many for one commit.

A commit waits for the disk, on a busy one 10 ms and more. What the stations say within one turn of
the event loop is therefore committed together, and each is answered after that.
"""

import time
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass

from hcmd_lab.codes import new_code
from hcmd_lab.game import events as ev
from hcmd_lab.game.state import IllegalEventError
from hcmd_lab.hosting.commands import Rejection, answer
from hcmd_lab.hosting.journal import Draft, Journal
from hcmd_lab.hosting.recognition import StoredRecognition
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import Command

_ONE_COMMIT, _ONE_COMMIT_S = 16, 0.01
"""Commands that are judged for one commit, and more for so long: the window shares the thread."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A command that was judged, and is answered once what it causes is saved.

    Attributes:
        station: Who asked.
        nonce: By which the station knows its command.
        rejection: Why it is refused; None if it is accepted.
    """

    station: str
    nonce: str
    rejection: Rejection | None


class CommandTurn:
    """Commands that wait for the next turn of the event loop.

    Args:
        journal: Their session.
        recognition: Who took part in the study before.
        is_news: Whether an event that is logged with a refusal is to be, of a station that asks in
            vain again and again; its kind.
    """

    def __init__(
        self,
        journal: Journal,
        recognition: StoredRecognition,
        is_news: Callable[[str, type[ev.SessionEvent]], bool],
    ) -> None:
        self._journal = journal
        self._recognition = recognition
        self._is_news = is_news
        self._waiting: deque[tuple[str, Command]] = deque()

    def __len__(self) -> int:
        """How many wait."""
        return len(self._waiting)

    @property
    def stations(self) -> set[str]:
        """Stations whose command waits."""
        return {station for station, _ in self._waiting}

    def add(self, station: str, command: Command) -> None:
        """Let a command wait for its turn."""
        self._waiting.append((station, command))

    def judge(
        self, draft: Draft, participant_list: Collection[str], bots: Collection[str] | None
    ) -> list[Judged]:
        """Judge waiting commands one by one, each on what those before it have caused.

        Args:
            draft: What would be saved next; what accepted commands cause is added.
            participant_list: Who may check in, where the settings ask for that.
            bots: Stations at which simulated participants may sit; None for all.

        Returns:
            Those that were judged; others wait for the next turn.
        """
        judged: list[Judged] = []
        until_s = time.monotonic() + _ONE_COMMIT_S
        while self._waiting and (len(judged) < _ONE_COMMIT or time.monotonic() < until_s):
            station, command = self._waiting.popleft()
            rejection: Rejection | None = None
            decided = answer(
                draft.state, station, command, self._journal.clock.now_ms(), new_code,
                participant_list, self._recognition,
                bots_may_sit=bots is None or station in bots,
            )  # fmt: skip
            if isinstance(decided, Rejection):
                rejection, decided = decided, decided.logged
                if decided is not None and not self._is_news(station, type(decided)):
                    decided = None
            if decided is not None:
                try:
                    self._journal.follow(draft, decided)
                except IllegalEventError as error:
                    rejection = Rejection(RejectionCode.NOT_NOW, f"Not now: {error}.")
            judged.append(Judged(station, command.nonce, rejection))
        return judged
