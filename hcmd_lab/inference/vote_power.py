"""Power of EVALUATE by simulation: of the very test that will be made.

Votes of one group resemble each other, so the group is the unit. Each simulated evaluation draws
the votes of every group from a beta-binomial distribution with the assumed share and within-group
correlation. Where groups are alike, it is enough to draw how many of them cast how many votes for
the mechanism; where the order is taken out, groups that met it first and second are told apart
(`weighed_power`).
"""

from collections.abc import Callable
from functools import lru_cache
from typing import assert_never

import msgspec
import numpy as np

from hcmd_lab.inference.assumed_votes import Design, vote_chances
from hcmd_lab.inference.sequential import rejects_at_a_look
from hcmd_lab.inference.sign_flips import smallest_rejected
from hcmd_lab.inference.weighed_power import WeighedDesign
from hcmd_lab.jobs.record import PAPER_SHARE, WANTED_POWER, Interval
from hcmd_lab.vote_plan import Looks, VotePlan

PLAIN = VotePlan()
"""The votes are counted once, as they were cast."""

EVALUATIONS = 4000
"""Simulated evaluations a number of groups; the power is known to 0.8 percentage points then."""

SEQUENTIAL_EVALUATIONS = 1000
"""The same under a sequential plan, in which every group is a look: 1.6 percentage points."""

MAX_GROUPS = 4000
LEAST_EFFECT = 0.001
"""Distance from one half below which no number of groups is asked for."""

USUAL_CORRELATION = 0.1
"""Assumed where no votes are there to estimate it from."""

_EXACT_UP_TO = 60
_SEED = 1
_SHARE_STEP = 0.0005  # to which the smallest share is searched
_HIGHEST_SHARE = 1 - 1e-9


class PowerPlan(msgspec.Struct, frozen=True):
    """Expected power of an evaluation.

    Attributes:
        share: The true share of votes that is assumed.
        wanted_power: Chance with which it is to be found, two-sided at the 5% level.
        correlation: Correlation of the votes of one group.
        seats: Votes a group.
        groups: Groups needed; None if even `MAX_GROUPS` are too few.
        curve: Chance by number of groups.
        looks: When the votes may be looked at.
        order_adjusted: Whether the preference for the stage played second is taken out.
    """

    share: float
    wanted_power: float
    correlation: float
    seats: int
    groups: int | None
    curve: dict[int, float]
    looks: Looks = Looks.FIXED
    order_adjusted: bool = False

    @property
    def plan(self) -> VotePlan:
        """How the votes are judged."""
        return VotePlan(looks=self.looks, order_adjusted=self.order_adjusted)


class ExpectedPower(msgspec.Struct, frozen=True):
    """Groups that find what the models expect of a vote, over the interval of the expectation.

    Attributes:
        mechanism: Name of the mechanism.
        baseline: Name of what it is compared with.
        share: Expected share of votes, with its 95% interval.
        estimate: Groups that find the estimate; None if `MAX_GROUPS` are too few.
        least: Groups that find the end further from one half.
        most: Groups that find the end closer to one half; None also if the interval holds one half,
            which no number of groups tells from itself.
    """

    mechanism: str
    baseline: str
    share: Interval
    estimate: int | None
    least: int | None
    most: int | None


class DesignPower(msgspec.Struct, frozen=True):
    """What a number of groups can find.

    Attributes:
        groups: Number of groups.
        paper: Chance of finding the paper's share.
        smallest: The smallest share found with 80% power; None if none is.
        correlation: Assumed correlation of the votes of one group.
        plan: How the votes are judged.
    """

    groups: int
    paper: float
    smallest: float | None
    correlation: float
    plan: VotePlan


def plan_power(
    share: float,
    wanted_power: float,
    correlation: float,
    seats: int,
    seed: int,
    plan: VotePlan = PLAIN,
) -> PowerPlan:
    """Find the minimum number of groups, up to the precision of the simulation.

    Args:
        share: True share of votes, other than one half.
        wanted_power: Between 0.05 and 1, both excluded.
        correlation: Correlation of the votes of one group, 0 to below 1.
        seats: Votes a group.
        seed: Seed of the simulation.
        plan: How the votes are judged.
    """

    def chance(groups: int) -> float:
        dice = np.random.default_rng(seed)
        return simulated_power(share, {seats: groups}, correlation, dice, plan)

    def found(groups: int | None, curve: dict[int, float]) -> PowerPlan:
        return PowerPlan(
            share, wanted_power, correlation, seats, groups, curve, plan.looks, plan.order_adjusted
        )

    low, high = 1, 8
    while chance(high) < wanted_power:
        if high == MAX_GROUPS:
            return found(None, {})
        low, high = high, min(2 * high, MAX_GROUPS)
    while high - low > 1:
        middle = (low + high) // 2
        if chance(middle) < wanted_power:
            low = middle
        else:
            high = middle
    shown = sorted({max(2, round(part * high)) for part in (0.25, 0.5, 0.75, 1.0, 1.5)})
    curve = {groups: round(chance(groups), 3) for groups in shown}
    return found(high, curve)


def expected_power(
    mechanism: str, baseline: str, share: Interval, asked: PowerPlan, seed: int
) -> ExpectedPower:
    """Plan for an expected share of votes.

    Args:
        mechanism: Name of the mechanism.
        baseline: Name of what it is compared with.
        share: Expected share of votes.
        asked: What is planned with; its share does not matter here.
        seed: Seed of the simulation.
    """

    def groups(true: float) -> int | None:
        true = min(max(true, 1 - _HIGHEST_SHARE), _HIGHEST_SHARE)
        if abs(true - 0.5) < LEAST_EFFECT:
            return None
        found = plan_power(
            true, asked.wanted_power, asked.correlation, asked.seats, seed, asked.plan
        )
        return found.groups

    further, closer = sorted((share.low, share.high), key=lambda end: -abs(end - 0.5))
    is_open = share.low <= 0.5 <= share.high
    return ExpectedPower(
        mechanism,
        baseline,
        share,
        groups(share.estimate),
        groups(further),
        None if is_open else groups(closer),
    )


@lru_cache(maxsize=64)
def design_power(
    groups: int,
    seats: int,
    plan: VotePlan = PLAIN,
) -> DesignPower:
    """What a number of groups of equal size can find; the same numbers at every call."""
    design = {seats: groups}
    paper = simulated_power(PAPER_SHARE, design, USUAL_CORRELATION, _dice(), plan)
    smallest = smallest_share(design, USUAL_CORRELATION, plan)
    return DesignPower(groups, round(paper, 3), smallest, USUAL_CORRELATION, plan)


def smallest_share(design: Design, correlation: float, plan: VotePlan = PLAIN) -> float | None:
    """The smallest share above one half found with 80% power; None if not even 100% is."""
    return smallest_found(lambda share: simulated_power(share, design, correlation, _dice(), plan))


def smallest_found(power: Callable[[float], float]) -> float | None:
    """The smallest share above one half of which a power is 80%; None if not even that of 100% is.

    Args:
        power: By the share; it rises with it.
    """
    low, high = 0.5, _HIGHEST_SHARE
    if power(high) < WANTED_POWER:
        return None
    while high - low > _SHARE_STEP:
        middle = (low + high) / 2
        low, high = (low, middle) if power(middle) >= WANTED_POWER else (middle, high)
    return round(high, 3)


def simulated_power(
    share: float,
    design: Design,
    correlation: float,
    dice: np.random.Generator,
    plan: VotePlan = PLAIN,
) -> float:
    """The fraction of simulated evaluations that find the effect.

    Args:
        share: True share of votes.
        design: Groups by the votes they cast.
        correlation: Correlation of the votes of one group; below 0 counts as 0.
        dice: Random numbers.
        plan: How the votes are judged. A sequential one is simulated as if the order were known;
            one that takes it out, as if half of the groups met the mechanism second and nothing
            else told the order.
    """
    match plan.looks:
        case Looks.FIXED if plan.order_adjusted:
            return WeighedDesign.alike(design, plan).power(share, correlation, dice)
        case Looks.FIXED:
            return _fixed_power(share, design, correlation, dice)
        case Looks.SEQUENTIAL:
            return _sequential_power(share, design, correlation, dice)
        case _:
            assert_never(plan.looks)


def _fixed_power(
    share: float, design: Design, correlation: float, dice: np.random.Generator
) -> float:
    largest, groups = max(design), sum(design.values())
    # By evaluation: the sum of all surpluses, and how many there are of each size.
    total = np.zeros(EVALUATIONS, dtype=np.int64)
    of_size = np.zeros((EVALUATIONS, largest + 1), dtype=np.int64)
    for cast, many in design.items():
        drawn = dice.multinomial(many, vote_chances(share, cast, correlation), size=EVALUATIONS)
        surplus = 2 * np.arange(cast + 1) - cast
        total += drawn @ surplus
        for count, value in zip(drawn.T, surplus, strict=True):
            of_size[:, abs(value)] += count
    if groups <= _EXACT_UP_TO:
        sizes, kinds = np.unique(of_size[:, 1:], axis=0, return_inverse=True)
        least = np.array([_smallest_rejected(row) for row in sizes.tolist()])
        return float((np.abs(total) >= least[kinds.reshape(-1)]).mean())
    # The sum of many flipped surpluses is all but normal. It moves in steps of 4, or of 2 where
    # groups cast an odd number of votes, and a test of whole numbers starts half a step earlier.
    half_step = 1 if any(cast % 2 for cast in design) else 2
    spread = np.sqrt(of_size @ (np.arange(largest + 1) ** 2))
    distance = (np.abs(total) - half_step) / np.maximum(spread, 1e-9)
    return float((distance > _CRITICAL_DISTANCE).mean())


_CRITICAL_DISTANCE = 1.959963984540054  # beyond it lie 5% of a normal distribution, on both sides


def _smallest_rejected(of_size: list[int]) -> int:
    """The smallest sum that the test rejects, by the number of surpluses of size 1, 2, ..."""
    return smallest_rejected(
        tuple((size, many) for size, many in enumerate(of_size, start=1) if many)
    )


def _sequential_power(
    share: float, design: Design, correlation: float, dice: np.random.Generator
) -> float:
    casts = np.repeat(list(design), list(design.values()))
    shares = np.empty((SEQUENTIAL_EVALUATIONS, len(casts)))
    for place, cast in enumerate(casts):
        chances = vote_chances(share, int(cast), correlation)
        shares[:, place] = dice.choice(cast + 1, SEQUENTIAL_EVALUATIONS, p=chances) / cast
    return float(rejects_at_a_look(shares).mean())


def _dice() -> np.random.Generator:
    return np.random.default_rng(_SEED)
