"""Reference predictors, which give the contribution model's cross-entropy a meaning.

All take the training groups and the groups left out and return the mean cross-entropy per counted
decision of the latter, in nats. Shapes as in `arrays`: `S` sequences, `T` rounds, `N` seats; `K` =
max_endowment + 1 possible contributions.
"""

import torch
from torch import Tensor

from hcmd_lab.jobs.modelled import Reference
from hcmd_lab.learning.arrays import Contributions
from hcmd_lab.learning.participant_inputs import previous

SMOOTHING = 1.0
"""Decisions added to each possible contribution, so that none is impossible (Laplace)."""


def references(
    training: Contributions, held_out: Contributions, max_endowment: int
) -> dict[str, float]:
    """Cross-entropies of all reference predictors on `held_out`, by name.

    - `uniform`: every contribution from 0 to the endowment is equally likely;
    - `endowment_marginal`: how often each contribution was made from the same endowment;
    - `repeat_last`: with a fitted probability the last fraction is chosen again, otherwise the
      contribution is drawn from `endowment_marginal`, as it always is in the first round.
    """
    table = _marginal(training, max_endowment)
    return {
        Reference.UNIFORM: _mean(torch.log(held_out.endowment.double() + 1), held_out),
        Reference.ENDOWMENT_MARGINAL: _mean(-torch.log(_look_up(table, held_out)), held_out),
        Reference.REPEAT_LAST: _mean(-torch.log(_repeat_last(table, training, held_out)), held_out),
    }


def _mean(cross_entropy: Tensor, data: Contributions) -> float:
    return float(cross_entropy[data.counted].mean())


def _marginal(data: Contributions, max_endowment: int) -> Tensor:
    """`[K, K]`: probability of each contribution (columns) from each endowment (rows)."""
    size = max_endowment + 1
    pairs = (data.endowment * size + data.contribution)[data.counted].long()
    counts = torch.bincount(pairs, minlength=size * size).reshape(size, size).double()
    possible = torch.tril(torch.ones(size, size, dtype=torch.float64))
    counts = counts + SMOOTHING * possible
    return counts / counts.sum(-1, keepdim=True)


def _look_up(table: Tensor, data: Contributions) -> Tensor:
    """`[S, T, N]`: table probability of each actual contribution."""
    return table[data.endowment.long(), data.contribution.long()]


def _repeated(data: Contributions) -> Tensor:
    """`[S, T, N]` bool: whether the previous round's fraction was repeated, rounding half up."""
    before = torch.cat([torch.ones_like(data.endowment[:, :1]), data.endowment[:, :-1]], 1)
    again = torch.floor(previous(data.contribution) / before * data.endowment + 0.5)
    return again == data.contribution


def _repeat_last(table: Tensor, training: Contributions, held_out: Contributions) -> Tensor:
    """`[S, T, N]`: probability of each contribution, with the mixture fitted on `training`."""
    counted = training.counted[:, 1:]
    weight = _mixing_weight(
        _repeated(training)[:, 1:][counted].double(), _look_up(table, training)[:, 1:][counted]
    )
    marginal = _look_up(table, held_out)
    mixture = weight * _repeated(held_out).double() + (1 - weight) * marginal
    return torch.cat([marginal[:, :1], mixture[:, 1:]], 1)


def _mixing_weight(first: Tensor, second: Tensor) -> float:
    """The weight `w` in [0, 1) that maximises `sum log(w first + (1 - w) second)`.

    The sum is concave in `w`, so its slope is bisected.

    Args:
        first: `[B]`; probabilities by the one predictor.
        second: `[B]`; by the other, above 0.
    """
    low, high = 0.0, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        slope = ((first - second) / (middle * first + (1 - middle) * second)).sum()
        low, high = (middle, high) if slope > 0 else (low, middle)
    return low
