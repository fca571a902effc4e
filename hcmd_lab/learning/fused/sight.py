"""What a seat sees of the round before, as rows for the encoder's product.

The first rows are the features of `contribution_columns`. Beside them stand the last choices of 1,
2, ... coins, a one where it was that one: what `ContributionModel` looks up in tables is then part
of the same product, and quicker than looking it up for each unit. (A last choice of 0 coins is
where there is no one; what it adds stands in the biases.)
"""

import numpy as np

from hcmd_lab.learning.fused.arithmetic import ONE, ZERO, Reals, Whole
from hcmd_lab.learning.fused.compiler import compiled
from hcmd_lab.learning.fused.participant_arrays import FEATURES, People


@compiled
def see(people: People, condition: int, choice: Whole, payout: Reals, seen: Reals) -> None:
    """Fill the rows.

    Args:
        people: The participants.
        condition: The number of the condition.
        choice: `[L]` the contributions of the round before.
        payout: `[L]` its payouts in coins.
        seen: `[X, L]`, to be filled.
    """
    seats = people.limit.shape[1]
    rows, lanes = seen.shape
    games = lanes // seats
    unit, others = people.unit[0], np.float32(seats - 1)
    coins, fractions = np.zeros(games, np.float32), np.zeros(games, np.float32)
    for seat in range(seats):
        endowment = people.endowment[condition, seat]
        for game in range(games):
            lane = seat * games + game
            given = np.float32(choice[lane])
            seen[0, lane] = endowment / unit
            seen[1, lane] = given / unit
            seen[2, lane] = given / endowment
            coins[game] += given / unit
            fractions[game] += given / endowment
    for seat in range(seats):
        for game in range(games):
            lane = seat * games + game
            seen[3, lane] = min(payout[lane], people.most_paid[0]) / unit
            seen[4, lane] = (fractions[game] - seen[2, lane]) / others
            seen[5, lane] = (coins[game] - seen[1, lane]) / others
    for row in range(FEATURES, rows):
        coin = row - FEATURES + 1
        for lane in range(lanes):
            seen[row, lane] = ONE if choice[lane] == coin else ZERO
