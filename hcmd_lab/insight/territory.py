"""Territory: the situations in which people were seen deciding.

A situation is what a seat knows of the round before: its endowment, what it gave, what the others
gave, and how its part of the fund compared with an equal one. Situations are counted in coarse
cells; a cell in which enough decisions were seen is known. Whoever predicts a decision in another
cell extrapolates.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.jobs.record import SEEN_OFTEN

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
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


def known_cells(groups: Iterable[PlayedGroup]) -> Cells:
    """The cells, sorted, in which at least `SEEN_OFTEN` own decisions of the groups were seen."""
    seen = [np.empty(0, np.int64)]
    for group in groups:
        for stage in group.stages:
            if stage.endowments:
                coins = (stage.endowments, stage.contributions, stage.payouts)
                own = np.array(stage.own_choice, np.bool_)
                seen.append(cells(*(np.array(each, np.float64) for each in coins))[own])
    numbers, counts = np.unique(np.concatenate(seen), return_counts=True)
    known: Cells = numbers[counts >= SEEN_OFTEN]
    return known


def known_squares(head_share: Floats, seats: int, known: Cells) -> Bools:
    """Whether people were seen deciding after the combinations of a map of the head's share.

    After a combination of contributions, and after the payouts that the mechanism divides it into,
    each seat is in a situation. The combination is known if those of all seats are. Tails are taken
    to have given the same, and so to be paid the same.

    Args:
        head_share: `[h + 1, t + 1]`: by the head's and each tail's contribution, where head and
            tails have `h` and `t` coins.
        seats: Of a group.
        known: Result of `known_cells`.

    Returns:
        `[h + 1, t + 1]`.
    """
    head, tail = np.indices(head_share.shape, np.float64)
    tails = seats - 1
    contribution = np.stack([head, *[tail] * tails], -1)
    endowment = np.empty_like(contribution)
    endowment[..., 0], endowment[..., 1:] = (most - 1 for most in head_share.shape)
    share = np.stack([head_share, *[(1 - head_share) / tails] * tails], -1)
    # In which coins the fund is counted does not matter: parts of it are compared.
    payout = share * contribution.sum(-1, keepdims=True)
    # The second of two such rounds is decided in the situation that the first one left.
    rounds = (np.stack([each, each], -2) for each in (endowment, contribution, payout))
    situation = cells(*rounds)[..., 1, :]
    found: Bools = np.all(np.isin(situation, known), axis=-1)
    return found
