"""Many rows of a table at once, with the numbers that they have one by one.

Shapes: `G` rows, `N` seats.
"""

from array import array
from collections.abc import Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from hcmd_lab.game.mechanisms import ClosedForm
from hcmd_lab.game.profile_arrays import table_rows
from hcmd_lab.game.rules import WEIGHT_UNITS, Game

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

_HALF = 2**20


def closed_form_units(form: ClosedForm, game: Game, tail_endowment: int) -> Whole:
    """`[G, N]` parts per billion: a closed form's rows of a condition, as in a table."""
    endowments = game.endowments(tail_endowment)
    return to_units_by_row(_weights(form, endowments, table_rows(game, tail_endowment)))


def to_units_by_row(weights: Floats) -> Whole:
    """`hcmd_lab.game.mechanisms.to_units` for many groups at once, with identical results.

    Args:
        weights: `[G, N]` shares in [0, 1], each row summing to 1 (up to rounding).

    Returns:
        `[G, N]` parts per billion; each row sums to one billion.

    Raises:
        ValueError: A weight is negative or not a finite number, or those of a row are all 0.
    """
    if not (np.isfinite(weights).all() and (weights >= 0).all() and weights.any(1).all()):
        raise ValueError("weights must be finite numbers of at least 0, in no row all 0")
    shares = np.rint(weights * 2**40).astype(np.int64)
    whole = shares.sum(1, keepdims=True)
    # One billion times a share has up to 70 bits, so it is divided in two steps of 63 bits.
    high, low = np.divmod(shares, _HALF)
    quotient, rest = np.divmod(WEIGHT_UNITS * high, whole)
    more, remainder = np.divmod(rest * _HALF + WEIGHT_UNITS * low, whole)
    units: Whole = quotient * _HALF + more
    # The remaining units go to the largest remainders, ties in seat order.
    order = np.argsort(-remainder, axis=1, kind="stable")
    rank = np.argsort(order, axis=1)
    units += rank < WEIGHT_UNITS - units.sum(1, keepdims=True)
    return units


def _weights(form: ClosedForm, endowments: Sequence[int], contributions: Whole) -> Floats:
    """`ClosedForm.weights` of `[G, N]` contributions: the same operations in the same order."""
    coins = contributions.T.astype(np.float64)
    fractions = coins / np.array(endowments, dtype=np.float64)[:, None]
    total = reduce(np.add, coins)
    with np.errstate(divide="ignore", invalid="ignore"):  # where nobody contributes
        to_coins = total / reduce(np.add, fractions)
        absolute, relative = _mix(form, coins), to_coins * _mix(form, fractions)
        share = (1 - form.relative_weight) * absolute + form.relative_weight * relative
        found: Floats = np.where(total == 0, 1 / len(endowments), share / total).T
    return found


def _mix(form: ClosedForm, terms: Floats) -> Floats:
    """The seats' own terms, `[N, G]`, with the mean of the others'."""
    own, others = form.own_weight_among(len(terms)), len(terms) - 1
    mixed: Floats = own * terms + (1 - own) * (reduce(np.add, terms) - terms) / others
    return mixed


def sum_to_one(table: "array[int]", seats: int) -> bool:
    """Whether the units in each row of a mechanism's table are one in all.

    Args:
        table: Row after row, seat by seat.
        seats: Of the game.
    """
    rows = np.frombuffer(table, f"u{table.itemsize}").reshape(-1, seats)
    return bool((rows.sum(axis=1, dtype=np.uint64) == WEIGHT_UNITS).all())
