"""Votes of simulated people between two closed forms, to rehearse a power analysis.

They vote between the two that come closest to each other, liberal egalitarian and libertarian, in
all endowment conditions and both orders equally often.
"""

from dataclasses import dataclass

import msgspec
import numpy as np

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import BASELINES, BaselineName
from hcmd_lab.game.people_choice import People
from hcmd_lab.game.people_traits import Population, draw_traits
from hcmd_lab.game.playout import play
from hcmd_lab.game.populations import population_of
from hcmd_lab.game.rules import Game
from hcmd_lab.inference.correlation import within_group_correlation
from hcmd_lab.inference.vote_power import LEAST_EFFECT, plan_power
from hcmd_lab.jobs.record import Z_95, Interval
from hcmd_lab.vote_plan import VotePlan

GROUPS = 400
"""Simulated groups a condition and order."""


@dataclass(frozen=True, slots=True)
class SimulatedVotes:
    """What a power analysis has to assume.

    Attributes:
        share: Share of votes for liberal egalitarian, with the 95% interval of the simulation.
        correlation: Correlation of the votes of one group; negative where heads and tails want
            different mechanisms.
    """

    share: Interval
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
    shares = votes / game.seats
    reach = Z_95 * float(shares.std(ddof=1)) / len(shares) ** 0.5
    share = Interval.of_share(float(shares.mean()), reach)
    return SimulatedVotes(share, within_group_correlation(votes, cast) or 0.0)


class Rehearsal(msgspec.Struct, frozen=True):
    """A power analysis with the votes of simulated people.

    Attributes:
        people: Which.
        share: Their share of votes for liberal egalitarian against libertarian.
        correlation: Correlation of the votes of one group; the analysis counts one below 0 as 0.
        groups: Groups that find the share with the wanted power; None if the most are too few.
    """

    people: People
    share: Interval
    correlation: float
    groups: int | None


def rehearse(
    people: People, game: Game, wanted_power: float, seed: int, judged: VotePlan
) -> Rehearsal:
    """How many groups of these people an evaluation needs; takes seconds.

    Args:
        people: Who votes.
        game: What they play.
        wanted_power: Between 0.05 and 1, both excluded.
        seed: Seed of all draws.
        judged: How the votes are judged.
    """
    votes = simulated_votes(population_of(people), game, seed)
    correlation = max(0.0, votes.correlation)
    groups = None
    if abs(votes.share.estimate - 0.5) >= LEAST_EFFECT:
        estimate = votes.share.estimate
        plan = plan_power(estimate, wanted_power, correlation, game.seats, seed, judged)
        groups = plan.groups
    return Rehearsal(people, votes.share, votes.correlation, groups)
