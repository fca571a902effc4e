"""The head's share of the fund by contributions, read from a frozen table (the paper's Fig. 5).

A whole condition is computed at once: windows show such maps while sessions run and may not hold
anybody up.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.profile_arrays import Whole, distinct_orders, distinct_rows, shares_at
from hcmd_lab.insight.territory import Bools, Cells, known_squares

Floats = NDArray[np.float64]

ALMOST = 0.05
"""Shares of the fund no further apart than this are called almost equal."""


@dataclass(frozen=True, slots=True)
class HeadMap:
    """The head's share in one condition, where head and tails have `h` and `t` coins.

    Attributes:
        cells: `(h + 1) x (t + 1)`: by the head's contribution and the tails' mean contribution,
            rounded to whole coins (halves up).
        by_sum: `(h + 1) x (tails * t + 1)`: by the head's and the sum of the tails' contributions.
    """

    cells: Floats
    by_sum: Floats


def head_map(policy: FrozenPolicy, tail_endowment: int) -> HeadMap:
    """Average the head's share over the profiles that belong to each cell.

    Raises:
        ValueError: The table has no such condition.
    """
    if tail_endowment not in policy.tables:
        raise ValueError(f"the table has no condition with tail endowment {tail_endowment}")
    game = policy.game
    rows = distinct_rows(game, tail_endowment)
    # The tails' contributions vary faster than the head's.
    shape = (game.head_endowment + 1, -1)
    shares = shares_at(policy, tail_endowment, rows)[:, 0].reshape(shape)
    orders = distinct_orders(rows).reshape(shape)[0]
    sums = rows[:, 1:].sum(axis=1).reshape(shape)[0]
    means = (2 * sums + game.tails) // (2 * game.tails)
    return HeadMap(_averages(shares, orders, means), _averages(shares, orders, sums))


def almost_equal(shares: Iterable[Floats], equal_share: float) -> bool:
    """Whether the head's share is nowhere further from the equal one than can be seen in a map."""
    return all(bool((abs(each - equal_share) <= ALMOST).all()) for each in shares)


def known_in(grids: Mapping[int, Floats], seats: int, known: Cells | None) -> dict[int, Bools]:
    """Whether people were seen deciding in the squares of maps, by tail endowment.

    Args:
        grids: The head's share by tail endowment, as in `HeadMap.cells`.
        seats: Of a group.
        known: The situations that were known; None, which gives nothing, where none is told of.
    """
    if known is None:
        return {}
    return {tail: known_squares(grid, seats, known) for tail, grid in grids.items()}


def _averages(shares: Floats, orders: Whole, columns: Whole) -> Floats:
    """Per row, the mean over all profiles, in all orders, that fall into the same column."""
    count = np.bincount(columns, weights=orders)
    totals = [np.bincount(columns, weights=orders * row) for row in shares]
    return np.asarray(totals / count)
