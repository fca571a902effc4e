"""How simulated people truly vote between two mechanisms, by playing very many groups.

The same people play both orders, with the same draws. So both shares of a pair sum to one, and a
mechanism has exactly one half against itself: a step that was refused neither gains nor loses.
"""

from dataclasses import dataclass

import numpy as np

from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.people_traits import CALIBRATED, Population, draw_traits
from hcmd_lab.game.playout import play

LOST = 0.005
"""Share of votes below one half from which a step is said to have lost."""


@dataclass(frozen=True, slots=True)
class TrueShare:
    """A share of votes among simulated people.

    Attributes:
        share: Over all conditions.
        error: Its standard error, with the group as the unit.
        by_tail_endowment: The share in each condition.
        head: Of the heads.
        tails: Of the tails.
    """

    share: float
    error: float
    by_tail_endowment: dict[int, float]
    head: float
    tails: float


def true_share(
    mechanism: FrozenPolicy,
    against: FrozenPolicy,
    groups: int = 2000,
    seed: int = 0,
    population: Population = CALIBRATED,
) -> TrueShare:
    """Share of votes for `mechanism`, both orders equally often.

    Args:
        mechanism: Whose share.
        against: The other one.
        groups: In each condition and order.
        population: Who votes.
        seed: Of all draws; the same people meet every pair of mechanisms, in both orders.
    """
    game = mechanism.game
    by_condition = {}
    for tail in game.tail_endowments:
        votes = []
        for order, pair in enumerate(((mechanism, against), (against, mechanism))):
            dice = np.random.default_rng([seed, tail])
            traits = draw_traits(dice, (groups, game.seats), population)
            votes.append(play(traits, pair, [tail] * groups, dice).votes == 1 + order)
        by_condition[tail] = np.mean(votes, 0)  # of a seat, over both orders
    votes_by_seat = np.concatenate(list(by_condition.values()))
    by_group = votes_by_seat.mean(1)
    return TrueShare(
        float(by_group.mean()),
        float(by_group.std(ddof=1) / len(by_group) ** 0.5),
        {tail: float(votes.mean()) for tail, votes in by_condition.items()},
        float(votes_by_seat[:, 0].mean()),
        float(votes_by_seat[:, 1:].mean()),
    )


def expected_true_share(
    mechanism: FrozenPolicy, against: FrozenPolicy, groups: int, population: Population
) -> float:
    """Share of votes for `mechanism` by the chances of the votes instead of the votes themselves.

    Both orders count alike. Of so many groups it tells more than the votes that happen to be cast.

    Args:
        mechanism: Whose share.
        against: The other one.
        groups: In each condition and order.
        population: Who votes.
    """
    shares = []
    for tail in mechanism.game.tail_endowments:
        for order, pair in enumerate(((mechanism, against), (against, mechanism))):
            dice = np.random.default_rng([tail])
            traits = draw_traits(dice, (groups, mechanism.game.seats), population)
            second = float(play(traits, pair, [tail] * groups, dice).second_chances.mean())
            shares.append(second if order else 1 - second)
    return float(np.mean(shares))
