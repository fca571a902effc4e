"""How often each station comes in, and whether two programs use one station's name."""

from collections import deque
from collections.abc import Callable

from hcmd_lab.network.limits import HostLimits


class Comings:
    """The comings of one session's stations.

    Args:
        limits: How often a station may come in.
        clock: Seconds on a clock that never runs backwards.
    """

    def __init__(self, limits: HostLimits, clock: Callable[[], float]) -> None:
        self._limits = limits
        self._clock = clock
        self._came_in_s: dict[str, deque[float]] = {}
        self._pings: dict[str, int] = {}

    def too_often(self, station: str) -> bool:
        """Whether a station has come in so often of late that it has to wait."""
        came_in_s = self._came_in_s.get(station)
        if came_in_s is None or len(came_in_s) < self._limits.arrivals:
            return False
        return self._clock() - came_in_s[0] < self._limits.arrivals_s

    def came_in(self, station: str) -> None:
        """Note that a station has been let in."""
        self._pings.pop(station, None)
        came_in_s = self._came_in_s.setdefault(station, deque(maxlen=self._limits.arrivals))
        came_in_s.append(self._clock())

    def is_second_use(self, station: str, *, is_elsewhere: bool, pings: int, pongs: int) -> bool:
        """Whether who comes under a connected station's name is another program.

        It may be the station itself, whose old connection is dead: it tries again until the host
        has noticed that, which a busy one does late. A dead connection answers no ping that was
        sent since.

        Args:
            station: The name.
            is_elsewhere: Whether the newcomer comes from another address than the connection's.
            pings: How many pings the connection has been sent.
            pongs: How many of them have been answered.
        """
        return is_elsewhere or pongs > self._pings.setdefault(station, pings)
