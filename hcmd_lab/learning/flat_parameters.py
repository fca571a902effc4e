"""A contribution model's parameters in one array, which Adam moves in one go."""

import numpy as np
import torch
from torch import Tensor

from hcmd_lab.learning.fused.arithmetic import Real, Reals
from hcmd_lab.learning.fused.people_loss import Played, Tape, Weights, descend, new_tape
from hcmd_lab.learning.participants import ContributionModel

LEARNING_RATE = 0.03
"""Of Adam. Chosen, with the batch, by cross-validation on human and on simulated groups."""

TABLE_DECAY = 3.0
"""How strongly the tables of a last choice shrink to 0, so that only what recurs stays in them."""


def decays(model: ContributionModel) -> list[tuple[Tensor, float]]:
    """The parameters that are trained, in the order of `Weights`, each with its decay.

    The LSTM has two biases that are only ever added: one becomes their sum, the other 0.
    """
    from_inputs, from_state, gate_bias, second_bias = model.lstm.all_weights[0]
    with torch.no_grad():
        gate_bias.add_(second_bias)
        second_bias.zero_()
    layers = (
        model.encoder.weight, model.encoder.bias, from_inputs, from_state, gate_bias,
        model.decoder.weight, model.decoder.bias,
    )  # fmt: skip
    tables = [table for table in (model.last_choice, model.again) if table is not None]
    return [(layer, 0.0) for layer in layers] + [(table, TABLE_DECAY) for table in tables]


class FlatParameters:
    """The parameters of a model, and Adam's memory of their slopes.

    The model's own tensors look into the array: it is trained in place.

    Attributes:
        weights: The parameters, as the compiled loops read them.
        slopes: The loss's derivative by each, which is to be filled before `descend`.
        cut_off: Tens of coins at which the model's payouts are cut off.
    """

    def __init__(self, model: ContributionModel) -> None:
        trained = decays(model)
        self._flat = np.concatenate([p.detach().flatten().numpy() for p, _ in trained])
        self._decay = np.concatenate([np.full(p.numel(), decay, Real) for p, decay in trained])
        self._slopes = np.zeros_like(self._flat)
        self._first, self._second = np.zeros_like(self._flat), np.zeros_like(self._flat)
        self._steps = 0
        self.cut_off = np.inf if model.most_paid is None else float(model.most_paid)
        self._sizes = (
            model.encoder.out_features, model.lstm.hidden_size, model.decoder.out_features,
        )  # fmt: skip
        values, slopes = [], []
        start = 0
        for parameter, _ in trained:
            part = slice(start, start + parameter.numel())
            values.append(self._flat[part].reshape(parameter.shape))
            slopes.append(self._slopes[part].reshape(parameter.shape))
            parameter.data = torch.from_numpy(values[-1])
            start = part.stop
        self.weights, self.slopes = self._arranged(values), self._arranged(slopes)

    def tape(self, played: Played) -> Tape:
        """Room for a batch."""
        rounds, lanes = played.choice.shape
        return new_tape(rounds, lanes, *self._sizes)

    def descend(self, groups: int) -> None:
        """One step of Adam against the slopes, which are of the sum over so many groups."""
        self._steps += 1
        np.divide(self._slopes, Real(groups), out=self._slopes)
        descend(
            self._flat, self._slopes, self._first, self._second, self._decay, self._steps,
            Real(LEARNING_RATE),
        )  # fmt: skip

    def _arranged(self, arrays: list[Reals]) -> Weights:
        encoder, encoder_bias, inputs, state, gate_bias, choice, choice_bias, *tables = arrays
        units, _, contributions = self._sizes
        if not tables:  # of an architecture without: zeros that are never read back
            tables = [
                np.zeros((contributions + 1, units), Real),
                np.zeros((contributions + 1, contributions), Real),
            ]
        last_choice, again = tables
        return Weights(
            encoder, encoder_bias, last_choice, inputs, state, gate_bias, choice, choice_bias, again
        )
