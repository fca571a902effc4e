"""People whom the contribution models know before they see a study's groups.

A few groups say little about people; curves of contributions that others have published say more.
Simulated people are calibrated to those, so a model that has first learned to predict them begins
with what is usual among people, and its study's groups correct it. What it takes over is told with
its result: it does not come from the study's people. Votes are not pretrained.

Each fit learns from the simulated people by itself, from its own random start, so that the members
of a set differ as they would without.
"""

from itertools import permutations

import numpy as np
import torch

from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.game.people_traits import CALIBRATED, draw_traits
from hcmd_lab.game.playout import Playout, play
from hcmd_lab.game.rules import Game
from hcmd_lab.learning.arrays import Contributions

GROUPS = 150
"""Simulated groups, about: each pair of closed forms, in both orders, is met equally often."""

EPOCHS = 40
"""Passes over them."""


def simulated_people(game: Game, seed: int) -> Contributions:
    """Contributions of simulated people who have met two closed forms each.

    Args:
        game: The study's game; the people are calibrated to the paper's.
        seed: The job's.
    """
    dice = np.random.default_rng([seed, GROUPS])
    tables = [freeze(form, game) for form in BASELINES.values()]
    pairs = list(permutations(tables, 2))
    found = [_play(pair, GROUPS // len(pairs), dice) for pair in pairs]
    return _as_contributions(found)


def _play(pair: tuple[FrozenPolicy, ...], groups: int, dice: np.random.Generator) -> Playout:
    game = pair[0].game
    tails = np.resize(game.tail_endowments, groups).tolist()
    return play(draw_traits(dice, (groups, game.seats), CALIBRATED), pair, tails, dice)


def _as_contributions(found: list[Playout]) -> Contributions:
    """The stages of all groups as sequences, stage by stage."""
    given, paid = (
        torch.from_numpy(np.concatenate([getattr(each, name) for each in found], 2)).float()
        for name in ("contributions", "payouts")
    )
    stages, rounds, groups, seats = given.shape
    coins = torch.from_numpy(np.concatenate([each.endowments for each in found])).float()
    shape = (stages * groups, rounds, seats)
    return Contributions(
        coins.repeat(stages, 1).unsqueeze(1).expand(shape),
        given.transpose(1, 2).reshape(shape),
        paid.transpose(1, 2).reshape(shape),
        torch.ones(shape, dtype=torch.bool),
        torch.arange(groups).repeat(stages),
        groups,
    )
