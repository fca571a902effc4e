"""The gradient of votes: a stochastic computation graph over pools of self-play (section 3.3.3).

A pool is m episodes of one condition under one mechanism. Each episode a is put to the vote against
every other episode b of its pool, whose mechanism counts as a frozen copy. With S[a, i] the vote
score of seat i, sg(.) what no gradient passes through, and means over b != a and seats i:

    V[a]    = mean_{b,i} sigmoid(S[a,i] - sg S[b,i])
    L       = mean_a ( V[a] + sum_t sg(V[a] - B[a,t]) sum_i log p(c[a,t,i] | history) )

Its gradient is an unbiased estimate of the gradient of the expected share of votes: V carries the
part that runs through payouts into scores (pathwise), the sum the part that runs through payouts
into what people then choose (score function; Schulman et al. 2015, the paper's [26]).

B[a, t] is a baseline. Anything that does not depend on what happens in a from round t on leaves the
estimate unbiased and may only lower its variance:

    history   mean_{b,i} sigmoid(S[a,i] up to round t-1 + mean_{b} S[b,i] from round t on - S[b,i])
    constant  1/2, the value of playing against oneself. The leave-one-out mean of V, taken over the
              pairs without a, is this same number, because the votes of each pair add up to one.
    none      0

Shapes: `P` pools, `m` episodes a pool, `T` rounds, `N` seats.
"""

from dataclasses import dataclass
from typing import Literal, assert_never

import torch
from torch import Tensor

from hcmd_lab.learning.rollout import Episodes

Baseline = Literal["history", "constant", "none"]


@dataclass(frozen=True, slots=True)
class Votes:
    """How the episodes of one pool fare against each other; nothing here carries a gradient.

    Attributes:
        value: `[m]`: V.
        slope: `[m, N]`: the derivative of V[a] with respect to S[a, i].
    """

    value: Tensor
    slope: Tensor


def surrogate(episodes: Episodes, pools: int, baseline: Baseline = "history") -> Tensor:
    """A number whose gradient estimates that of the expected share of votes, to be ascended.

    Its own value means nothing.

    Args:
        episodes: `P * m` episodes, pool by pool; `m` is at least 2.
        pools: `P`.
        baseline: Which B of the top of this file.
    """
    by_pool = _by_pool(episodes, pools)
    votes = [pool_votes(round_score) for round_score in by_pool]
    advantage = torch.cat(
        [
            pool.value.unsqueeze(-1) - pool_baseline(round_score, baseline)
            for pool, round_score in zip(votes, by_pool, strict=True)
        ]
    )
    # Before round 1 nobody has seen a payout: its log-probability does not depend on the policy.
    score_function = (advantage * episodes.log_probability[:, 1:].sum(-1)).sum(-1)
    return _along_scores(episodes, votes) + score_function.mean()


def pathwise(episodes: Episodes, pools: int) -> Tensor:
    """The part of `surrogate` that runs through the scores alone.

    By itself it misses how payouts change what people choose, unless the episodes' contributions
    carry a gradient (`by_relaxation`).
    """
    return _along_scores(episodes, [pool_votes(score) for score in _by_pool(episodes, pools)])


def _by_pool(episodes: Episodes, pools: int) -> Tensor:
    """Round scores `[P, m, T, N]` without gradient."""
    games, rounds, seats = episodes.round_score.shape
    if games % pools or games // pools < 2:
        raise ValueError(f"{games} episodes do not make {pools} pools of two or more")
    return episodes.round_score.detach().view(pools, -1, rounds, seats)


def _along_scores(episodes: Episodes, votes: list[Votes]) -> Tensor:
    # V enters by its slope: the same gradient as V itself, without a graph over all pairs.
    slope = torch.cat([pool.slope for pool in votes])
    return (slope * episodes.score).sum(-1).mean()


def pool_votes(round_score: Tensor) -> Votes:
    """Votes between all ordered pairs of a pool.

    Args:
        round_score: `[m, T, N]` without gradient.
    """
    score = round_score.sum(1)
    others, seats = len(score) - 1, score.shape[1]
    by_seat = score.T.contiguous()
    chance = (by_seat.unsqueeze(2) - by_seat.unsqueeze(1)).sigmoid_()  # [N, m (a), m (b)]
    # Against itself an episode's chance is exactly 1/2, the slope 1/4.
    value = (chance.sum(2).sum(0) - seats / 2) / (others * seats)
    slope = ((chance * (1 - chance)).sum(2) - 1 / 4) / (others * seats)
    return Votes(value, slope.T)


def pool_baseline(round_score: Tensor, baseline: Baseline) -> Tensor:
    """B of rounds 2 to T.

    Args:
        round_score: `[m, T, N]` without gradient.
        baseline: Which one.

    Returns:
        `[m, T - 1]`.
    """
    episodes, rounds, _ = round_score.shape
    match baseline:
        case "none":
            return round_score.new_zeros(episodes, rounds - 1)
        case "constant":
            return round_score.new_full((episodes, rounds - 1), 1 / 2)
        case "history":
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
        case _:
            assert_never(baseline)
