"""What the forward pass of a tile keeps for the backward pass.

Shapes: `T` rounds, `N` seats, `g` games of the tile, `L = N * g` lanes: seat after seat, and in
each seat game after game. `K`, `E`, `H` as in `people`, `S`, `W` as in `share_tables`.
"""

from typing import NamedTuple

import numpy as np

from hcmd_lab.learning.fused.arithmetic import Reals, Whole


class Record(NamedTuple):
    """Record of one tile; the arrays are reused in each update.

    Attributes:
        encoded: `[T, E, L]` the encoder's units.
        gates: `[T, 4H, L]` the gates i, f, g, o, opened.
        cell: `[T + 1, H, L]` the LSTM's cell before each round and after the last.
        bent: `[T, H, L]` the tangent of the cell after each round.
        hidden: `[T + 1, H, L]` the LSTM's state before each round and after the last.
        chance: `[T, K, L]` the probability of each contribution.
        choice: `[T, L]` the contribution that was drawn.
        share: `[T, L]` of the fund, as the network divides it.
        payout: `[T, L]` coins.
        score: `[N, T, g]` each round's part of each seat's vote score.
        by_alone: `[S * K, W]` the derivative by the table `alone`.
        by_heard: `[S * S * K * K, W]` the derivative by the table `heard`.
        by_readout: `[W]`.
    """

    encoded: Reals
    gates: Reals
    cell: Reals
    bent: Reals
    hidden: Reals
    chance: Reals
    choice: Whole
    share: Reals
    payout: Reals
    score: Reals
    by_alone: Reals
    by_heard: Reals
    by_readout: Reals


def new_record(
    rounds: int,
    seats: int,
    games: int,
    contributions: int,
    encoder: int,
    hidden: int,
    width: int,
    kinds: int,
) -> Record:
    """Allocate a record. Its arrays are contiguous, so that the loops are compiled for one kind."""
    lanes = seats * games

    def room(*shape: int) -> Reals:
        return np.zeros(shape, dtype=np.float32)

    return Record(
        encoded=room(rounds, encoder, lanes),
        gates=room(rounds, 4 * hidden, lanes),
        cell=room(rounds + 1, hidden, lanes),
        bent=room(rounds, hidden, lanes),
        hidden=room(rounds + 1, hidden, lanes),
        chance=room(rounds, contributions, lanes),
        choice=np.zeros((rounds, lanes), dtype=np.int32),
        share=room(rounds, lanes),
        payout=room(rounds, lanes),
        score=room(seats, rounds, games),
        by_alone=room(kinds * contributions, width),
        by_heard=room((kinds * contributions) ** 2, width),
        by_readout=room(width),
    )
