"""What every interval that is a test turned round has in common."""

from collections.abc import Callable

import numpy as np

_HALVINGS = 60  # of an interval as long as ten, down to the precision of a float


def first_where(holds: Callable[[float], bool], low: float, high: float) -> float:
    """The smallest number between two from which a condition holds; the larger one if none is.

    Args:
        holds: A condition that goes on holding once it holds.
        low: Where to begin.
        high: Where to end.
    """
    if holds(low):
        return low
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def agreeing(
    ends: tuple[float, float], estimate: float, *, is_rejected: bool
) -> tuple[float, float]:
    """An interval that leaves out one half exactly if the test rejects it.

    The test at one half is the one that is told, while the ends may come of another test or be
    rounded.

    Args:
        ends: Lower and upper end, which include the estimate.
        estimate: The share of votes.
        is_rejected: Whether the test rejects one half.
    """
    low, high = ends
    if not is_rejected:
        return min(low, 0.5), max(high, 0.5)
    if estimate > 0.5:
        return max(low, float(np.nextafter(0.5, 1))), high
    return low, min(high, float(np.nextafter(0.5, 0)))
