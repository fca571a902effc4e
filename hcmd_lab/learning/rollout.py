"""Simulated episodes: a mechanism meets the participant models (the curried game, section 3.3.3).

What is random, which coins a seat contributes, is sampled; everything else is differentiable: the
payouts with respect to the mechanism, and the participants' choice probabilities with respect to
the payouts they saw.

Shapes: `G` games, `T` rounds, `N` seats, `K` contributions to choose from.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import torch
from torch import Tensor

from hcmd_lab.game.rules import Game, fund
from hcmd_lab.learning.participants import ParticipantModels, contribution_inputs, vote_quantities

Policy: TypeAlias = Callable[[Tensor, Tensor], Tensor]
"""Endowments and contributions `[G, N]` in coins to shares of the fund `[G, N]`."""

Choose: TypeAlias = Callable[[int, Tensor], Tensor]
"""Round (from 0) and log-probabilities `[G, N, K]` to contributions `[G, N]`, whole numbers."""


@dataclass(frozen=True, slots=True)
class Episodes:
    """What happened in `G` games.

    Attributes:
        endowment: `[G, N]` coins.
        contribution: `[G, T, N]` coins.
        payout: `[G, T, N]` coins from the fund.
        log_probability: `[G, T, N]` of each contribution, given what the seat had seen.
        round_score: `[G, T, N]` each round's part of the vote score.
    """

    endowment: Tensor
    contribution: Tensor
    payout: Tensor
    log_probability: Tensor
    round_score: Tensor

    @property
    def score(self) -> Tensor:
        """`[G, N]`: the vote score S of the whole episode."""
        return self.round_score.sum(-2)


def play(
    policy: Policy,
    participants: ParticipantModels,
    endowment: Tensor,
    choose: Choose,
    multiplier: float,
) -> Episodes:
    """Play one stage in every game.

    Args:
        policy: Divides the fund.
        participants: Who contributes and votes. Whoever wants no gradient for their parameters has
            switched it off there; the graph still runs through them.
        endowment: `[G, N]` coins.
        choose: How a contribution comes about, `by_inverse_cdf` or `as_given`.
        multiplier: Growth of the fund.
    """
    games, seats = endowment.shape
    people = participants.contribution
    coins = endowment.flatten()
    state = people.initial_state(games * seats)
    contribution = payout = torch.zeros_like(endowment)
    contributions, payouts, log_probabilities = [], [], []
    for t in range(participants.architecture.rounds):
        features = contribution_inputs(endowment, contribution, payout, people.inputs)
        logits, state = people.step(features.flatten(0, 1), coins, state)
        log_probability = logits.log_softmax(-1).view(games, seats, -1)
        choice = choose(t, log_probability.detach())
        contribution = choice.to(endowment.dtype)
        payout = policy(endowment, contribution) * fund(
            contribution.unbind(-1), multiplier
        ).unsqueeze(-1)
        contributions.append(contribution)
        payouts.append(payout)
        log_probabilities.append(log_probability.gather(-1, choice.unsqueeze(-1)).squeeze(-1))
    all_contributions, all_payouts = torch.stack(contributions, 1), torch.stack(payouts, 1)
    quantities = vote_quantities(
        endowment.unsqueeze(1).expand_as(all_payouts), all_contributions, all_payouts
    )
    return Episodes(
        endowment,
        all_contributions,
        all_payouts,
        torch.stack(log_probabilities, 1),
        participants.vote.round_scores(quantities),
    )


def by_inverse_cdf(uniforms: Tensor, endowment: Tensor) -> Choose:
    """Sample: the smallest contribution whose cumulative probability exceeds the uniform number.

    The same numbers under two mechanisms give common random numbers: what people contribute then
    differs only as far as the mechanisms make them.

    Args:
        uniforms: `[T, G, N]` in [0, 1), from `draw_uniforms`.
        endowment: `[G, N]` coins.
    """
    limit = endowment.long()

    def choose(t: int, log_probability: Tensor) -> Tensor:
        cumulative = log_probability.exp().cumsum(-1)
        # Rounding may leave the sum of all probabilities below the number drawn.
        return (cumulative <= uniforms[t].unsqueeze(-1)).sum(-1).minimum(limit)

    return choose


def as_given(contribution: Tensor) -> Choose:
    """Let people contribute `[G, T, N]` coins, whatever their probabilities."""
    choices = contribution.long()
    return lambda t, _: choices[:, t]


def draw_uniforms(rounds: int, endowment: Tensor, generator: torch.Generator) -> Tensor:
    """`[T, G, N]` numbers in [0, 1) for `by_inverse_cdf`, on the device of `endowment` `[G, N]`.

    They are drawn on the CPU, so that a seed means the same on every device.
    """
    shape = (rounds, *endowment.shape)
    return torch.rand(shape, generator=generator, dtype=endowment.dtype).to(endowment.device)


def condition_endowments(game: Game, games_per_condition: int, like: Tensor) -> Tensor:
    """`[conditions * games_per_condition, N]` coins, condition by condition, typed as `like`."""
    rows = [game.endowments(tail) for tail in game.tail_endowments]
    return like.new_tensor(rows).repeat_interleave(games_per_condition, 0)
