"""Territory: the situations in which people were seen deciding.

A situation is what a seat knows of the round before: its endowment, what it gave, what the others
gave, and how its part of the fund compared with an equal one. Situations are counted in coarse
cells; a cell in which enough decisions were seen is known. Whoever predicts a decision in another
cell extrapolates.
"""

import numpy as np
from numpy.typing import NDArray

from hcmd_lab.jobs import SEEN_OFTEN

Floats = NDArray[np.float64]
Cells = NDArray[np.int64]

_FRACTIONS = (0.001, 0.34, 0.67, 0.999)
"""Nothing, little, about half, much, everything."""

_PARTS = (0.25, 0.75, 1.25, 2.0)
"""Of the fund, in equal parts."""

_NOBODY_GAVE = len(_PARTS) + 1


def cells(endowment: Floats, contribution: Floats, payout: Floats) -> Cells:
    """The cell of each decision.

    Args:
        endowment: `[..., T, N]` coins.
        contribution: `[..., T, N]` coins.
        payout: `[..., T, N]` coins.

    Returns:
        `[..., T, N]` numbers of cells; the first round's depends on the endowment alone.
    """
    seats = endowment.shape[-1]
    fraction = contribution / endowment
    others = (fraction.sum(-1, keepdims=True) - fraction) / (seats - 1)
    fund = payout.sum(-1, keepdims=True)
    part = np.divide(seats * payout, fund, out=np.zeros_like(payout), where=fund > 0)
    received = np.where(fund > 0, np.digitize(part, _PARTS), _NOBODY_GAVE)
    situation = np.digitize(fraction, _FRACTIONS)
    situation = situation * (len(_FRACTIONS) + 1) + np.digitize(others, _FRACTIONS)
    situation = situation * (_NOBODY_GAVE + 1) + received + 1
    before = np.zeros_like(situation)
    before[..., 1:, :] = situation[..., :-1, :]
    largest = (len(_FRACTIONS) + 1) ** 2 * (_NOBODY_GAVE + 1) + 1
    found: Cells = endowment.astype(np.int64) * largest + before
    return found


def known_cells(seen: Cells) -> Cells:
    """The cells, sorted, in which at least `SEEN_OFTEN` of the decisions `[D]` were seen."""
    numbers, counts = np.unique(seen, return_counts=True)
    known: Cells = numbers[counts >= SEEN_OFTEN]
    return known
