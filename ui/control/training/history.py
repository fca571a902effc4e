"""History of a training step's progress, as series for curves."""

import time
from array import array
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.study.status import Step
from ui.control.training.time_left import Pace

MAX_POINTS = 1200
"""A longer series loses every second of its points, which no screen could show anyway."""

Points = tuple[Sequence[float], Sequence[float]]
"""Places in the work (epochs where there are any) and the figures told there."""


class TrainingHistory:
    """One step's reported figures, in order.

    Attributes:
        step: The step being computed.
        iteration: The study's iteration; 0 for INITIALISE.
        latest: The newest progress; None before the first since the process started.
        pace: Its speed.
        head_share: The newest heat maps by tail endowment; empty before the first.
        pictured_at: Amount of work done when those were made.
        changes: Grows with each progress, so that nothing is drawn twice.
    """

    def __init__(
        self, step: Step, iteration: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Start empty."""
        self.step = step
        self.iteration = iteration
        self.head_share: Mapping[int, Sequence[Sequence[float]]] = {}
        self.pictured_at = 0
        self.changes = 0
        self._clock = clock
        self.begin()
        self._series: dict[str, tuple[array[float], array[float]]] = {}

    def begin(self) -> None:
        """A process starts to compute the step, or goes on with it."""
        self.latest: Progress | None = None
        self.updates = 0
        self.pace = Pace()
        self._heard_s = self._clock()

    @property
    def silent_s(self) -> float:
        """Seconds since the last report, or since the process was started."""
        return self._clock() - self._heard_s

    def add(self, progress: Progress) -> None:
        """Add a progress report."""
        self.latest = progress
        self.changes += 1
        self._heard_s = self._clock()
        self.pace.add(self._clock(), progress.step, progress.total)
        if progress.phase is not JobPhase.FREEZING:
            self.updates = progress.total
        if progress.head_share:
            self.head_share = progress.head_share
            self.pictured_at = progress.step
        place = progress.metrics.get("epoch", progress.step)
        for name, value in progress.metrics.items():
            places, values = self._series.setdefault(name, (array("d"), array("d")))
            # A resumed step repeats what had not been saved.
            known = bisect_left(places, place)
            del places[known:], values[known:]
            places.append(place)
            values.append(value)
            if len(places) > MAX_POINTS:
                self._series[name] = (places[::2], values[::2])

    def put(self, name: str, places: Sequence[float], values: Sequence[float]) -> None:
        """Put in the whole series of a figure, as it is stored with a result."""
        self._series[name] = (array("d", places), array("d", values))

    def points(self, name: str) -> Points:
        """A figure's values over the course of the work; empty if never reported."""
        return self._series.get(name, ((), ()))

    def newest(self, name: str) -> float | None:
        """A figure's latest value; None if never reported."""
        values = self.points(name)[1]
        return values[-1] if values else None

    def names(self, beginning: str) -> list[str]:
        """Names of figures with a prefix, in the order of their first report."""
        return [name for name in self._series if name.startswith(beginning)]
