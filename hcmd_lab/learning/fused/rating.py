"""The logits of the shares of a round, and the way back from them to the mechanism's tables.

Either looked up by the state of each seat, where there are few states (`seat_states`), or summed
from the mechanism's tables for each seat of each game anew.

Shapes: as in `share_tables` and `tape`.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hcmd_lab.learning.fused.arithmetic import ZERO, Reals, Whole
from hcmd_lab.learning.fused.compiler import compiled, inlined


class Rating(NamedTuple):
    """A mechanism in one condition.

    Attributes:
        alone: `[S * K, W]` of the condition (see `share_tables`).
        heard: `[S * S * K * K, W]` of the condition.
        readout: `[W]`.
        logit: The logit of each state (see `seat_states`); empty where they are not looked up.
        head_rank: The number of what the tails gave, by its coins as digits.
        tail_rank: The same of what the tails gave that a tail sees.
        contributions: K.
        head_others: How many numbers there are in `head_rank`.
        tail_others: How many in `tail_rank`.
    """

    alone: Reals
    heard: Reals
    readout: Reals
    logit: Reals
    head_rank: Whole
    tail_rank: Whole
    contributions: int
    head_others: int
    tail_others: int


@inlined
def heard_row(source: int, target: int, sent: int, own: int, contributions: int) -> int:
    """Row of the table `heard` for a message from one seat to another."""
    return ((source * 2 + target) * contributions + sent) * contributions + own


@compiled
def rate(rating: Rating, choice: Whole, seats: int, state: Whole, logit: Reals) -> None:
    """Fill the logits `[L]`, and the states `[L]` if they are looked up."""
    if len(rating.logit) > 0:
        _find_states(rating, choice, seats, state)
        for lane in range(len(choice)):
            logit[lane] = rating.logit[state[lane]]
    else:
        _sum_tables(rating, choice, seats, logit)


@compiled
def _find_states(rating: Rating, choice: Whole, seats: int, state: Whole) -> None:
    games, base = len(choice) // seats, rating.contributions
    tails_begin = base * rating.head_others
    digits = np.empty(games, np.int32)
    for seat in range(seats):
        first = seat * games
        digits[:] = 0
        for other in range(1, seats):
            if other != seat:
                for game in range(games):
                    digits[game] = np.int32(digits[game] * base + choice[other * games + game])
        if seat == 0:
            for game in range(games):
                rank = rating.head_rank[digits[game]]
                state[game] = np.int32(choice[game] * rating.head_others + rank)
        else:
            for game in range(games):
                own_and_head = choice[first + game] * base + choice[game]
                rank = rating.tail_rank[digits[game]]
                state[first + game] = np.int32(
                    tails_begin + own_and_head * rating.tail_others + rank
                )


@inlined
def _sum_rows(
    rating: Rating,
    choice: Whole,
    game: int,
    seat: int,
    state: Reals,
    heard_rows: npt.NDArray[np.int64],
) -> None:
    """A seat's state before its activation, and the rows that it heard from, by seat."""
    contributions, seats = rating.contributions, len(heard_rows)
    games, width = len(choice) // seats, len(state)
    kind, coins = min(seat, 1), choice[seat * games + game]
    row = rating.alone[kind * contributions + coins]
    for w in range(width):
        state[w] = row[w]
    for other in range(seats):
        if other != seat:
            sent = choice[other * games + game]
            heard_rows[other] = heard_row(min(other, 1), kind, sent, coins, contributions)
            row = rating.heard[heard_rows[other]]
            for w in range(width):
                state[w] += row[w]


@compiled
def _sum_tables(rating: Rating, choice: Whole, seats: int, logit: Reals) -> None:
    readout = rating.readout
    games, width = len(choice) // seats, len(readout)
    state, heard_rows = np.empty(width, np.float32), np.empty(seats, np.int64)
    for game in range(games):
        for seat in range(seats):
            _sum_rows(rating, choice, game, seat, state, heard_rows)
            total = ZERO
            for w in range(width):
                total += readout[w] * max(state[w], ZERO)
            logit[seat * games + game] = total


@compiled
def pull_sums(
    rating: Rating,
    choices: Whole,
    seats: int,
    by_logits: Reals,
    by_alone: Reals,
    by_heard: Reals,
    by_readout: Reals,
) -> None:
    """Backpropagate from logits `[T, L]` that were summed, adding to the rows they came from."""
    contributions, readout = rating.contributions, rating.readout
    width = len(readout)
    state, heard_rows = np.empty(width, np.float32), np.empty(seats, np.int64)
    for t in range(len(choices)):
        choice, by_logit = choices[t], by_logits[t]
        games = len(choice) // seats
        for game in range(games):
            for seat in range(seats):
                _sum_rows(rating, choice, game, seat, state, heard_rows)
                slope = by_logit[seat * games + game]
                row = by_alone[min(seat, 1) * contributions + choice[seat * games + game]]
                for w in range(width):
                    by_readout[w] += slope * max(state[w], ZERO)
                    state[w] = slope * readout[w] if state[w] > ZERO else ZERO
                    row[w] += state[w]
                for other in range(seats):
                    if other != seat:
                        row = by_heard[heard_rows[other]]
                        for w in range(width):
                            row[w] += state[w]
