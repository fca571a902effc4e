"""Departures from a registered plan: found anew each time it is asked for them.

The plan is compared with the settings and contrasts as they are now, with what was played and with
how the votes were judged.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from hcmd_lab.game.mechanisms import NEWEST
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.study.contrasts import PlannedContrast
from hcmd_lab.study.counted_votes import CountedVotes
from hcmd_lab.study.played_before import Moment, compared_before
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.registration import RegisteredPlan, Registration, plan_now
from hcmd_lab.study.status import Step
from hcmd_lab.study.study_log import LogEntry, LogKind, look_places
from hcmd_lab.vote_plan import Looks, VotePlan


class DeviationKind(StrEnum):
    """A way in which what happened departs from the plan."""

    LATE = "late"  # groups of the comparison had played before the plan was frozen
    CHANGED = "changed"  # a value of the plan is another one now
    JUDGED = "judged"  # the votes were judged otherwise than planned
    COUNTED = "counted"  # another number of groups was counted than planned
    EARLY = "early"  # the votes were counted before all planned groups had played
    BASELINE = "baseline"  # the mechanism was compared with another one
    CONTRAST_ADDED = "contrast_added"  # a contrast was planned that is not in the plan
    CONTRAST_DROPPED = "contrast_dropped"  # a contrast of the plan is planned no more
    CONTRAST_GROUPS = "contrast_groups"  # a contrast of the plan is to have other groups now
    ALTERED = "altered"  # the frozen plan has another hash than when it was frozen
    SET_ASIDE = "set_aside"  # groups that had played a comparison were set aside


@dataclass(frozen=True, slots=True)
class Deviation:
    """One departure from the plan; `hcmd_lab.telling.deviations` words it.

    Attributes:
        kind: Its kind.
        name: Of the value that has changed; empty for other kinds.
        planned: What was planned.
        found: What is instead.
        contrast: The contrast that it is about; None for other kinds.
        counted: Other contrasts whose votes had been counted when it was planned.
    """

    kind: DeviationKind
    name: str
    planned: object
    found: object
    contrast: PlannedContrast | None = None
    counted: int = 0


def deviations(study: ReadOnlyStudy, frozen: Registration) -> list[Deviation]:
    """Every departure from a registered plan so far, computed anew."""
    plan = frozen.plan
    found = []
    if not frozen.is_unchanged:
        found.append(Deviation(DeviationKind.ALTERED, "", frozen.sha256, plan.sha256))
    played = frozen.played
    if study.labs():  # sessions of other labs may have come after the plan was frozen
        played = max(played, compared_before(study, Moment(frozen.utc, frozen.event)))
    if played:
        found.append(Deviation(DeviationKind.LATE, "", 0, played))
    now = plan_now(study)
    told_by_contrast = {"contrasts", "groups"} if plan.contrasts or now.contrasts else set()
    for name in RegisteredPlan.__struct_fields__:
        planned, is_now = getattr(plan, name), getattr(now, name)
        if planned is msgspec.UNSET or name in told_by_contrast:
            continue
        if planned != is_now:
            found.append(Deviation(DeviationKind.CHANGED, name, planned, is_now))
    if told_by_contrast:
        found += _of_contrasts(study, plan)
    entries = study.log()
    aside = sum(
        int(entry.details["compared"]) for entry in entries if entry.kind is LogKind.WENT_BACK
    )
    if aside:
        found.append(Deviation(DeviationKind.SET_ASIDE, "", 0, aside))
    looks = look_places(entries)
    for run in study.store.learned.runs(Step.EVALUATE):
        if isinstance(run.result, EvaluateResult):
            look = entries[looks[run.id]] if run.id in looks else None
            found += _of_result(study, plan, run.result, look)
    return found


def _of_contrasts(study: ReadOnlyStudy, plan: RegisteredPlan) -> Iterator[Deviation]:
    """Contrasts that were added, dropped or given other groups."""
    then = {_sides(study, each): each for each in _contrasts(plan)}
    now = {_sides(study, each): each for each in study.planned_contrasts()}
    if not now:  # all of them were dropped: that of the settings holds again
        now = {_sides(study, each): each for each in _contrasts(plan_now(study))}
    for sides, planned in then.items():
        if sides not in now:
            yield Deviation(DeviationKind.CONTRAST_DROPPED, "", planned.groups, 0, planned)
        elif now[sides].groups != planned.groups:
            groups = planned.groups, now[sides].groups
            yield Deviation(DeviationKind.CONTRAST_GROUPS, "", *groups, planned)
    votes = CountedVotes(study)
    for sides, added in now.items():
        if sides not in then:
            counted = votes.others_before(added)
            yield Deviation(DeviationKind.CONTRAST_ADDED, "", 0, added.groups, added, counted)


def _contrasts(plan: RegisteredPlan) -> list[PlannedContrast]:
    """The contrasts of a plan; without any, the newest mechanism is compared with the baseline."""
    named = plan.contrasts or ((NEWEST, plan.baseline.value, plan.groups),)
    return [PlannedContrast(*each) for each in named]


def _sides(study: ReadOnlyStudy, contrast: PlannedContrast) -> frozenset[str]:
    """The two mechanisms that a contrast compares, by their names now."""
    return frozenset(map(study.mechanisms.resolved, (contrast.mechanism, contrast.other)))


def _of_result(
    study: ReadOnlyStudy, plan: RegisteredPlan, result: EvaluateResult, look: LogEntry | None
) -> list[Deviation]:
    """How a result departs from the plan; its look is the log's entry about its count, if any."""
    found = []
    judged = result.plan or VotePlan()
    if judged != plan.votes:
        found.append(Deviation(DeviationKind.JUDGED, "", plan.votes, judged))
    sides = frozenset((result.mechanism, result.baseline))
    groups = next((c.groups for c in _contrasts(plan) if _sides(study, c) == sides), None)
    if groups is None:
        if any(_sides(study, each) == sides for each in study.planned_contrasts()):
            return found  # it is told as a contrast that was added
        planned = ", ".join(dict.fromkeys(each.other for each in _contrasts(plan)))
        found.append(Deviation(DeviationKind.BASELINE, "", planned, result.baseline))
        groups = plan.groups
    if plan.votes.looks is not Looks.FIXED:
        return found
    played = groups if look is None else int(look.details["played"])
    if played < groups:
        found.append(Deviation(DeviationKind.EARLY, "", groups, played))
    elif result.groups != groups:
        found.append(Deviation(DeviationKind.COUNTED, "", groups, result.groups))
    return found
