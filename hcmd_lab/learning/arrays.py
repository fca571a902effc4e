"""Contributions as tensors for MODEL.

Shapes: `S` sequences (a sequence is one stage of one group), `T` rounds of the longest stage, `N`
seats.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import Game


@dataclass(frozen=True)
class Contributions:
    """Contribution decisions as tensors.

    A stage that is shorter than the longest is padded at its end with endowments of 1 coin and
    contributions of 0; the padding is not `counted`, and no earlier round can see it.

    Attributes:
        endowment: `[S, T, N]` coins.
        contribution: `[S, T, N]` coins.
        payout: `[S, T, N]` coins from the fund.
        counted: `[S, T, N]` bool; False where the round was not played, or where the person did
            not decide.
        group: `[S]`; index of the group, 0 to `groups - 1`.
        groups: Number of groups with at least one counted decision.
    """

    endowment: Tensor
    contribution: Tensor
    payout: Tensor
    counted: Tensor
    group: Tensor
    groups: int

    @property
    def decisions(self) -> int:
        """Number of counted decisions."""
        return int(self.counted.sum())

    def of_groups(self, groups: Tensor) -> "Contributions":
        """The sequences of a subset of groups, with unchanged indices."""
        rows = torch.isin(self.group, groups)
        return Contributions(
            self.endowment[rows],
            self.contribution[rows],
            self.payout[rows],
            self.counted[rows],
            self.group[rows],
            len(groups),
        )


def contributions(groups: Sequence[PlayedGroup], game: Game) -> Contributions:
    """All stages as sequences; groups in which no person decided are left out.

    Raises:
        OperatorError: A group has another number of seats, or coins that the game does not have.
    """
    stages: list[PlayedStage] = []
    group_of_stage: list[int] = []
    count = 0
    for group in groups:
        _check(group, game)
        if any(any(map(any, stage.own_choice)) for stage in group.stages):
            played = [stage for stage in group.stages if stage.endowments]
            stages += played
            group_of_stage += [count] * len(played)
            count += 1
    longest = max((len(stage.endowments) for stage in stages), default=0)
    shape = (len(stages), longest, game.seats)
    endowment, contribution, payout = torch.ones(shape), torch.zeros(shape), torch.zeros(shape)
    counted = torch.zeros(shape, dtype=torch.bool)
    for row, stage in enumerate(stages):
        rounds = len(stage.endowments)
        endowment[row, :rounds] = torch.tensor(stage.endowments, dtype=torch.float32)
        contribution[row, :rounds] = torch.tensor(stage.contributions, dtype=torch.float32)
        payout[row, :rounds] = torch.tensor(stage.payouts, dtype=torch.float32)
        counted[row, :rounds] = torch.tensor(stage.own_choice)
    index = torch.tensor(group_of_stage, dtype=torch.int64)
    return Contributions(endowment, contribution, payout, counted, index, count)


def _check(group: PlayedGroup, game: Game) -> None:
    """Reject data that the models cannot represent."""
    if len(group.votes) != game.seats:
        raise OperatorError(
            "Group {group} has {n} seat(s) where the game has {seats}; leave it out or "
            "change the game of the study.",
            group=group.group,
            n=len(group.votes),
            seats=game.seats,
        )
    most = game.max_endowment
    for stage in group.stages:
        for round_number, (endowments, given) in enumerate(
            zip(stage.endowments, stage.contributions, strict=True), start=1
        ):
            for endowment, coins in zip(endowments, given, strict=True):
                if not (1 <= endowment <= most and 0 <= coins <= endowment):
                    raise OperatorError(
                        "Group {group}, stage {stage}, round {round}: a contribution of {coins} "
                        "from an endowment of {endowment} does not fit a game with endowments of "
                        "1 to {most} coins; correct the data or leave the group out.",
                        group=group.group,
                        stage=stage.stage,
                        round=round_number,
                        coins=coins,
                        endowment=endowment,
                        most=most,
                    )
