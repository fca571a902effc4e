"""The host's limits on stations: sizes, rates and times."""

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address


@dataclass(frozen=True, slots=True)
class HostLimits:
    """Limits of a host; a rehearsal with bots may raise `messages_per_s`.

    Attributes:
        unfinished: Connections at once, from addresses where no station is, that have not finished
            their TLS handshake and upgrade.
        unfinished_per_address: The same from one address, wherever it is.
        handshakes: TLS handshakes at once in each of the two queues (see `handshake_queue`).
        handshakes_per_address: Of these from one address.
        handshakes_per_s: Handshakes begun in a second, in each queue.
        handshake_ms: Time for a handshake and the upgrade.
        slow_handshake_ms: The same while others wait for the place.
        queue_ms: Time for which a connection waits for its handshake.
        strangers: Connections at once that have not said who they are.
        authenticate_ms: Time from the TLS handshake to a valid `Hello`.
        ping_ms: Between two pings.
        give_up_ms: Silence after which a connection counts as lost.
        messages_per_s: Message rate of one station; faster ones wait.
        waiting_messages: Maximum queue of one station, beyond which it is disconnected.
        arrivals: How often one station may come in within `arrivals_s`: each time is two events.
        arrivals_s: Seconds.
        wrong_tries: Wrong pairing codes from one address before it has to wait.
        all_wrong_tries: Wrong pairing codes from all addresses together before nobody can pair.
        lockout_s: Duration of both lock-outs.
        idle_bytes_per_s: Bytes in a second that are no message, such as pings, on average.
        unsent_bytes: Maximum that waits to be sent to a station, beyond which it is disconnected.
    """

    unfinished: int = 300
    unfinished_per_address: int = 200
    handshakes: int = 16
    handshakes_per_address: int = 8
    handshakes_per_s: float = 50
    handshake_ms: int = 3000
    slow_handshake_ms: int = 1000
    queue_ms: int = 6000
    strangers: int = 200
    authenticate_ms: int = 5000
    ping_ms: int = 1000
    give_up_ms: int = 2500
    messages_per_s: float = 20
    waiting_messages: int = 40
    arrivals: int = 20
    arrivals_s: float = 10
    wrong_tries: int = 5
    all_wrong_tries: int = 30
    lockout_s: float = 60
    idle_bytes_per_s: float = 2048
    unsent_bytes: int = 1_000_000


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


class IdleBytes:
    """Counts what a connection sends that is no message: pings, empty frames, halves of messages.

    A message counts while it arrives and no longer once it is there.

    Args:
        rate_per_s: Bytes in a second that are allowed on average.
        burst: Bytes that may come at once; at least the longest message.
        clock: Seconds on a clock that never runs backwards.
    """

    def __init__(self, rate_per_s: float, burst: int, clock: Callable[[], float]) -> None:
        self._rate_per_s = rate_per_s
        self._burst = burst
        self._clock = clock
        self._debt = 0.0
        self._paid_at_s = clock()

    def arrived(self, count: int) -> bool:
        """Count bytes; returns whether they are within what is allowed."""
        now_s = self._clock()
        paid = (now_s - self._paid_at_s) * self._rate_per_s
        self._debt, self._paid_at_s = max(0.0, self._debt - paid) + count, now_s
        return self._debt <= self._burst

    def were_message(self, count: int) -> None:
        """Forgive bytes that were a message."""
        self._debt = max(0.0, self._debt - count)


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
        count, last_s = self._tries.get(network_of(address), (0, 0.0))
        return last_s + self._lockout_s - self._clock() if count >= self._allowed else 0.0

    def count(self, address: str) -> None:
        """Count one more wrong try."""
        self._forget_old()
        key = network_of(address)
        self._tries[key] = (self._tries.get(key, (0, 0.0))[0] + 1, self._clock())

    def _forget_old(self) -> None:
        # Also keeps the table small: entries older than a lock-out are irrelevant.
        horizon_s = self._clock() - self._lockout_s
        self._tries = {key: entry for key, entry in self._tries.items() if entry[1] > horizon_s}


def network_of(address: str) -> str:
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
