"""Which groups' votes count, and for what.

A group of EVALUATE counts if one of its first two stages was played with the mechanism and the
other with the baseline, both to the end, and somebody voted. Its third stage is left out: what was
played there hung on the vote. Groups of ACQUIRE that played one mechanism twice tell what the order
alone does.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.played import UNKNOWN_MECHANISM, PlayedGroup, PlayedStage
from hcmd_lab.game.rules import Game
from hcmd_lab.inference.ballots import Ballots, ballots
from hcmd_lab.inference.order import freed_share, second_stage
from hcmd_lab.inference.sign_flips import Counts
from hcmd_lab.inference.verdict import NO_PREFERENCE, judge
from hcmd_lab.inference.vote_shares import simultaneous_level
from hcmd_lab.jobs.evaluated import RoleShare, SecondStage
from hcmd_lab.jobs.record import Interval
from hcmd_lab.vote_plan import Looks, VotePlan

Seats = Callable[[tuple[int | None, ...]], tuple[int | None, ...]]
"""Some of a group's votes, by seat."""

ROLES: Mapping[str, Seats] = {"head": lambda votes: votes[:1], "tail": lambda votes: votes[1:]}


@dataclass(frozen=True)
class Compared:
    """One group that played both mechanisms.

    Attributes:
        tail_endowment: Its condition.
        stages: Its stage with each mechanism, by the mechanism's name.
        favoured: The stage of the mechanism, 1 or 2.
        votes: Per seat the stage voted for.
        lab: Where it was played; empty for the lab that counts.
    """

    tail_endowment: int
    stages: dict[str, PlayedStage]
    favoured: int
    votes: tuple[int | None, ...]
    lab: str = ""

    @property
    def won(self) -> int:
        """Votes for the mechanism."""
        return self.votes.count(self.favoured)

    @property
    def cast(self) -> int:
        """Votes cast."""
        return sum(vote is not None for vote in self.votes)


def compared_groups(
    groups: Iterable[PlayedGroup],
    mechanism: str,
    baseline: str,
    game: Game,
    labs: Mapping[str, str] | None = None,
) -> list[Compared]:
    """The groups of EVALUATE that played both mechanisms to the end, whether or not they voted.

    Args:
        groups: Complete groups of any purpose.
        mechanism: Name of the mechanism.
        baseline: Name of the other.
        game: Whose rounds make a stage complete.
        labs: Where groups of other labs were played, by their session.
    """
    found = []
    for group in groups:
        stages = {stage.mechanism: stage for stage in _whole(group, game)}
        if group.purpose != "evaluate" or set(stages) != {mechanism, baseline}:
            continue
        lab = (labs or {}).get(group.session, "")
        tail = stages[mechanism].endowments[0][-1]
        found.append(Compared(tail, stages, stages[mechanism].stage, group.votes, lab))
    return found


def all_votes(compared: Iterable[Compared], seats: Seats | None = None) -> Ballots:
    """The votes of all seats, or of some; groups that cast none are left out."""
    rows = []
    for group in compared:
        votes = group.votes if seats is None else seats(group.votes)
        cast = sum(vote is not None for vote in votes)
        if cast:
            second = 1 if group.favoured == 2 else -1
            won = votes.count(group.favoured)
            rows.append((won, cast, group.tail_endowment, second, group.lab))
    return ballots(rows)


def votes_for_second(
    groups: Iterable[PlayedGroup], game: Game, seats: Seats | None = None
) -> tuple[Counts, Counts]:
    """Votes for the second stage, and cast, of groups that played one mechanism twice.

    Imported groups whose file has no mechanisms are passed over: they may have compared any two.
    """
    won, cast = [], []
    for group in groups:
        stages = _whole(group, game)
        played = {stage.mechanism for stage in stages}
        if len(stages) != 2 or len(played) != 1 or UNKNOWN_MECHANISM in played:
            continue
        votes = group.votes if seats is None else seats(group.votes)
        if any(vote is not None for vote in votes):
            won.append(votes.count(2))
            cast.append(sum(vote is not None for vote in votes))
    return np.array(won, dtype=np.int64), np.array(cast, dtype=np.int64)


def order_effect(counted: Ballots, twice: tuple[Counts, Counts], plan: VotePlan) -> SecondStage:
    """The preference for the second stage, and what is taken out under a plan.

    A sequential plan takes out what was known before the comparison began: the share among groups
    that played one mechanism twice, or nothing where there are none.
    """
    found = second_stage(counted, *twice)
    if plan.looks is Looks.FIXED:
        return found
    known = NO_PREFERENCE if found.twice is None else found.twice.estimate
    return msgspec.structs.replace(
        found, used=known, imbalance=0.0 if found.twice is not None else 1.0
    )


def plan_kept(plan: VotePlan, order: SecondStage) -> VotePlan:
    """The plan as it can be kept: an order that cannot be told is not taken out."""
    if plan.order_adjusted and not order.can_be_told:
        return msgspec.structs.replace(plan, order_adjusted=False)
    return plan


def without_preference(order: SecondStage, share: float) -> SecondStage:
    """The order effect as it is taken out of an adjusted share, and of those of single conditions.

    Args:
        order: The effect if nobody preferred a mechanism.
        share: The adjusted share of votes for the mechanism.
    """
    if not order.can_be_told:
        return order
    return msgspec.structs.replace(order, used=freed_share(order.used, share, order.imbalance))


def role_shares(
    compared: Sequence[Compared], groups: Sequence[PlayedGroup], game: Game, plan: VotePlan
) -> tuple[RoleShare, ...]:
    """Votes of heads and of tails: in each condition, then in all; none where all are alike.

    Args:
        compared: Groups of the comparison.
        groups: All groups, among them those that played one mechanism twice.
        game: Whose rounds make a stage complete.
        plan: How votes are judged.
    """
    if is_equal(game):
        return ()
    found = []
    for role, seats in ROLES.items():
        counted = all_votes(compared, seats)
        if not counted.groups:
            continue
        order = order_effect(counted, votes_for_second(groups, game, seats), plan)
        kept = plan_kept(plan, order)
        overall = judge(counted, kept, order.used, imbalance=order.imbalance).share
        used = without_preference(order, overall.estimate).used
        level = simultaneous_level(len(counted.conditions))
        for tail in counted.conditions:
            those = counted.of(counted.tails == tail)
            share = judge(those, kept, used, level).share
            found.append(_role_share(role, tail, those, share, kept))
        found.append(_role_share(role, None, counted, overall, kept))
    return tuple(found)


def _role_share(
    role: str, tail: int | None, counted: Ballots, share: Interval, plan: VotePlan
) -> RoleShare:
    return RoleShare(
        role=role,
        tail_endowment=tail,
        groups=counted.groups,
        votes=int(counted.cast.sum()),
        share=share,
        plan=plan,
    )


def _whole(group: PlayedGroup, game: Game) -> list[PlayedStage]:
    """The first two stages where they are complete."""
    return [
        stage
        for stage in group.stages
        if stage.stage in (1, 2) and len(stage.endowments) == game.rounds
    ]
