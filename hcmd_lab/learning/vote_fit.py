"""Fitting of the vote model: logistic regression with an l2 penalty (paper section 3.3.2).

With `d` the difference of two episodes as a voter sees them, the softmax over the two scores is
`p(first) = sigmoid(w . d + b)`, where b is how votes lean to a stage for being the first. What is
minimised is

    (1 / votes) * (sum of cross-entropies + b^2 / (2 ORDER^2))
        + l2 * (|w - level|^2 + LEVEL * |level|^2),

where `level` is, for each quantity, the mean of its weights over the rounds. So what a coin is
worth may differ from round to round, but the votes have to say so; under a plain `|w|^2` the noise
in them does. It is strictly convex: Newton's method finds its one minimum, which depends on neither
a seed, a starting point nor a learning rate.

`level_share` says how much of the penalty the level pays; all of it is the paper's plain `|w|^2`.

Shapes: `R` rounds, `F` quantities a round, `B` as in `vote_arrays.Votes`.
"""

import dataclasses
import math
from collections.abc import Sequence
from concurrent.futures import Executor
from typing import assert_never

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, logsigmoid, softplus

from hcmd_lab.jobs.requests import Inputs
from hcmd_lab.learning.cross_validation import Split
from hcmd_lab.learning.participant_inputs import QUANTITIES
from hcmd_lab.learning.vote_arrays import Votes

COIN_TOSS = math.log(2)
"""Cross-entropy of a coin toss in nats: where votes cannot be told from noise, this is the best."""

LEVEL = 0.001
"""Part of the penalty that the common level of the rounds pays; differences between them pay all.
Chosen by cross-validation on simulated groups."""

PLAIN = 1.0
"""The same in the paper's plain penalty, which knows no common level."""

ORDER = 0.3
"""Standard deviation that b is expected to have, a lean of 57 to 43: few votes do not show more."""


def level_share(inputs: Inputs) -> float:
    """Part of the penalty that the common level of the rounds pays, with these inputs."""
    match inputs:
        case Inputs.FULL:
            return LEVEL
        case Inputs.PAPER:
            return PLAIN
        case _:
            assert_never(inputs)


def fit_votes(data: Votes, l2: float, level: float = LEVEL) -> Tensor:
    """The weights `[R * F]` and b, float64, that minimise the penalised cross-entropy.

    Args:
        data: At least one vote.
        l2: Penalty, above 0.
        level: Part of it that the common level of the rounds pays; 1 is the plain penalty.
    """
    quantities = (data.difference.shape[-1] - 1) // data.rounds
    every = data.rounds * quantities
    penalty = torch.zeros(every + 1, every + 1, dtype=torch.float64)
    penalty[:every, :every] = l2 * _penalty(data.rounds, quantities, level)
    penalty[every, every] = 1 / (2 * ORDER**2 * data.votes)
    # What is alike has one weight, so that there are fewer to find.
    apart = _apart(data, quantities)
    data = dataclasses.replace(data, difference=data.difference @ apart)
    penalty = apart.T @ penalty @ apart
    weights = torch.zeros(len(penalty), dtype=torch.float64)
    share = data.weight / data.votes
    value = _objective(weights, data, share, penalty)
    for _ in range(100):
        likely = torch.sigmoid(data.difference @ weights)
        gradient = data.difference.T @ (share * (likely - data.first)) + 2 * penalty @ weights
        curvature = (data.difference.T * (share * likely * (1 - likely))) @ data.difference
        step = torch.linalg.solve(curvature + 2 * penalty, gradient)
        decrease = float(gradient @ step)
        if decrease < 1e-12:
            break
        length = 1.0
        while (
            lower := _objective(weights - length * step, data, share, penalty)
        ) > value - 0.1 * length * decrease and length > 1e-6:
            length /= 2
        weights, value = weights - length * step, lower
    return apart @ weights


def vote_cross_entropy(weights: Tensor, data: Votes) -> float:
    """Mean cross-entropy per vote in nats."""
    losses = binary_cross_entropy_with_logits(
        data.difference @ weights, data.first, weight=data.weight, reduction="sum"
    )
    return float(losses) / data.votes


def vote_cross_entropy_of_set(members: Sequence[Tensor], data: Votes) -> float:
    """Mean cross-entropy per vote in nats, of the mean probability over members' weights."""
    scores = torch.stack([data.difference @ weights for weights in members])
    agreed = torch.where(data.first > 0.5, scores, -scores)
    mixed = torch.logsumexp(logsigmoid(agreed), 0) - math.log(len(members))
    return float(-(data.weight * mixed).sum()) / data.votes


def held_out_votes(
    data: Votes,
    splits: Sequence[Split],
    l2: float,
    level: float = LEVEL,
    pool: Executor | None = None,
) -> tuple[float, ...]:
    """Mean cross-entropies per vote on the groups that each split leaves out, with this penalty.

    Args:
        data: Votes of all groups.
        splits: Indices of the training groups and of those left out, each.
        l2: Penalty, above 0.
        level: Part of it that the common level of the rounds pays.
        pool: Whose threads share the splits; the result is the same with any number.
    """

    def held_out(split: Split) -> float:
        training, left_out = split
        fitted = fit_votes(data.of_groups(training), l2, level)
        return vote_cross_entropy(fitted, data.of_groups(left_out))

    return tuple((pool.map if pool else map)(held_out, splits))


def _penalty(rounds: int, quantities: int, level: float) -> Tensor:
    """`[R * F, R * F]`: the penalty as a quadratic form, for an l2 of 1."""
    to_level = torch.full((rounds, rounds), 1 / rounds, dtype=torch.float64)
    by_round = torch.eye(rounds, dtype=torch.float64) - (1 - level) * to_level
    return torch.kron(by_round, torch.eye(quantities, dtype=torch.float64))


def _apart(data: Votes, quantities: int) -> Tensor:
    """`[R * F + 1, K]`: all weights from those that may differ (see `Votes.alike`)."""
    first_of = {slot: block[0] for block in data.alike for slot in block}
    taken_from = [
        quantities * before + QUANTITIES * first_of.get(slot, slot) + quantity
        for before in range(data.rounds)
        for slot, quantity in (divmod(column, QUANTITIES) for column in range(quantities))
    ]
    every = torch.eye(len(taken_from) + 1, dtype=torch.float64)[[*taken_from, len(taken_from)]]
    return every[:, every.any(0)]


def _objective(weights: Tensor, data: Votes, share: Tensor, penalty: Tensor) -> float:
    scores = data.difference @ weights
    losses = softplus(scores) - data.first * scores
    return float(share @ losses + weights @ penalty @ weights)
