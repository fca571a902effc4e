"""Joins the plans of two labs: contrasts, groups and iterations that one of them has added."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, assert_never

import msgspec

from hcmd_lab.bundles.bundle_records import Bundle
from hcmd_lab.bundles.design import differences
from hcmd_lab.bundles.session_uses import Pair, uses_here, uses_there
from hcmd_lab.errors import UsageError
from hcmd_lab.game.mechanism_names import spoken_name
from hcmd_lab.game.mechanisms import NEWEST, NEWEST_RULE, RULE_OF
from hcmd_lab.storage.intake import NewRun
from hcmd_lab.study.contrasts import CONTRASTS_FACT, PlannedContrast, parse_contrasts
from hcmd_lab.study.counted_votes import CountedVotes
from hcmd_lab.study.own_order import in_own_order
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.settings import StudySettings, stored_settings
from hcmd_lab.study.study_log import ADDED_FACT, LOG_FACT, LogEntry, LogKind, followed
from hcmd_lab.vote_plan import Looks


@dataclass(frozen=True, slots=True)
class JoinedPlan:
    """The plan of a study with what a bundle adds to it.

    Attributes:
        settings: The study's settings, with what was added to them there.
        iterations: Notes of all iterations that were added.
        own: Contrasts that the study itself plans, by the mechanisms that they compare.
        contrasts: All planned contrasts; none where that of the settings holds.
        of_settings: The mechanisms that the contrast of the settings compares.
    """

    settings: StudySettings
    iterations: Sequence[Mapping[str, Any]]
    own: Mapping[Pair, PlannedContrast]
    contrasts: Mapping[Pair, PlannedContrast]
    of_settings: Pair

    @property
    def targets(self) -> dict[Pair, int]:
        """Groups that each comparison is to have."""
        if not self.contrasts:
            return {self.of_settings: self.settings.evaluation_groups}
        return {sides: plan.groups for sides, plan in self.contrasts.items()}


@dataclass(frozen=True, slots=True)
class PlanAdditions:
    """What a joined plan adds to that of the study.

    Attributes:
        facts: What is to be stored, by name.
        contrasts: New contrasts.
        groups: Groups that were added to the comparisons.
        iterations: Iterations that were added.
    """

    facts: dict[str, object]
    contrasts: int
    groups: int
    iterations: int


def join_plans(study: ReadOnlyStudy, bundle: Bundle) -> JoinedPlan:
    """The plan of a study with what a bundle adds to it.

    Contrasts are joined whatever their order: a group belongs to one by the mechanisms that it met.
    Where groups have compared those of the settings, their contrast stays beside planned ones.

    Raises:
        UsageError: The two studies have different designs or plans; the sentence says in what.
    """
    settings, iterations = _joined_settings(study, bundle)
    newest = _newest(study, bundle)
    of_settings = frozenset((newest, str(settings.baseline)))
    own = {_sides(study, plan, newest): plan for plan in study.planned_contrasts()}
    joined = dict(own)
    for plan in parse_contrasts(bundle.manifest.contrasts):
        sides = _sides(study, plan, newest)
        joined[sides] = _longer(bundle, settings, joined.get(sides, plan), plan)
    if joined and of_settings not in joined:
        uses = [*uses_here(study), *uses_there(bundle)]
        if any(of_settings in use.compared for use in uses):
            groups = settings.evaluation_groups
            joined[of_settings] = PlannedContrast(newest, settings.baseline, groups)
    in_order = in_own_order(
        joined, lambda sides: sides in own, lambda sides: joined[sides].planned_utc
    )
    contrasts = {sides: joined[sides] for sides in in_order}
    return JoinedPlan(settings, iterations, own, contrasts, of_settings)


def additions(
    study: ReadOnlyStudy, bundle: Bundle, plan: JoinedPlan, runs: Sequence[NewRun]
) -> PlanAdditions:
    """What a joined plan adds to that of the study; groups and contrasts are logged.

    Args:
        study: The study.
        bundle: The bundle.
        plan: The joined plan.
        runs: Training steps that are about to be stored.
    """
    longer = list(_longer_comparisons(study, plan))
    new = list(_new_contrasts(study, plan, runs))
    entries = study.log()
    for kind, details in (
        *((LogKind.GROUPS_ADDED, each) for each in longer),
        *((LogKind.CONTRAST_PLANNED, each) for each in new),
    ):
        entries = followed(entries, kind, **details, bundle=bundle.name)
    facts: dict[str, object] = {}
    if longer or new:
        facts[LOG_FACT] = msgspec.to_builtins(entries)
        if plan.contrasts:
            facts[CONTRASTS_FACT] = msgspec.to_builtins(tuple(plan.contrasts.values()))
    if plan.settings != study.settings:
        facts["settings"] = msgspec.to_builtins(plan.settings)
    iterations = plan.settings.iterations - study.settings.iterations
    if iterations:
        facts[ADDED_FACT] = list(plan.iterations)
    return PlanAdditions(facts, len(new), sum(each["added"] for each in longer), iterations)


def _longer_comparisons(study: ReadOnlyStudy, plan: JoinedPlan) -> Iterator[dict[str, Any]]:
    """Entries of the log about comparisons that get more groups than the study planned."""
    before, now = study.settings.evaluation_groups, plan.settings.evaluation_groups
    if now > before:
        played = study.facts().evaluation_groups
        yield {"added": now - before, "before": before, "planned": now, "played": played}
    # Without a plan of its own the study has the one contrast of its settings.
    for (sides, ours), standing in zip(plan.own.items(), study.contrasts(), strict=False):
        joined = plan.contrasts[sides]
        if joined.groups > ours.groups:
            yield {
                "added": joined.groups - ours.groups,
                "before": ours.groups,
                "planned": joined.groups,
                "played": standing.played,
                "mechanism": standing.mechanism,
                "baseline": standing.other,
            }


def _new_contrasts(
    study: ReadOnlyStudy, plan: JoinedPlan, runs: Sequence[NewRun]
) -> Iterator[dict[str, Any]]:
    """Entries of the log about contrasts that the study did not plan."""
    replaces = None
    if not plan.own and plan.of_settings not in plan.contrasts:
        replaces = str(study.settings.baseline)
    counted = CountedVotes(study)
    for sides, each in plan.contrasts.items():
        if sides in plan.own or (not plan.own and sides == plan.of_settings):
            continue
        yield {
            "mechanism": each.mechanism,
            "baseline": each.other,
            "groups": each.groups,
            "counted": counted.others_before(each, runs),
            "replaces": replaces,
        }
        replaces = None


def _joined_settings(
    study: ReadOnlyStudy, bundle: Bundle
) -> tuple[StudySettings, Sequence[Mapping[str, Any]]]:
    """The study's settings with what was added to them there, and the notes of all iterations."""
    ours, theirs = study.settings, stored_settings(bundle.manifest.settings)
    notes_here, notes_there = study.added_iterations(), bundle.manifest.added_iterations
    added: dict[str, Any] = {}
    notes: Sequence[Mapping[str, Any]] = notes_here
    if _first_plan(ours, notes_here) == _first_plan(theirs, notes_there):
        longer, shorter = (theirs, ours) if len(notes_there) > len(notes_here) else (ours, theirs)
        n = shorter.iterations
        if (longer.groups[:n], longer.updates[:n]) == (shorter.groups, shorter.updates):
            added |= {"groups": longer.groups, "updates": longer.updates}
            notes = notes_there if longer is theirs else notes_here
    if ours.looks is Looks.SEQUENTIAL:
        first = ours.evaluation_groups - added_groups(study.log())
        if first == theirs.evaluation_groups - bundle.manifest.added_groups:
            added["evaluation_groups"] = max(ours.evaluation_groups, theirs.evaluation_groups)
    _require_design(bundle, ours, theirs, replace(ours, **added), replace(theirs, **added))
    _require_not_compared(study, bundle, ours.iterations, theirs.iterations)
    return replace(ours, **added), notes


def added_groups(entries: Sequence[LogEntry]) -> int:
    """Groups by which a study's log says that the comparison of its settings was extended."""
    return sum(
        int(entry.details["added"])
        for entry in entries
        if entry.kind is LogKind.GROUPS_ADDED and "mechanism" not in entry.details
    )


def _first_plan(settings: StudySettings, added: Sequence[object]) -> tuple[object, object]:
    """Groups and updates of the iterations that a study was made with."""
    n = settings.iterations - len(added)
    return settings.groups[:n], settings.updates[:n]


def _require_design(
    bundle: Bundle,
    ours: StudySettings,
    theirs: StudySettings,
    ours_joined: StudySettings,
    theirs_joined: StudySettings,
) -> None:
    different = differences(ours_joined, theirs_joined)
    if different:
        first = different[0].setting
        raise UsageError(
            "The bundle {name} comes from a study with a different design and cannot be merged: "
            "{setting} is {there} there and {here} here. All settings that differ: {names}.",
            name=bundle.name,
            setting=first,
            there=getattr(theirs, first),
            here=getattr(ours, first),
            names=", ".join(each.setting for each in different),
        )


def _require_not_compared(study: ReadOnlyStudy, bundle: Bundle, here: int, there: int) -> None:
    """An iteration is added before groups compare the last mechanism, in either lab."""
    if there > here and any(use.compared for use in uses_here(study)):
        raise UsageError(
            "The study of the bundle {name} has more iterations than this one, and groups of this "
            "study have already compared its last mechanism; make a study from the bundle, and go "
            "on there (File, New study from a bundle, or: hcmd-lab bundle start FILE STUDY).",
            name=bundle.name,
        )
    if here > there and any(use.compared for use in uses_there(bundle)):
        raise UsageError(
            "This study has more iterations than that of the bundle {name}, and groups there have "
            "already compared its last mechanism; send that lab a bundle of this study to make a "
            "study from, and to go on there.",
            name=bundle.name,
        )


def _newest(study: ReadOnlyStudy, bundle: Bundle) -> str:
    """Name of the newest mechanism that the merged study will have."""
    line = bundle.newest_trained
    if line is not None and line.iteration >= len(study.mechanisms.trained_tables()):
        names = {table.sha256: table.name for table, _ in bundle.mechanisms}
        return names.get(line.table, NEWEST)
    return study.mechanisms.resolved(NEWEST)


def _sides(study: ReadOnlyStudy, plan: PlannedContrast, newest: str) -> Pair:
    """The mechanisms that a contrast compares in the merged study, by name."""
    is_here = newest == study.mechanisms.resolved(NEWEST)
    rule = study.mechanisms.resolved(NEWEST_RULE) if is_here else f"{RULE_OF}{newest}"
    names = {NEWEST: newest, NEWEST_RULE: rule}
    return frozenset(names.get(side, side) for side in (plan.mechanism, plan.other))


def _longer(
    bundle: Bundle, settings: StudySettings, ours: PlannedContrast, theirs: PlannedContrast
) -> PlannedContrast:
    """A contrast that both studies plan, with the groups of the one that has added some."""
    if ours.groups == theirs.groups:
        return ours
    match settings.looks:
        case Looks.SEQUENTIAL:
            return replace(ours, groups=max(ours.groups, theirs.groups))
        case Looks.FIXED:
            raise UsageError(
                "The contrast of {mechanism} with {other} is planned for {there} groups in the "
                "study of the bundle {name} and for {here} here; plan the same number in both, "
                "before groups play it.",
                mechanism=spoken_name(ours.mechanism),
                other=spoken_name(ours.other),
                there=theirs.groups,
                here=ours.groups,
                name=bundle.name,
            )
        case _:
            assert_never(settings.looks)
