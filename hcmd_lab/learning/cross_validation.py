"""Cross-validation of the contribution model: its size and the number of epochs (section 3.3.2).

All splits of one size are trained side by side, an epoch at a time, because what decides when to
stop is the mean of their held-out cross-entropies: a single split is too noisy for that.
"""

import math
import statistics
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple, TypeAlias

import torch
from torch import Tensor

from hcmd_lab.jobs.record import Interval, student_quantile
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
    """Mean cross-entropies per decision in nats after an epoch.

    Attributes:
        by_split: On the groups that each split leaves out.
        training: On the others, while the models learned from them, averaged over the splits.
    """

    by_split: tuple[float, ...]
    training: float

    @property
    def held_out(self) -> float:
        """On the groups left out, averaged over the splits."""
        return statistics.fmean(self.by_split)


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
    before: Lanes | None = None,
) -> Iterator[Epoch]:
    """Each epoch's cross-entropies, until the held-out one stops falling.

    Args:
        architecture: Architecture of the models, which are trained one per split.
        data: All groups.
        splits: Splits of the groups.
        seed: Seed of the models' initial parameters and of the order of the groups.
        max_epochs: Upper limit.
        threads: Splits to train at a time.
        before: People whom the models first learn to predict.
    """
    name = f"{architecture.linear_size}x{architecture.lstm_size}"

    def begin(number: int) -> tuple[ContributionFit, Tensor]:
        training, left_out = splits[number]
        dice = generator(seed, f"{name}/split/{number}")
        return ContributionFit(architecture, data, training, dice, before=before), left_out

    def learn(pair: tuple[ContributionFit, Tensor]) -> tuple[float, float]:
        fit, left_out = pair
        training = fit.epoch()
        return fit.held_out(left_out), training

    lowest, since = float("inf"), 0
    # Each split has its own generator, so that results do not depend on which is quicker.
    with ThreadPoolExecutor(threads, "split") as pool:
        pairs = list(pool.map(begin, range(len(splits))))
        for _ in range(max_epochs):
            by_split, training = zip(*pool.map(learn, pairs), strict=True)
            epoch = Epoch(by_split, statistics.fmean(training))
            yield epoch
            mean = epoch.held_out
            lowest, since = (mean, 0) if mean < lowest - MIN_GAIN else (lowest, since + 1)
            if since >= PATIENCE:
                return


def lowest_point(
    curves: Mapping[Size, Sequence[Sequence[float]]],
) -> tuple[Size, int, Sequence[float]]:
    """The size and the number of epochs with the lowest mean cross-entropy, and those by split."""
    _, size, epochs = min(
        (statistics.fmean(by_split), size, epoch)
        for size, curve in curves.items()
        for epoch, by_split in enumerate(curve, start=1)
    )
    return size, epochs, curves[size][epochs - 1]


def lead(
    model: Sequence[float], reference: Sequence[float], splits: Sequence[Split]
) -> Interval | None:
    """How far a model is below a reference, with the 95% interval of other groups.

    Splits share most of their groups, so that they differ less than new groups would: the variance
    is corrected for what they share (Nadeau and Bengio 2003). Two that leave out the same groups
    are one, and many splits of few groups know no more of them than the groups do.

    Args:
        model: Its cross-entropy on the groups that each split leaves out.
        reference: The same of the reference.
        splits: The splits.

    Returns:
        Nats; None where a single split tells no error.
    """
    ahead = [guess - found for found, guess in zip(model, reference, strict=True)]
    kept = {
        frozenset(left_out.tolist()): nats
        for (_, left_out), nats in zip(splits, ahead, strict=True)
    }
    different = list(kept.values())
    if len(different) < 2:
        return None
    training, left_out = splits[0]
    shared = len(left_out) / len(training)
    error = math.sqrt(statistics.variance(different) * (1 / len(different) + shared))
    freedom = min(len(different), len(training) + len(left_out)) - 1
    reach = student_quantile(freedom) * error
    mean = statistics.fmean(ahead)
    return Interval(estimate=mean, low=mean - reach, high=mean + reach)


def leads(
    model: Sequence[float], references: Mapping[str, Sequence[float]], splits: Sequence[Split]
) -> dict[str, Interval]:
    """The lead over each reference of which it is known (see `lead`)."""
    each = {name: lead(model, reference, splits) for name, reference in references.items()}
    return {name: found for name, found in each.items() if found is not None}
