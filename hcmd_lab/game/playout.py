"""Many groups of simulated people played at once, for calibration and power analysis.

It leaves out what a session adds (clock, stations, rounding to hundredths): whole stages of
thousands of groups take well under a second.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hcmd_lab.game import people
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.people_traits import Floats, Traits
from hcmd_lab.game.profile_arrays import shares_at


@dataclass(frozen=True, slots=True)
class Playout:
    """Stages of `G` groups.

    Attributes:
        endowments: `G x N` coins.
        contributions: `stages x T x G x N` coins.
        payouts: `stages x T x G x N` coins from the fund.
        votes: `G x N`, 1 or 2; the preference between the first two stages (all 0 if fewer
            were played).
        second_chances: `G x N`, the probabilities with which those were 2 (all 0 likewise).
    """

    endowments: Floats
    contributions: Floats
    payouts: Floats
    votes: NDArray[np.int64]
    second_chances: Floats


def play(
    traits: Traits,
    policies: Sequence[FrozenPolicy],
    tail_endowments: Sequence[int],
    rng: np.random.Generator,
) -> Playout:
    """Play one stage under each policy in turn; all policies divide the fund of the same game.

    Args:
        traits: Personalities, shape `[G, N]`.
        policies: The mechanism of each stage.
        tail_endowments: The condition of each group, `G` numbers.
        rng: Source of all randomness.
    """
    game = policies[0].game
    tails = np.asarray(tail_endowments)
    endowments = np.array([game.endowments(tail) for tail in tail_endowments], dtype=float)
    seen_endowments = people.own_seat_first(endowments)
    memory = people.new_memory(traits)
    contributions, payouts = [], []
    for policy in policies:
        memory = people.begin_stage(traits, memory)
        for _ in range(game.rounds):
            given = people.contribute(traits, memory, seen_endowments, rng)
            fund = game.multiplier * given.sum(-1, keepdims=True)
            paid = _weights(policy, tails, given) * fund
            memory = people.observe(
                traits,
                memory,
                seen_endowments,
                people.own_seat_first(given),
                people.own_seat_first(paid),
            )
            contributions.append(given)
            payouts.append(paid)
    shape = (len(policies), game.rounds, *traits.shape)
    voted = len(policies) > 1
    return Playout(
        endowments,
        np.array(contributions, dtype=float).reshape(shape),
        np.array(payouts).reshape(shape),
        people.vote(traits, memory, rng) if voted else np.zeros(traits.shape, dtype=np.int64),
        people.vote_chance(traits, memory) if voted else np.zeros(traits.shape),
    )


def _weights(policy: FrozenPolicy, tails: NDArray[np.int64], given: NDArray[np.int64]) -> Floats:
    """Shares of the fund, `G x N`, looked up condition by condition."""
    weights = np.empty(given.shape)
    for tail in np.unique(tails):
        groups = tails == tail
        weights[groups] = shares_at(policy, int(tail), given[groups])
    return weights
