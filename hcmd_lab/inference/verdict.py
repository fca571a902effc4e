"""One verdict from votes: the share, its interval and the p-value, by the plan of the study."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from hcmd_lab.inference.ballots import Ballots
from hcmd_lab.inference.order import counted_votes, shifts
from hcmd_lab.inference.sequential import any_time_interval, any_time_p_value
from hcmd_lab.inference.sign_flips import Floats
from hcmd_lab.inference.vote_shares import scores, share_intervals, simultaneous_level
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
    imbalance: float = 0.0,
) -> Verdict:
    """The verdict of the groups counted, at least one.

    Args:
        counted: The groups.
        plan: How votes are judged. A sequential plan counts each group alike, whatever its
            weighting: the bets know no other mean.
        second_share: Share of votes for the stage played second, taken out if the plan says so.
        level: Of the test; the interval holds the rest.
        imbalance: Of the orders of those from whom `second_share` was computed, if these groups
            are among them (see `inference.order`).
    """
    (found,) = judge_all([counted], plan, [second_share], level, [imbalance])
    return found


def judge_all(
    studies: Sequence[Ballots],
    plan: VotePlan,
    second_shares: Sequence[float],
    level: float = LEVEL,
    imbalances: Sequence[float] = (),
) -> list[Verdict]:
    """The verdicts of many studies at once, which takes less time.

    Args:
        studies: The groups of each.
        plan: As in `judge`.
        second_shares: Of each, as in `judge`.
        level: As in `judge`.
        imbalances: Of each, as in `judge`; none for 0.
    """
    unequal = imbalances or [0.0] * len(studies)
    taken_out = [each if plan.order_adjusted else NO_PREFERENCE for each in second_shares]
    match plan.looks:
        case Looks.FIXED:
            scored = [
                scores(
                    counted.won,
                    counted.cast,
                    counted.weights(plan.weighting),
                    None if out == NO_PREFERENCE else shifts(counted, out),
                    counted_votes(counted, part) if plan.order_adjusted and part else None,
                )
                for counted, out, part in zip(studies, taken_out, unequal, strict=True)
            ]
            return [
                Verdict(share, each.p_value)
                for share, each in zip(share_intervals(scored, level), scored, strict=True)
            ]
        case Looks.SEQUENTIAL:
            found = []
            for counted, out in zip(studies, taken_out, strict=True):
                shares, reach = group_shares(counted, out), abs(out - NO_PREFERENCE)
                found.append(
                    Verdict(
                        any_time_interval(shares, reach, level), any_time_p_value(shares, reach)
                    )
                )
            return found
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
    (found,) = by_condition_all([counted], plan, [second_share])
    return found


def by_condition_all(
    studies: Sequence[Ballots], plan: VotePlan, second_shares: Sequence[float]
) -> list[dict[int, Interval]]:
    """`by_condition` of many studies of the same conditions at once, which takes less time."""
    conditions = studies[0].conditions
    level = simultaneous_level(len(conditions))
    judged = {
        tail: judge_all(
            [each.of(each.tails == tail) for each in studies], plan, second_shares, level
        )
        for tail in conditions
    }
    return [
        {tail: verdicts[place].share for tail, verdicts in judged.items()}
        for place in range(len(studies))
    ]
