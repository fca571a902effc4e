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
from hcmd_lab.learning.participant_inputs import contribution_columns, vote_quantities
from hcmd_lab.learning.participants import ParticipantModels

Policy: TypeAlias = Callable[[Tensor, Tensor], Tensor]
"""Endowments and contributions `[G, N]` in coins to shares of the fund `[G, N]`."""

Choose: TypeAlias = Callable[[int, Tensor], Tensor]
"""Round (from 0) and log-probabilities `[K, N, G]` to contributions `[N, G]` in whole coins."""


@dataclass(frozen=True, slots=True)
class Episodes:
    """Episodes of `G` games.

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
        choose: Samples contributions, as `by_inverse_cdf` does.
        multiplier: Growth of the fund.
    """
    people = participants.contribution
    # Inside, seats stand before games: what is done to all games is then done to whole blocks.
    by_seat = endowment.T.contiguous()
    forbidden = people.forbidden(by_seat.flatten())
    state = people.initial_state(by_seat.numel())
    contribution = payout = torch.zeros_like(by_seat)
    contributions, payouts, log_probabilities = [], [], []
    for t in range(participants.architecture.rounds):
        columns = contribution_columns(
            by_seat, contribution, payout, people.inputs, seats=0, unit=people.unit
        )
        logits, state = people.step(torch.stack(columns).flatten(1), forbidden, state)
        log_probability = logits.log_softmax(0).view(-1, *by_seat.shape)
        contribution = choose(t, log_probability)
        choice = contribution.detach().round().long()
        payout = policy(endowment, contribution.T).T * fund(contribution.unbind(0), multiplier)
        contributions.append(contribution)
        payouts.append(payout)
        log_probabilities.append(log_probability.gather(0, choice.unsqueeze(0)).squeeze(0))
    all_contributions, all_payouts, all_log_probabilities = (
        torch.stack(by_round).permute(2, 0, 1)
        for by_round in (contributions, payouts, log_probabilities)
    )
    quantities = vote_quantities(
        endowment.unsqueeze(1).expand_as(all_payouts),
        all_contributions,
        all_payouts,
        participants.vote.unit,
    )
    return Episodes(
        endowment,
        all_contributions,
        all_payouts,
        all_log_probabilities,
        participants.vote.round_scores(quantities),
    )


def by_inverse_cdf(uniforms: Tensor, endowment: Tensor) -> Choose:
    """Sample: the smallest contribution whose cumulative probability exceeds the uniform number.

    The same numbers under two mechanisms give common random numbers: what people contribute then
    differs only as far as the mechanisms make them.

    Args:
        uniforms: `[T, N, G]` in [0, 1), from `draw_uniforms`.
        endowment: `[G, N]` coins.
    """
    limit = endowment.T.contiguous()

    def choose(t: int, log_probability: Tensor) -> Tensor:
        cumulative = log_probability.detach().exp().cumsum(0)
        # Rounding may leave the sum of all probabilities below the number drawn.
        return (cumulative <= uniforms[t]).sum(0).to(limit).minimum(limit)

    return choose


def draw_uniforms(rounds: int, endowment: Tensor, generator: torch.Generator) -> Tensor:
    """`[T, N, G]` numbers in [0, 1) for `by_inverse_cdf`, on the device of `endowment` `[G, N]`.

    They are drawn on the CPU, so that a seed means the same on every device. (The updates of
    OPTIMIZE on an NVIDIA GPU draw there instead: `ascent`.)
    """
    shape = (rounds, *endowment.T.shape)
    return torch.rand(shape, generator=generator, dtype=endowment.dtype).to(endowment.device)


def condition_endowments(game: Game, games_per_condition: int, like: Tensor) -> Tensor:
    """`[conditions * games_per_condition, N]` coins, condition by condition, typed as `like`."""
    rows = [game.endowments(tail) for tail in game.tail_endowments]
    return like.new_tensor(rows).repeat_interleave(games_per_condition, 0)
