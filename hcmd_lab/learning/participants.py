"""The participant models: how much people contribute and how they vote (paper section 3.3.2).

Shapes: `G` games, `T` rounds, `N` seats, `F` inputs, `K` = max_endowment + 1 contributions to
choose from, `B` any number of people (games times seats). Seat 0 is the head. Coins are floats
here, so that gradients can pass through payouts.
"""

from typing import Annotated, NamedTuple

import msgspec
import torch
from torch import Tensor, nn

from hcmd_lab.jobs.requests import Inputs
from hcmd_lab.learning.participant_inputs import (
    COINS,
    ENDOWMENT,
    FRACTION,
    PAYOUT,
    QUANTITIES,
    WIDTHS,
    last_choice,
    satisfaction,
    sees_satisfaction,
    viewing_order,
)


class LSTMState(NamedTuple):
    """What people remember.

    Attributes:
        hidden: `[lstm_size, B]`.
        cell: `[lstm_size, B]`.
        begun: Whether there was a round before.
    """

    hidden: Tensor
    cell: Tensor
    begun: bool


Size = Annotated[int, msgspec.Meta(ge=1, le=1024)]


class ParticipantArchitecture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All hyperparameters needed to build participant models.

    Attributes:
        linear_size: Units of the contribution model's input layer.
        lstm_size: Units of its LSTM.
        inputs: `paper` for what the paper names, `full` to add the previous payout and what the
            others gave, without which people could not react to the mechanism.
        max_endowment: Largest contribution that can be predicted, in coins; the unit in which the
            models are given coins.
        rounds: Rounds in an episode that is voted on.
        seats: Seats in a group.
        vote_inputs: `paper` for what the paper names, `full` to add the logarithm of the own
            reward, without which a further coin would always be worth the same.
        one_hot: Whether the contribution model sees the last choice as one of the possible ones,
            besides as a number, and payouts as far as the data went and no further.
        stage_order: Whether the vote model knows how votes lean to one of two equal stages.
    """

    linear_size: Size
    lstm_size: Size
    inputs: Inputs = Inputs.FULL
    max_endowment: Size = COINS
    rounds: Size = 10
    seats: Annotated[int, msgspec.Meta(ge=2, le=64)] = 4
    # Checkpoints without it were made before there was a choice.
    vote_inputs: Inputs = Inputs.PAPER
    one_hot: bool = False
    stage_order: bool = False


class ContributionModel(nn.Module):
    """Linear, LSTM, linear: applied to each seat separately, with shared parameters.

    A ReLU stands between the first layer and the LSTM (Koster et al. 2022 and the paper leave the
    activation open): without one the first layer would only be a factor of the LSTM's own weights.

    If the architecture is `one_hot`, tables say what each last choice adds to the first layer
    (`last_choice`) and to the logits (`again`); their last row is for the first round. Payouts are
    then cut off at the largest that the data had much of: what people would do beyond nobody knows,
    and a network does not either.
    """

    def __init__(self, architecture: ParticipantArchitecture) -> None:
        super().__init__()
        self.inputs: Inputs = architecture.inputs
        self.unit = architecture.max_endowment
        self.encoder = nn.Linear(WIDTHS[architecture.inputs], architecture.linear_size)
        self.lstm = nn.LSTM(architecture.linear_size, architecture.lstm_size, batch_first=True)
        choices = architecture.max_endowment + 1
        self.decoder = nn.Linear(architecture.lstm_size, choices)
        one_hot = architecture.one_hot
        self.last_choice = (
            nn.Parameter(torch.zeros(choices + 1, architecture.linear_size)) if one_hot else None
        )
        self.again = nn.Parameter(torch.zeros(choices + 1, choices)) if one_hot else None
        self.register_buffer("most_paid", torch.tensor(torch.inf) if one_hot else None)
        self.most_paid: Tensor | None

    def forward(self, features: Tensor, endowment: Tensor) -> Tensor:
        """Predict whole sequences, each round from the rounds before it.

        Args:
            features: `[B, T, F]` from `contribution_inputs`.
            endowment: `[B, T]` coins.

        Returns:
            `[B, T, K]` logits of contributing 0, 1, ... coins; -inf above the endowment.
        """
        encoded = self.encoder(self._within(features, -1))
        last = last_choice(features[..., ENDOWMENT], features[..., FRACTION], self.unit)
        last[:, 0] = self.decoder.out_features
        if self.last_choice is not None:
            encoded = encoded + self.last_choice[last]
        hidden, _ = self.lstm(torch.relu(encoded))
        logits: Tensor = self.decoder(hidden)
        if self.again is not None:
            logits = logits + self.again[last]
        return logits + self.forbidden(endowment).movedim(0, -1)

    def _within(self, features: Tensor, axis: int) -> Tensor:
        """The features with payouts cut off."""
        if self.most_paid is None or self.inputs == Inputs.PAPER:
            return features
        columns = list(features.unbind(axis))
        columns[PAYOUT] = columns[PAYOUT].clamp(max=self.most_paid)
        return torch.stack(columns, axis)

    def forbidden(self, endowment: Tensor) -> Tensor:
        """`[K, ...]` for endowments `[...]`: -inf for contributions above the endowment, else 0."""
        coins = torch.arange(self.decoder.out_features, device=endowment.device)
        above = coins.view(-1, *[1] * endowment.dim()) > endowment
        return torch.zeros_like(above, dtype=endowment.dtype).masked_fill(above, -torch.inf)

    def initial_state(self, batch: int) -> LSTMState:
        """The state of `batch` people before the first round, of zeros."""
        zeros = self.decoder.weight.new_zeros(self.lstm.hidden_size, batch)
        return LSTMState(zeros, zeros, begun=False)

    def step(
        self, features: Tensor, forbidden: Tensor, state: LSTMState
    ) -> tuple[Tensor, LSTMState]:
        """Predict one round. People are the last axis, so that each gate is contiguous.

            [i, f, g, o] = W_x relu(W_e x + b_e) + b_x + W_h h + b_h
            cell = sigmoid(f) * cell + sigmoid(i) * tanh(g),   h = sigmoid(o) * tanh(cell)

        (Hochreiter and Schmidhuber 1997, as torch.nn.LSTM has it.)

        Args:
            features: `[F, B]` from `contribution_columns`.
            forbidden: `[K, B]` from `forbidden`.
            state: From `initial_state` or the step before.

        Returns:
            `[K, B]` logits, -inf above the endowment, and the state for the next step.
        """
        size = self.lstm.hidden_size
        weight_x, weight_h, bias_x, bias_h = self.lstm.all_weights[0]
        hidden, cell, begun = state
        encoded = _affine(self.encoder.weight, self.encoder.bias, self._within(features, 0))
        last = last_choice(features[ENDOWMENT], features[FRACTION], self.unit)
        if not begun:
            last = torch.full_like(last, self.decoder.out_features)
        if self.last_choice is not None:
            encoded = encoded + self.last_choice[last].T
        encoded = torch.relu(encoded)
        gates = torch.addmm(_affine(weight_x, bias_x + bias_h, encoded), weight_h, hidden)
        opened = torch.sigmoid(gates[: 2 * size])
        candidate = torch.tanh(gates[2 * size : 3 * size])
        cell = opened[size:] * cell + opened[:size] * candidate
        hidden = torch.sigmoid(gates[3 * size :]) * torch.tanh(cell)
        logits = _affine(self.decoder.weight, self.decoder.bias, hidden)
        if self.again is not None:
            logits = logits + self.again[last].T
        return logits + forbidden, LSTMState(hidden, cell, begun=True)

    def reset_parameters(self, generator: torch.Generator) -> None:
        """Redraw the layers, uniform within 1/sqrt(inputs of the layer); the tables begin at 0."""
        for layer, fan_in in (
            (self.encoder, self.encoder.in_features),
            (self.lstm, self.lstm.hidden_size),
            (self.decoder, self.decoder.in_features),
        ):
            for parameter in layer.parameters():
                nn.init.uniform_(parameter, -(fan_in**-0.5), fan_in**-0.5, generator=generator)


class VoteModel(nn.Module):
    """A linear score of an episode, by which a seat compares two episodes.

    Seat i votes for a rather than b with the softmax's `p = sigmoid(S[a, i] - S[b, i])`.

    A seat sees the group with itself in the first slot and the others after it in seat order, so
    the head stands in the second slot of every tail seat. (In a fixed order all four votes would be
    equal.) If its inputs are full it also sees the logarithm of what it earned (`satisfaction`).
    A constant would cancel out of the softmax, so there is no bias. The parameters begin at 0:
    every vote is even.

    People may also lean to the stage that they remember best, or to the first. That is no
    preference: `first_stage`, what the first stage has ahead whatever was played, is fitted with
    the weights so that they need not explain it, and has no part in the score.
    """

    def __init__(self, architecture: ParticipantArchitecture) -> None:
        super().__init__()
        seats = architecture.seats
        self.unit = architecture.max_endowment
        self.weight = nn.Parameter(torch.zeros(architecture.rounds, seats, QUANTITIES))
        full = sees_satisfaction(architecture.vote_inputs)
        self.satisfaction = nn.Parameter(torch.zeros(architecture.rounds)) if full else None
        self.first_stage = nn.Parameter(torch.zeros(1)) if architecture.stage_order else None
        slot = torch.tensor([viewing_order(seats, viewer) for viewer in range(seats)]).argsort(-1)
        self.register_buffer("slot", slot, persistent=False)
        self.slot: Tensor

    def forward(self, quantities: Tensor) -> Tensor:
        """Scores `S` `[..., N]` of whole episodes `[..., T, N, 3]` (see `vote_quantities`)."""
        return self.round_scores(quantities).sum(-2)

    def round_scores(self, quantities: Tensor) -> Tensor:
        """Each round's contribution to the score.

        Args:
            quantities: `[..., T, N, 3]` from `vote_quantities`.

        Returns:
            `[..., T, N]`, which sums over `T` to the score.
        """
        if quantities.shape[-3:] != self.weight.shape:
            raise ValueError(
                f"expected episodes of shape {tuple(self.weight.shape)} "
                f"(rounds, seats, quantities), not {tuple(quantities.shape[-3:])}"
            )
        scores = torch.einsum("...tjk,tijk->...ti", quantities, self.weight_by_seat())
        if self.satisfaction is None:
            return scores
        return scores + self.satisfaction.unsqueeze(-1) * satisfaction(quantities, self.unit)

    def weight_by_seat(self) -> Tensor:
        """`[T, N, N, 3]`: the weight that viewer i (second axis) gives to seat j (third)."""
        return self.weight[:, self.slot]

    @torch.no_grad()
    def set_weights(self, weights: Tensor) -> None:
        """Set weights fitted to `vote_arrays.Votes`: `[T * 3 N + 1]` or `[T * (3 N + 1) + 1]`."""
        by_round = weights[:-1].view(len(self.weight), -1)
        if self.first_stage is not None:
            self.first_stage.copy_(weights[-1:])
        linear = self.weight[0].numel()
        self.weight.copy_(by_round[:, :linear].view_as(self.weight))
        if self.satisfaction is not None:
            self.satisfaction.copy_(by_round[:, linear])

    @torch.no_grad()
    def flat_weights(self) -> Tensor:
        """The weights in the layout of `set_weights`, float64."""
        columns = [self.weight.flatten(1)]
        if self.satisfaction is not None:
            columns.append(self.satisfaction.unsqueeze(1))
        ahead = self.weight.new_zeros(1) if self.first_stage is None else self.first_stage
        return torch.cat([torch.cat(columns, 1).flatten(), ahead]).double()


def _affine(weight: Tensor, bias: Tensor, columns: Tensor) -> Tensor:
    """`weight @ columns + bias` for each of the columns `[inputs, B]`."""
    return torch.addmm(bias.unsqueeze(1), weight, columns)


class ParticipantModels(nn.Module):
    """Both models of one fit, a member of a `participant_set.ParticipantSet`."""

    def __init__(self, architecture: ParticipantArchitecture) -> None:
        super().__init__()
        self.architecture = architecture
        self.contribution = ContributionModel(architecture)
        self.vote = VoteModel(architecture)
