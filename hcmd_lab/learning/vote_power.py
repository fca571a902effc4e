"""Power analysis of EVALUATE by simulation.

Votes of one group resemble each other, so the group is the unit, as in the test that will be made:
the sign-flip test of `hcmd_lab.insight.vote_shares`. Each simulated evaluation draws the votes of
every group from a beta-binomial distribution with the assumed share and within-group correlation.
"""

import msgspec
import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm

from hcmd_lab.insight.vote_shares import sign_flip_p_value
from hcmd_lab.jobs import LEVEL

EVALUATIONS = 4000
"""Simulated evaluations a number of groups; the power is known to 0.6 percentage points then."""

MAX_GROUPS = 4000
_EXACT_UP_TO = 40


class PowerPlan(msgspec.Struct, frozen=True):
    """Expected power of an evaluation.

    Attributes:
        share: The true share of votes that is assumed.
        wanted_power: Chance with which it is to be found, two-sided at the 5% level.
        correlation: Correlation of the votes of one group.
        seats: Votes a group.
        groups: Groups needed; None if even `MAX_GROUPS` are too few.
        curve: Chance by number of groups.
    """

    share: float
    wanted_power: float
    correlation: float
    seats: int
    groups: int | None
    curve: dict[int, float]


def plan_power(
    share: float, wanted_power: float, correlation: float, seats: int, seed: int
) -> PowerPlan:
    """Find the minimum number of groups, up to the precision of the simulation.

    Args:
        share: True share of votes, other than one half.
        wanted_power: Between 0.05 and 1, both excluded.
        correlation: Correlation of the votes of one group, 0 to below 1.
        seats: Votes a group.
        seed: Seed of the simulation.
    """

    def chance(groups: int) -> float:
        return simulated_power(share, groups, seats, correlation, np.random.default_rng(seed))

    low, high = 1, 8
    while chance(high) < wanted_power:
        low, high = high, 2 * high
        if high > MAX_GROUPS:
            return PowerPlan(share, wanted_power, correlation, seats, None, {})
    while high - low > 1:
        middle = (low + high) // 2
        if chance(middle) < wanted_power:
            low = middle
        else:
            high = middle
    shown = sorted({max(2, round(part * high)) for part in (0.25, 0.5, 0.75, 1.0, 1.5)})
    curve = {groups: round(chance(groups), 3) for groups in shown}
    return PowerPlan(share, wanted_power, correlation, seats, high, curve)


def simulated_power(
    share: float, groups: int, seats: int, correlation: float, dice: np.random.Generator
) -> float:
    """The fraction of `EVALUATIONS` simulated evaluations whose test finds the effect."""
    won = draw_votes(share, (EVALUATIONS, groups), seats, correlation, dice)
    surplus = 2 * won - seats
    if groups <= _EXACT_UP_TO:
        cast = np.full(groups, seats)
        # The test asks only for the sum and for how many surpluses there are of each size.
        sizes = [(np.abs(surplus) == size).sum(1) for size in range(1, seats + 1)]
        kinds = np.column_stack([np.abs(surplus.sum(1)), *sizes])
        _, first, numbers = np.unique(kinds, axis=0, return_index=True, return_counts=True)
        found = [sign_flip_p_value(row, cast) < LEVEL for row in won[first]]
        return float(numbers[found].sum() / EVALUATIONS)
    # The sum of many flipped surpluses is all but normal. It moves in steps of 4, or of 2 where
    # seats are odd in number, and a test of whole numbers starts half a step earlier.
    half_step = 1 if seats % 2 else 2
    spread = np.sqrt((surplus.astype(float) ** 2).sum(1))
    distance = (np.abs(surplus.sum(1)) - half_step) / np.maximum(spread, 1e-9)
    return float((2 * norm.sf(distance) < LEVEL).mean())


def draw_votes(
    share: float,
    shape: tuple[int, int],
    seats: int,
    correlation: float,
    dice: np.random.Generator,
) -> NDArray[np.int64]:
    """Votes won in each group `[evaluations, groups]`."""
    if correlation <= 0:
        return dice.binomial(seats, share, size=shape)
    scale = (1 - correlation) / correlation
    chances = dice.beta(share * scale, (1 - share) * scale, size=shape)
    return dice.binomial(seats, chances)
