"""Results of comparisons that seldom come, judged from groups as EVALUATE judges them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from played_groups import played_stage

from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.inference.counting import compared_groups
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.requests import EvaluateJob
from hcmd_lab.learning.evaluation import judged
from hcmd_lab.vote_plan import Looks, VotePlan, Weighting

Vote = tuple[int, int]
"""Votes for the mechanism, and cast, of a group of four."""

MECHANISM, OTHER = "theta_1", "liberal_egalitarian"


@dataclass(frozen=True)
class Odd:
    """A comparison.

    Attributes:
        votes: Of each group.
        plan: How they are judged.
        tails: Tail endowments of the groups in turn.
        second: Whether the groups in turn met the mechanism second.
        twice: Votes for the second stage, and cast, of groups that played one mechanism twice.
        labs: The labs of the groups in turn.
        target: Groups that were planned; 0 for those there are.
    """

    votes: Sequence[Vote]
    plan: VotePlan = field(default_factory=VotePlan)
    tails: Sequence[int] = (2, 4, 6, 8, 10)
    second: Sequence[bool] = (True, False)
    twice: Sequence[Vote] = ()
    labs: Sequence[str] = ("",)
    target: int = 0

    def result(self, mechanism: str = MECHANISM, other: str = OTHER) -> EvaluateResult:
        """What EVALUATE finds."""
        job = EvaluateJob(
            game=PAPER_GAME,
            seed=1,
            mechanism=mechanism,
            baseline=other,
            looks=self.plan.looks,
            weighting=self.plan.weighting,
            order_adjusted=self.plan.order_adjusted,
        )
        groups = [
            _group(f"{lab or 'E'}-{number}", (mechanism, other), vote, tail, is_second=second)
            for number, (vote, tail, second, lab) in enumerate(
                zip(self.votes, *(_in_turn(each, len(self.votes)) for each in
                                  (self.tails, self.second, self.labs)), strict=True)
            )
        ]  # fmt: skip
        twice = [
            _group(f"A-{number}", (mechanism, mechanism), vote, 6, is_second=True)
            for number, vote in enumerate(self.twice)
        ]
        labs = {lab: lab for lab in self.labs if lab}
        compared = compared_groups(groups, mechanism, other, PAPER_GAME, labs)
        return judged(job, [each for each in compared if each.cast], [*groups, *twice])


def _in_turn(values: Sequence[object], count: int) -> list[object]:
    return [values[number % len(values)] for number in range(count)]


def _group(
    name: str, pair: tuple[str, str], vote: Vote, tail: int, *, is_second: bool
) -> PlayedGroup:
    """A group whose mechanism of interest is played second, or first."""
    dice = np.random.default_rng(tail)
    order = pair[::-1] if is_second else pair
    stages = tuple(
        played_stage(dice, stage, mechanism, tail) for stage, mechanism in enumerate(order, start=1)
    )
    ours = 2 if is_second else 1
    won, cast = vote
    votes = [ours] * won + [3 - ours] * (cast - won) + [None] * (4 - cast)
    purpose = "acquire" if pair[0] == pair[1] else "evaluate"
    return PlayedGroup(name, 1, "human", purpose, stages, tuple(votes))


SEQUENTIAL = VotePlan(looks=Looks.SEQUENTIAL, order_adjusted=True)

ODD: Mapping[str, Odd] = {
    "every group tied": Odd([(2, 4)] * 6),
    "every vote alike": Odd([(4, 4)] * 6),
    "one group": Odd([(3, 4)], VotePlan(order_adjusted=True)),
    "one order": Odd([(4, 4), (3, 4)] * 4, VotePlan(order_adjusted=True), second=(True,)),
    "too few groups": Odd([(4, 4)] * 5),
    "votes missing": Odd(
        [(1, 1), (2, 3), (0, 2), (4, 4), (1, 3), (3, 4), (2, 2), (1, 4), (3, 3)],
        VotePlan(weighting=Weighting.CONDITIONS, order_adjusted=True), tails=(2, 2, 2, 6),
    ),
    "weights turn the votes": Odd(
        [(4, 4)] * 12 + [(0, 4), (1, 4)] * 3, VotePlan(weighting=Weighting.CONDITIONS),
        tails=(10,) * 12 + (2, 4, 6) * 2,
    ),
    "one vote a group": Odd([(1, 1), (0, 1), (1, 1), (1, 1), (1, 1), (1, 1), (1, 1), (1, 1)]),
    "stopped early": Odd([(4, 4)] * 14, SEQUENTIAL, twice=[(3, 4), (2, 4)], target=30),
    "nothing known of the order": Odd([(3, 4)] * 8, SEQUENTIAL, target=30),
    "two labs": Odd(
        [(3, 4), (1, 4), (4, 4), (2, 4), (3, 4), (1, 4), (4, 4), (1, 4)],
        VotePlan(order_adjusted=True), labs=("Basel", "Haifa"), second=(True, True, False, False),
    ),
    "the order explains all": Odd(
        [(2, 3)] * 8, VotePlan(order_adjusted=True), second=(True,), twice=[(2, 3)] * 4,
    ),
    "just within the level": Odd([(4, 4)] * 6 + [(2, 4)] * 3),
}  # fmt: skip
