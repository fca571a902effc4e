"""What the forward pass of a tile keeps for the backward pass.

Shapes: `T` rounds, `N` seats, `g` games of the tile, `L = N * g` lanes: seat after seat, and in
each seat game after game. `K`, `E`, `H` as in `participant_arrays`.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hcmd_lab.learning.fused.arithmetic import Reals, Whole, in_fours


class Record(NamedTuple):
    """Record of one tile; the arrays are reused in each update.

    What has moved out of a core's cache is slow to fetch, so nothing is kept that is not used.

    Attributes:
        passed: `[T, E, L]` 1 where a unit of the encoder was above 0, else 0.
        gates: `[T, 4H, L]` the gates i, f, g, o, opened.
        cell: `[T + 1, H, L]` the LSTM's cell before each round and after the last.
        bent: `[T, H, L]` the tangent of the cell after each round.
        chance: `[T, K, L]` the probability of each contribution.
        choice: `[T, L]` the contribution that was drawn.
        state: `[T, L]` the number of what the share depends on (see `seat_states`).
        share: `[T, L]` of the fund, as the network divides it.
        payout: `[T, L]` coins.
        score: `[N, T, g]` each round's part of each seat's vote score.
        by_logit: `[T, L]` the derivative by the logit of the share.
    """

    passed: npt.NDArray[np.int8]
    gates: Reals
    cell: Reals
    bent: Reals
    chance: Reals
    choice: Whole
    state: Whole
    share: Reals
    payout: Reals
    score: Reals
    by_logit: Reals


def new_record(
    rounds: int, seats: int, games: int, contributions: int, encoder: int, hidden: int
) -> Record:
    """Allocate a record. Its arrays are contiguous, so that the loops are compiled for one kind."""
    lanes = seats * games

    def room(*shape: int) -> Reals:
        return np.zeros(shape, dtype=np.float32)

    return Record(
        passed=np.zeros((rounds, encoder, lanes), dtype=np.int8),
        gates=room(rounds, 4 * hidden, lanes),
        cell=room(rounds + 1, hidden, lanes),
        bent=room(rounds, hidden, lanes),
        chance=room(rounds, in_fours(contributions), lanes),
        choice=np.zeros((rounds, lanes), dtype=np.int32),
        state=np.zeros((rounds, lanes), dtype=np.int32),
        share=room(rounds, lanes),
        payout=room(rounds, lanes),
        score=room(seats, rounds, games),
        by_logit=room(rounds, lanes),
    )
