"""Mean contributions of head and tails by round, from played groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from hcmd_lab.game.played import PlayedGroup, PlayedStage

Masked: TypeAlias = np.ma.MaskedArray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of the figure; both lists have one number per round.

    Attributes:
        stage: 1, 2 or 3.
        role: `head` or `tail`.
        means: Mean over groups of the fraction of the endowment contributed.
        standard_errors: Their standard errors over groups; not a number if there is only one group.
    """

    stage: int
    role: str
    means: list[float]
    standard_errors: list[float]


def curves(groups: Sequence[PlayedGroup]) -> list[Curve]:
    """Curves of all stages and both roles; each group counts once, however many tails it has.

    Decisions that a timeout or a stand-in took are left out, and so are unfinished stages.
    """
    found = []
    for stage in (1, 2, 3):
        played = [s for group in groups for s in group.stages if s.stage == stage]
        rounds = max((len(s.contributions) for s in played), default=0)
        complete = [s for s in played if len(s.contributions) == rounds]
        if not rounds:
            continue
        # G x T x roles
        fractions = np.ma.stack([_fractions(s) for s in complete])
        means = fractions.mean(axis=0)
        count = fractions.count(axis=0)
        errors = fractions.std(axis=0) / np.sqrt(np.maximum(count - 1, 1))
        errors = np.ma.masked_where(count < 2, errors)
        for column, role in enumerate(("head", "tail")):
            found.append(
                Curve(stage, role, _numbers(means[:, column]), _numbers(errors[:, column]))
            )
    return found


def _fractions(stage: PlayedStage) -> Masked:
    """`T x 2`: the head's fraction and the mean of the tails' fractions in each round."""
    fractions = np.ma.masked_array(
        np.array(stage.contributions) / np.array(stage.endowments),
        mask=~np.array(stage.own_choice),
    )
    pair: Masked = np.ma.stack([fractions[:, 0], fractions[:, 1:].mean(axis=1)], axis=1)
    return pair


def _numbers(values: Masked) -> list[float]:
    return [float(number) for number in np.ma.filled(values.astype(float), np.nan)]
