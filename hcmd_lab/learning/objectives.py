"""Objectives beside votes: what groups earned under the two mechanisms of a contrast.

The unit is the group, which met both mechanisms: each objective is compared within groups. The
interval of the difference is Student's, of one mean of paired differences.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit  # the whole of `scipy.stats` takes half a second to load

from hcmd_lab.game.people import gini
from hcmd_lab.game.played import PlayedStage
from hcmd_lab.inference.counting import Compared
from hcmd_lab.jobs.evaluated import Objective, ObjectiveKind
from hcmd_lab.jobs.record import LEVEL, Interval

Floats = NDArray[np.float64]


def objectives(
    compared: Sequence[Compared], mechanism: str, baseline: str
) -> tuple[Objective, ...]:
    """Every objective of a contrast.

    Args:
        compared: The groups of the contrast, at least one.
        mechanism: Name of the mechanism whose votes are counted.
        baseline: Name of the one that it is compared with.
    """
    ours = np.array([_of_stage(group.stages[mechanism]) for group in compared])
    theirs = np.array([_of_stage(group.stages[baseline]) for group in compared])
    return tuple(
        Objective(
            kind=kind,
            mechanism=float(ours[:, column].mean()),
            baseline=float(theirs[:, column].mean()),
            difference=paired(ours[:, column] - theirs[:, column]),
        )
        for column, kind in enumerate(ObjectiveKind)
    )


def paired(differences: Floats) -> Interval | None:
    """The mean of differences within groups with its 95% interval; None with fewer than two."""
    groups = len(differences)
    if groups < 2:
        return None
    mean = float(differences.mean())
    error = float(differences.std(ddof=1)) / groups**0.5
    half = float(stdtrit(groups - 1, 1 - LEVEL / 2)) * error  # Student's t
    return Interval(estimate=mean, low=mean - half, high=mean + half)


def _of_stage(stage: PlayedStage) -> tuple[float, float, float]:
    """The objectives of one stage, in the order of `ObjectiveKind`."""
    earned = np.array(stage.payouts) + np.array(stage.endowments) - np.array(stage.contributions)
    by_seat = earned.mean(0)
    return float(by_seat.sum()), float(gini(by_seat)), float(by_seat.min())
