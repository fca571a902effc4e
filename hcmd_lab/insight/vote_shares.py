"""Vote shares with confidence intervals over groups.

Votes of one group depend on each other, so the unit is the group. `G` groups; group g cast `cast_g`
votes, of which `won_g` went to the mechanism; its surplus is `2 won_g - cast_g`.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from hcmd_lab.jobs import LEVEL, Interval

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]

_Z2 = 1.959963984540054**2
"""Square of the normal quantile that leaves `LEVEL` outside."""

_STEEPEST = 10.0  # a surplus of one vote is then certain but for 2e-9
_STEEPEST_START = 3.0  # beyond, the chances of sums that matter become too small for floats
_HALVINGS = 60  # of an interval of that length, down to the precision of a float


def sign_flip_p_value(won: Counts, cast: Counts) -> float:
    """Two-sided p-value of the sign-flip test over groups, counting all 2^G flips.

    If people do not care which mechanism they met, each group's surplus might as well have had the
    other sign. The surpluses are small integers, so the distribution of their sum over all flips
    is a convolution: exact for any number of groups.
    """
    sizes, total = _sizes(won, cast)
    sums, chances = _sum_of_signs(sizes, 0.0)
    return min(1.0, float(chances[np.abs(sums) >= abs(total)].sum()))


def share_interval(won: Counts, cast: Counts) -> Interval:
    """The share of the votes cast with its 95% interval: one half lies outside if p < `LEVEL`.

    A share belongs to the interval unless each of three tests rejects it. The first two are the
    sign-flip test carried over from one half to other shares; the third is a floor.

    - Each group's `won - share cast` has its sign flipped: right for many groups, however alike
      the votes of a group are.
    - Each surplus has its sign drawn, with odds that grow with its size and give the share on
      average (`_drawn_signs`): right for few groups, which may all agree by chance.
    - Every vote is drawn for itself: groups that all have the same result are no certainty.

    Args:
        won: `[G]`, at least one group.
        cast: `[G]`, each at least 1.
    """
    estimate = float(won.sum() / cast.sum())
    ends = [_flipped_residuals(won, cast), _drawn_signs(won, cast), _drawn_votes(won, cast)]
    low = max(0.0, float(min(estimate, *(end for end, _ in ends))))
    high = min(1.0, float(max(estimate, *(end for _, end in ends))))
    # The first test is approximate and the third another one; at one half the sign-flip test rules.
    if sign_flip_p_value(won, cast) >= LEVEL:
        low, high = min(low, 0.5), max(high, 0.5)
    elif estimate > 0.5:
        low = max(low, float(np.nextafter(0.5, 1)))
    else:
        high = min(high, float(np.nextafter(0.5, 0)))
    return Interval(estimate=estimate, low=low, high=high)


def _flipped_residuals(won: Counts, cast: Counts) -> tuple[float, float]:
    """Shares s with `(sum of r)^2 <= z^2 sum of r^2`, where `r = won - s cast`.

    The sum of r over all flips has mean 0 and variance `sum of r^2`, and is all but normal.
    """
    return _between_roots(
        cast.sum() ** 2 - _Z2 * (cast**2).sum(),
        won.sum() * cast.sum() - _Z2 * (won * cast).sum(),
        won.sum() ** 2 - _Z2 * (won**2).sum(),
    )


def _drawn_votes(won: Counts, cast: Counts) -> tuple[float, float]:
    """Wilson's interval for independent votes."""
    votes, favourable = int(cast.sum()), int(won.sum())
    return _between_roots(
        votes**2 + _Z2 * votes, favourable * votes + _Z2 * votes / 2, favourable**2
    )


def _between_roots(square: float, half_linear: float, constant: float) -> tuple[float, float]:
    """Solutions of `square s^2 - 2 half_linear s + constant <= 0`; all s if it opens downwards."""
    if square <= 0:
        return 0.0, 1.0
    middle = half_linear / square
    half = max(0.0, middle**2 - constant / square) ** 0.5
    return middle - half, middle + half


def _drawn_signs(won: Counts, cast: Counts) -> tuple[float, float]:
    """The interval of the exact test with signs drawn with log odds `2 tilt size`.

    A larger tilt makes larger sums likelier, so that those not rejected form an interval; each
    stands for the share that it gives on average. A tilt of 0 is the sign-flip test.
    """
    sizes, total = _sizes(won, cast)

    def expected(tilt: float) -> float:
        return float((sizes * np.tanh(tilt * sizes)).sum())

    def share(tilt: float) -> float:
        return (1 + expected(tilt) / float(cast.sum())) / 2

    # The distribution is computed once, near where it is needed, and tilted further from there.
    start = _first(lambda tilt: expected(tilt) >= total)
    start = min(max(start, -_STEEPEST_START), _STEEPEST_START)
    sums, chances = _sum_of_signs(sizes, start)
    with np.errstate(divide="ignore"):
        logs = np.log(chances)

    def chance(tilt: float, counted: NDArray[np.bool_]) -> float:
        tilted = logs + (tilt - start) * sums
        weights = np.exp(tilted - tilted.max())
        return float(weights[counted].sum() / weights.sum())

    low = _first(lambda tilt: 2 * chance(tilt, sums >= total) >= LEVEL)
    high = _first(lambda tilt: 2 * chance(tilt, sums <= total) < LEVEL)
    return share(low), share(high)


def _sizes(won: Counts, cast: Counts) -> tuple[Counts, int]:
    """Sizes of the nonzero surpluses, and the sum of all surpluses."""
    surplus = 2 * won - cast
    return np.abs(surplus[surplus != 0]), int(surplus.sum())


def _sum_of_signs(sizes: Counts, tilt: float) -> tuple[Counts, Floats]:
    """Possible sums of signed sizes, with their probabilities."""
    chances = np.ones(1)
    for size in sizes.tolist():
        plus, minus = 1 / (1 + np.exp(-2 * tilt * size)), 1 / (1 + np.exp(2 * tilt * size))
        grown = np.zeros(len(chances) + size)  # steps of two from minus to plus all sizes
        grown[: len(chances)] += minus * chances
        grown[size:] += plus * chances
        chances = grown
    return 2 * np.arange(len(chances)) - int(sizes.sum()), chances


def _first(holds: Callable[[float], bool]) -> float:
    """The smallest tilt from which a condition holds."""
    low, high = -_STEEPEST, _STEEPEST
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high
