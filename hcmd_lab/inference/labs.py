"""Whether labs whose groups were merged agree, and whether one of them makes the result."""

import numpy as np

from hcmd_lab.inference.ballots import Ballots
from hcmd_lab.inference.sign_flips import Floats
from hcmd_lab.inference.verdict import NO_PREFERENCE, group_shares, judge
from hcmd_lab.inference.vote_shares import simultaneous_level
from hcmd_lab.jobs.evaluated import LabEffect, LabShare
from hcmd_lab.vote_plan import VotePlan

RELABELLINGS = 4000
"""Random relabellings of the groups; a p-value of .05 is then known to 0.35 percentage points."""

_SEED = 1
_ROUNDING = 1e-9  # of sums whose order of terms differs


def lab_effect(
    counted: Ballots, plan: VotePlan, second_share: float = NO_PREFERENCE
) -> LabEffect | None:
    """The share of votes in each lab and without it; None if all groups played in one.

    If labs do not differ, their names might as well have been given to other groups: the p-value
    is the part of random relabellings whose labs differ at least as much, by the sum of squares
    between labs.

    Args:
        counted: Groups with their labs.
        plan: How votes are judged.
        second_share: Share of votes for the stage played second.
    """
    names, numbers = np.unique(np.array(counted.labs, dtype=str), return_inverse=True)
    if len(names) < 2:
        return None
    level = simultaneous_level(len(names))
    labs = []
    for number, name in enumerate(names.tolist()):
        inside = numbers == number
        labs.append(
            LabShare(
                lab=name,
                groups=int(inside.sum()),
                share=judge(counted.of(inside), plan, second_share, level).share,
                without=judge(counted.of(~inside), plan, second_share).share,
            )
        )
    taken_out = second_share if plan.order_adjusted else NO_PREFERENCE
    return LabEffect(
        labs=labs, p_value=_relabelled(group_shares(counted, taken_out), numbers, len(names))
    )


def _relabelled(shares: Floats, labs: np.ndarray, count: int) -> float:
    dice = np.random.default_rng(_SEED)
    sizes = np.bincount(labs, minlength=count)

    def between(order: np.ndarray) -> float:
        totals = np.bincount(order, weights=shares, minlength=count)
        return float((totals**2 / sizes).sum())

    seen = between(labs) * (1 - _ROUNDING)
    as_far = sum(between(dice.permutation(labs)) >= seen for _ in range(RELABELLINGS))
    return (1 + as_far) / (1 + RELABELLINGS)
