"""The sign-flip test of a share of votes, and the interval that belongs to it.

Votes of one group depend on each other, so the unit is the group. `G` groups; group g cast `cast_g`
votes, of which `won_g` went to the mechanism; its surplus is `2 won_g - cast_g`. Each group has a
weight `a_g`, and what was to be expected of its surplus for other reasons than the mechanism, its
shift `b_g`; `a = 1` and `b = 0` is the plain test. Its score is `a_g (surplus_g - b_g)`, and the
share is `1/2 + sum of scores / (2 sum of a_g cast_g)`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from hcmd_lab.inference.inverting import agreeing, first_where
from hcmd_lab.jobs.record import LEVEL, Interval

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]

_STEEPEST = 10.0  # a surplus of one vote is then certain but for 2e-9
_STEEPEST_START = 3.0  # beyond, the chances of sums that matter become too small for floats
_STEPS = 8000  # all scores together, where they are not whole numbers; more for very many groups
_STEPS_PER_GROUP = 10


@dataclass(frozen=True)
class Scores:
    """Votes, weighed and adjusted.

    Attributes:
        won: `[G]` votes for the mechanism, less half the shift, times the weight.
        cast: `[G]` votes cast, times the weight.
        votes: Independent votes that would weigh as much as these.
    """

    won: Floats
    cast: Floats
    votes: float

    @property
    def estimate(self) -> float:
        """The share of votes."""
        return float(min(1.0, max(0.0, self.won.sum() / self.cast.sum())))


def scores(
    won: Counts, cast: Counts, weights: Floats | None = None, shifts: Floats | None = None
) -> Scores:
    """Weigh and adjust votes.

    Args:
        won: `[G]`, at least one group.
        cast: `[G]`, each at least 1.
        weights: `[G]`, above 0; None weighs every vote alike.
        shifts: `[G]`; None for none.
    """
    weighed = np.ones(len(won)) if weights is None else weights
    adjusted = won.astype(float) if shifts is None else won - shifts / 2
    total = weighed * cast
    return Scores(weighed * adjusted, total, float(total.sum() ** 2 / (weighed * total).sum()))


def sign_flip_p_value(
    won: Counts, cast: Counts, weights: Floats | None = None, shifts: Floats | None = None
) -> float:
    """Two-sided p-value of the sign-flip test over groups, counting all 2^G flips.

    If people do not care which mechanism they met, each group's score might as well have had the
    other sign. The distribution of the sum over all flips is a convolution: exact for any number
    of groups. Scores that are not whole numbers of votes are first rounded to a fine grid; the
    test of the rounded ones is exact.

    Args:
        won: `[G]`.
        cast: `[G]`.
        weights: As in `scores`.
        shifts: As in `scores`; exact where they do not depend on which mechanism came first.
    """
    return _p_value(_sizes(scores(won, cast, weights, shifts)))


def share_interval(
    won: Counts,
    cast: Counts,
    weights: Floats | None = None,
    shifts: Floats | None = None,
    level: float = LEVEL,
) -> Interval:
    """The share of votes with its interval: one half lies outside exactly if p < `level`.

    A share belongs to the interval unless each of three tests rejects it. The first two are the
    sign-flip test carried over from one half to other shares; the third is a floor.

    - Each group's `won - share cast` has its sign flipped: right for many groups, however alike
      the votes of a group are.
    - Each score has its sign drawn, with odds that grow with its size and give the share on
      average (`_drawn_signs`): right for few groups, which may all agree by chance.
    - Every vote is drawn for itself: groups that all have the same result are no certainty.

    Args:
        won: `[G]`, at least one group.
        cast: `[G]`, each at least 1.
        weights: As in `scores`.
        shifts: As in `scores`.
        level: Of the two-sided test; the interval holds the rest.
    """
    scored = scores(won, cast, weights, shifts)
    sizes, estimate = _sizes(scored), scored.estimate
    z2 = NormalDist().inv_cdf(1 - level / 2) ** 2
    ends = [
        _flipped_residuals(scored, z2),
        _drawn_signs(sizes, float(scored.cast.sum()), level),
        _drawn_votes(scored, z2),
    ]
    low = max(0.0, float(min(estimate, *(end for end, _ in ends))))
    high = min(1.0, float(max(estimate, *(end for _, end in ends))))
    # The first test is approximate and the third another one; at one half the sign-flip test rules.
    is_rejected = _p_value(sizes) < level
    low, high = agreeing((low, high), estimate, is_rejected=is_rejected)
    return Interval(estimate=estimate, low=low, high=high)


def simultaneous_level(count: int, level: float = LEVEL) -> float:
    """The level of each of several independent intervals that hold together with `1 - level`."""
    return float(1 - (1 - level) ** (1 / max(1, count)))


@dataclass(frozen=True)
class _Sizes:
    """Sizes of the scores that are not 0, as whole numbers of steps, and the sum of all scores."""

    sizes: Counts
    total: int
    step: float


def _sizes(scored: Scores) -> _Sizes:
    score = 2 * scored.won - scored.cast
    whole = np.rint(score)
    step = 1.0
    if not np.array_equal(score, whole):
        steps = max(_STEPS, _STEPS_PER_GROUP * len(score))
        step = float(np.abs(score).sum()) / steps
        whole = np.rint(score / step)
    counted = whole.astype(np.int64)
    return _Sizes(np.abs(counted[counted != 0]), int(counted.sum()), step)


def _p_value(found: _Sizes) -> float:
    sums, chances = _sum_of_signs(found.sizes, 0.0)
    return min(1.0, float(chances[np.abs(sums) >= abs(found.total)].sum()))


def _flipped_residuals(scored: Scores, z2: float) -> tuple[float, float]:
    """Shares s with `(sum of r)^2 <= z^2 sum of r^2`, where `r = won - s cast`.

    The sum of r over all flips has mean 0 and variance `sum of r^2`, and is all but normal.
    """
    won, cast = scored.won, scored.cast
    return _between_roots(
        cast.sum() ** 2 - z2 * (cast**2).sum(),
        won.sum() * cast.sum() - z2 * (won * cast).sum(),
        won.sum() ** 2 - z2 * (won**2).sum(),
    )


def _drawn_votes(scored: Scores, z2: float) -> tuple[float, float]:
    """Wilson's interval for independent votes."""
    votes, favourable = scored.votes, scored.estimate * scored.votes
    return _between_roots(votes**2 + z2 * votes, favourable * votes + z2 * votes / 2, favourable**2)


def _between_roots(square: float, half_linear: float, constant: float) -> tuple[float, float]:
    """Solutions of `square s^2 - 2 half_linear s + constant <= 0`; all s if it opens downwards."""
    if square <= 0:
        return 0.0, 1.0
    middle = half_linear / square
    half = max(0.0, middle**2 - constant / square) ** 0.5
    return middle - half, middle + half


def _drawn_signs(found: _Sizes, cast: float, level: float) -> tuple[float, float]:
    """The interval of the exact test with signs drawn with log odds `2 tilt size`.

    A larger tilt makes larger sums likelier, so that those not rejected form an interval; each
    stands for the share that it gives on average. A tilt of 0 is the sign-flip test.
    """
    sizes, step, total = found.sizes, found.step, found.total

    def expected(tilt: float) -> float:
        return float((sizes * np.tanh(tilt * step * sizes)).sum())

    def share(tilt: float) -> float:
        return (1 + step * expected(tilt) / cast) / 2

    # The distribution is computed once, near where it is needed, and tilted further from there.
    start = _first_tilt(lambda tilt: expected(tilt) >= total)
    start = min(max(start, -_STEEPEST_START), _STEEPEST_START)
    sums, chances = _sum_of_signs(sizes, start * step)
    with np.errstate(divide="ignore"):
        logs = np.log(chances)

    def chance(tilt: float, counted: NDArray[np.bool_]) -> float:
        tilted = logs + (tilt - start) * step * sums
        weights = np.exp(tilted - tilted.max())
        return float(weights[counted].sum() / weights.sum())

    low = _first_tilt(lambda tilt: 2 * chance(tilt, sums >= total) >= level)
    high = _first_tilt(lambda tilt: 2 * chance(tilt, sums <= total) < level)
    return share(low), share(high)


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


def _first_tilt(holds: Callable[[float], bool]) -> float:
    return first_where(holds, -_STEEPEST, _STEEPEST)
