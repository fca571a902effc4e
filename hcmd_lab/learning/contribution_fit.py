"""Training of the contribution model (paper section 3.3.2).

The model is trained in compiled loops (`fused.people_loss`): it is so small that torch would spend
nearly all of the time between its operations.

Shapes: `P` people's sequences (one for each stage, group and seat), `T` rounds, `F` inputs.
"""

import math

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from hcmd_lab.learning import pretraining
from hcmd_lab.learning.flat_parameters import FlatParameters
from hcmd_lab.learning.fused.people_loss import play, pull
from hcmd_lab.learning.lanes import Lanes
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ContributionModel, ParticipantArchitecture
from hcmd_lab.learning.sequences import Sequences

BATCH_GROUPS = 32
"""Groups in a batch, about; the groups of an epoch are divided into batches of equal size."""


class ContributionFit:
    """A contribution model being trained, epoch by epoch, in compiled loops.

    Attributes:
        model: The model; its parameters are the ones that are trained.
    """

    def __init__(
        self,
        architecture: ParticipantArchitecture,
        data: Lanes,
        groups: Tensor,
        dice: torch.Generator,
        weights: Tensor | None = None,
        before: Lanes | None = None,
    ) -> None:
        """Start from random parameters, or from what other people have taught.

        Args:
            architecture: Architecture of the model.
            data: All groups.
            groups: Indices of the training groups.
            dice: On the CPU; of the first parameters and of the order of the groups.
            weights: `[groups]`; how often each group counts, by its index; None: all once.
            before: People whom the model first learns to predict (`pretraining`).
        """
        self.model = ContributionModel(architecture)
        self.model.reset_parameters(dice)
        if before is not None:
            taught = ContributionFit(architecture, before, before.everyone, dice)
            for _ in range(pretraining.EPOCHS):
                taught.epoch()
            self.model.load_state_dict(taught.model.state_dict())
        if self.model.most_paid is not None:
            self.model.most_paid.fill_(data.most_paid(groups))
        self._data = data
        self._dice = dice
        self._groups = groups
        self._batches = max(1, round(len(groups) / BATCH_GROUPS))
        self._weights = None if weights is None else weights.float().numpy()
        self._adam = FlatParameters(self.model)

    def epoch(self) -> float:
        """Train on each group once; the loss of a group is summed over its decisions.

        Returns:
            Mean cross-entropy per decision in nats, of each batch before the model learned from it.
        """
        total = decisions = 0.0
        order = self._groups[torch.randperm(len(self._groups), generator=self._dice)]
        for groups in order.chunk(self._batches):
            played = self._data.played(groups, self._adam.cut_off, self._weights)
            tape = self._adam.tape(played)
            total += play(self._adam.weights, played, tape)
            pull(self._adam.weights, played, tape, self._adam.slopes)
            self._adam.descend(len(groups))
            decisions += float(played.weight.sum(dtype=np.float64))
        return total / max(decisions, 1.0)

    def held_out(self, groups: Tensor) -> float:
        """Mean cross-entropy per counted decision in nats of other groups."""
        total = decisions = 0.0
        for some in groups.chunk(max(1, len(groups) // BATCH_GROUPS)):
            played = self._data.played(some, self._adam.cut_off)
            total += play(self._adam.weights, played, self._adam.tape(played))
            decisions += float(played.weight.sum(dtype=np.float64))
        return total / max(decisions, 1.0)


def cross_entropies(model: ContributionModel, data: Sequences) -> Tensor:
    """Cross-entropy in nats of each counted decision."""
    logits = model(data.features, data.endowment)[data.counted]
    return cross_entropy(logits, data.contribution[data.counted], reduction="none")


def mean_cross_entropy_of_set(participants: ParticipantSet, data: Sequences) -> float:
    """Mean cross-entropy per counted decision in nats, of the members' mean probabilities."""
    with torch.no_grad():
        each = torch.stack([cross_entropies(member.contribution, data) for member in participants])
        mixed = math.log(len(participants)) - torch.logsumexp(-each.double(), 0)
        return float(mixed.mean())
