"""Training of the contribution model (paper section 3.3.2).

Shapes: `P` people's sequences (one for each stage, group and seat), `T` rounds, `F` inputs.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from hcmd_lab.jobs import Inputs
from hcmd_lab.learning.arrays import Contributions
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import (
    ContributionModel,
    ParticipantArchitecture,
    contribution_inputs,
    previous,
)

LEARNING_RATE = 0.03
"""Of Adam. Chosen, with the batch, by cross-validation on human and on simulated groups."""

BATCH_GROUPS = 32
"""Groups in a batch, about; the groups of an epoch are divided into batches of equal size."""


@dataclass(frozen=True)
class Sequences:
    """People's sequences on the computing device.

    Attributes:
        features: `[P, T, F]` inputs of the model.
        endowment: `[P, T]` coins.
        contribution: `[P, T]` coins, as classes.
        counted: `[P, T]` bool; whether the decision counts.
        group: `[P]`; index of the group.
    """

    features: Tensor
    endowment: Tensor
    contribution: Tensor
    counted: Tensor
    group: Tensor

    @classmethod
    def of(cls, data: Contributions, inputs: Inputs, device: torch.device) -> "Sequences":
        """Split groups into people; the features hold what each knows of the others."""
        # Nothing was contributed before the first round, whatever it is divided by.
        first, before = data.endowment[..., :1, :], data.endowment[..., :-1, :]
        features = contribution_inputs(
            data.endowment,
            previous(data.contribution),
            previous(data.payout),
            inputs,
            torch.cat([first, before], -2),
        )
        seats = data.endowment.shape[-1]
        return cls(
            features.transpose(1, 2).flatten(0, 1).to(device),
            data.endowment.transpose(1, 2).flatten(0, 1).to(device),
            data.contribution.long().transpose(1, 2).flatten(0, 1).to(device),
            data.counted.transpose(1, 2).flatten(0, 1).to(device),
            data.group.repeat_interleave(seats).to(device),
        )

    def of_groups(self, groups: Tensor) -> "Sequences":
        """The people of a subset of groups, with unchanged indices."""
        rows = torch.isin(self.group, groups.to(self.group.device))
        return Sequences(
            self.features[rows],
            self.endowment[rows],
            self.contribution[rows],
            self.counted[rows],
            self.group[rows],
        )


class ContributionFit:
    """A contribution model being trained, epoch by epoch.

    Attributes:
        model: The model, on the device of the data.
    """

    def __init__(
        self,
        architecture: ParticipantArchitecture,
        data: Sequences,
        dice: torch.Generator,
        weights: Tensor | None = None,
    ) -> None:
        """Start from random parameters.

        Args:
            architecture: Architecture of the model.
            data: The training groups.
            dice: On the CPU; of the first parameters and of the order of the groups.
            weights: `[groups]`; how often each group counts, by its index; None: all once.
        """
        model = ContributionModel(architecture)
        model.reset_parameters(dice)
        self.model = model.to(data.features.device)
        self._data = data
        self._dice = dice
        self._weights = None if weights is None else weights.to(data.features)
        self._decisions = max(1, int(data.counted.sum()))
        self._groups = torch.unique(data.group).cpu()
        self._batches = max(1, round(len(self._groups) / BATCH_GROUPS))
        self._adam = torch.optim.Adam(self.model.parameters(), LEARNING_RATE)

    def epoch(self) -> float:
        """Train on each group once; the loss of a group is summed over its decisions.

        Returns:
            Mean cross-entropy per decision in nats, of each batch before the model learned from it.
        """
        total = torch.zeros((), device=self._data.features.device)
        order = self._groups[torch.randperm(len(self._groups), generator=self._dice)]
        for groups in order.chunk(self._batches):
            batch = self._data.of_groups(groups) if self._batches > 1 else self._data
            self._adam.zero_grad()
            each = cross_entropies(self.model, batch)
            summed = each.sum()
            loss = self._weighted(each, batch).sum() / len(groups)
            torch.autograd.backward(loss)
            self._adam.step()
            total += summed.detach()
        return total.item() / self._decisions

    def _weighted(self, cross_entropy: Tensor, batch: Sequences) -> Tensor:
        if self._weights is None:
            return cross_entropy
        of_sequence = self._weights[batch.group]
        return cross_entropy * of_sequence.unsqueeze(1).expand_as(batch.counted)[batch.counted]


def cross_entropies(model: ContributionModel, data: Sequences) -> Tensor:
    """Cross-entropy in nats of each counted decision."""
    logits = model(data.features, data.endowment)[data.counted]
    return cross_entropy(logits, data.contribution[data.counted], reduction="none")


def mean_cross_entropy(model: ContributionModel, data: Sequences) -> float:
    """Mean cross-entropy per counted decision in nats."""
    with torch.no_grad():
        return float(cross_entropies(model, data).double().mean())


def mean_cross_entropy_of_set(participants: ParticipantSet, data: Sequences) -> float:
    """Mean cross-entropy per counted decision in nats, of the members' mean probabilities."""
    with torch.no_grad():
        each = torch.stack([cross_entropies(member.contribution, data) for member in participants])
        mixed = math.log(len(participants)) - torch.logsumexp(-each.double(), 0)
        return float(mixed.mean())
