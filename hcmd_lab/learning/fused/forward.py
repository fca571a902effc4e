"""Forward pass: plays a tile of games, as `rollout.play` plays all of them."""

import numpy as np

from hcmd_lab.learning.fused.arithmetic import (
    ONE,
    ZERO,
    Reals,
    Whole,
    add_product,
    exponential,
)
from hcmd_lab.learning.fused.compiler import compiled
from hcmd_lab.learning.fused.memory import remember
from hcmd_lab.learning.fused.participant_arrays import People
from hcmd_lab.learning.fused.rating import Rating, rate
from hcmd_lab.learning.fused.restriction_arrays import Bounds
from hcmd_lab.learning.fused.sight import see
from hcmd_lab.learning.fused.tape import Record

_NEVER = np.float32(-1e30)  # as a logit, of what is above the endowment


@compiled
def play_tile(
    people: People,
    bounds: Bounds,
    rating: Rating,
    condition: int,
    multiplier: np.float32,
    uniform: Reals,
    record: Record,
) -> None:
    """Play a tile and record it.

    Args:
        people: The participants.
        bounds: The restriction on the mechanism.
        rating: The mechanism, in the condition.
        condition: Its number.
        multiplier: Growth of the fund.
        uniform: `[T, L]` numbers in [0, 1) by which contributions are drawn.
        record: Record to fill.
    """
    size, lanes = record.bent[0].shape
    seen = np.empty((people.encoder.shape[1], lanes), np.float32)
    encoded = np.empty(record.passed[0].shape, np.float32)
    hidden = np.empty((size, lanes), np.float32)
    memory = (people.gate_bias, people.input_weight, people.state_weight)
    for t in range(len(record.choice)):
        if t == 0:
            _begin(people, condition, uniform[0], hidden, record)
        else:
            see(people, condition, record.choice[t - 1], record.payout[t - 1], seen)
            _encode(people, seen, encoded, record.passed[t])
            remember(
                memory, encoded, hidden, record.cell[t], record.gates[t], record.cell[t + 1],
                record.bent[t], hidden,
            )  # fmt: skip
            _choose(people, condition, t, uniform[t], seen, hidden, record)
        _divide(rating, t, record)
        _pay(bounds, condition, t, multiplier, record)
        _score(people, condition, t, record)


@compiled
def _begin(people: People, condition: int, drawn: Reals, hidden: Reals, record: Record) -> None:
    """The first round, in which all people of a seat are alike; draws as `_choose` does."""
    choice, cell = record.choice[0], record.cell[1]
    seats, _, games = record.score.shape
    contributions = people.first_chance.shape[2]
    for seat in range(seats):
        first, last = seat * games, (seat + 1) * games
        for unit in range(len(hidden)):
            hidden[unit, first:last] = people.first_hidden[condition, seat, unit]
            cell[unit, first:last] = people.first_cell[condition, seat, unit]
        choice[first:last] = 0
        cumulative = ZERO
        for k in range(contributions):
            cumulative += people.first_chance[condition, seat, k]
            for lane in range(first, last):
                choice[lane] += np.int32(1) if cumulative <= drawn[lane] else np.int32(0)
        for lane in range(first, last):
            choice[lane] = min(choice[lane], people.limit[condition, seat])


@compiled
def _encode(people: People, seen: Reals, encoded: Reals, passed: Whole) -> None:
    """Encode what each seat has seen, `[X, L]`, into `[E, L]`."""
    units, lanes = encoded.shape
    for k in range(units):
        encoded[k, :] = people.encoder_bias[k]
    add_product(encoded, people.encoder, seen)
    for k in range(units):
        for lane in range(lanes):
            passed[k, lane] = np.int8(1) if encoded[k, lane] > ZERO else np.int8(0)
            encoded[k, lane] = max(encoded[k, lane], ZERO)


@compiled
def _choose(
    people: People,
    condition: int,
    t: int,
    drawn: Reals,
    seen: Reals,
    hidden: Reals,
    record: Record,
) -> None:
    """Draw contributions from `drawn` `[L]` as `rollout.by_inverse_cdf` does."""
    chance, choice = record.chance[t], record.choice[t]
    contributions, lanes = chance.shape
    seats, _, games = record.score.shape
    limit = np.empty(lanes, np.int32)
    for seat in range(seats):
        limit[seat * games : (seat + 1) * games] = people.limit[condition, seat]
    for k in range(contributions):
        chance[k, :] = people.choice_bias[k]
    add_product(chance, people.again, seen)
    add_product(chance, people.choice_weight, hidden)
    largest = np.full(lanes, _NEVER, np.float32)
    for k in range(contributions):
        for lane in range(lanes):
            possible = chance[k, lane] if k <= limit[lane] else _NEVER
            chance[k, lane] = possible
            largest[lane] = max(largest[lane], possible)
    total = np.zeros(lanes, np.float32)
    for k in range(contributions):
        for lane in range(lanes):
            weight = exponential(chance[k, lane] - largest[lane])
            chance[k, lane] = weight
            total[lane] += weight
    cumulative = np.zeros(lanes, np.float32)
    for lane in range(lanes):
        total[lane] = ONE / total[lane]
        choice[lane] = 0
    for k in range(contributions):
        for lane in range(lanes):
            share = chance[k, lane] * total[lane]
            chance[k, lane] = share
            cumulative[lane] += share
            choice[lane] += np.int32(1) if cumulative[lane] <= drawn[lane] else np.int32(0)
    for lane in range(lanes):
        choice[lane] = min(choice[lane], limit[lane])


@compiled
def _divide(rating: Rating, t: int, record: Record) -> None:
    """Compute the network's shares."""
    seats, _, games = record.score.shape
    choice, share = record.choice[t], record.share[t]
    rate(rating, choice, seats, record.state[t], share)
    largest = share[:games].copy()
    for seat in range(1, seats):
        for game in range(games):
            largest[game] = max(largest[game], share[seat * games + game])
    total = np.zeros(games, np.float32)
    for seat in range(seats):
        for game in range(games):
            lane = seat * games + game
            weight = exponential(share[lane] - largest[game])
            share[lane] = weight
            total[game] += weight
    for seat in range(seats):
        for game in range(games):
            share[seat * games + game] /= total[game]


@compiled
def _pay(bounds: Bounds, condition: int, t: int, multiplier: np.float32, record: Record) -> None:
    """Compute payouts from the network's shares, mapped into the restriction (`restricted.mix`)."""
    seats, _, games = record.score.shape
    choice, share, payout = record.choice[t], record.share[t], record.payout[t]
    fund, fractions = np.zeros(games, np.float32), np.zeros(games, np.float32)
    for seat in range(seats):
        per_coin = bounds.per_coin[condition, seat]
        for game in range(games):
            coins = np.float32(choice[seat * games + game])
            fund[game] += multiplier * coins
            fractions[game] += per_coin * coins
    for game in range(games):
        # Without contributions there is nothing to divide.
        fractions[game] = ONE / fractions[game] if fractions[game] > ZERO else ZERO
    for seat in range(seats):
        by_fraction = bounds.by_fraction * bounds.per_coin[condition, seat]
        by_coin = bounds.by_coin * multiplier
        for game in range(games):
            lane = seat * games + game
            coins = np.float32(choice[lane])
            divided = (
                bounds.floor + bounds.room * share[lane] + by_fraction * coins * fractions[game]
            )
            payout[lane] = divided * fund[game] + by_coin * coins


@compiled
def _score(people: People, condition: int, t: int, record: Record) -> None:
    """Compute the round's part of each seat's vote score (`VoteModel.round_scores`)."""
    score = record.score
    seats, _, games = score.shape
    choice, payout = record.choice[t], record.payout[t]
    for viewer in range(seats):
        score[viewer, t, :] = ZERO
        for seat in range(seats):
            by_coin = people.vote_contribution[t, viewer, seat]
            by_payout = people.vote_payout[t, viewer, seat]
            first = seat * games
            for game in range(games):
                score[viewer, t, game] += (
                    by_coin * np.float32(choice[first + game]) + by_payout * payout[first + game]
                )
        pleased = people.vote_satisfaction[t]
        if pleased != ZERO:
            kept = np.float32(people.limit[condition, viewer])
            for game in range(games):
                lane = viewer * games + game
                reward = payout[lane] + kept - np.float32(choice[lane])
                score[viewer, t, game] += pleased * np.log(ONE + max(reward, ZERO))
