"""The contribution model trained by torch: what MODEL's compiled loops are compared with."""

import torch
from torch import Tensor

from hcmd_lab.learning.contribution_fit import BATCH_GROUPS, cross_entropies
from hcmd_lab.learning.flat_parameters import LEARNING_RATE, decays
from hcmd_lab.learning.fused.arithmetic import Reals
from hcmd_lab.learning.lanes import Lanes
from hcmd_lab.learning.participants import ContributionModel, ParticipantArchitecture
from hcmd_lab.learning.sequences import Sequences


class TorchFit:
    """Has the interface of `ContributionFit`, and its loss, batches and steps.

    Attributes:
        model: The model being trained.
    """

    def __init__(
        self,
        architecture: ParticipantArchitecture,
        data: Lanes,
        groups: Tensor,
        dice: torch.Generator,
        weights: Tensor | None = None,
    ) -> None:
        self.model = ContributionModel(architecture)
        self.model.reset_parameters(dice)
        if self.model.most_paid is not None:
            self.model.most_paid.fill_(data.most_paid(groups))
        self._data, self._groups, self._dice = data, groups, dice
        self._weights = None if weights is None else weights.float().numpy()
        self._batches = max(1, round(len(groups) / BATCH_GROUPS))
        self._adam = torch.optim.AdamW(
            [
                {"params": [parameter], "weight_decay": decay}
                for parameter, decay in decays(self.model)
            ],
            LEARNING_RATE,
        )

    def epoch(self) -> float:
        """Train on each group once; returns the mean cross-entropy per decision."""
        total = decisions = 0.0
        order = self._groups[torch.randperm(len(self._groups), generator=self._dice)]
        for groups in order.chunk(self._batches):
            batch, weight = _sequences(self._data, groups, self._weights)
            self._adam.zero_grad()
            summed = (cross_entropies(self.model, batch) * weight).sum()
            torch.autograd.backward(summed / len(groups))
            self._adam.step()
            total += summed.item()
            decisions += weight.sum().item()
        return total / max(decisions, 1.0)

    def held_out(self, groups: Tensor) -> float:
        """Mean cross-entropy per counted decision in nats of other groups."""
        batch, _ = _sequences(self._data, groups, None)
        with torch.no_grad():
            return float(cross_entropies(self.model, batch).double().mean())


def _sequences(data: Lanes, groups: Tensor, weights: Reals | None) -> tuple[Sequences, Tensor]:
    """The sequences of some groups, and the weight of each counted decision."""
    played = data.played(groups, weights=weights)
    weight = torch.from_numpy(played.weight).T
    counted = weight > 0
    batch = Sequences(
        torch.from_numpy(played.seen).permute(2, 0, 1),
        torch.from_numpy(played.limit).T.float(),
        torch.from_numpy(played.choice).T.long(),
        counted,
        torch.zeros(len(weight), dtype=torch.int64),
    )
    return batch, weight[counted]
