"""What every interval that is a test turned round has in common."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_PRECISION = 1e-12  # of what is looked for, in its own unit
_MOST_STEPS = 100  # bisection alone takes 45


def crossing(rising: Callable[[Floats], Floats], low: Floats, high: Floats) -> Floats:
    """Where functions that rise reach 0, between two numbers.

    Bracketed all the time; inverse quadratic interpolation where it is safe, else bisection
    (Chandrupatla 1997, "A new hybrid quadratic/bisection algorithm").

    Args:
        rising: `[B]` values of the functions, of `[B]` numbers.
        low: `[B]` where to begin; the result if a function is not negative there.
        high: `[B]` where to end; the result if a function is negative there.
    """
    newest, other = low, high
    at_newest, at_other = rising(low), rising(high)
    is_low, is_none = at_newest >= 0, at_other < 0
    part = np.full(len(low), 0.5)
    for _ in range(_MOST_STEPS):
        tried = newest + part * (other - newest)
        value = rising(tried)
        is_same = (value < 0) == (at_newest < 0)
        third, at_third = np.where(is_same, newest, other), np.where(is_same, at_newest, at_other)
        other, at_other = np.where(is_same, other, newest), np.where(is_same, at_other, at_newest)
        newest, at_newest = tried, value
        width = np.abs(other - newest)
        if (is_low | is_none | (width <= _PRECISION)).all():
            break
        part = _next_part((newest, other, third), (at_newest, at_other, at_third))
        least = _PRECISION / 2 / np.maximum(width, _PRECISION)
        part = np.clip(part, least, 1 - least)
    reached = np.where(at_newest >= 0, newest, other)
    return np.where(is_low, low, np.where(is_none, high, reached))


def _next_part(
    places: tuple[Floats, Floats, Floats], values: tuple[Floats, Floats, Floats]
) -> Floats:
    """How far to go from the newest place towards the other one, as a part of the way."""
    (a, b, c), (at_a, at_b, at_c) = places, values
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        way, climb = (a - b) / (c - b), (at_a - at_b) / (at_c - at_b)
        is_safe = (climb**2 < way) & ((1 - climb) ** 2 < 1 - way)
        inverse = at_a / (at_b - at_a) * at_c / (at_b - at_c)
        inverse += (c - a) / (b - a) * at_a / (at_c - at_a) * at_b / (at_c - at_b)
    return np.where(is_safe & np.isfinite(inverse), inverse, 0.5)


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
