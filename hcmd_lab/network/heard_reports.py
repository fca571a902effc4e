"""Which reports of a session's stations have been heard, so that none is passed on twice."""

from collections import defaultdict, deque

_KEPT = 40  # of a station, which tells no more than 20 again (`station.py`)


class HeardReports:
    """The newest reports of each station, by nonce."""

    def __init__(self) -> None:
        self._heard: defaultdict[str, deque[str]] = defaultdict(lambda: deque(maxlen=_KEPT))

    def again(self, station: str, nonce: str) -> bool:
        """Whether a station has told this before; from now on it has."""
        heard = self._heard[station]
        if nonce in heard:
            return True
        heard.append(nonce)
        return False
