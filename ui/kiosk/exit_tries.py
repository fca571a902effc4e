"""Counts wrong PINs across restarts, so that killing the kiosk gains no tries.

Participants can make the experimenter wait, but never for longer than `MAX_DELAY_S`; a connected
kiosk ends without any PIN when the experimenter asks it to from the lab computer.
"""

import logging
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from hcmd_lab.bounded_reader import read_record
from hcmd_lab.files import atomic_write
from hcmd_lab.network.message_fields import Id, new_nonce
from hcmd_lab.network.station_messages import ExitReport

log = logging.getLogger(__name__)

FILE_NAME = "exit_tries.json"
FREE_TRIES = 5
"""Wrong PINs before the first delay."""

FIRST_DELAY_S = 30
MAX_DELAY_S = 120
_KEPT_UNTOLD = 20


class _Kept(msgspec.Struct):
    """What is kept.

    Attributes:
        wrong: Wrong PINs since the last correct one.
        last_s: When the last PIN was entered, in seconds since 1970.
        untold: Of each try that no lab computer has been told of, whether it succeeded.
        nonces: Of these tries; older versions of the program kept none.
    """

    wrong: int
    last_s: float
    untold: list[bool] = []
    nonces: list[Id] = []


class ExitTries:
    """The wrong PINs since the last correct one.

    Args:
        state: The folder in which they are kept.
        now: Seconds since 1970.
    """

    def __init__(self, state: Path, now: Callable[[], float] = time.time) -> None:
        self._path = state / FILE_NAME
        self._now = now
        self._wrong = 0
        self._last_s = 0.0
        self._untold: list[ExitReport] = []
        self._sent = 0  # of those, how many are on their way
        self._load()

    @property
    def left(self) -> int:
        """Tries before a delay; 0 once delays have begun."""
        return max(0, FREE_TRIES - self._wrong)

    def wait_s(self) -> float:
        """Seconds until the next try is allowed; 0 if it is allowed now."""
        if self.left:
            return 0.0
        doublings = min(self._wrong - FREE_TRIES, 20)
        delay = float(min(MAX_DELAY_S, FIRST_DELAY_S << doublings))
        # Never longer than the delay itself, even if the computer's clock was set back.
        return min(delay, max(0.0, self._last_s + delay - self._now()))

    def count(self, *, right: bool) -> None:
        """Record a try."""
        self._wrong = 0 if right else self._wrong + 1
        self._last_s = self._now()
        self._untold.append(ExitReport(new_nonce(), right))
        if len(self._untold) > _KEPT_UNTOLD:
            del self._untold[0]
            self._sent = max(0, self._sent - 1)
        self._save()

    def take_unsent(self) -> list[ExitReport]:
        """The latest tries that are on their way to no lab computer; they are from now on."""
        unsent, self._sent = self._untold[self._sent :], len(self._untold)
        return unsent

    def arrived(self) -> None:
        """Forget the oldest try that was on its way: a lab computer has been told of it."""
        if self._sent:
            self._sent -= 1
            del self._untold[0]
            self._save()

    def not_arrived(self) -> None:
        """Note that nothing is on its way any more; what was is taken once more."""
        self._sent = 0

    @property
    def is_told(self) -> bool:
        """Whether a lab computer has been told of every try."""
        return not self._untold

    def _save(self) -> None:
        kept = _Kept(
            self._wrong,
            self._last_s,
            [each.succeeded for each in self._untold],
            [each.nonce for each in self._untold],
        )
        try:
            atomic_write(self._path, msgspec.json.encode(kept))
        except OSError as error:
            log.warning("the tries to leave are known only until this program ends: %s", error)

    def _load(self) -> None:
        try:
            kept = read_record(self._path, _Kept)
        except FileNotFoundError:
            return
        except (OSError, ValueError, msgspec.MsgspecError) as error:
            log.warning("the tries to leave are counted anew: %s", error)
            return
        self._wrong, self._last_s = max(0, kept.wrong), kept.last_s
        nonces = kept.nonces or [new_nonce() for _ in kept.untold]
        self._untold = [*map(ExitReport, nonces, kept.untold)][-_KEPT_UNTOLD:]
