"""The participant models as plain arrays for the compiled loops.

Shapes: `C` conditions, `T` rounds, `N` seats, `K` contributions to choose from, `E` units of the
encoder, `H` of the LSTM, `X` rows of what a seat sees (see `sight`). `K` and `X` are rounded up to
whole fours, in which the products are taken; what is added is never chosen and weighs nothing.
"""

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.fused.arithmetic import Reals, Whole, in_fours
from hcmd_lab.learning.participant_inputs import contribution_columns
from hcmd_lab.learning.participants import ParticipantModels

FEATURES = 6
"""Columns of `contribution_columns`, with everything that people may be shown."""


def seen_rows(contributions: int) -> int:
    """`X`, if there are so many contributions to choose from."""
    return in_fours(FEATURES + contributions - 1)


class People(NamedTuple):
    """The parameters of `ParticipantModels`, combined with constants of the game.

    Attributes:
        limit: `[C, N]` the largest contribution of a seat.
        endowment: `[C, N]` the same as a number.
        unit: `[1]` coins in which the models are given coins.
        most_paid: `[1]` coins up to which a payout is seen.
        first_chance: `[C, N, K]` the probability of each contribution in the first round, in which
            nobody has seen anything yet.
        first_hidden: `[C, N, H]` the state of the LSTM after it.
        first_cell: `[C, N, H]` its cell.
        encoder: `[E, X]` from what is seen to the encoder.
        encoder_bias: `[E]`, which also has what a last choice of 0 coins adds.
        encoder_payout: `[E]` what each coin of the previous payout adds.
        input_weight: `[4H, E]` from the encoder to the LSTM's gates.
        state_weight: `[4H, H]` from the LSTM's state to its gates.
        gate_bias: `[4H]`.
        choice_weight: `[K, H]`.
        choice_bias: `[K]`, which also has what a last choice of 0 coins adds.
        again: `[K, X]` what the other last choices add.
        input_back: `input_weight` transposed, for the way back.
        state_back: `state_weight` transposed.
        choice_back: `choice_weight` transposed.
        vote_contribution: `[T, N, N]` what a coin contributed by the third adds to the score of the
            second. What endowments add is the same in all games that are compared.
        vote_payout: `[T, N, N]` the same for a coin paid.
        vote_satisfaction: `[T]` what the logarithm of the own reward adds.
    """

    limit: Whole
    endowment: Reals
    unit: Reals
    most_paid: Reals
    first_chance: Reals
    first_hidden: Reals
    first_cell: Reals
    encoder: Reals
    encoder_bias: Reals
    encoder_payout: Reals
    input_weight: Reals
    state_weight: Reals
    gate_bias: Reals
    choice_weight: Reals
    choice_bias: Reals
    again: Reals
    input_back: Reals
    state_back: Reals
    choice_back: Reals
    vote_contribution: Reals
    vote_payout: Reals
    vote_satisfaction: Reals


def read_people(participants: ParticipantModels, game: Game) -> People:
    """Lay out participant models for a game's conditions."""
    model, unit = participants.contribution, float(participants.contribution.unit)
    rows = [game.endowments(tail) for tail in game.tail_endowments]
    known = game.max_endowment + 1  # all other outputs are unused
    weight = _array(model.encoder.weight)  # [E, 3 or 6], columns as in contribution_columns
    weight = np.pad(weight, ((0, 0), (0, FEATURES - weight.shape[1])))
    input_weight, state_weight, input_bias, state_bias = map(_array, model.lstm.all_weights[0])
    choice_weight = _in_fours(_array(model.decoder.weight)[:known])
    none_added, added = _by_last_choice(model.last_choice, known, model.encoder.out_features)
    none_again, again = _by_last_choice(model.again, known, known)
    vote = _array(participants.vote.weight_by_seat()) / np.float32(unit)
    satisfaction = participants.vote.satisfaction
    arrays = (
        np.array(rows),
        np.array([unit]),
        np.array([np.inf if model.most_paid is None else unit * float(model.most_paid)]),
        *_first_round(participants, rows, known),
        _beside_features(weight, added, known),
        _array(model.encoder.bias) + none_added,
        weight[:, 3] / unit,
        input_weight,
        state_weight,
        input_bias + state_bias,
        choice_weight,
        _in_fours(_array(model.decoder.bias)[:known] + none_again),
        _in_fours(_beside_features(np.zeros((known, FEATURES), np.float32), again, known)),
        input_weight.T,
        state_weight.T,
        choice_weight.T,
        vote[..., 1],
        vote[..., 2],
        np.zeros(len(vote)) if satisfaction is None else _array(satisfaction),
    )
    return People(
        np.array(rows, dtype=np.int32),
        *(np.ascontiguousarray(array, dtype=np.float32) for array in arrays),
    )


@torch.no_grad()
def _first_round(
    participants: ParticipantModels, rows: list[tuple[int, ...]], known: int
) -> tuple[Reals, Reals, Reals]:
    """The first round: what stands in `first_chance`, `first_hidden` and `first_cell`.

    People who have seen nothing differ in nothing but their endowment.
    """
    model = participants.contribution
    endowment = model.decoder.weight.new_tensor(rows).T  # [N, C]
    nothing = torch.zeros_like(endowment)
    columns = contribution_columns(
        endowment, nothing, nothing, model.inputs, seats=0, unit=model.unit
    )
    forbidden = model.forbidden(endowment.flatten())
    state = model.initial_state(endowment.numel())
    logits, state = model.step(torch.stack(columns).flatten(1), forbidden, state)
    seats, conditions = endowment.shape

    def by_seat(columns: Tensor) -> Reals:
        return _array(columns.view(-1, seats, conditions).permute(2, 1, 0))

    chance = by_seat(logits.softmax(0))[..., :known]
    chance = np.pad(chance, ((0, 0), (0, 0), (0, in_fours(known) - known)))
    return chance, by_seat(state.hidden), by_seat(state.cell)


def _by_last_choice(table: Tensor | None, known: int, outputs: int) -> tuple[Reals, Reals]:
    """What a last choice of 0 coins adds, `[outputs]`, and others beyond it, `[outputs, K - 1]`."""
    if table is None:
        return np.zeros(outputs, np.float32), np.zeros((outputs, known - 1), np.float32)
    rows = _array(table)[:known, :outputs]
    return rows[0], (rows[1:] - rows[0]).T


def _beside_features(features: Reals, choices: Reals, known: int) -> Reals:
    """Weights of the rows of `sight`: of the features, and of the last choices beside them."""
    both = np.concatenate([features, choices], 1)
    return np.pad(both, ((0, 0), (0, seen_rows(known) - both.shape[1])))


def _in_fours(rows: Reals) -> Reals:
    """Rows of zeros added, up to whole fours."""
    return np.pad(rows, ((0, in_fours(len(rows)) - len(rows)), *[(0, 0)] * (rows.ndim - 1)))


def _array(tensor: Tensor) -> Reals:
    array: Reals = tensor.detach().cpu().float().numpy()
    return array
