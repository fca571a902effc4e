"""MODEL's loss and its gradient: the cross-entropy of people's contributions.

What `contribution_fit` minimises, as compiled loops: a batch of people's sequences is played
through forward and pulled back, all people side by side.

Shapes: `T` rounds, `L` lanes (people's sequences), `F` numbers and `K` contributions that a person
sees, `E` units of the encoder, `H` of the LSTM.
"""

from typing import NamedTuple

import numpy as np

from hcmd_lab.learning.fused.arithmetic import ONE, ZERO, Reals, Whole, add_product, exponential
from hcmd_lab.learning.fused.compiler import compiled
from hcmd_lab.learning.fused.memory import add_outer, pull_memory, remember

_NEVER = np.float32(-1e30)  # as a logit, of what is above the endowment


class Weights(NamedTuple):
    """The parameters of a `ContributionModel`, or the loss's derivative by them.

    Attributes:
        encoder: `[E, F]`.
        encoder_bias: `[E]`.
        last_choice: `[K + 1, E]` what the last choice adds to the encoder; row K before any.
        inputs: `[4H, E]` from the encoder to the LSTM's gates.
        state: `[4H, H]` from the LSTM's state to its gates.
        gate_bias: `[4H]`.
        choice: `[K, H]`.
        choice_bias: `[K]`.
        again: `[K + 1, K]` what the last choice adds to the logits; row K before any.
    """

    encoder: Reals
    encoder_bias: Reals
    last_choice: Reals
    inputs: Reals
    state: Reals
    gate_bias: Reals
    choice: Reals
    choice_bias: Reals
    again: Reals


class Played(NamedTuple):
    """People's sequences.

    Attributes:
        seen: `[T, F, L]` the numbers they see.
        last: `[T, L]` their last choice; K before any.
        limit: `[T, L]` their endowment.
        choice: `[T, L]` what they chose.
        weight: `[T, L]` how much the decision counts.
    """

    seen: Reals
    last: Whole
    limit: Whole
    choice: Whole
    weight: Reals


class Tape(NamedTuple):
    """What the way forward keeps for the way back; as in `tape.Record`."""

    encoded: Reals
    gates: Reals
    cell: Reals
    bent: Reals
    hidden: Reals
    by_logit: Reals


def new_tape(rounds: int, lanes: int, encoder: int, hidden: int, contributions: int) -> Tape:
    """Allocate a tape."""

    def room(*shape: int) -> Reals:
        return np.zeros((*shape, lanes), dtype=np.float32)

    return Tape(
        encoded=room(rounds, encoder),
        gates=room(rounds, 4 * hidden),
        cell=room(rounds + 1, hidden),
        bent=room(rounds, hidden),
        hidden=room(rounds + 1, hidden),
        by_logit=room(rounds, contributions),
    )


@compiled
def play(weights: Weights, played: Played, tape: Tape) -> float:
    """The sum of the weighted cross-entropies, in nats; fills the tape."""
    tape.cell[0, :, :] = ZERO
    tape.hidden[0, :, :] = ZERO
    memory = (weights.gate_bias, weights.inputs, weights.state)
    total = 0.0
    for t in range(len(played.choice)):
        _encode(weights, played, t, tape.encoded[t])
        remember(
            memory, tape.encoded[t], tape.hidden[t], tape.cell[t], tape.gates[t],
            tape.cell[t + 1], tape.bent[t], tape.hidden[t + 1],
        )  # fmt: skip
        total += _surprise(weights, played, t, tape.hidden[t + 1], tape.by_logit[t])
    return total


@compiled
def _encode(weights: Weights, played: Played, t: int, encoded: Reals) -> None:
    units, lanes = encoded.shape
    last = played.last[t]
    for k in range(units):
        bias = weights.encoder_bias[k]
        for lane in range(lanes):
            encoded[k, lane] = bias + weights.last_choice[last[lane], k]
    add_product(encoded, weights.encoder, played.seen[t])
    for k in range(units):
        for lane in range(lanes):
            encoded[k, lane] = max(encoded[k, lane], ZERO)


@compiled
def _surprise(weights: Weights, played: Played, t: int, hidden: Reals, by_logit: Reals) -> float:
    """Cross-entropies of a round, and their derivative by the logits."""
    contributions, lanes = by_logit.shape
    last, limit, choice, weight = (
        played.last[t],
        played.limit[t],
        played.choice[t],
        played.weight[t],
    )
    for k in range(contributions):
        bias = weights.choice_bias[k]
        for lane in range(lanes):
            possible = k <= limit[lane]
            by_logit[k, lane] = bias + weights.again[last[lane], k] if possible else _NEVER
    add_product(by_logit, weights.choice, hidden)
    largest = by_logit[0].copy()
    for k in range(1, contributions):
        for lane in range(lanes):
            largest[lane] = max(largest[lane], by_logit[k, lane])
    summed, chosen = np.zeros(lanes, np.float32), np.empty(lanes, np.float32)
    for k in range(contributions):
        for lane in range(lanes):
            part = exponential(by_logit[k, lane] - largest[lane])
            by_logit[k, lane] = part
            summed[lane] += part
    for lane in range(lanes):
        chosen[lane] = by_logit[choice[lane], lane] / summed[lane]
        summed[lane] = weight[lane] / summed[lane]
    for k in range(contributions):
        for lane in range(lanes):
            taken = weight[lane] if choice[lane] == k else ZERO
            by_logit[k, lane] = by_logit[k, lane] * summed[lane] - taken
    total = 0.0
    for lane in range(lanes):
        if weight[lane] > ZERO:
            total -= weight[lane] * np.log(chosen[lane])
    return total


@compiled
def pull(weights: Weights, played: Played, tape: Tape, slopes: Weights) -> None:
    """Backpropagate what `play` has put on the tape, into `slopes`."""
    for slope in (slopes.encoder, slopes.last_choice, slopes.inputs, slopes.state):
        slope[:, :] = ZERO
    for slope in (slopes.choice, slopes.again):
        slope[:, :] = ZERO
    for slope in (slopes.encoder_bias, slopes.gate_bias, slopes.choice_bias):
        slope[:] = ZERO
    input_back = np.ascontiguousarray(weights.inputs.T)
    state_back = np.ascontiguousarray(weights.state.T)
    choice_back = np.ascontiguousarray(weights.choice.T)
    size, lanes = tape.bent[0].shape
    by_hidden = np.zeros((size, lanes), np.float32)
    by_cell = np.zeros((size, lanes), np.float32)
    by_gates = np.empty((4 * size, lanes), np.float32)
    by_encoded = np.empty(tape.encoded[0].shape, np.float32)
    for t in range(len(played.choice) - 1, -1, -1):
        by_logit, encoded, last = tape.by_logit[t], tape.encoded[t], played.last[t]
        add_outer(slopes.choice, by_logit, tape.hidden[t + 1])
        _add_rows(slopes.choice_bias, by_logit)
        _scatter(slopes.again, last, by_logit)
        add_product(by_hidden, choice_back, by_logit)
        pull_memory(
            state_back, tape.cell[t], tape.gates[t], tape.bent[t], by_hidden, by_cell, by_gates
        )
        add_outer(slopes.inputs, by_gates, encoded)
        add_outer(slopes.state, by_gates, tape.hidden[t])
        _add_rows(slopes.gate_bias, by_gates)
        by_encoded[:, :] = ZERO
        add_product(by_encoded, input_back, by_gates)
        for k in range(len(encoded)):
            for lane in range(lanes):
                by_encoded[k, lane] = by_encoded[k, lane] if encoded[k, lane] > ZERO else ZERO
        add_outer(slopes.encoder, by_encoded, played.seen[t])
        _add_rows(slopes.encoder_bias, by_encoded)
        _scatter(slopes.last_choice, last, by_encoded)


@compiled
def _add_rows(out: Reals, rows: Reals) -> None:
    for n in range(len(rows)):
        total = np.float32(0)
        row = rows[n]
        for lane in range(len(row)):
            total += row[lane]
        out[n] += total


@compiled
def _scatter(out: Reals, last: Whole, rows: Reals) -> None:
    for n in range(len(rows)):
        row = rows[n]
        for lane in range(len(row)):
            out[last[lane], n] += row[lane]


@compiled
def descend(
    parameters: Reals,
    slopes: Reals,
    first: Reals,
    second: Reals,
    decay: Reals,
    step: int,
    rate: np.float32,
) -> None:
    """One step of Adam with decoupled decay (Loshchilov and Hutter 2019), usual constants."""
    a, b, little = np.float32(0.9), np.float32(0.999), np.float32(1e-8)
    first_scale = ONE / (ONE - a ** np.float32(step))
    second_scale = ONE / (ONE - b ** np.float32(step))
    for n in range(len(parameters)):
        slope = slopes[n]
        first[n] = a * first[n] + (ONE - a) * slope
        second[n] = b * second[n] + (ONE - b) * slope * slope
        scale = np.sqrt(second[n] * second_scale) + little
        parameters[n] -= rate * (first[n] * first_scale / scale + decay[n] * parameters[n])
