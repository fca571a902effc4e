"""Cross-validation of the contribution model: its size and the number of epochs (section 3.3.2).

All splits of one size are trained side by side, an epoch at a time, because what decides when to
stop is the mean of their held-out cross-entropies: a single split is too noisy for that.
"""

import statistics
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple, TypeAlias

import torch
from torch import Tensor

from hcmd_lab.learning.contribution_fit import ContributionFit
from hcmd_lab.learning.lanes import Lanes
from hcmd_lab.learning.participants import ParticipantArchitecture
from hcmd_lab.learning.seeds import generator

Split: TypeAlias = tuple[Tensor, Tensor]
"""Indices of the training groups and of the groups left out."""

Size: TypeAlias = tuple[int, int]
"""Linear size and LSTM size."""

HELD_OUT_SHARE = 0.3
"""Share of the groups that a split leaves out (paper section 3.3.2)."""

PATIENCE = 30
"""Epochs in which the mean must have fallen by `MIN_GAIN` for the training to go on."""

MIN_GAIN = 0.001
"""In nats per decision."""


class Epoch(NamedTuple):
    """Mean cross-entropies per decision in nats after an epoch, averaged over the splits.

    Attributes:
        held_out: On the groups left out.
        training: On the others, while the models learned from them.
    """

    held_out: float
    training: float


def random_splits(seed: int, purpose: str, groups: int, splits: int) -> list[Split]:
    """Random 70/30 splits by group.

    Args:
        seed: The job's.
        purpose: Names what is split.
        groups: Number of groups, at least 2; their indices are 0 to `groups - 1`.
        splits: Number of splits.
    """
    left_out = max(1, round(HELD_OUT_SHARE * groups))
    orders = [
        torch.randperm(groups, generator=generator(seed, f"{purpose}/split/{number}"))
        for number in range(splits)
    ]
    return [(order[left_out:], order[:left_out]) for order in orders]


def held_out_curve(
    architecture: ParticipantArchitecture,
    data: Lanes,
    splits: Sequence[Split],
    seed: int,
    max_epochs: int,
    threads: int = 1,
) -> Iterator[Epoch]:
    """Each epoch's cross-entropies, until the held-out one stops falling.

    Args:
        architecture: Architecture of the models, which are trained one per split.
        data: All groups.
        splits: Splits of the groups.
        seed: Seed of the models' initial parameters and of the order of the groups.
        max_epochs: Upper limit.
        threads: Splits to train at a time.
    """
    name = f"{architecture.linear_size}x{architecture.lstm_size}"
    pairs = [
        (
            ContributionFit(
                architecture, data, training, generator(seed, f"{name}/split/{number}")
            ),
            left_out,
        )
        for number, (training, left_out) in enumerate(splits)
    ]

    def learn(pair: tuple[ContributionFit, Tensor]) -> Epoch:
        fit, left_out = pair
        training = fit.epoch()
        return Epoch(fit.held_out(left_out), training)

    lowest, since = float("inf"), 0
    # Each split has its own generator, so that results do not depend on which is quicker.
    with ThreadPoolExecutor(threads, "split") as pool:
        for _ in range(max_epochs):
            epochs = list(pool.map(learn, pairs))
            mean = statistics.fmean(epoch.held_out for epoch in epochs)
            yield Epoch(mean, statistics.fmean(epoch.training for epoch in epochs))
            lowest, since = (mean, 0) if mean < lowest - MIN_GAIN else (lowest, since + 1)
            if since >= PATIENCE:
                return


def lowest_point(curves: Mapping[Size, Sequence[float]]) -> tuple[Size, int, float]:
    """The size and the number of epochs with the lowest cross-entropy, and that cross-entropy."""
    held_out, size, epochs = min(
        (held_out, size, epoch)
        for size, curve in curves.items()
        for epoch, held_out in enumerate(curve, start=1)
    )
    return size, epochs, held_out
