"""People's sequences as tensors: what the contribution model is given.

Shapes: `P` people's sequences (one for each stage, group and seat), `T` rounds, `F` inputs.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from hcmd_lab.jobs.requests import Inputs
from hcmd_lab.learning.arrays import Contributions
from hcmd_lab.learning.participant_inputs import COINS, contribution_inputs, previous


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
    def of(
        cls, data: Contributions, inputs: Inputs, device: torch.device, unit: int = COINS
    ) -> "Sequences":
        """Split groups into people; the features hold what each knows of the others.

        Args:
            data: All groups.
            inputs: What the model sees.
            device: The computing device.
            unit: Coins in which it is given coins, the architecture's largest endowment.
        """
        # Nothing was contributed before the first round, whatever it is divided by.
        first, before = data.endowment[..., :1, :], data.endowment[..., :-1, :]
        features = contribution_inputs(
            data.endowment,
            previous(data.contribution),
            previous(data.payout),
            inputs,
            torch.cat([first, before], -2),
            unit,
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
