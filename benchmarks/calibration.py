"""Calibration of predicted probabilities against outcomes.

Shapes: `P` predictions, each of one event that may happen or not.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Calibration:
    """Predictions in bins of equal count, from the least probable.

    Attributes:
        predicted: Mean probability in each bin.
        observed: Share of the events that happened.
        low: Lower end of the 95% interval of `observed`, over groups.
        high: Upper end.
        error: Expected calibration error: mean distance of `observed` from `predicted`.
        error_interval: Its 95% interval over groups.
    """

    predicted: Floats
    observed: Floats
    low: Floats
    high: Floats
    error: float
    error_interval: tuple[float, float]


def calibration(
    probability: Floats,
    happened: NDArray[np.bool_],
    group: NDArray[np.int64],
    bins: int = 10,
    resamples: int = 1000,
) -> Calibration:
    """Compare predictions with what happened.

    What members of a group do depends on each other, so whole groups are drawn for the intervals.

    Args:
        probability: `[P]`.
        happened: `[P]`.
        group: `[P]`; who belongs together.
        bins: Bins of equal count.
        resamples: Bootstrap samples of groups.
    """
    order = np.argsort(probability, kind="stable")
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order)) * bins // len(order)
    names, row = np.unique(group, return_inverse=True)
    sums = np.zeros((3, len(names), bins))
    for total, of_each in zip(sums, (np.ones(len(row)), probability, happened), strict=True):
        np.add.at(total, (row, place), of_each)
    drawn = np.random.default_rng(0).multinomial(
        len(names), np.full(len(names), 1 / len(names)), resamples
    )
    predicted, observed, error = _by_bin(sums.sum(1))
    resampled = _by_bin(np.einsum("rg,sgb->srb", drawn, sums))
    low, high = np.nanquantile(resampled[1], (0.025, 0.975), axis=0)
    least, most = np.quantile(resampled[2], (0.025, 0.975))
    return Calibration(predicted, observed, low, high, float(error), (float(least), float(most)))


def _by_bin(sums: Floats) -> tuple[Floats, Floats, Floats]:
    """From counts, probabilities and events `[3, ..., bins]`: both means and the error."""
    count, probability, happened = sums
    # A bin whose groups were not drawn has no mean; it weighs nothing in the error.
    with np.errstate(invalid="ignore"):
        predicted, observed = probability / count, happened / count
    error = np.abs(probability - happened).sum(-1) / count.sum(-1)
    return predicted, observed, error
