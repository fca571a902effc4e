"""How sure a share of votes is, when the votes of one group depend on each other.

The unit of every test and interval is the group. `G` groups; group g cast `cast_g` votes, of which
`won_g` went to the mechanism.
"""

import math

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

from hcmd_lab.insight.vote_shares import LEVEL, Counts

WANTED_POWER = 0.8
"""At which an effect counts as detectable."""


def sign_flip_p_value(won: Counts, cast: Counts) -> float:
    """Two-sided p-value of the sign-flip test over groups, counting all 2^G flips.

    If people do not care which mechanism they met, each group's surplus of votes, `2 won - cast`,
    might as well have had the other sign. The surpluses are small integers, so the distribution of
    their sum over all flips is a convolution: exact for any number of groups.
    """
    surplus = 2 * won - cast
    distribution = np.ones(1)  # of the sum, which ranges over -limit ... limit
    for size in np.abs(surplus[surplus != 0]):
        flipped = np.zeros(len(distribution) + 2 * size)
        flipped[: len(distribution)] += distribution / 2
        flipped[2 * size :] += distribution / 2
        distribution = flipped
    limit = len(distribution) // 2
    sums = np.arange(-limit, limit + 1)
    return min(1.0, float(distribution[np.abs(sums) >= abs(surplus.sum())].sum()))


def within_group_correlation(won: Counts, cast: Counts) -> float:
    """The intraclass correlation of votes by analysis of variance (Donner 1986).

    Unbiased, hence negative at times. 0 where it cannot be known: with a single group, with one
    vote a group, or if all votes are the same.
    """
    groups, votes = len(won), int(cast.sum())
    if groups < 2 or votes <= groups or won.sum() in (0, votes):
        return 0.0
    shares, overall = won / cast, won.sum() / votes
    between = float((cast * (shares - overall) ** 2).sum() / (groups - 1))
    within = float((cast * shares * (1 - shares)).sum() / (votes - groups))
    size = (votes - (cast**2).sum() / votes) / (groups - 1)
    return float((between - within) / (between + (size - 1) * within))


def power(share: float, groups: int, votes_per_group: float, correlation: float) -> float:
    """Chance of detecting a true share of votes with a two-sided test at the 5% level.

    The normal approximation with the design effect `1 + (n - 1) rho` of n votes a group whose
    correlation is rho (a negative estimate counts as 0).
    """
    design_effect = 1 + (votes_per_group - 1) * max(correlation, 0.0)
    effective = groups * votes_per_group / design_effect
    critical = norm.ppf(1 - LEVEL / 2) * 0.5 / math.sqrt(effective)
    spread = math.sqrt(share * (1 - share) / effective)
    return float(norm.sf((critical - abs(share - 0.5)) / spread))


def smallest_effect(groups: int, votes_per_group: float, correlation: float) -> float:
    """The share of votes above one half that is detected with 80% power; 1 if none is."""

    def missing(share: float) -> float:
        return power(share, groups, votes_per_group, correlation) - WANTED_POWER

    highest = 1 - 1e-9
    return float(brentq(missing, 0.5, highest)) if missing(highest) > 0 else 1.0
