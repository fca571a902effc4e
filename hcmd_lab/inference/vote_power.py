"""Power of EVALUATE by simulation: of the very test that will be made.

Votes of one group resemble each other, so the group is the unit. Each simulated evaluation draws
the votes of every group from a beta-binomial distribution with the assumed share and within-group
correlation. Groups are alike, so it is enough to draw how many of them cast how many votes for the
mechanism.
"""

import math
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import assert_never

import msgspec
import numpy as np

from hcmd_lab.inference.sequential import rejects_at_a_look
from hcmd_lab.inference.sign_flips import Floats, smallest_rejected
from hcmd_lab.jobs.record import PAPER_SHARE, WANTED_POWER, Interval
from hcmd_lab.vote_plan import Looks

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

Design = Mapping[int, int]
"""Number of groups by the votes that a group casts."""


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
    """

    share: float
    wanted_power: float
    correlation: float
    seats: int
    groups: int | None
    curve: dict[int, float]
    looks: Looks = Looks.FIXED


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
        looks: When the votes may be looked at.
    """

    groups: int
    paper: float
    smallest: float | None
    correlation: float
    looks: Looks


def plan_power(
    share: float,
    wanted_power: float,
    correlation: float,
    seats: int,
    seed: int,
    looks: Looks = Looks.FIXED,
) -> PowerPlan:
    """Find the minimum number of groups, up to the precision of the simulation.

    Args:
        share: True share of votes, other than one half.
        wanted_power: Between 0.05 and 1, both excluded.
        correlation: Correlation of the votes of one group, 0 to below 1.
        seats: Votes a group.
        seed: Seed of the simulation.
        looks: When the votes may be looked at.
    """

    def chance(groups: int) -> float:
        dice = np.random.default_rng(seed)
        return simulated_power(share, {seats: groups}, correlation, dice, looks)

    low, high = 1, 8
    while chance(high) < wanted_power:
        if high == MAX_GROUPS:
            return PowerPlan(share, wanted_power, correlation, seats, None, {}, looks)
        low, high = high, min(2 * high, MAX_GROUPS)
    while high - low > 1:
        middle = (low + high) // 2
        if chance(middle) < wanted_power:
            low = middle
        else:
            high = middle
    shown = sorted({max(2, round(part * high)) for part in (0.25, 0.5, 0.75, 1.0, 1.5)})
    curve = {groups: round(chance(groups), 3) for groups in shown}
    return PowerPlan(share, wanted_power, correlation, seats, high, curve, looks)


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
            true, asked.wanted_power, asked.correlation, asked.seats, seed, asked.looks
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
    looks: Looks = Looks.FIXED,
    correlation: float = USUAL_CORRELATION,
) -> DesignPower:
    """What a number of groups of equal size can find; the same numbers at every call."""
    design = {seats: groups}
    paper = simulated_power(PAPER_SHARE, design, correlation, _dice(), looks)
    smallest = smallest_share(design, correlation, looks)
    return DesignPower(groups, round(paper, 3), smallest, correlation, looks)


def smallest_share(design: Design, correlation: float, looks: Looks = Looks.FIXED) -> float | None:
    """The smallest share above one half found with 80% power; None if not even 100% is."""
    return smallest_found(lambda share: simulated_power(share, design, correlation, _dice(), looks))


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
    looks: Looks = Looks.FIXED,
) -> float:
    """The fraction of simulated evaluations that find the effect.

    Args:
        share: True share of votes.
        design: Groups by the votes they cast.
        correlation: Correlation of the votes of one group; below 0 counts as 0.
        dice: Random numbers.
        looks: Once at the end, or after every group.
    """
    match looks:
        case Looks.FIXED:
            return _fixed_power(share, design, correlation, dice)
        case Looks.SEQUENTIAL:
            return _sequential_power(share, design, correlation, dice)
        case _:
            assert_never(looks)


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


def vote_chances(share: float, cast: int, correlation: float) -> Floats:
    """Chances of 0, 1, ... of the votes that a group casts (beta-binomial)."""
    won = np.arange(cast + 1)
    ways = np.array([math.comb(cast, int(k)) for k in won], dtype=float)
    if correlation <= 0:
        return np.asarray(ways * share**won * (1 - share) ** (cast - won), dtype=np.float64)
    if correlation >= 1:  # one vote tells all of its group
        return np.asarray([1 - share, *[0.0] * (cast - 1), share], dtype=np.float64)
    # Each factor is a drawing from an urn that grows, divided by its scale: no scale overflows.
    grown = correlation / (1 - correlation)
    up = np.cumprod(np.concatenate([[1.0], share + grown * np.arange(cast)]))
    down = np.cumprod(np.concatenate([[1.0], 1 - share + grown * np.arange(cast)]))
    both = np.prod(1 + grown * np.arange(cast))
    return np.asarray(ways * up[won] * down[cast - won] / both, dtype=np.float64)


def _dice() -> np.random.Generator:
    return np.random.default_rng(_SEED)
