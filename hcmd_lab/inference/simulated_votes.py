"""Votes of simulated people between two closed forms, to rehearse a power analysis.

They vote between the two that come closest to each other, liberal egalitarian and libertarian, in
all endowment conditions and both orders equally often.
"""

from dataclasses import dataclass

import numpy as np

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import BASELINES, BaselineName
from hcmd_lab.game.people_traits import Population, draw_traits
from hcmd_lab.game.playout import play
from hcmd_lab.game.rules import Game
from hcmd_lab.inference.correlation import within_group_correlation

GROUPS = 400
"""Simulated groups a condition and order."""


@dataclass(frozen=True, slots=True)
class SimulatedVotes:
    """What a power analysis has to assume.

    Attributes:
        share: Share of votes for liberal egalitarian.
        correlation: Correlation of the votes of one group; negative where heads and tails want
            different mechanisms.
    """

    share: float
    correlation: float


def simulated_votes(population: Population, game: Game, seed: int) -> SimulatedVotes:
    """Let simulated people vote.

    Args:
        population: Who votes.
        game: What they play.
        seed: Seed of all draws.
    """
    policies = [
        freeze(BASELINES[name], game)
        for name in (BaselineName.LIBERAL_EGALITARIAN, BaselineName.LIBERTARIAN)
    ]
    tails = np.repeat(game.tail_endowments, GROUPS).tolist()
    won = []
    for order, pair in enumerate((policies, policies[::-1])):
        dice = np.random.default_rng([seed, order])
        traits = draw_traits(dice, (len(tails), game.seats), population)
        won.append((play(traits, pair, tails, dice).votes == 1 + order).sum(1))
    votes = np.concatenate(won)
    cast = np.full(len(votes), game.seats)
    return SimulatedVotes(float(votes.mean() / game.seats), within_group_correlation(votes, cast))
