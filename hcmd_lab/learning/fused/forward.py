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
from hcmd_lab.learning.fused.compiler import compiled, inlined
from hcmd_lab.learning.fused.memory import remember
from hcmd_lab.learning.fused.participant_arrays import People
from hcmd_lab.learning.fused.restriction_arrays import Bounds
from hcmd_lab.learning.fused.tape import Record

_NEVER = np.float32(-1e30)  # as a logit, of what is above the endowment


@compiled
def play_tile(
    people: People,
    bounds: Bounds,
    alone: Reals,
    heard: Reals,
    readout: Reals,
    condition: int,
    multiplier: np.float32,
    uniform: Reals,
    record: Record,
) -> None:
    """Play a tile and record it.

    Args:
        people: The participants.
        bounds: The restriction on the mechanism.
        alone: `[S * K, W]` of the condition (see `share_tables`).
        heard: `[S * S * K * K, W]` of the condition.
        readout: `[W]`.
        condition: Its number.
        multiplier: Growth of the fund.
        uniform: `[T, L]` numbers in [0, 1) by which contributions are drawn.
        record: Record to fill.
    """
    record.cell[0, :, :] = ZERO
    record.hidden[0, :, :] = ZERO
    memory = (people.gate_bias, people.input_weight, people.state_weight)
    for t in range(len(record.choice)):
        _encode(people, condition, t, record)
        remember(
            memory, record.encoded[t], record.hidden[t], record.cell[t], record.gates[t],
            record.cell[t + 1], record.bent[t], record.hidden[t + 1],
        )  # fmt: skip
        _choose(people, condition, t, uniform[t], record)
        _divide(alone, heard, readout, t, record)
        _pay(bounds, condition, t, multiplier, record)
        _score(people, condition, t, record)


@compiled
def _encode(people: People, condition: int, t: int, record: Record) -> None:
    """Encode each seat's inputs from the previous round."""
    seats = people.limit.shape[1]
    encoded = record.encoded[t]
    units, lanes = encoded.shape
    games = lanes // seats
    if t == 0:
        for k in range(units):
            for seat in range(seats):
                base = max(people.encoder_first[condition, seat, k], ZERO)
                encoded[k, seat * games : (seat + 1) * games] = base
        return
    choice, payout = record.choice[t - 1], record.payout[t - 1]
    rows, paid = np.empty(games, np.float32), np.empty(lanes, np.float32)
    for lane in range(lanes):
        paid[lane] = min(payout[lane], people.most_paid[0])
    for k in range(units):
        by_payout = people.encoder_payout[k]
        # The effect of a coin on everyone, the seat itself included; its own table takes that back.
        rows[:] = ZERO
        for seat in range(seats):
            factor = people.encoder_others[condition, seat, k]
            first = seat * games
            for game in range(games):
                rows[game] += factor * np.float32(choice[first + game])
        for seat in range(seats):
            own = people.encoder_own[condition, seat, k]
            first = seat * games
            for game in range(games):
                lane = first + game
                unit = own[choice[lane]] + rows[game] + by_payout * paid[lane]
                encoded[k, lane] = max(unit, ZERO)


@compiled
def _choose(people: People, condition: int, t: int, drawn: Reals, record: Record) -> None:
    """Draw contributions from `drawn` `[L]` as `rollout.by_inverse_cdf` does."""
    chance, choice = record.chance[t], record.choice[t]
    contributions, lanes = chance.shape
    seats, _, games = record.score.shape
    limit = np.empty(lanes, np.int32)
    for seat in range(seats):
        limit[seat * games : (seat + 1) * games] = people.limit[condition, seat]
    for k in range(contributions):
        if t == 0:
            bias = people.choice_bias[contributions, k]
            for lane in range(lanes):
                chance[k, lane] = bias if k <= limit[lane] else _NEVER
        else:
            last = record.choice[t - 1]
            for lane in range(lanes):
                by_last = people.choice_bias[last[lane], k]
                chance[k, lane] = by_last if k <= limit[lane] else _NEVER
    add_product(chance, people.choice_weight, record.hidden[t + 1])
    largest = chance[0].copy()
    for k in range(1, contributions):
        for lane in range(lanes):
            largest[lane] = max(largest[lane], chance[k, lane])
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
def _divide(alone: Reals, heard: Reals, readout: Reals, t: int, record: Record) -> None:
    """Compute the network's shares."""
    seats, _, games = record.score.shape
    choice, share = record.choice[t], record.share[t]
    _rate(alone, heard, readout, choice, len(record.chance[t]), seats, share)
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
def _rate(
    alone: Reals,
    heard: Reals,
    readout: Reals,
    choice: Whole,
    contributions: int,
    seats: int,
    logit: Reals,
) -> None:
    """Look up the logits of the shares in the tables (see `share_tables`), into `logit` `[L]`."""
    games, width = len(choice) // seats, len(readout)
    state = np.empty(width, np.float32)
    for game in range(games):
        for seat in range(seats):
            kind, coins = min(seat, 1), choice[seat * games + game]
            row = alone[kind * contributions + coins]
            for w in range(width):
                state[w] = row[w]
            for other in range(seats):
                if other != seat:
                    sent = choice[other * games + game]
                    row = heard[heard_row(min(other, 1), kind, sent, coins, contributions)]
                    for w in range(width):
                        state[w] += row[w]
            total = ZERO
            for w in range(width):
                total += readout[w] * max(state[w], ZERO)
            logit[seat * games + game] = total


@inlined
def heard_row(source: int, target: int, sent: int, own: int, contributions: int) -> int:
    """Row of the table `heard` for a message from one seat to another."""
    return ((source * 2 + target) * contributions + sent) * contributions + own


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
