"""The network's shares mapped into a study's restriction (see `hcmd_lab.restriction`)."""

from collections.abc import Callable

import torch
from torch import Tensor

from hcmd_lab.restriction import Mixture


def mix(
    mixture: Mixture,
    share: Tensor,
    endowment: Tensor,
    contribution: Tensor,
    seats: int,
    over_group: Callable[[Tensor], Tensor],
) -> Tensor:
    """Map any shares to shares that satisfy the restriction.

    Args:
        mixture: The map, for so many seats.
        share: `[...]` the network's shares, summing to 1 over each group.
        endowment: `[...]` coins.
        contribution: `[...]` coins.
        seats: `N`, of every group.
        over_group: The sum of a tensor `[...]` over each group, once for every seat of it.

    Returns:
        `[...]` shares, summing to 1 over each group.
    """

    def proportion(part: Tensor) -> Tensor:
        total = over_group(part)
        nobody = total == 0
        return torch.where(nobody, 1 / seats, part / total.masked_fill(nobody, 1.0))

    mixed = mixture.floor + mixture.room * share
    if mixture.by_coin:
        mixed = mixed + mixture.by_coin * proportion(contribution)
    if mixture.by_fraction:
        mixed = mixed + mixture.by_fraction * proportion(contribution / endowment)
    return mixed
