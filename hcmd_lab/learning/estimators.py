"""Ways to estimate the gradient of votes, to be compared and exchanged (section 3.3.3).

| name             | votes between            | what people choose | baseline                  |
|------------------|--------------------------|--------------------|---------------------------|
| history          | all pairs of one pool    | score function     | expected from the history |
| constant         | all pairs of one pool    | score function     | 1/2                       |
| none             | all pairs of one pool    | score function     | 0                         |
| leave-one-out    | a game and one of a copy | score function     | mean of the other games   |
| straight-through | all pairs of one pool    | relaxed (biased)   |                           |

The first four are unbiased. `history` is the default; on a CPU it is computed by the compiled loops
of `fused`, elsewhere by torch. `python -m benchmarks.gradient` compares them all.
"""

from typing import Literal, Protocol, assert_never

import torch
from torch import Tensor

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.fused.engine import FusedGradient
from hcmd_lab.learning.gradient import Baseline, pathwise, surrogate
from hcmd_lab.learning.participants import ParticipantModels
from hcmd_lab.learning.policy import PolicyNetwork
from hcmd_lab.learning.rollout import (
    Choose,
    Episodes,
    by_inverse_cdf,
    by_relaxation,
    condition_endowments,
    draw_uniforms,
    play,
)

EstimatorName = Literal["history", "constant", "none", "leave-one-out", "straight-through"]


class Estimator(Protocol):
    """Estimates the gradient of the expected share of votes against a copy."""

    def __call__(self, generator: torch.Generator) -> list[Tensor]:
        """Play a batch with draws from `generator`, which is on the CPU.

        Returns:
            The gradient by each parameter of the policy, to be ascended.
        """


def make_estimator(
    name: EstimatorName,
    policy: PolicyNetwork,
    participants: ParticipantModels,
    game: Game,
    games_per_condition: int,
    *,
    threads: int = 1,
    fused: bool | None = None,
) -> Estimator:
    """The estimator of a name.

    Args:
        name: Which one.
        policy: Whose gradient; its parameters may change between two calls.
        participants: Who contributes and votes, frozen, on the policy's device.
        game: The game; its conditions share the batch equally.
        games_per_condition: m, the episodes of a pool, at least 2.
        threads: That the compiled loops may use; torch has its own.
        fused: Whether `history` is computed by the compiled loops; None does so where it is
            possible, with 32-bit floats on a CPU.
    """
    weight = policy.readout.weight
    if name == "history" and fused is not False:
        possible = weight.device.type == "cpu" and weight.dtype == torch.float32
        if fused or possible:
            return _Fused(policy, participants, game, games_per_condition, threads)
    return _Rolled(name, policy, participants, game, games_per_condition)


class _Fused:
    def __init__(
        self,
        policy: PolicyNetwork,
        participants: ParticipantModels,
        game: Game,
        games_per_condition: int,
        threads: int,
    ) -> None:
        self._gradient = FusedGradient(policy, participants, game, games_per_condition, threads)
        self._game = game
        self._endowment = condition_endowments(game, games_per_condition, policy.readout.weight)

    def __call__(self, generator: torch.Generator) -> list[Tensor]:
        return self._gradient(draw_uniforms(self._game.rounds, self._endowment, generator))


class _Rolled:
    """By roll-outs and automatic differentiation in torch."""

    def __init__(
        self,
        name: EstimatorName,
        policy: PolicyNetwork,
        participants: ParticipantModels,
        game: Game,
        games_per_condition: int,
    ) -> None:
        self._name: EstimatorName = name
        self._policy, self._participants, self._game = policy, participants, game
        self._endowment = condition_endowments(game, games_per_condition, policy.readout.weight)

    def __call__(self, generator: torch.Generator) -> list[Tensor]:
        parameters = list(self._policy.parameters())
        return list(torch.autograd.grad(self._surrogate(generator), parameters))

    def _surrogate(self, generator: torch.Generator) -> Tensor:
        pools = len(self._game.tail_endowments)
        match self._name:
            case "history" | "constant" | "none" as baseline:
                return self._pooled(generator, pools, baseline)
            case "leave-one-out":
                with torch.no_grad():
                    opponent = self._play(self._sampled(generator))
                return paired_surrogate(self._play(self._sampled(generator)), opponent, pools)
            case "straight-through":
                relaxed = by_relaxation(self._endowment, generator)
                return pathwise(self._play(relaxed), pools)
            case _:
                assert_never(self._name)

    def _pooled(self, generator: torch.Generator, pools: int, baseline: Baseline) -> Tensor:
        return surrogate(self._play(self._sampled(generator)), pools, baseline)

    def _sampled(self, generator: torch.Generator) -> Choose:
        uniforms = draw_uniforms(self._game.rounds, self._endowment, generator)
        return by_inverse_cdf(uniforms, self._endowment)

    def _play(self, choose: Choose) -> Episodes:
        return play(
            self._policy, self._participants, self._endowment, choose, self._game.multiplier
        )


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
