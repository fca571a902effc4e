"""A test of a share of votes that stays right however often one looks.

Somebody bets against a share m, group after group: the capital
`prod (1 + f (x_g - m) / (m - a))` is expected not to grow if m is the true mean of the groups'
shares `x_g`, which are at least a. By Ville's inequality it ever reaches `1 / level` with a chance
of at most `level`, so one may look after every group, stop, or go on with more groups than were
planned (Waudby-Smith & Ramdas 2024, "Estimating means of bounded random variables by betting").
Half of the money bets that the share is larger and half that it is smaller; each half is spread
evenly over `FRACTIONS`. The capital does not depend on the order of the groups.
"""

import math

import numpy as np
from numpy.typing import NDArray

from hcmd_lab.inference.inverting import Floats, agreeing, crossing
from hcmd_lab.jobs.record import LEVEL, Interval

Bools = NDArray[np.bool_]

FRACTIONS = (0.02, 0.04, 0.08, 0.12, 0.16, 0.24, 0.32, 0.48, 0.64, 0.8, 0.95)
"""Parts of the largest bet that leaves nobody in debt."""

_LARGEST_LOG = 700.0  # of a float


def e_value(shares: Floats, reach: float = 0.0) -> float:
    """The capital that the groups' shares leave of a bet against one half.

    Args:
        shares: `[G]` share of each group's votes, between `-reach` and `1 + reach`.
        reach: How far adjusted shares may lie beyond 0 and 1.
    """
    logarithm = max(_log_capital(shares, 0.5, reach), _log_capital(1 - shares, 0.5, reach))
    return math.exp(min(logarithm, _LARGEST_LOG)) / 2


def any_time_p_value(shares: Floats, reach: float = 0.0) -> float:
    """The p-value that stays right at every look: 1 / e."""
    return min(1.0, 1 / e_value(shares, reach))


def any_time_interval(shares: Floats, reach: float = 0.0, level: float = LEVEL) -> Interval:
    """The mean of the groups' shares and the shares that no bet has won against.

    One half lies outside exactly if `any_time_p_value` is below `level`.

    Args:
        shares: `[G]`, as in `e_value`.
        reach: As there.
        level: The chance of ever leaving out the true share, at whichever look.
    """
    estimate = float(min(1.0, max(0.0, shares.mean())))
    wanted = math.log(2 / level)

    def room_below(share: Floats) -> Floats:
        return np.array([wanted - _log_capital(shares, share.item(), reach)])

    def won_above(share: Floats) -> Floats:
        return np.array([_log_capital(1 - shares, 1 - share.item(), reach) - wanted])

    lowest, highest = np.zeros(1), np.ones(1)
    ends = (
        min(estimate, crossing(room_below, lowest, highest).item()),
        max(estimate, crossing(won_above, lowest, highest).item()),
    )
    is_rejected = any_time_p_value(shares, reach) < level
    low, high = agreeing(ends, estimate, is_rejected=is_rejected)
    return Interval(estimate=estimate, low=low, high=high)


def rejects_at_a_look(shares: Floats) -> Bools:
    """`[S]` whether the test ever rejects one half, if one looks after every group.

    Args:
        shares: `[S, G]` share of each group's votes, in the order of the groups; S studies.
    """
    rejected = np.zeros(len(shares), dtype=np.bool_)
    for bet in (2 * shares - 1, 1 - 2 * shares):
        capital = np.zeros_like(bet)
        with np.errstate(over="ignore"):  # infinitely rich is rich enough
            for fraction in FRACTIONS:
                capital += (1 + fraction * bet).cumprod(1)
        rejected |= (capital / len(FRACTIONS) > 2 / LEVEL).any(1)
    return rejected


def _log_capital(shares: Floats, share: float, reach: float) -> float:
    """Log capital of bets that the mean is larger than a share; it falls as the share grows."""
    room = share + reach
    if room <= 0:
        return _LARGEST_LOG if (shares > share).any() else 0.0
    bets = np.array(FRACTIONS)[:, None] * (shares - share)[None, :] / room
    logs = np.log1p(bets).sum(1)
    return float(logs.max() + math.log(np.exp(logs - logs.max()).mean()))
