"""Other ways to estimate the gradient of votes, to be compared with the program's own.

| name             | votes between            | what people choose | baseline                |
|------------------|--------------------------|--------------------|-------------------------|
| constant         | all pairs of one pool    | score function     | 1/2                     |
| none             | all pairs of one pool    | score function     | 0                       |
| leave-one-out    | a game and one of a copy | score function     | mean of the other games |
| straight-through | all pairs of one pool    | relaxed (biased)   |                         |

The first three are unbiased, as the program's is. `python -m benchmarks.gradient` compares them.
"""

from typing import Literal, assert_never

import torch
from torch import Tensor

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.gradient import pool_votes, surrogate
from hcmd_lab.learning.participants import ParticipantModels
from hcmd_lab.learning.policy import PolicyNetwork
from hcmd_lab.learning.rollout import (
    Choose,
    Episodes,
    by_inverse_cdf,
    condition_endowments,
    draw_uniforms,
    play,
)

EstimatorName = Literal["constant", "none", "leave-one-out", "straight-through"]


class Estimator:
    """Estimates the gradient of the expected share of votes against a copy."""

    def __init__(
        self,
        name: EstimatorName,
        policy: PolicyNetwork,
        participants: ParticipantModels,
        game: Game,
        games_per_condition: int,
    ) -> None:
        """Set up.

        Args:
            name: Which one.
            policy: Whose gradient; its parameters may change between two calls.
            participants: Who contributes and votes, frozen, on the policy's device.
            game: The game; its conditions share the batch equally.
            games_per_condition: m, the episodes of a pool, at least 2.
        """
        self._name: EstimatorName = name
        self._policy, self._participants, self._game = policy, participants, game
        self._endowment = condition_endowments(game, games_per_condition, policy.readout.weight)

    def __call__(self, generator: torch.Generator) -> list[Tensor]:
        """Play a batch with draws from `generator`, which is on the CPU.

        Returns:
            The gradient by each parameter of the policy, to be ascended.
        """
        parameters = list(self._policy.parameters())
        return list(torch.autograd.grad(self._surrogate(generator), parameters))

    def _surrogate(self, generator: torch.Generator) -> Tensor:
        pools = len(self._game.tail_endowments)
        match self._name:
            case "constant":
                return surrogate(self._play(self._sampled(generator)), pools, constant_baseline)
            case "none":
                return surrogate(self._play(self._sampled(generator)), pools, no_baseline)
            case "leave-one-out":
                with torch.no_grad():
                    opponent = self._play(self._sampled(generator))
                return paired_surrogate(self._play(self._sampled(generator)), opponent, pools)
            case "straight-through":
                relaxed = by_relaxation(self._endowment, generator)
                return pathwise(self._play(relaxed), pools)
            case _:
                assert_never(self._name)

    def _sampled(self, generator: torch.Generator) -> Choose:
        uniforms = draw_uniforms(self._game.rounds, self._endowment, generator)
        return by_inverse_cdf(uniforms, self._endowment)

    def _play(self, choose: Choose) -> Episodes:
        return play(
            self._policy, self._participants, self._endowment, choose, self._game.multiplier
        )


def constant_baseline(round_score: Tensor) -> Tensor:
    """1/2, the value of playing against oneself.

    The leave-one-out mean of V, taken over the pairs without a, is this same number, because the
    votes of each pair add up to one.
    """
    return round_score.new_full((len(round_score), round_score.shape[1] - 1), 1 / 2)


def no_baseline(round_score: Tensor) -> Tensor:
    """0."""
    return torch.zeros_like(constant_baseline(round_score))


def pathwise(episodes: Episodes, pools: int) -> Tensor:
    """The part of `surrogate` that runs through the scores alone.

    By itself it misses how payouts change what people choose, unless the episodes' contributions
    carry a gradient (`by_relaxation`).
    """
    _, rounds, seats = episodes.round_score.shape
    by_pool = episodes.round_score.detach().view(pools, -1, rounds, seats)
    slope = torch.cat([pool_votes(round_score).slope for round_score in by_pool])
    return (slope * episodes.score).sum(-1).mean()


def paired_surrogate(episodes: Episodes, opponents: Episodes, pools: int) -> Tensor:
    """Each game against the copy's game of the same number, with a leave-one-out baseline.

    Args:
        episodes: `P * m` episodes under the mechanism, pool by pool.
        opponents: As many under its copy, without gradient.
        pools: `P`.

    Returns:
        A number whose gradient estimates that of the expected share of votes.
    """
    value = torch.sigmoid(episodes.score - opponents.score.detach()).mean(-1)
    by_pool = value.detach().view(pools, -1)
    others = (by_pool.sum(1, keepdim=True) - by_pool) / (by_pool.shape[1] - 1)
    advantage = (by_pool - others).flatten()
    log_probability = episodes.log_probability[:, 1:].sum((-1, -2))
    return (value + advantage * log_probability).mean()


def by_relaxation(
    endowment: Tensor, generator: torch.Generator, temperature: float = 1.0
) -> Choose:
    """Sample by the largest of log-probabilities with Gumbel noise; differentiate as if relaxed.

    The contribution is whole, its derivative that of the mean under the softmax at a temperature
    (the straight-through estimator; Jang et al. 2017). The gradient is biased.

    Args:
        endowment: `[G, N]` coins.
        generator: Of the noise, on the CPU.
        temperature: Of the softmax.
    """

    def choose(_: int, log_probability: Tensor) -> Tensor:
        uniform = torch.rand(log_probability.shape, generator=generator, dtype=endowment.dtype)
        noise = -torch.log(-torch.log(uniform.clamp(min=1e-20))).to(endowment.device)
        coins = torch.arange(len(log_probability)).to(endowment).view(-1, 1, 1)
        noisy = log_probability + noise
        whole = noisy.detach().argmax(0).to(endowment.dtype)
        relaxed = ((noisy / temperature).softmax(0) * coins).sum(0)
        return whole + (relaxed - relaxed.detach())

    return choose
