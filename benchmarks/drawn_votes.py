"""Votes of simulated groups, to measure inference by: beta-binomial, with an order effect."""

import numpy as np

from hcmd_lab.inference.ballots import Ballots
from hcmd_lab.inference.sign_flips import Counts

TAILS = (2, 4, 6, 8, 10)


def drawn_ballots(
    groups: int,
    share: float,
    correlation: float,
    seed: int,
    *,
    second: float = 0.5,
    missing: float = 0.0,
    conditions: tuple[float, ...] = (),
    second_part: float = 0.5,
) -> Ballots:
    """Groups of four that compare two mechanisms.

    Args:
        groups: How many.
        share: True share of votes for the mechanism where the order does not matter.
        correlation: Of the votes of one group.
        seed: Of all draws.
        second: Share of votes for the second stage where the mechanisms do not matter.
        missing: Chance that a vote is missing; a group casts at least one.
        conditions: True share in each of the five conditions instead; the first has half of all
            groups, the others share the rest.
        second_part: Part of the groups that meet the mechanism second, where conditions are alike.
    """
    dice = np.random.default_rng(seed)
    order = np.resize([1, -1], groups)
    if second_part != 0.5:
        order = np.where(np.arange(groups) < round(second_part * groups), 1, -1)
    place = np.arange(groups) // 2
    tails = np.array(TAILS)[place % 5]
    shares = np.full(groups, share)
    if conditions:
        place = np.arange(groups)
        order = np.where(place // 2 % 2, 1, -1)
        tails = np.array(TAILS)[np.where(place % 2, 0, 1 + place // 2 % 4)]
        shares = np.array(conditions)[np.searchsorted(TAILS, tails)]
    chance = np.clip(shares + (second - 0.5) * order, 1e-6, 1 - 1e-6)
    if correlation > 0:
        strength = 1 / correlation - 1
        chance = dice.beta(chance * strength, (1 - chance) * strength)
    cast = np.maximum(1, 4 - dice.binomial(4, missing, groups))
    return Ballots(dice.binomial(cast, chance), cast, tails, order, ("",) * groups)


def drawn_twice(groups: int, second: float, correlation: float, seed: int) -> tuple[Counts, Counts]:
    """Votes for the second stage, and cast, of groups that played one mechanism twice."""
    found = drawn_ballots(groups, second, correlation, seed)
    return found.won, found.cast
