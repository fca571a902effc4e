"""Paid rounds of a session as numbers to plot, without Qt."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import fmean

from hcmd_lab.game.rules import HUNDREDTHS, reward_hundredths
from hcmd_lab.game.state import GroupState, Phase, RoundRecord, SessionState

STAGES = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class PaidRound:
    """One round of one group; tuples have one entry per seat, the head first.

    Attributes:
        group: Its number.
        stage: 1, 2 or 3.
        round: Number of the round, from 1.
        mechanism: SHA-256 of the table that divided the fund.
        endowments: Coins.
        contributions: Coins.
        rewards: Coins earned in the round: kept and received.
        newest: Whether the group has paid no later one.
    """

    group: int
    stage: int
    round: int
    mechanism: str
    endowments: tuple[int, ...]
    contributions: tuple[int, ...]
    rewards: tuple[float, ...]
    newest: bool

    @property
    def tail_endowment(self) -> int:
        """Endowment of each tail in coins."""
        return self.endowments[-1]

    @property
    def tail_sum(self) -> int:
        """Total contribution of the tails."""
        return sum(self.contributions[1:])

    @property
    def tail_mean(self) -> float:
        """Mean contribution of the tails."""
        return self.tail_sum / (len(self.contributions) - 1)


class Quantity(Enum):
    """A plotted quantity of a round, per seat."""

    SHARE = "share"  # contribution as a fraction of the endowment
    COINS = "coins"  # contribution in coins
    REWARD = "reward"  # coins earned in the round

    def of(self, paid: PaidRound, seat: int) -> float:
        """The value for one seat."""
        if self is Quantity.REWARD:
            return paid.rewards[seat]
        coins = paid.contributions[seat]
        return coins / paid.endowments[seat] if self is Quantity.SHARE else float(coins)

    def mean_of(self, paid: PaidRound, seats: slice) -> float:
        """The mean value over seats."""
        return fmean(self.of(paid, seat) for seat in range(len(paid.endowments))[seats])


@dataclass(frozen=True, slots=True)
class Point:
    """One round on a line.

    Attributes:
        stage: 1, 2 or 3.
        round: Number of the round, from 1.
        mean: Over groups.
        error: Standard error of the mean; None where only one group has got so far.
    """

    stage: int
    round: int
    mean: float
    error: float | None


def shown_groups(state: SessionState, group: int | None = None) -> Mapping[int, GroupState]:
    """The chosen group, or all but those that are void: what they played counts nowhere."""
    if group is not None:
        return {group: state.groups[group]} if group in state.groups else {}
    return {n: each for n, each in state.groups.items() if each.phase is not Phase.VOID}


def paid_rounds(state: SessionState, group: int | None = None) -> list[PaidRound]:
    """The rounds paid so far, oldest first within each group; practice is not paid.

    Args:
        state: The session.
        group: The only group to include; None for all that are not void.
    """
    return [
        _paid(state, number, played, record, newest=record is played.history[-1])
        for number, played in shown_groups(state, group).items()
        for record in played.history
        if record.stage
    ]


def _paid(
    state: SessionState, number: int, group: GroupState, record: RoundRecord, *, newest: bool
) -> PaidRound:
    endowments = state.plan.game.endowments(group.plan.tail_endowment)
    rewards = (
        reward_hundredths(endowment, contribution, payout) / HUNDREDTHS
        for endowment, contribution, payout in zip(
            endowments, record.contributions, record.payout_hundredths, strict=True
        )
    )
    return PaidRound(
        group=number,
        stage=record.stage,
        round=record.round,
        mechanism=mechanism_of(group, record.stage),
        endowments=endowments,
        contributions=record.contributions,
        rewards=tuple(rewards),
        newest=newest,
    )


def mechanism_of(group: GroupState, stage: int) -> str:
    """SHA-256 of a stage's table; the third stage repeats the winner's."""
    played = group.winner if stage == 3 and group.winner else min(stage, 2)
    return group.plan.mechanisms[played - 1]


def line(rounds: Iterable[PaidRound], value: Callable[[PaidRound], float]) -> list[Point]:
    """Means over groups of each round's value, in round order."""
    columns: dict[tuple[int, int], list[float]] = {}
    for paid in rounds:
        columns.setdefault((paid.stage, paid.round), []).append(value(paid))
    return [
        Point(stage, number, sum(column) / len(column), _error(column))
        for (stage, number), column in sorted(columns.items())
    ]


def place(stage: int, round_number: int, rounds: int) -> int:
    """A round's position on an axis with the stages one after the other."""
    return (stage - 1) * rounds + round_number


def _error(values: Sequence[float]) -> float | None:
    count = len(values)
    if count < 2:
        return None
    mean = sum(values) / count
    return math.sqrt(sum((value - mean) ** 2 for value in values) / (count - 1) / count)
