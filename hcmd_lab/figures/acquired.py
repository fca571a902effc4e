"""Mean contributions of head and tails, or of everyone, by round, from played groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.roles import roles
from hcmd_lab.game.rules import Game

Masked: TypeAlias = np.ma.MaskedArray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of the figure; both lists have one number per round.

    Attributes:
        stage: 1, 2 or 3.
        role: `head` or `tail`; `everyone` where all have the same coins.
        means: Mean over groups of the fraction of the endowment contributed.
        standard_errors: Their standard errors over groups; not a number if there is only one group.
    """

    stage: int
    role: str
    means: list[float]
    standard_errors: list[float]


def curves(groups: Sequence[PlayedGroup], game: Game) -> list[Curve]:
    """Curves of all stages and roles; each group counts once, however many tails it has.

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
        fractions = np.ma.stack([_fractions(s, game) for s in complete])
        means = fractions.mean(axis=0)
        count = fractions.count(axis=0)
        errors = fractions.std(axis=0) / np.sqrt(np.maximum(count - 1, 1))
        errors = np.ma.masked_where(count < 2, errors)
        for column, role in enumerate(roles(game)):
            found.append(
                Curve(stage, role, _numbers(means[:, column]), _numbers(errors[:, column]))
            )
    return found


def _fractions(stage: PlayedStage, game: Game) -> Masked:
    """`T x roles`: the mean of the fractions of a role's seats in each round."""
    fractions = np.ma.masked_array(
        np.array(stage.contributions) / np.array(stage.endowments),
        mask=~np.array(stage.own_choice),
    )
    by_role: Masked = np.ma.stack(
        [fractions[:, seats].mean(axis=1) for seats in roles(game).values()], axis=1
    )
    return by_role


def _numbers(values: Masked) -> list[float]:
    return [float(number) for number in np.ma.filled(values.astype(float), np.nan)]
