"""The door of a session: pairing is a phase, and who comes out of turn has to knock.

While it is open, a station with the pairing code comes in: one from each other computer, and from
the lab computer itself as many as are expected. It closes by itself once the expected number of
stations is in, and by hand; it can be opened again for a while. A station that has left keeps its
place until the experimenter gives it away. Whoever comes to a closed
door, and whoever comes in a way that a copy or a stranger would, waits until the experimenter lets
them in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from hcmd_lab.network.crowd import crowding
from hcmd_lab.network.limits import network_of

_HEARD_S = 8.0
"""A knock that is not repeated for so long is over: its station has gone."""

_RESERVED_S = 6.0  # a station that was granted a token says hello within 5 s
_MOST_KNOCKS = 100

REOPENED_S = 300
"""How long the door stays open when it is opened again."""


class WhyKnocks(StrEnum):
    """Why a station has to wait for the experimenter."""

    CLOSED = "closed"  # the door is closed
    SAME_ADDRESS = "same_address"  # as many stations as allowed have come from its address
    OTHER_ADDRESS = "other_address"  # its key was used at another address last time
    OLD_TOKEN = "old_token"  # noqa: S105 - its key has been replaced: it or another one is a copy


@dataclass(frozen=True, slots=True)
class Knock:
    """A station that waits at the door.

    Attributes:
        station: The name that it gives.
        address: Where it is.
        why: Why it has to wait.
        usual: Where the station of this name was last time, or is now; empty if it is not known.
        is_here: Whether it is on the lab computer itself, where several kiosks may run.
    """

    station: str
    address: str
    why: WhyKnocks
    usual: str = ""
    is_here: bool = False


class Door:
    """Who may come in to one session.

    Args:
        expected: Stations after which it closes by itself; None for any number.
        per_address: Stations that may be paired from one address of another computer; None for any
            number.
        clock: Seconds on a clock that never runs backwards.
    """

    def __init__(
        self,
        expected: int | None,
        per_address: int | None,
        clock: Callable[[], float],
    ) -> None:
        self.expected = expected
        self.per_address = per_address
        self._clock = clock
        self._inside: dict[str, str] = {}
        self._came_before: frozenset[str] = frozenset()
        self._reserved: dict[str, tuple[str, float]] = {}
        self._knocks: dict[tuple[str, str], tuple[Knock, float]] = {}
        self._let_in: set[tuple[str, str]] = set()
        self._turned_away: set[tuple[str | None, str]] = set()
        self._is_shut = False
        self._open_until_s = 0.0

    @property
    def is_open(self) -> bool:
        """Whether a station with the code comes in without a word of the experimenter."""
        if self._clock() < self._open_until_s:
            return True
        return not self._is_shut and not self.is_complete

    @property
    def is_complete(self) -> bool:
        """Whether the expected number of stations have come in."""
        self._forget_old()
        return self.expected is not None and len(self._names()) >= self.expected

    @property
    def inside(self) -> frozenset[str]:
        """Stations that have come in during this session and keep a place."""
        return frozenset(self._inside)

    @property
    def knocks(self) -> tuple[Knock, ...]:
        """Those who wait now, longest first."""
        self._forget_old()
        return tuple(knock for knock, _ in self._knocks.values())

    def close(self) -> None:
        """Close it by hand."""
        self._is_shut, self._open_until_s = True, 0.0

    def open(self) -> None:
        """Open it again, also to those who were turned away; if all are in, for a while."""
        self._is_shut = False
        self._turned_away.clear()
        self._came_before = frozenset(self._names())
        self._open_until_s = self._clock() + REOPENED_S if self.is_complete else 0.0

    def let_in(self, knock: Knock) -> None:
        """Let a station in that knocks; it comes in when it knocks next."""
        self._let_in.add((knock.station, knock.address))
        self._turned_away.discard(_turned(knock.station, knock.address, is_here=knock.is_here))

    def turn_away(self, knock: Knock) -> None:
        """Turn a computer away that knocks; on the lab computer itself the one station."""
        self._turned_away.add(_turned(knock.station, knock.address, is_here=knock.is_here))
        self._knocks = {
            place: entry
            for place, entry in self._knocks.items()
            if not self.is_turned_away(*place, is_here=entry[0].is_here)
        }

    def is_turned_away(self, station: str, address: str, *, is_here: bool = False) -> bool:
        """Whether the experimenter has turned away this computer, or this station of the lab's."""
        return _turned(station, address, is_here=is_here) in self._turned_away

    def why_knock(self, station: str, address: str, *, is_here: bool = False) -> WhyKnocks | None:
        """Why a new station with the right code has to knock; None if it comes in.

        Args:
            station: Its name.
            address: Where it is.
            is_here: Whether that is the lab computer itself, where several kiosks may run.
        """
        self._forget_old()
        if not self.is_open and station not in self._names():
            return WhyKnocks.CLOSED
        there = {name for name, where in self._names().items() if where == network_of(address)}
        most = self.per_address
        if is_here:
            there, most = there - self._came_before, self.expected
        if most is not None and len(there - {station}) >= most:
            return WhyKnocks.SAME_ADDRESS
        return None

    def may_enter(self, knock: Knock) -> bool:
        """Whether the experimenter has let this one in; it is among those who knock otherwise."""
        place = (knock.station, knock.address)
        if place in self._let_in:
            self._knocks.pop(place, None)
            return True
        self._knocks[place] = (knock, self._clock())
        if len(self._knocks) > _MOST_KNOCKS:
            newest = crowding(self._knocks, lambda place: place[1])[-1]
            del self._knocks[newest]
        return False

    def reserve(self, station: str, address: str) -> None:
        """Keep a place for a station that was granted a token and is to say hello."""
        self._reserved[station] = (network_of(address), self._clock())

    def enter(self, station: str, address: str) -> None:
        """Note that a station has come in."""
        self._inside[station] = network_of(address)
        self._reserved.pop(station, None)
        self._knocks.pop((station, address), None)
        self._let_in.discard((station, address))  # once; its token is its own from now on

    def leave(self, station: str) -> None:
        """Give a station's place away: it was released, or has left."""
        self._inside.pop(station, None)

    def _names(self) -> dict[str, str]:
        return {name: where for name, (where, _) in self._reserved.items()} | self._inside

    def _forget_old(self) -> None:
        now_s = self._clock()
        self._reserved = {
            name: entry for name, entry in self._reserved.items() if now_s - entry[1] < _RESERVED_S
        }
        self._knocks = {
            key: entry for key, entry in self._knocks.items() if now_s - entry[1] < _HEARD_S
        }


def _turned(station: str, address: str, *, is_here: bool) -> tuple[str | None, str]:
    """What is turned away: names are free, so another computer is under any of them."""
    return (station if is_here else None, address)
