"""Fitting of the vote model: logistic regression with an l2 penalty (paper section 3.3.2).

With `d` the difference of two episodes as a voter sees them, the softmax over the two scores is
`p(first) = sigmoid(w . d)`. What is minimised is

    (1 / votes) * sum of cross-entropies + l2 * (|w - level|^2 + LEVEL * |level|^2),

where `level` is, for each quantity, the mean of its weights over the rounds. So what a coin is
worth may differ from round to round, but the votes have to say so; under a plain `|w|^2` the noise
in them does. It is strictly convex: Newton's method finds its one minimum, which depends on neither
a seed, a starting point nor a learning rate.

Shapes: `R` rounds, `F` quantities a round, `B` as in `arrays.Votes`.
"""

import math
from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, logsigmoid, softplus

from hcmd_lab.learning.arrays import Votes
from hcmd_lab.learning.cross_validation import Split

COIN_TOSS = math.log(2)
"""Cross-entropy of a coin toss in nats: where votes cannot be told from noise, this is the best."""

LEVEL = 0.001
"""Part of the penalty that the common level of the rounds pays; differences between them pay all.
Chosen by cross-validation on simulated groups."""


def fit_votes(data: Votes, l2: float, level: float = LEVEL) -> Tensor:
    """The weights `[R * F]`, float64, that minimise the penalised cross-entropy.

    Args:
        data: At least one vote.
        l2: Penalty, above 0.
        level: Part of it that the common level of the rounds pays; 1 is the plain penalty.
    """
    penalty = l2 * _penalty(data.rounds, data.difference.shape[-1] // data.rounds, level)
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
    return weights


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


def held_out_votes(data: Votes, splits: Sequence[Split], l2: float, level: float = LEVEL) -> float:
    """Mean cross-entropy per vote on held-out groups, with this penalty."""
    held_out = [
        vote_cross_entropy(fit_votes(data.of_groups(training), l2, level), data.of_groups(left_out))
        for training, left_out in splits
    ]
    return sum(held_out) / len(held_out)


def _penalty(rounds: int, quantities: int, level: float) -> Tensor:
    """`[R * F, R * F]`: the penalty as a quadratic form, for an l2 of 1."""
    to_level = torch.full((rounds, rounds), 1 / rounds, dtype=torch.float64)
    by_round = torch.eye(rounds, dtype=torch.float64) - (1 - level) * to_level
    return torch.kron(by_round, torch.eye(quantities, dtype=torch.float64))


def _objective(weights: Tensor, data: Votes, share: Tensor, penalty: Tensor) -> float:
    scores = data.difference @ weights
    losses = softplus(scores) - data.first * scores
    return float(share @ losses + weights @ penalty @ weights)
