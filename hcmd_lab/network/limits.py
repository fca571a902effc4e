"""The host's limits on stations: sizes, rates and times."""

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address


@dataclass(frozen=True, slots=True)
class HostLimits:
    """Limits of a host; a rehearsal with bots may raise `messages_per_s`.

    Attributes:
        strangers: Connections at once that have not said who they are.
        authenticate_ms: Time from the TLS handshake to a valid `Hello`.
        ping_ms: Between two pings.
        give_up_ms: Silence after which a connection counts as lost.
        messages_per_s: Message rate of one station; faster ones wait.
        waiting_messages: Maximum queue of one station, beyond which it is disconnected.
        wrong_tries: Wrong pairing codes from one address before it has to wait.
        lockout_s: Duration of its lock-out.
    """

    strangers: int = 200
    authenticate_ms: int = 5000
    ping_ms: int = 1000
    give_up_ms: int = 2500
    messages_per_s: float = 20
    waiting_messages: int = 40
    wrong_tries: int = 5
    lockout_s: float = 60


class TokenBucket:
    """A rate limiter: `rate_per_s` on average, in bursts of at most one second's worth.

    Args:
        rate_per_s: Messages per second.
        clock: Seconds on a clock that never runs backwards.
    """

    def __init__(self, rate_per_s: float, clock: Callable[[], float]) -> None:
        self._rate_per_s = rate_per_s
        self._clock = clock
        self._capacity = max(1.0, rate_per_s)
        self._level = self._capacity
        self._filled_at_s = clock()

    def take(self) -> float:
        """Take one message's worth; returns 0, or the seconds to wait before trying again."""
        now_s = self._clock()
        grown = self._level + (now_s - self._filled_at_s) * self._rate_per_s
        self._level, self._filled_at_s = min(self._capacity, grown), now_s
        if self._level < 1:
            return (1 - self._level) / self._rate_per_s
        self._level -= 1
        return 0.0


class WrongTries:
    """Counts wrong pairing codes by address and locks an address out for a while.

    Args:
        allowed: Wrong tries before an address is locked out.
        lockout_s: Duration of the lock-out, counted from the last wrong try.
        clock: Seconds on a clock that never runs backwards.
    """

    def __init__(self, allowed: int, lockout_s: float, clock: Callable[[], float]) -> None:
        self._allowed = allowed
        self._lockout_s = lockout_s
        self._clock = clock
        self._tries: dict[str, tuple[int, float]] = {}

    def locked_for_s(self, address: str) -> float:
        """Seconds until the address may try again; 0 if it may now."""
        self._forget_old()
        count, last_s = self._tries.get(_network(address), (0, 0.0))
        return last_s + self._lockout_s - self._clock() if count >= self._allowed else 0.0

    def count(self, address: str) -> None:
        """Count one more wrong try."""
        self._forget_old()
        key = _network(address)
        self._tries[key] = (self._tries.get(key, (0, 0.0))[0] + 1, self._clock())

    def _forget_old(self) -> None:
        # Also keeps the table small: entries older than a lock-out are irrelevant.
        horizon_s = self._clock() - self._lockout_s
        self._tries = {key: entry for key, entry in self._tries.items() if entry[1] > horizon_s}


def _network(address: str) -> str:
    """The address, or the /64 of an IPv6 address, since one computer has a whole /64 to itself."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address):
        return address
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return parsed.exploded[:19]
