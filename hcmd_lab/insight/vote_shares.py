"""Shares of votes with their intervals, when the votes of one group depend on each other.

The unit is the group. `G` groups; group g cast `cast_g` votes, of which `won_g` went to the
mechanism.
"""

import math
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from hcmd_lab.jobs import Interval

Counts = NDArray[np.int64]

LEVEL = 0.05
"""Of the two-sided test."""

FEW_GROUPS = 10
"""Fewer cannot be resampled in a way that tells how groups differ."""


def share_interval(
    won: Counts, cast: Counts, resamples: int, dice: np.random.Generator
) -> Interval:
    """The share of the votes cast with its 95% interval.

    From `FEW_GROUPS` groups on it is the percentile interval of a bootstrap of groups. A bootstrap
    of fewer repeats the same few groups and can even claim certainty, so there it is Wilson's
    interval with the group as the unit, which errs on the wide side.

    Args:
        won: `[G]`, at least one group.
        cast: `[G]`, each at least 1.
        resamples: Bootstrap samples.
        dice: Draws them.
    """
    estimate = float(won.sum() / cast.sum())
    groups = len(won)
    if groups < FEW_GROUPS:
        return _wilson_interval(estimate, groups)
    # How often each group is drawn is all that matters, which needs no list of who was drawn.
    times = dice.multinomial(groups, np.full(groups, 1 / groups), size=resamples)
    low, high = np.quantile((times @ won) / (times @ cast), [LEVEL / 2, 1 - LEVEL / 2])
    return Interval(estimate=estimate, low=float(low), high=float(high))


def _wilson_interval(estimate: float, groups: int) -> Interval:
    """Wilson's score interval of a share that `groups` independent observations gave."""
    z = NormalDist().inv_cdf(1 - LEVEL / 2)
    shrink = 1 + z**2 / groups
    centre = (estimate + z**2 / (2 * groups)) / shrink
    half = z * math.sqrt(estimate * (1 - estimate) / groups + z**2 / (4 * groups**2)) / shrink
    # At shares of 0 and 1 the interval ends at the estimate, but for rounding.
    low, high = min(centre - half, estimate), max(centre + half, estimate)
    return Interval(estimate=estimate, low=max(0.0, low), high=min(1.0, high))
