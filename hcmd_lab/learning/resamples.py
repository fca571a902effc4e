"""Resamples of the groups, by which the members of a set of participant models differ.

The Bayesian bootstrap (Rubin 1981): each group counts as often as an exponential draw says,
instead of a whole number of times. The spread of the fits is that of the ordinary bootstrap, but no
group is ever left out, which with a dozen groups would be a loss.
"""

import torch
from torch import Tensor

from hcmd_lab.learning.seeds import generator


def group_weights(seed: int, groups: int, members: int) -> Tensor:
    """`[members, groups]`, float64: how often each group counts for each member, 1 on average.

    The models of one fit alone have all groups alike.

    Args:
        seed: The job's.
        groups: Number of groups in the data.
        members: Number of members of the set.
    """
    if members == 1:
        return torch.ones(1, groups, dtype=torch.float64)
    drawn = [
        torch.empty(groups, dtype=torch.float64).exponential_(
            generator=generator(seed, f"resample/{member}")
        )
        for member in range(members)
    ]
    weights = torch.stack(drawn)
    return weights / weights.mean(1, keepdim=True)
