"""The sign-flip test of a share of votes, and the interval that belongs to it.

Votes of one group depend on each other, so the unit is the group. `G` groups; group g cast `cast_g`
votes, of which `won_g` went to the mechanism; its surplus is `2 won_g - cast_g`. Each group has a
weight `a_g`, and what was to be expected of its surplus for other reasons than the mechanism, its
shift `b_g`; `a = 1` and `b = 0` is the plain test. Its score is `a_g (surplus_g - b_g)`, and the
share is `1/2 + sum of scores / (2 sum of a_g cast_g)`, where the groups of an adjusted share may
count by other numbers of votes than they cast.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import NormalDist

import numpy as np

from hcmd_lab.inference.inverting import agreeing
from hcmd_lab.inference.sign_flips import Counts, Floats, Sizes, p_value, sizes_of, tilted_intervals
from hcmd_lab.jobs.record import LEVEL, Interval


@dataclass(frozen=True)
class Scores:
    """Votes, weighed and adjusted.

    Attributes:
        surplus: `[G]` the scores.
        cast: `[G]` votes by which each group counts, times the weight.
        votes: Independent votes that would weigh as much as these.
    """

    surplus: Floats
    cast: Floats
    votes: float

    @property
    def won(self) -> Floats:
        """`[G]` votes for the mechanism of those by which a group counts."""
        return (self.cast + self.surplus) / 2

    @property
    def estimate(self) -> float:
        """The share of votes."""
        return float(min(1.0, max(0.0, self.won.sum() / self.cast.sum())))

    @cached_property
    def key(self) -> bytes:
        """The same for studies that differ in the order of their groups alone."""
        order = np.lexsort((self.surplus, self.cast))
        return self.surplus[order].tobytes() + self.cast[order].tobytes()

    @cached_property
    def sizes(self) -> Sizes:
        """Sizes of the scores, and their sum."""
        return sizes_of(self.surplus)

    @cached_property
    def p_value(self) -> float:
        """Two-sided p-value of the sign-flip test over groups, counting all 2^G flips.

        If people do not care which mechanism they met, each group's score might as well have had
        the other sign. The distribution of the sum over all flips is a convolution: exact for any
        number of groups. Scores that are not whole numbers of votes are first rounded to a fine
        grid; the test of the rounded ones is exact, where shifts do not depend on which mechanism
        came first.
        """
        return p_value(self.sizes)


def scores(
    won: Counts,
    cast: Counts,
    weights: Floats | None = None,
    shifts: Floats | None = None,
    counted: Floats | None = None,
) -> Scores:
    """Weigh and adjust votes.

    Args:
        won: `[G]`, at least one group.
        cast: `[G]`, each at least 1.
        weights: `[G]`, above 0; None weighs every vote alike.
        shifts: `[G]`; None for none.
        counted: `[G]` votes by which each group counts, above 0 in all; None for those cast.
    """
    weighed = np.ones(len(won)) if weights is None else weights
    surplus = 2.0 * won - cast if shifts is None else 2.0 * won - cast - shifts
    total = weighed * (cast if counted is None else counted)
    independent = float(total.sum() ** 2 / (weighed**2 * cast).sum())
    return Scores(weighed * surplus, total, independent)


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
      average (`tilted_intervals`): right for few groups, which may all agree by chance.
    - Every vote is drawn for itself: groups that all have the same result are no certainty.

    Args:
        won: `[G]`, at least one group.
        cast: `[G]`, each at least 1.
        weights: As in `scores`.
        shifts: As in `scores`.
        level: Of the two-sided test; the interval holds the rest.
    """
    (found,) = share_intervals([scores(won, cast, weights, shifts)], level)
    return found


def share_intervals(studies: Sequence[Scores], level: float = LEVEL) -> list[Interval]:
    """`share_interval` of many studies at once, which takes less time; equals are judged once."""
    different = {each.key: each for each in studies}
    found = dict(zip(different, _intervals(list(different.values()), level), strict=True))
    return [found[each.key] for each in studies]


def _intervals(studies: Sequence[Scores], level: float) -> list[Interval]:
    z2 = NormalDist().inv_cdf(1 - level / 2) ** 2
    cast = [float(each.cast.sum()) for each in studies]
    drawn_signs = tilted_intervals([each.sizes for each in studies], cast, level)
    found = []
    for scored, exact in zip(studies, drawn_signs, strict=True):
        estimate = scored.estimate
        ends = [_flipped_residuals(scored, z2), exact, _drawn_votes(scored, z2)]
        low = max(0.0, float(min(estimate, *(end for end, _ in ends))))
        high = min(1.0, float(max(estimate, *(end for _, end in ends))))
        # The first test is approximate, the third another one; the sign-flip test rules.
        is_rejected = scored.p_value < level
        low, high = agreeing((low, high), estimate, is_rejected=is_rejected)
        found.append(Interval(estimate=estimate, low=low, high=high))
    return found


def simultaneous_level(count: int) -> float:
    """The level of each of several independent intervals that hold together with `1 - LEVEL`."""
    return float(1 - (1 - LEVEL) ** (1 / max(1, count)))


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
