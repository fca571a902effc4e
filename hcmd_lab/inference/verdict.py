"""One verdict from votes: the share, its interval and the p-value, by the plan of the study."""

from dataclasses import dataclass
from typing import assert_never

from hcmd_lab.inference.ballots import Ballots
from hcmd_lab.inference.order import shifts
from hcmd_lab.inference.sequential import any_time_interval, any_time_p_value
from hcmd_lab.inference.vote_shares import (
    Floats,
    share_interval,
    sign_flip_p_value,
    simultaneous_level,
)
from hcmd_lab.jobs.record import LEVEL, Interval
from hcmd_lab.vote_plan import Looks, VotePlan

NO_PREFERENCE = 0.5


@dataclass(frozen=True)
class Verdict:
    """What votes say.

    Attributes:
        share: Share of votes for the mechanism; one half lies outside its interval exactly if
            `p_value` is below the level.
        p_value: Two-sided; under a sequential plan it stays right at every look.
    """

    share: Interval
    p_value: float


def judge(
    counted: Ballots,
    plan: VotePlan,
    second_share: float = NO_PREFERENCE,
    level: float = LEVEL,
) -> Verdict:
    """The verdict of the groups counted, at least one.

    Args:
        counted: The groups.
        plan: How votes are judged. A sequential plan counts each group alike, whatever its
            weighting: the bets know no other mean.
        second_share: Share of votes for the stage played second, taken out if the plan says so.
        level: Of the test; the interval holds the rest.
    """
    taken_out = second_share if plan.order_adjusted else NO_PREFERENCE
    match plan.looks:
        case Looks.FIXED:
            weights = counted.weights(plan.weighting)
            moved = None if taken_out == NO_PREFERENCE else shifts(counted, taken_out)
            votes = (counted.won, counted.cast, weights, moved)
            return Verdict(share_interval(*votes, level=level), sign_flip_p_value(*votes))
        case Looks.SEQUENTIAL:
            shares = group_shares(counted, taken_out)
            reach = abs(taken_out - NO_PREFERENCE)
            return Verdict(any_time_interval(shares, reach, level), any_time_p_value(shares, reach))
        case _:
            assert_never(plan.looks)


def group_shares(counted: Ballots, second_share: float) -> Floats:
    """`[G]` share of each group's votes, without the preference for the second stage."""
    found: Floats = counted.won / counted.cast - shifts(counted, second_share) / (2 * counted.cast)
    return found


def by_condition(
    counted: Ballots, plan: VotePlan, second_share: float = NO_PREFERENCE
) -> dict[int, Interval]:
    """The share in each condition; with a chance of 95% all true shares lie in their intervals."""
    level = simultaneous_level(len(counted.conditions))
    return {
        tail: judge(counted.of(counted.tails == tail), plan, second_share, level).share
        for tail in counted.conditions
    }
