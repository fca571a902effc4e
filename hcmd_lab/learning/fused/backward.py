"""Backward pass: the surrogate's derivative by the mechanism's tables, for a tile of games."""

import numpy as np

from hcmd_lab.learning.fused.arithmetic import ONE, ZERO, Reals, Whole, add_product
from hcmd_lab.learning.fused.compiler import compiled
from hcmd_lab.learning.fused.memory import pull_memory
from hcmd_lab.learning.fused.participant_arrays import People
from hcmd_lab.learning.fused.tape import Record


@compiled
def pull_tile(
    people: People,
    condition: int,
    multiplier: np.float32,
    slope: Reals,
    advantage: Reals,
    record: Record,
) -> None:
    """Backpropagate the surrogate through a tile, down to the logits of the shares.

    Args:
        people: The participants.
        condition: Its number.
        multiplier: Growth of the fund, times the part of it that the network divides.
        slope: `[N, g]` the derivative by each seat's vote score.
        advantage: `[T, g]` the derivative by the log-probabilities of a round; that of the first
            is not used, because nobody has seen a payout then.
        record: The record made by `play_tile`.
    """
    size, lanes = record.bent[0].shape
    by_payout = np.zeros(lanes, np.float32)
    by_hidden = np.zeros((size, lanes), np.float32)
    by_cell = np.zeros((size, lanes), np.float32)
    by_gates = np.empty((4 * size, lanes), np.float32)
    by_encoded = np.empty(record.passed[0].shape, np.float32)
    by_logit = np.empty(record.chance[0].shape, np.float32)
    for t in range(len(record.choice) - 1, -1, -1):
        _add_votes(people, condition, t, slope, by_payout, record)
        _pull_division(t, multiplier, by_payout, record)
        by_payout[:] = ZERO
        if t > 0:
            _pull_choice(people, t, advantage[t], by_logit, by_hidden, record)
            pull_memory(
                people.state_back, record.cell[t], record.gates[t], record.bent[t],
                by_hidden, by_cell, by_gates,
            )  # fmt: skip
            by_encoded[:, :] = ZERO
            add_product(by_encoded, people.input_back, by_gates)
            _pull_encoder(people, record.passed[t], record.payout[t - 1], by_encoded, by_payout)


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
def _pull_division(t: int, multiplier: np.float32, by_payout: Reals, record: Record) -> None:
    """Backpropagate through the payouts and shares of round t to the logits of the shares."""
    seats, _, games = record.score.shape
    choice, share, by_logit = record.choice[t], record.share[t], record.by_logit[t]
    fund, mean = np.zeros(games, np.float32), np.zeros(games, np.float32)
    for seat in range(seats):
        for game in range(games):
            lane = seat * games + game
            fund[game] += multiplier * np.float32(choice[lane])
            mean[game] += share[lane] * by_payout[lane]
    for seat in range(seats):
        for game in range(games):
            lane = seat * games + game
            by_logit[lane] = fund[game] * share[lane] * (by_payout[lane] - mean[game])


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
    people: People, passed: Whole, payout: Reals, by_encoded: Reals, by_payout: Reals
) -> None:
    """Backpropagate through the encoder to the previous payouts, its only non-constant input."""
    units, lanes = passed.shape
    for k in range(units):
        weight = people.encoder_payout[k]
        for lane in range(lanes):
            by_payout[lane] += weight * by_encoded[k, lane] * np.float32(passed[k, lane])
    for lane in range(lanes):
        by_payout[lane] = by_payout[lane] if payout[lane] <= people.most_paid[0] else ZERO
