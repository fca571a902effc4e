"""Votes as tensors for MODEL.

Shapes: `N` seats, `R` rounds of a stage that is voted on, `F` what a voter sees of a round, `B`
rows of a vote in one order of the seats.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import Game
from hcmd_lab.game.usable_votes import compared_stages
from hcmd_lab.jobs.requests import Inputs
from hcmd_lab.learning.participant_inputs import (
    satisfaction,
    sees_satisfaction,
    viewing_order,
    vote_quantities,
)
from hcmd_lab.learning.vote_orders import (
    Blocks,
    alike_slots,
    common_blocks,
    equivalent_orders,
    merged,
)


@dataclass(frozen=True)
class Votes:
    """Votes between the first two stages, from each voter's point of view.

    The others of equal endowment are interchangeable, so a vote appears in several orders of them,
    with weights that sum to 1 (`vote_orders`). Swapping the stages as well would add
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
        alike: Blocks of slots whose weights are equal; their quantities are the blocks' means.
    """

    difference: Tensor
    first: Tensor
    weight: Tensor
    group: Tensor
    groups: int
    votes: int
    rounds: int
    alike: Blocks = ()

    def weighted(self, weights: Tensor) -> "Votes":
        """The same votes, where each group counts as often as `[groups]` weights say."""
        weight = self.weight * weights[self.group]
        share = weight / weight.sum()
        return dataclasses.replace(self, weight=share * self.votes)

    def of_groups(self, groups: Tensor) -> "Votes":
        """The votes of a subset of groups, with unchanged indices."""
        rows = torch.isin(self.group, groups)
        return dataclasses.replace(
            self,
            difference=self.difference[rows],
            first=self.first[rows],
            weight=self.weight[rows],
            group=self.group[rows],
            groups=len(groups),
            votes=round(float(self.weight[rows].sum())),
        )


def votes(groups: Sequence[PlayedGroup], game: Game, inputs: Inputs) -> Votes:
    """The votes of groups that completed both of their first stages and voted.

    Args:
        groups: All groups.
        game: The game that a stage is complete by.
        inputs: Inputs of a vote (see `ParticipantArchitecture.vote_inputs`).
    """
    every_slot_alone = tuple((slot,) for slot in range(1, game.seats))
    return _table([*_groups_of_voters(groups, game)], every_slot_alone, game, inputs)


def votes_to_fit(groups: Sequence[PlayedGroup], game: Game, inputs: Inputs) -> Votes:
    """The same in far fewer rows, for weights that slots which are always alike have in common.

    A fit to all orders has such weights; other weights are not judged rightly by these rows.
    """
    voting = [*_groups_of_voters(groups, game)]
    common = common_blocks(voter.alike for group in voting for voter in group.voters)
    return _table(voting, common, game, inputs)


@dataclass(frozen=True, slots=True)
class _Voter:
    """A vote, and how its voter sees the seats."""

    first: bool
    order: list[int]
    alike: Blocks


@dataclass(frozen=True, slots=True)
class _Voters:
    """Those of a group who voted, and the two episodes `[R, N, 3]` that they compare."""

    voters: list[_Voter]
    episodes: tuple[Tensor, Tensor]


def _groups_of_voters(groups: Sequence[PlayedGroup], game: Game) -> Iterator[_Voters]:
    for group in groups:
        compared = compared_stages(group, game)
        if compared is None or all(vote is None for vote in group.votes):
            continue
        first, second = (_quantities(stage, game.max_endowment) for stage in compared)
        voters = []
        for seat, vote in enumerate(group.votes):
            if vote is not None:
                order = viewing_order(len(group.votes), seat)
                voters.append(_Voter(vote == 1, order, alike_slots(order, compared)))
        yield _Voters(voters, (first, second))


def _table(groups: Sequence[_Voters], common: Blocks, game: Game, inputs: Inputs) -> Votes:
    """A row for each order that differs by more than places within common blocks."""
    width = game.rounds * (game.seats * 3 + sees_satisfaction(inputs))
    differences = [torch.zeros(0, width, dtype=torch.float64)]
    first: list[float] = []
    weight: list[float] = []
    group_of_row: list[int] = []
    mean = _mean_of_blocks(game.seats, common)
    for number, group in enumerate(groups):
        orders: list[list[int]] = []
        for voter in group.voters:
            for order, share in merged(equivalent_orders(voter.order, voter.alike), common):
                orders.append(order)
                first.append(float(voter.first))
                weight.append(share)
                group_of_row.append(number)
        in_order = torch.tensor(orders)
        one, other = (_as_seen(e, in_order, mean, inputs, game) for e in group.episodes)
        differences.append(one - other)
    seen = torch.cat(differences)
    order_column = torch.full((len(seen), 1), float(sees_satisfaction(inputs)), dtype=torch.float64)
    return Votes(
        torch.cat([seen, order_column], 1),
        torch.tensor(first, dtype=torch.float64),
        torch.tensor(weight, dtype=torch.float64),
        torch.tensor(group_of_row, dtype=torch.int64),
        len(groups),
        sum(len(group.voters) for group in groups),
        game.rounds,
        common,
    )


def _quantities(stage: PlayedStage, unit: int) -> Tensor:
    return vote_quantities(
        torch.tensor(stage.endowments, dtype=torch.float64),
        torch.tensor(stage.contributions, dtype=torch.float64),
        torch.tensor(stage.payouts, dtype=torch.float64),
        unit,
    )


def _mean_of_blocks(seats: int, common: Blocks) -> Tensor:
    """`[N, N]`: gives each slot of a block the mean of the block."""
    mean = torch.eye(seats, dtype=torch.float64)
    for block in common:
        for slot in block:
            mean[slot, slot] = 0
            mean[slot, list(block)] = 1 / len(block)
    return mean


def _as_seen(
    quantities: Tensor, orders: Tensor, mean: Tensor, inputs: Inputs, game: Game
) -> Tensor:
    """An episode `[R, N, 3]` as the first seat of each of the orders `[B, N]` sees it.

    Returns:
        `[B, R * F]`.
    """
    columns = [(mean @ quantities[:, orders]).flatten(2)]
    if sees_satisfaction(inputs):
        columns.append(satisfaction(quantities, game.max_endowment)[:, orders[:, :1]])
    return torch.cat(columns, 2).transpose(0, 1).flatten(1)
