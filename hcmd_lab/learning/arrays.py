"""Played games as tensors for MODEL.

Shapes: `S` sequences (a sequence is one stage of one group), `T` rounds of the longest stage, `N`
seats, `V` groups that voted, `R` rounds of a stage that is voted on, `F` what a vote sees of one.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import Game
from hcmd_lab.game.usable_votes import compared_stages
from hcmd_lab.jobs.requests import Inputs
from hcmd_lab.learning.participants import (
    satisfaction,
    sees_satisfaction,
    viewing_order,
    vote_quantities,
)


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


@dataclass(frozen=True)
class Votes:
    """Votes between the first two stages, from each voter's point of view.

    The others of equal endowment are interchangeable, so a vote appears in several orders of them,
    with weights that sum to 1 (`_equivalent_orders`). Swapping the stages as well would add
    nothing: the model sees the difference of the two episodes alone, whose sign the label follows.

    Attributes:
        difference: `[B, R * F + 1]` float64; stage 1 minus stage 2 as the voter sees them: in each
            round three quantities of each slot, in the order of `VoteModel.weight`, and, if the
            inputs are full, the voter's own satisfaction. The last column is that the one is the
            first stage and the other is not: 1, or 0 if the inputs are the paper's.
        first: `[B]` float64; 1 for a vote for stage 1, 0 for stage 2.
        weight: `[B]` float64; share of a vote.
        group: `[B]`; index of the group, 0 to `groups - 1`.
        groups: Number of groups that voted.
        votes: Number of votes cast.
        rounds: `R`.
    """

    difference: Tensor
    first: Tensor
    weight: Tensor
    group: Tensor
    groups: int
    votes: int
    rounds: int

    def weighted(self, weights: Tensor) -> "Votes":
        """The same votes, where each group counts as often as `[groups]` weights say."""
        weight = self.weight * weights[self.group]
        share = weight / weight.sum()
        return dataclasses.replace(self, weight=share * self.votes)

    def of_groups(self, groups: Tensor) -> "Votes":
        """The votes of a subset of groups, with unchanged indices."""
        rows = torch.isin(self.group, groups)
        return Votes(
            self.difference[rows],
            self.first[rows],
            self.weight[rows],
            self.group[rows],
            len(groups),
            round(float(self.weight[rows].sum())),
            self.rounds,
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


def votes(groups: Sequence[PlayedGroup], game: Game, inputs: Inputs) -> Votes:
    """The votes of groups that completed both of their first stages and voted.

    Args:
        groups: All groups.
        game: The game that a stage is complete by.
        inputs: Inputs of a vote (see `ParticipantArchitecture.vote_inputs`).
    """
    differences: list[Tensor] = []
    first: list[float] = []
    weight: list[float] = []
    group_of_row: list[int] = []
    count = cast = 0
    unit = game.max_endowment
    for group in groups:
        compared = compared_stages(group, game)
        if compared is None or all(vote is None for vote in group.votes):
            continue
        episodes = [_quantities(stage, unit) for stage in compared]
        for seat, vote in enumerate(group.votes):
            if vote is None:
                continue
            orders = _equivalent_orders(seat, compared)
            differences += [
                _as_seen(episodes[0], order, inputs, unit)
                - _as_seen(episodes[1], order, inputs, unit)
                for order in orders
            ]
            first += [float(vote == 1)] * len(orders)
            weight += [1 / len(orders)] * len(orders)
            group_of_row += [count] * len(orders)
            cast += 1
        count += 1
    width = game.rounds * (game.seats * 3 + sees_satisfaction(inputs))
    seen = torch.stack(differences) if differences else torch.zeros(0, width, dtype=torch.float64)
    order = torch.full((len(seen), 1), float(sees_satisfaction(inputs)), dtype=torch.float64)
    return Votes(
        torch.cat([seen, order], 1),
        torch.tensor(first, dtype=torch.float64),
        torch.tensor(weight, dtype=torch.float64),
        torch.tensor(group_of_row, dtype=torch.int64),
        count,
        cast,
        game.rounds,
    )


def _quantities(stage: PlayedStage, unit: int) -> Tensor:
    return vote_quantities(
        torch.tensor(stage.endowments, dtype=torch.float64),
        torch.tensor(stage.contributions, dtype=torch.float64),
        torch.tensor(stage.payouts, dtype=torch.float64),
        unit,
    )


def _as_seen(quantities: Tensor, order: list[int], inputs: Inputs, unit: int) -> Tensor:
    """An episode `[R, N, 3]` seen from the first seat of `order`: `[R * F]`."""
    columns = [quantities[:, order].flatten(1)]
    if sees_satisfaction(inputs):
        columns.append(satisfaction(quantities, unit)[:, order[:1]])
    return torch.cat(columns, 1).flatten()


def _equivalent_orders(viewer: int, compared: tuple[PlayedStage, PlayedStage]) -> list[list[int]]:
    """Orders of the seats in which others with always equal endowments have changed places.

    Each of them comes first once, and the rest follow in each turn. Among two or three those are
    all orders. Among more they are few of them, with the same fit: what is minimised does not
    change when the rest are turned, so that at its one minimum their weights are equal, and then
    the other orders say the same again.
    """
    order = viewing_order(len(compared[0].endowments[0]), viewer)
    alike: dict[tuple[int, ...], list[int]] = {}
    for slot, seat in enumerate(order[1:], start=1):
        coins = tuple(row[seat] for stage in compared for row in stage.endowments)
        alike.setdefault(coins, []).append(slot)
    orders = [order]
    for slots in alike.values():
        orders = [
            _with_seats(before, slots, seats)
            for before in orders
            for seats in _turned([order[slot] for slot in slots])
        ]
    return orders


def _with_seats(order: list[int], slots: list[int], seats: list[int]) -> list[int]:
    changed = dict(zip(slots, seats, strict=True))
    return [changed.get(slot, seat) for slot, seat in enumerate(order)]


def _turned(seats: list[int]) -> list[list[int]]:
    """Each seat first, and then the others in each turn."""
    found = []
    for first in seats:
        rest = [seat for seat in seats if seat != first]
        found += [[first, *rest[turn:], *rest[:turn]] for turn in range(max(1, len(rest)))]
    return found


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
    for stage in group.stages:
        for round_number, (endowments, given) in enumerate(
            zip(stage.endowments, stage.contributions, strict=True), start=1
        ):
            for endowment, coins in zip(endowments, given, strict=True):
                if not (1 <= endowment <= game.max_endowment and 0 <= coins <= endowment):
                    raise OperatorError(
                        "Group {group}, stage {stage}, round {round}: a contribution of {coins} "
                        "from an endowment of {endowment} does not fit a game with endowments of "
                        "1 to {most} coins; correct the data or leave the group out.",
                        group=group.group,
                        stage=stage.stage,
                        round=round_number,
                        coins=coins,
                        endowment=endowment,
                        most=game.max_endowment,
                    )
