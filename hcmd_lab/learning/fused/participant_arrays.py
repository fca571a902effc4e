"""The participant models as plain arrays for the compiled loops.

Shapes: `C` conditions, `T` rounds, `N` seats, `K` contributions to choose from, `E` units of the
encoder, `H` of the LSTM.
"""

from typing import NamedTuple

import numpy as np
from torch import Tensor

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.fused.arithmetic import Reals, Whole
from hcmd_lab.learning.participants import ContributionModel, ParticipantModels


class People(NamedTuple):
    """The parameters of `ParticipantModels`, combined with constants of the game.

    Attributes:
        limit: `[C, N]` the largest contribution of a seat.
        encoder_first: `[C, N, E]` the encoder of a seat that has seen nothing yet.
        encoder_own: `[C, N, E, K]` the same by its previous contribution, which also takes back
            what `encoder_others` adds for it.
        encoder_payout: `[E]` what each coin of its previous payout adds.
        most_paid: `[1]` coins up to which a payout is seen.
        encoder_others: `[C, N, E]` what each coin of a seat's previous contribution adds to the
            encoder of every other seat.
        input_weight: `[4H, E]` from the encoder to the LSTM's gates.
        state_weight: `[4H, H]` from the LSTM's state to its gates.
        gate_bias: `[4H]`.
        choice_weight: `[K, H]`.
        choice_bias: `[K + 1, K]` by the previous contribution; row K before there was one.
        input_back: `input_weight` transposed, for the way back.
        state_back: `state_weight` transposed.
        choice_back: `choice_weight` transposed.
        vote_contribution: `[T, N, N]` what a coin contributed by the third adds to the score of the
            second. What endowments add is the same in all games that are compared.
        vote_payout: `[T, N, N]` the same for a coin paid.
        vote_satisfaction: `[T]` what the logarithm of the own reward adds.
    """

    limit: Whole
    encoder_first: Reals
    encoder_own: Reals
    encoder_payout: Reals
    most_paid: Reals
    encoder_others: Reals
    input_weight: Reals
    state_weight: Reals
    gate_bias: Reals
    choice_weight: Reals
    choice_bias: Reals
    input_back: Reals
    state_back: Reals
    choice_back: Reals
    vote_contribution: Reals
    vote_payout: Reals
    vote_satisfaction: Reals


def read_people(participants: ParticipantModels, game: Game) -> People:
    """Lay out participant models for a game's conditions."""
    model, unit = participants.contribution, float(participants.contribution.unit)
    endowment = np.array([game.endowments(tail) for tail in game.tail_endowments], dtype=np.float32)
    weight = _array(model.encoder.weight)  # [E, 3 or 6], columns as in contribution_columns
    if weight.shape[1] == 3:
        weight = np.pad(weight, ((0, 0), (0, 3)))
    each = endowment[:, :, None]
    input_weight, state_weight, input_bias, state_bias = map(_array, model.lstm.all_weights[0])
    known = game.max_endowment + 1  # all other outputs are unused
    choice_weight = _array(model.decoder.weight)[:known]
    vote = _array(participants.vote.weight_by_seat()) / np.float32(unit)
    satisfaction = participants.vote.satisfaction
    base = _array(model.encoder.bias) + weight[:, 0] * each / unit
    coin = weight[:, 1] / unit + weight[:, 2] / each
    others = (weight[:, 4] / each + weight[:, 5] / unit) / (game.seats - 1)
    first_added, added = _last_choice(model, known)
    arrays = (
        base + first_added,
        base[..., None] + (coin - others)[..., None] * np.arange(known, dtype=np.float32) + added,
        weight[:, 3] / unit,
        np.array([np.inf if model.most_paid is None else unit * float(model.most_paid)]),
        others,
        input_weight,
        state_weight,
        input_bias + state_bias,
        choice_weight,
        _choice_bias(model, known),
        input_weight.T,
        state_weight.T,
        choice_weight.T,
        vote[..., 1],
        vote[..., 2],
        np.zeros(len(vote)) if satisfaction is None else _array(satisfaction),
    )
    return People(
        endowment.astype(np.int32),
        *(np.ascontiguousarray(array, dtype=np.float32) for array in arrays),
    )


def _last_choice(model: ContributionModel, known: int) -> tuple[Reals, Reals]:
    """What the first round `[E]`, and each last choice `[E, K]`, add to the encoder."""
    if model.last_choice is None:
        units = model.encoder.out_features
        return np.zeros(units, np.float32), np.zeros((units, known), np.float32)
    table = _array(model.last_choice)
    return table[-1], table[:known].T


def _choice_bias(model: ContributionModel, known: int) -> Reals:
    bias = np.tile(_array(model.decoder.bias)[:known], (known + 1, 1))
    if model.again is not None:
        table = _array(model.again)[:, :known]
        bias += np.concatenate([table[:known], table[-1:]])
    return bias


def _array(tensor: Tensor) -> Reals:
    array: Reals = tensor.detach().cpu().float().numpy()
    return array
