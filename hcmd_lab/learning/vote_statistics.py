"""Statistics of vote shares when votes within a group are correlated.

The test itself is in `hcmd_lab.insight.vote_shares`. `G` groups; group g cast `cast_g` votes, of
which `won_g` went to the mechanism.
"""

import math

from scipy.optimize import brentq
from scipy.stats import norm

from hcmd_lab.insight.vote_shares import Counts
from hcmd_lab.jobs import LEVEL, WANTED_POWER


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
    """The smallest vote share above one half detected with 80% power; 1 if there is none."""

    def missing(share: float) -> float:
        return power(share, groups, votes_per_group, correlation) - WANTED_POWER

    highest = 1 - 1e-9
    return float(brentq(missing, 0.5, highest)) if missing(highest) > 0 else 1.0
