"""Backward pass: the surrogate's derivative by the mechanism's tables, for a tile of games."""

import numpy as np

from hcmd_lab.learning.fused.arithmetic import ONE, ZERO, Reals, Whole, add_product
from hcmd_lab.learning.fused.compiler import compiled
from hcmd_lab.learning.fused.forward import heard_row
from hcmd_lab.learning.fused.memory import pull_memory
from hcmd_lab.learning.fused.participant_arrays import People
from hcmd_lab.learning.fused.tape import Record


@compiled
def pull_tile(
    people: People,
    alone: Reals,
    heard: Reals,
    readout: Reals,
    condition: int,
    multiplier: np.float32,
    slope: Reals,
    advantage: Reals,
    record: Record,
) -> None:
    """Backpropagate the surrogate through a tile, into `by_alone` and its kin.

    Args:
        people: The participants.
        alone: As in `play_tile`.
        heard: As in `play_tile`.
        readout: As in `play_tile`.
        condition: Its number.
        multiplier: Growth of the fund, times the part of it that the network divides.
        slope: `[N, g]` the derivative by each seat's vote score.
        advantage: `[T, g]` the derivative by the log-probabilities of a round; that of the first
            is not used, because nobody has seen a payout then.
        record: The record made by `play_tile`.
    """
    record.by_alone[:, :] = ZERO
    record.by_heard[:, :] = ZERO
    record.by_readout[:] = ZERO
    size, lanes = record.bent[0].shape
    by_payout = np.zeros(lanes, np.float32)
    by_hidden = np.zeros((size, lanes), np.float32)
    by_cell = np.zeros((size, lanes), np.float32)
    by_gates = np.empty((4 * size, lanes), np.float32)
    by_encoded = np.empty(record.encoded[0].shape, np.float32)
    by_logit = np.empty(record.chance[0].shape, np.float32)
    for t in range(len(record.choice) - 1, -1, -1):
        _add_votes(people, condition, t, slope, by_payout, record)
        _pull_division(alone, heard, readout, t, multiplier, by_payout, record)
        by_payout[:] = ZERO
        if t > 0:
            _pull_choice(people, t, advantage[t], by_logit, by_hidden, record)
            pull_memory(
                people.state_back, record.cell[t], record.gates[t], record.bent[t],
                by_hidden, by_cell, by_gates,
            )  # fmt: skip
            by_encoded[:, :] = ZERO
            add_product(by_encoded, people.input_back, by_gates)
            _pull_encoder(people, record.encoded[t], record.payout[t - 1], by_encoded, by_payout)


@compiled
def _add_votes(
    people: People, condition: int, t: int, slope: Reals, by_payout: Reals, record: Record
) -> None:
    seats, games = slope.shape
    choice, payout = record.choice[t], record.payout[t]
    for viewer in range(seats):
        for seat in range(seats):
            weight = people.vote_payout[t, viewer, seat]
            first = seat * games
            for game in range(games):
                by_payout[first + game] += weight * slope[viewer, game]
        pleased = people.vote_satisfaction[t]
        kept = np.float32(people.limit[condition, viewer])
        for game in range(games):
            lane = viewer * games + game
            reward = payout[lane] + kept - np.float32(choice[lane])
            # A reward is never negative, but for rounding.
            by_payout[lane] += pleased * slope[viewer, game] / (ONE + max(reward, ZERO))


@compiled
def _pull_division(
    alone: Reals,
    heard: Reals,
    readout: Reals,
    t: int,
    multiplier: np.float32,
    by_payout: Reals,
    record: Record,
) -> None:
    """Backpropagate through the payouts and shares of round t into the tables."""
    seats, _, games = record.score.shape
    choice, share = record.choice[t], record.share[t]
    fund, mean = np.zeros(games, np.float32), np.zeros(games, np.float32)
    for seat in range(seats):
        for game in range(games):
            lane = seat * games + game
            fund[game] += multiplier * np.float32(choice[lane])
            mean[game] += share[lane] * by_payout[lane]
    by_logit = np.empty(len(choice), np.float32)
    for seat in range(seats):
        for game in range(games):
            lane = seat * games + game
            by_logit[lane] = fund[game] * share[lane] * (by_payout[lane] - mean[game])
    contributions = len(record.chance[t])
    by_tables = record.by_alone, record.by_heard, record.by_readout
    _pull_rating(alone, heard, readout, choice, contributions, seats, by_logit, *by_tables)


@compiled
def _pull_rating(
    alone: Reals,
    heard: Reals,
    readout: Reals,
    choice: Whole,
    contributions: int,
    seats: int,
    by_logit: Reals,
    by_alone: Reals,
    by_heard: Reals,
    by_readout: Reals,
) -> None:
    """Backpropagate from the logits of the shares to the table rows they were read from."""
    games, width = len(choice) // seats, len(readout)
    state = np.empty(width, np.float32)
    heard_rows = np.empty(seats, np.int64)
    for game in range(games):
        for seat in range(seats):
            kind, coins = min(seat, 1), choice[seat * games + game]
            row = alone[kind * contributions + coins]
            for w in range(width):
                state[w] = row[w]
            for other in range(seats):
                if other != seat:
                    sent = choice[other * games + game]
                    at = heard_row(min(other, 1), kind, sent, coins, contributions)
                    heard_rows[other] = at
                    row = heard[at]
                    for w in range(width):
                        state[w] += row[w]
            slope = by_logit[seat * games + game]
            row = by_alone[kind * contributions + coins]
            for w in range(width):
                by_readout[w] += slope * max(state[w], ZERO)
                state[w] = slope * readout[w] if state[w] > ZERO else ZERO
                row[w] += state[w]
            for other in range(seats):
                if other != seat:
                    row = by_heard[heard_rows[other]]
                    for w in range(width):
                        row[w] += state[w]


@compiled
def _pull_choice(
    people: People, t: int, advantage: Reals, by_logit: Reals, by_hidden: Reals, record: Record
) -> None:
    """Backpropagate through the log-probability of round t's choices; adds to `by_hidden`."""
    chance, choice = record.chance[t], record.choice[t]
    seats, _, games = record.score.shape
    for k in range(len(chance)):
        for seat in range(seats):
            first = seat * games
            for game in range(games):
                lane = first + game
                chosen = ONE if choice[lane] == k else ZERO
                by_logit[k, lane] = advantage[game] * (chosen - chance[k, lane])
    add_product(by_hidden, people.choice_back, by_logit)


@compiled
def _pull_encoder(
    people: People, encoded: Reals, payout: Reals, by_encoded: Reals, by_payout: Reals
) -> None:
    """Backpropagate through the encoder to the previous payouts, its only non-constant input."""
    units, lanes = encoded.shape
    for k in range(units):
        weight = people.encoder_payout[k]
        for lane in range(lanes):
            passed = by_encoded[k, lane] if encoded[k, lane] > ZERO else ZERO
            by_payout[lane] += weight * passed
    for lane in range(lanes):
        by_payout[lane] = by_payout[lane] if payout[lane] <= people.most_paid[0] else ZERO
