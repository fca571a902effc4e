"""Checks the tests of contrasts, and what groups earned under their mechanisms."""

import numpy as np

from remade import rewards, votes
from remade.groups import Group, stage_of
from remade.outcome import Numbers, Outcome
from remade.study import Study, plan_of
from remade.tables import Row, decimal

_VERDICT = ("share", "share_low", "share_high", "p_value")


def check_contrast(study: Study, outcome: Outcome, row: Row) -> None:
    """Check the test of a contrast, and what groups earned under its two mechanisms."""
    number, name = row["contrast.number"], f"{row['contrast.mechanism']} against"
    what = f"test of contrast {number}, {name} {row['contrast.other']}"
    if not row["contrast.share"]:
        outcome.pass_over(what, "its votes have not been counted")
        return
    groups = study.of_contrast(row)
    if isinstance(groups, str):
        outcome.pass_over(what, groups)
        return
    told = [decimal(row[f"contrast.{each}"]) for each in _VERDICT]
    mechanism = row["contrast.mechanism"]
    ballots = votes.ballots(groups, mechanism)
    if not row["contrast.looks"]:
        share = float(ballots.won.sum() / ballots.cast.sum())
        outcome.compare(f"{what} (the share alone: an earlier version made the interval)",
                     {(): (told[0],)}, {(): (share,)})  # fmt: skip
    else:
        order, plan = study.order_of(row, ballots), plan_of(row)
        if order is None:
            outcome.pass_over(what, "somebody has withdrawn whose vote told what the order does")
        else:
            verdict = votes.judge(ballots, plan, order)
            if plan.adjusted:
                second, freed = decimal(row["contrast.second_share"]), order.freed(verdict[0])
                outcome.compare(
                    f"{what}: share of the second stage", {(): (second,)}, {(): (freed.share,)}
                )
            outcome.compare(what, {(): tuple(told)}, {(): verdict})
    objectives(study, outcome, row, groups)


def objectives(study: Study, outcome: Outcome, row: Row, groups: list[Group]) -> None:
    """Check what groups earned under the mechanisms of a contrast."""
    if not row["contrast.total_reward_mechanism"]:
        return
    sides = [
        [rewards.objectives(group.stages[stage_of(group, name)]) for group in groups]
        for name in (row["contrast.mechanism"], row["contrast.other"])
    ]
    told: Numbers = {}
    made: Numbers = {}
    for kind in ("total_reward", "gini", "worst_off"):
        ours, theirs = (np.array([each[kind] for each in side]) for side in sides)
        told[kind,] = tuple(
            decimal(row[f"contrast.{kind}_{each}"])
            for each in ("mechanism", "other", "difference", "difference_low",
                         "difference_high")
        )  # fmt: skip
        apart = rewards.paired(ours - theirs) if len(ours) > 1 else (None, None, None)
        made[kind,] = (float(ours.mean()), float(theirs.mean()), *apart)
    number = row["contrast.number"]
    outcome.compare(f"rewards and inequality of contrast {number}", told, made)
