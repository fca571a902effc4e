"""The distribution of a sum of scores over all flips of their signs: of test, interval and power.

The sum is counted over all 2^G flips as a convolution, exactly for any number of groups. Sizes of
scores are whole numbers of steps: of votes, or of a fraction of a vote of which all are multiples.
Where that would be too small a fraction, scores are first rounded to a fine grid.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from hcmd_lab.inference.inverting import crossing
from hcmd_lab.jobs.record import LEVEL

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]

_STEEPEST = 10.0  # a surplus of one vote is then certain but for 2e-9
_STEEPEST_START = 3.0  # beyond, the chances of sums that matter become too small for floats
_STEPS = 8000  # all scores together, where they are rounded; more for very many groups
_STEPS_PER_GROUP = 10
_MOST_STEPS = 40_000  # all scores together, where they are multiples of a fraction of a vote
_MULTIPLE = 1e-9  # of a vote: how far a multiple may be from what floats make of it
_SMALLEST_LOG = -700.0  # of a float that is computed with as fast as any other
_FEW_PRODUCTS = 200_000  # of a convolution; beyond, its sparse factor is added up instead
_TOGETHER = 200_000  # sums of all studies that are tilted at once

OfSize = tuple[tuple[int, int], ...]
"""Sizes of scores, ascending, and how many scores have each; scores of 0 are left out."""


@dataclass(frozen=True)
class Sizes:
    """The scores of one study, as whole numbers of steps.

    Attributes:
        of_size: Their sizes.
        total: The sum of all scores.
        step: What one step is worth.
    """

    of_size: OfSize
    total: int
    step: float

    @property
    def largest(self) -> int:
        """The sum of all sizes."""
        return sum(size * many for size, many in self.of_size)


def sizes_of(score: Floats) -> Sizes:
    """The sizes of `[G]` scores, rounded where they have no common measure that is large enough."""
    score = np.where(np.abs(score) < _MULTIPLE, 0.0, score)  # no vote is made of rounding errors
    whole = np.rint(score)
    step = 1.0
    if not np.array_equal(score, whole):
        steps = max(_STEPS, _STEPS_PER_GROUP * len(score))
        step = _common_measure(score) or float(np.abs(score).sum()) / steps
        whole = np.rint(score / step)
    counted = whole.astype(np.int64)
    sizes, many = np.unique(np.abs(counted[counted != 0]), return_counts=True)
    return Sizes(tuple(zip(sizes.tolist(), many.tolist(), strict=True)), int(counted.sum()), step)


def _common_measure(score: Floats) -> float | None:
    """The largest number of which all of `[G]` scores are multiples; None if it is too small.

    Sums that are equal stay equal then, and count as being as far from 0 as the one that was seen.
    """
    all_together = float(np.abs(score).sum())
    finest = max(1, int(_MOST_STEPS / max(all_together, _MULTIPLE)))
    multiples, parts = [], 1
    for value in np.unique(np.abs(score)).tolist():
        multiple = Fraction(value).limit_denominator(finest)
        parts = math.lcm(parts, multiple.denominator)
        if abs(float(multiple) - value) > _MULTIPLE or parts > finest:
            return None
        multiples.append(multiple)
    measure = math.gcd(*(int(each * parts) for each in multiples))
    return measure / parts if measure else None


def flip_chances(of_size: OfSize, tilt: float = 0.0) -> Floats:
    """`[S + 1]` chances of the sums -S, -S + 2, ... S, where S is the sum of all sizes.

    Args:
        of_size: Sizes of the scores.
        tilt: Half the log odds of a plus for a score of size 1; they grow with the size. 0 flips
            every sign with a chance of one half.
    """
    chances = np.ones(1)
    for size, many in of_size:
        heads = _heads(many, 2 * tilt * size)
        if len(chances) * size * many <= _FEW_PRODUCTS:
            spread = np.zeros(size * many + 1)
            spread[::size] = heads
            chances = np.convolve(chances, spread)
            continue
        grown = np.zeros(len(chances) + size * many)
        for count, chance in enumerate(heads.tolist()):
            grown[count * size : count * size + len(chances)] += chance * chances
        chances = grown
    return chances


@lru_cache(maxsize=4096)
def _heads(coins: int, log_odds: float) -> Floats:
    """Chances of 0, 1, ... heads among coins that fall alike, each for itself."""
    counts = np.arange(coins + 1)
    factorials = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, coins + 1)))])
    ways = factorials[-1] - factorials - factorials[::-1]
    return np.asarray(
        np.exp(
            ways
            - counts * np.logaddexp(0, -log_odds)
            - (coins - counts) * np.logaddexp(0, log_odds)
        ),
        dtype=np.float64,
    )


def p_value(found: Sizes) -> float:
    """Two-sided: the chance of a sum at least as far from 0."""
    if found.total == 0:
        return 1.0
    as_far = (found.largest - abs(found.total)) // 2 + 1  # sums on each side
    return min(1.0, 2 * float(flip_chances(found.of_size)[:as_far].sum()))


@lru_cache(maxsize=100_000)
def smallest_rejected(of_size: OfSize) -> int:
    """The smallest sum that the test rejects; one more than all sizes if it rejects none."""
    at_least = 2 * np.cumsum(flip_chances(of_size))  # of sums as far as S, S - 2, ...
    rejected = int(np.searchsorted(at_least, LEVEL))
    largest = sum(size * many for size, many in of_size)
    return largest + 1 if rejected == 0 else max(1, largest - 2 * (rejected - 1))


def tilted_intervals(
    found: Sequence[Sizes], cast: Sequence[float], level: float
) -> list[tuple[float, float]]:
    """Of each study, the shares that the exact test with tilted signs does not reject.

    A larger tilt makes larger sums likelier, so that those not rejected form an interval; each
    stands for the share that it gives on average. A tilt of 0 is the sign-flip test.

    Args:
        found: The studies' scores.
        cast: Votes that each of them cast, weighed.
        level: Of the two-sided test.
    """
    ends: list[tuple[float, float]] = []
    while len(ends) < len(found):
        first = len(ends)
        last, longest = first, 0
        while last < len(found):
            longest = max(longest, found[last].largest + 1)
            if last > first and longest * (last - first + 1) > _TOGETHER:
                break
            last += 1
        ends += _tilted(found[first:last], np.array(cast[first:last], dtype=np.float64), level)
    return ends


def _tilted(found: Sequence[Sizes], cast: Floats, level: float) -> list[tuple[float, float]]:
    """`tilted_intervals` of some studies at once."""
    kinds = max(1, *(len(each.of_size) for each in found))
    longest = max(each.largest for each in found) + 1
    sizes, many = np.zeros((2, len(found), kinds))
    sums, logs = np.zeros((len(found), longest)), np.full((len(found), longest), -np.inf)
    for row, each in enumerate(found):
        if each.of_size:
            columns = np.array(each.of_size, dtype=np.float64).T
            sizes[row, : columns.shape[1]], many[row, : columns.shape[1]] = columns
    total = np.array([each.total for each in found], dtype=np.float64)
    step = np.array([each.step for each in found])

    def expected(tilt: Floats) -> Floats:
        drawn: Floats = (many * sizes * np.tanh((tilt * step)[:, None] * sizes)).sum(1)
        return drawn

    # The distribution is computed once, near where it is needed, and tilted further from there.
    start = np.clip(
        _crossing(lambda tilt: expected(tilt) - total, len(found)),
        -_STEEPEST_START,
        _STEEPEST_START,
    )
    for row, each in enumerate(found):
        chances = flip_chances(each.of_size, float(start[row] * each.step))
        sums[row, : len(chances)] = 2 * np.arange(len(chances)) - each.largest
        with np.errstate(divide="ignore"):
            logs[row, : len(chances)] = np.log(chances)

    def log_chance(tilt: Floats, counted: Floats) -> Floats:
        tilted = ((tilt - start) * step)[:, None] * sums
        tilted += logs
        tilted -= tilted.max(1, keepdims=True)
        weights = np.exp(np.maximum(tilted, _SMALLEST_LOG, out=tilted), out=tilted)
        part: Floats = np.log(np.einsum("bk,bk->b", weights, counted) / weights.sum(1))
        return part

    above, below = (
        side.astype(np.float64) for side in (sums >= total[:, None], sums <= total[:, None])
    )
    rejected = np.log(level / 2)
    low = _crossing(lambda tilt: log_chance(tilt, above) - rejected, len(found))
    high = _crossing(lambda tilt: rejected - log_chance(tilt, below), len(found))

    def shares(tilt: Floats) -> list[float]:
        drawn: list[float] = ((1 + step * expected(tilt) / cast) / 2).tolist()
        return drawn

    return list(zip(shares(low), shares(high), strict=True))


def _crossing(rising: Callable[[Floats], Floats], studies: int) -> Floats:
    return crossing(rising, np.full(studies, -_STEEPEST), np.full(studies, _STEEPEST))
