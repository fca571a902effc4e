"""The gradient of votes by roll-out and automatic differentiation, on any device (section 3.3.3).

`reference_step` says what is computed, and why it is unbiased; this is the same surrogate for pools
of hundreds of episodes, without a graph over all pairs of them.

Shapes: `P` pools, `m` episodes a pool, `T` rounds, `N` seats, `G` = P * m games.
"""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.policy import PolicyNetwork
from hcmd_lab.learning.rollout import Episodes, by_inverse_cdf, condition_endowments, play


class TorchGradient:
    """The gradient of the expected vote share in torch; `fused.engine` is the CPU version."""

    def __init__(
        self,
        policy: PolicyNetwork,
        participants: ParticipantSet,
        game: Game,
        games_per_condition: int,
    ) -> None:
        """Set up.

        Args:
            policy: Whose gradient; its parameters may change between two calls.
            participants: Models that contribute and vote, frozen, on the policy's device.
            game: The game; its conditions share the batch equally.
            games_per_condition: m, the episodes of a pool, at least 2.
        """
        self._policy, self._participants, self._game = policy, participants, game
        self._endowment = condition_endowments(game, games_per_condition, policy.readout.weight)

    def __call__(self, uniforms: Tensor, turn: int = 0) -> list[Tensor]:
        """Play a batch and differentiate it.

        Args:
            uniforms: `[T, N, G]` numbers in [0, 1) from `draw_uniforms`.
            turn: Whose turn it is among the members (see `member_of_pool`).

        Returns:
            The gradient by each parameter of the policy, to be ascended.
        """
        pools = len(self._game.tail_endowments)
        by_member: dict[int, list[int]] = {}
        for pool in range(pools):
            member = member_of_pool(pool, turn, len(self._participants))
            by_member.setdefault(member, []).append(pool)
        drawn, endowments = uniforms.chunk(pools, -1), self._endowment.chunk(pools)
        numbers = []
        for member, played in by_member.items():
            endowment = torch.cat([endowments[pool] for pool in played])
            choose = by_inverse_cdf(torch.cat([drawn[pool] for pool in played], -1), endowment)
            people, multiplier = self._participants[member], self._game.multiplier
            episodes = play(self._policy, people, endowment, choose, multiplier)
            numbers.append(surrogate(episodes, len(played)) * (len(played) / pools))
        number = torch.stack(numbers).sum()
        return list(torch.autograd.grad(number, list(self._policy.parameters())))


def member_of_pool(pool: int, turn: int, members: int) -> int:
    """The member of a set that plays a pool: each plays each pool in turn, update by update."""
    return (pool + turn) % members


@dataclass(frozen=True, slots=True)
class Votes:
    """Votes between the episodes of one pool, without a gradient.

    Attributes:
        value: `[m]`: V.
        slope: `[m, N]`: the derivative of V[a] with respect to S[a, i].
    """

    value: Tensor
    slope: Tensor


def history_baseline(round_score: Tensor) -> Tensor:
    """Expected vote of each episode before its rounds 2 to T are played: b[a, t].

    Args:
        round_score: `[m, T, N]` without gradient.

    Returns:
        `[m, T - 1]`.
    """
    episodes = len(round_score)
    others = episodes - 1
    so_far = round_score.cumsum(1)
    score = so_far[:, -1]
    remaining = (score.unsqueeze(1) - so_far)[:, :-1]  # [m, T - 1, N]: from round 2, 3, ...
    expected = so_far[:, :-1] + (remaining.sum(0) - remaining) / others
    # The bulk of the work, [T - 1, N, m (a), m (b)]: contiguous and in place for speed.
    difference = expected.permute(1, 2, 0).contiguous().unsqueeze(
        3
    ) - score.T.contiguous().unsqueeze(1)
    chance = difference.sigmoid_().mean(3).mean(1).T
    own = torch.sigmoid(expected - score.unsqueeze(1)).mean(-1)
    return (chance * episodes - own) / others


def surrogate(
    episodes: Episodes, pools: int, baseline: Callable[[Tensor], Tensor] = history_baseline
) -> Tensor:
    """A surrogate to be maximised: its gradient estimates that of the expected vote share.

    Its own value means nothing.

    Args:
        episodes: `P * m` episodes, pool by pool; `m` is at least 2.
        pools: `P`.
        baseline: b of rounds 2 to T, `[m, T - 1]`, from a pool's round scores `[m, T, N]`.
    """
    games, rounds, seats = episodes.round_score.shape
    if games % pools or games // pools < 2:
        raise ValueError(f"{games} episodes do not make {pools} pools of two or more")
    by_pool = episodes.round_score.detach().view(pools, -1, rounds, seats)
    votes = [pool_votes(round_score) for round_score in by_pool]
    advantage = torch.cat(
        [
            pool.value.unsqueeze(-1) - baseline(round_score)
            for pool, round_score in zip(votes, by_pool, strict=True)
        ]
    )
    # Before round 1 nobody has seen a payout: its log-probability does not depend on the policy.
    score_function = (advantage * episodes.log_probability[:, 1:].sum(-1)).sum(-1)
    # V enters by its slope: the same gradient as V itself, without a graph over all pairs.
    slope = torch.cat([pool.slope for pool in votes])
    return ((slope * episodes.score).sum(-1) + score_function).mean()


def pool_votes(round_score: Tensor) -> Votes:
    """Votes between all ordered pairs of a pool.

    Args:
        round_score: `[m, T, N]` without gradient.
    """
    score = round_score.sum(1)
    others, seats = len(score) - 1, score.shape[1]
    by_seat = score.T.contiguous()
    chance = (by_seat.unsqueeze(2) - by_seat.unsqueeze(1)).sigmoid_()  # [N, m (a), m (b)]
    # An episode's probability against itself is exactly 1/2, its slope 1/4.
    value = (chance.sum(2).sum(0) - seats / 2) / (others * seats)
    slope = ((chance * (1 - chance)).sum(2) - 1 / 4) / (others * seats)
    return Votes(value, slope.T)
