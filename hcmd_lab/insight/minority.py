"""The worst-off: rewards of the least-served seat.

The unit is the group. Only the first two stages count, played to the end: what is played in the
third hangs on the vote. A group that met a mechanism in both counts once, with all of its rounds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from hcmd_lab.game.people import gini
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import Game
from hcmd_lab.insight.condition import Floats

_ROUNDING = 1e-6  # sums of hundredths of a coin


@dataclass(frozen=True, slots=True)
class LeastServed:
    """Outcome of the least-served seat under a mechanism; rewards are means over the rounds.

    Attributes:
        mechanism: Its name.
        tail_endowment: The condition; None for all together.
        groups: Number of groups counted.
        lowest_reward: Coins a round of the seat that earned least, mean over groups.
        lowest_reward_tenth: The same, 10th percentile over groups.
        lowest_gain: Coins a round beyond the endowment (what keeping everything earns) of the seat
            that gained least, mean over groups.
        lowest_gain_tenth: The same, 10th percentile over groups.
        somebody_lost: Share of groups in which a seat earned less than by keeping everything.
        heads_among_least: Share of groups in which the head gained least; several that gained
            equally little count in parts.
        gini: Mean over groups of the Gini coefficient of the rewards.
    """

    mechanism: str
    tail_endowment: int | None
    groups: int
    lowest_reward: float
    lowest_reward_tenth: float
    lowest_gain: float
    lowest_gain_tenth: float
    somebody_lost: float
    heads_among_least: float
    gini: float


def least_served(groups: Iterable[PlayedGroup], mechanism: str, game: Game) -> list[LeastServed]:
    """Figures for every condition played with the mechanism, then for all pooled.

    Args:
        groups: Complete groups; imported ones, which met none of the study's mechanisms, are passed
            over, and stages with other endowments than the game's.
        mechanism: Its name.
        game: Whose rounds make a stage complete.
    """
    conditions, rewards, endowments = [], [], []
    for group in groups:
        stages = [s for s in _whole_stages(group, game) if s.mechanism == mechanism]
        if stages:
            conditions.append(stages[0].endowments[0][-1])
            rewards.append(np.mean([_rewards(stage) for stage in stages], axis=(0, 1)))
            endowments.append(stages[0].endowments[0])
    if not conditions:
        return []
    tails, earned = np.array(conditions), np.array(rewards)
    gained = earned - np.array(endowments)
    found = [
        _least_served(mechanism, int(tail), earned[tails == tail], gained[tails == tail])
        for tail in np.unique(tails)
    ]
    return [*found, _least_served(mechanism, None, earned, gained)]


def _least_served(
    mechanism: str, tail_endowment: int | None, earned: Floats, gained: Floats
) -> LeastServed:
    """Args: `G x N` coins a round, and the same beyond the endowment."""
    lowest, least = earned.min(axis=1), gained.min(axis=1)
    are_least = gained <= least[:, None] + _ROUNDING
    return LeastServed(
        mechanism,
        tail_endowment,
        len(earned),
        float(lowest.mean()),
        float(np.quantile(lowest, 0.1)),
        float(least.mean()),
        float(np.quantile(least, 0.1)),
        float((least < -_ROUNDING).mean()),
        float((are_least[:, 0] / are_least.sum(axis=1)).mean()),
        float(gini(earned).mean()),
    )


def _whole_stages(group: PlayedGroup, game: Game) -> Sequence[PlayedStage]:
    """The first two stages where they are complete and have the game's endowments."""
    return [
        stage
        for stage in group.stages_here
        if stage.stage in (1, 2)
        and len(stage.contributions) == game.rounds
        and stage.endowments[0][-1] in game.tail_endowments
        and set(stage.endowments) == {game.endowments(stage.endowments[0][-1])}
    ]


def _rewards(stage: PlayedStage) -> Floats:
    """`T x N` coins."""
    kept = np.array(stage.endowments) - np.array(stage.contributions)
    rewards: Floats = kept + np.array(stage.payouts)
    return rewards
