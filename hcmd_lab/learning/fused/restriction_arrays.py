"""A study's restriction as the compiled loops read it (see `hcmd_lab.restriction`)."""

from typing import NamedTuple

import numpy as np

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.fused.arithmetic import Reals
from hcmd_lab.restriction import Restriction


class Bounds(NamedTuple):
    """A `Mixture`, together with the endowment data it needs.

    Attributes:
        floor: Share that each seat gets in any case.
        by_coin: Share divided in proportion to coins.
        by_fraction: Share divided in proportion to contributed fractions.
        room: Share divided by the network; 1 if nothing is restricted.
        per_coin: `[C, N]` the fraction of its endowment that a seat's coin is.
    """

    floor: np.float32
    by_coin: np.float32
    by_fraction: np.float32
    room: np.float32
    per_coin: Reals


def read_bounds(restriction: Restriction, game: Game) -> Bounds:
    """Lay out a restriction for a game's conditions."""
    mixture = restriction.mixture(game.seats)
    endowment = np.array([game.endowments(tail) for tail in game.tail_endowments], dtype=np.float32)
    return Bounds(
        np.float32(mixture.floor),
        np.float32(mixture.by_coin),
        np.float32(mixture.by_fraction),
        np.float32(mixture.room),
        np.float32(1) / endowment,
    )
