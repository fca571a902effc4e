"""How late an event loop is: a timer that ought to ring every 10 ms."""

import statistics
import time

from PySide6.QtCore import QObject, Qt, QTimer

PROBE_MS = 10


class StallProbe(QObject):
    """Writes down how much later than asked each ring came.

    Attributes:
        late_ms: One entry a ring, since the last `clear`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin at once."""
        super().__init__(parent)
        self.late_ms: list[float] = []
        self._before_s = time.perf_counter()
        self._timer = QTimer(self, interval=PROBE_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_ring)
        self._timer.start()

    def clear(self) -> None:
        """Forget what was written down so far."""
        self.late_ms.clear()
        self._before_s = time.perf_counter()

    def summary(self) -> dict[str, float]:
        """Rings, and how late they were: median, 99th percentile and worst, in milliseconds."""
        ordered = sorted(self.late_ms)
        if not ordered:
            raise ValueError("the timer has not rung yet")
        return {
            "rings": len(ordered),
            "median_ms": round(statistics.median(ordered), 2),
            "p99_ms": round(ordered[int(0.99 * (len(ordered) - 1))], 2),
            "max_ms": round(ordered[-1], 2),
            "over_50_ms": sum(late > 50 for late in ordered),
        }

    def _on_ring(self) -> None:
        now_s = time.perf_counter()
        self.late_ms.append(max(0.0, 1000 * (now_s - self._before_s) - PROBE_MS))
        self._before_s = now_s
