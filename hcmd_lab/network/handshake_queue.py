"""Whose TLS handshake comes next, of the connections that wait for one.

A handshake costs the host some milliseconds, a connection next to nothing. So that nobody can make
the host busy or fill its places by connecting, connections wait here: a bounded number at a time
and an address, at a bounded rate. Addresses at which a station has been let in go first, the others
in turn, and within one address the newest first: who floods waits behind himself.
"""

import socket
import time
from collections import Counter
from dataclasses import dataclass, field

from hcmd_lab.network.limits import HostLimits, TokenBucket


@dataclass(slots=True, eq=False)
class Turn:
    """A connection before its upgrade: waiting for its handshake, or in it.

    Attributes:
        address: Where it comes from, as `limits.network_of` gives it.
        lane: Its queue.
        since_s: When it came; from then on, when its handshake began.
        connection: The plain socket, which the handshake takes over.
        has_begun: Whether its handshake has begun.
    """

    address: str
    lane: "_Lane"
    since_s: float
    connection: socket.socket
    has_begun: bool = False


@dataclass(slots=True, eq=False)
class _Lane:
    """One of two queues: addresses where stations are, and all others.

    Attributes:
        bucket: Its rate of handshakes.
        waiting: Connections that wait, by address, the newest last.
        busy: Handshakes that are under way, by address.
        count: Connections in it, waiting or busy.
    """

    bucket: TokenBucket
    waiting: dict[str, list[Turn]] = field(default_factory=dict)
    busy: Counter[str] = field(default_factory=Counter)
    count: int = 0

    def next_address(self, at_most: int) -> str | None:
        """The address whose turn it is, of those with fewer handshakes than this; None if none."""
        return next((each for each in self.waiting if self.busy[each] < at_most), None)

    def take_newest(self, address: str) -> Turn:
        """Take the newest connection of an address, which then goes to the end of the queue."""
        waiting = self.waiting.pop(address)
        newest = waiting.pop()
        if waiting:
            self.waiting[address] = waiting
        return newest

    def remove(self, turn: Turn) -> None:
        """Take a connection out that waits."""
        waiting = self.waiting[turn.address]
        waiting.remove(turn)
        if not waiting:
            del self.waiting[turn.address]


class HandshakeQueue:
    """Connections that are not web sockets yet.

    Args:
        limits: How many at once, and how fast.
    """

    def __init__(self, limits: HostLimits) -> None:
        self._limits = limits
        self._known: set[str] = set()
        self._turns: dict[Turn, None] = {}
        self._of_address: Counter[str] = Counter()
        self._known_lane, self._other_lane = (
            _Lane(TokenBucket(limits.handshakes_per_s, time.monotonic)) for _ in range(2)
        )

    def __len__(self) -> int:
        """Connections that wait or are in their handshake."""
        return len(self._turns)

    @property
    def in_handshake(self) -> int:
        """Those of them whose handshake or upgrade is under way."""
        return self._known_lane.busy.total() + self._other_lane.busy.total()

    def all(self) -> tuple[Turn, ...]:
        """All of them, the first to come first."""
        return tuple(self._turns)

    def know(self, address: str) -> None:
        """Let connections from an address go first: a station has been let in from there."""
        self._known.add(address)

    def enter(self, connection: socket.socket, address: str) -> socket.socket | None:
        """Let a connection wait for its turn.

        Returns:
            The connection that there is no place for: this one, or the one of its address that has
            waited longest; None if there is a place for all.
        """
        lane = self._known_lane if address in self._known else self._other_lane
        crowded_out = None
        if self._of_address[address] >= self._limits.unfinished_per_address:
            # The newest has the better chance of being somebody's who is still waiting for it.
            if address not in lane.waiting:
                return connection
            oldest = lane.waiting[address][0]
            crowded_out = oldest.connection
            self.leave(oldest)
        elif lane is self._other_lane and lane.count >= self._limits.unfinished:
            return connection
        turn = Turn(address, lane, time.monotonic(), connection)
        self._turns[turn] = None
        self._of_address[address] += 1
        lane.count += 1
        lane.waiting.setdefault(address, []).append(turn)
        return crowded_out

    def next(self) -> Turn | None:
        """Whose handshake begins now; None for nobody's."""
        for lane in (self._known_lane, self._other_lane):
            if lane.busy.total() >= self._limits.handshakes:
                continue
            address = lane.next_address(self._limits.handshakes_per_address)
            if address is None or lane.bucket.take():
                continue
            turn = lane.take_newest(address)
            turn.has_begun, turn.since_s = True, time.monotonic()
            lane.busy[address] += 1
            return turn
        return None

    def leave(self, turn: Turn) -> None:
        """Count a connection no longer: it is handed over, or given up."""
        if turn not in self._turns:
            return
        del self._turns[turn]
        turn.lane.count -= 1
        _less(self._of_address, turn.address)
        if turn.has_begun:
            _less(turn.lane.busy, turn.address)
        else:
            turn.lane.remove(turn)

    def too_slow(self) -> list[Turn]:
        """Those whose time is up: sooner where others wait for their place."""
        now_s = time.monotonic()
        return [turn for turn in self._turns if 1000 * (now_s - turn.since_s) >= self._ms(turn)]

    def _ms(self, turn: Turn) -> int:
        if not turn.has_begun:
            return self._limits.queue_ms
        if turn.lane.waiting:
            return self._limits.slow_handshake_ms
        return self._limits.handshake_ms


def _less(counted: Counter[str], address: str) -> None:
    counted[address] -= 1
    if not counted[address]:
        del counted[address]
