"""The exact share of votes of a tiny game, by summing over everything that can happen.

The gradient estimator is proved against it. The number of episodes grows as the number of profiles
to the power of the rounds: 81 for two seats with two coins and two rounds.
"""

import itertools

import torch
from torch import Tensor

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.participants import ParticipantModels
from hcmd_lab.learning.rollout import Choose, Episodes, Policy, play


def expected_share(
    policy: Policy, opponent: Policy, participants: ParticipantModels, game: Game
) -> Tensor:
    """The expected share of votes for `policy` against `opponent`, averaged over the conditions.

        sum_x sum_y p(x | policy) p(y | opponent) mean_i sigmoid(S[x, i] - S[y, i])

    (paper section 3.3.3), over all episodes x and y.

    Returns:
        A number, differentiable with respect to both policies.
    """
    shares = []
    for tail_endowment in game.tail_endowments:
        ours, theirs = (
            every_episode(side, participants, game, tail_endowment) for side in (policy, opponent)
        )
        chance = torch.sigmoid(ours.score.unsqueeze(1) - theirs.score.unsqueeze(0)).mean(-1)
        shares.append(_probability(ours) @ chance @ _probability(theirs))
    return torch.stack(shares).mean()


def every_episode(
    policy: Policy, participants: ParticipantModels, game: Game, tail_endowment: int
) -> Episodes:
    """Each possible sequence of contributions of a condition, played once."""
    endowments = game.endowments(tail_endowment)
    profiles = itertools.product(*(range(endowment + 1) for endowment in endowments))
    sequences = list(itertools.product(profiles, repeat=game.rounds))
    weight = participants.vote.weight
    contribution = weight.new_tensor(sequences)
    endowment = weight.new_tensor(endowments).expand(len(sequences), -1)
    return play(policy, participants, endowment, as_given(contribution), game.multiplier)


def _probability(episodes: Episodes) -> Tensor:
    return episodes.log_probability.sum((1, 2)).exp()


def as_given(contribution: Tensor) -> Choose:
    """Let people contribute `[G, T, N]` coins, whatever their probabilities."""
    by_round = contribution.permute(1, 2, 0)
    return lambda t, _: by_round[t]
