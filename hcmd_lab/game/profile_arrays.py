"""Many contribution profiles at once: their rows, and what a frozen table says to them.

Shapes: `S` rows, `G` groups, `N` seats; the head is seat 0.
"""

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.profiles import distinct_profiles, orders_have_rows
from hcmd_lab.game.rules import WEIGHT_UNITS, Game

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


def table_rows(game: Game, tail_endowment: int) -> Whole:
    """`S x N` coins: the profiles of a condition's rows in a table."""
    if orders_have_rows(game):
        axes = np.indices([endowment + 1 for endowment in game.endowments(tail_endowment)])
        return axes.reshape(game.seats, -1).T.astype(np.int64)
    return distinct_rows(game, tail_endowment)


def distinct_rows(game: Game, tail_endowment: int) -> Whole:
    """`S x N` coins: `profiles.distinct_profiles`."""
    return np.array(list(distinct_profiles(game, tail_endowment)), dtype=np.int64)


def row_orders(game: Game, tail_endowment: int) -> Whole:
    """`S`: how many profiles each row of a table stands for."""
    rows = table_rows(game, tail_endowment)
    return np.ones(len(rows), np.int64) if orders_have_rows(game) else distinct_orders(rows)


def distinct_orders(rows: Whole) -> Whole:
    """`S`: in how many orders the tails of `S x N` descending rows can sit."""
    tails = rows[:, 1:]
    seats = tails.shape[1]
    # Every run of equal contributions divides by its factorial: by 1, 2, 3, ... as it grows.
    repeated, run = np.ones(len(rows), np.int64), np.ones(len(rows), np.int64)
    for seat in range(1, seats):
        run = np.where(tails[:, seat] == tails[:, seat - 1], run + 1, 1)
        repeated *= run
    found: Whole = math.factorial(seats) // repeated
    return found


def distinct_numbers(game: Game, tail_endowment: int, contributions: Whole) -> Whole:
    """`profiles.distinct_index` of `G x N` contributions, `G` numbers."""
    tails = np.sort(contributions[:, 1:], axis=1)
    before = combinations(tail_endowment, game.tails)
    within = before[tails, np.arange(game.tails)].sum(axis=1)
    rows: Whole = contributions[:, 0] * math.comb(tail_endowment + game.tails, game.tails) + within
    return rows


def shares_at(policy: FrozenPolicy, tail_endowment: int, contributions: Whole) -> Floats:
    """The mechanism's shares, as a session looks them up.

    Args:
        policy: The table.
        tail_endowment: The condition.
        contributions: `G x N` coins.

    Returns:
        `G x N`, of the fund.
    """
    game = policy.game
    table = np.frombuffer(policy.tables[tail_endowment], dtype=np.uint32).reshape(-1, game.seats)
    if orders_have_rows(game):
        sizes = [endowment + 1 for endowment in game.endowments(tail_endowment)]
        return np.asarray(table[np.ravel_multi_index(tuple(contributions.T), sizes)] / WEIGHT_UNITS)
    found = table[distinct_numbers(game, tail_endowment, contributions)] / WEIGHT_UNITS
    shares = np.empty_like(found)
    shares[:, 0] = found[:, 0]
    order = np.argsort(-contributions[:, 1:], axis=1, kind="stable")
    np.put_along_axis(shares[:, 1:], order, found[:, 1:], 1)
    return shares


@lru_cache(maxsize=64)
def combinations(most: int, places: int) -> Whole:
    """`[most + 1, places]`: `comb(coins + left, left + 1)` (see `profiles.distinct_index`).

    Args:
        most: Largest number of coins.
        places: Number of tails.
    """
    return np.array(
        [[math.comb(coins + left, left + 1) for left in range(places)] for coins in range(most + 1)]
    )
