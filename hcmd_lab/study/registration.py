"""Pre-registration: the plan of the comparison, frozen before its votes, and what departed from it.

The plan is made from the settings alone. It is frozen by the hash of its JSON in the study's log;
afterwards it is compared with the settings as they are now, with what was played and with how the
votes were judged.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from hcmd_lab.errors import UsageError
from hcmd_lab.game.mechanisms import BaselineName
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.record import LEVEL
from hcmd_lab.study.counting import Exclusion
from hcmd_lab.study.foreseeing import passed_over
from hcmd_lab.study.gate import PassedOver
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.session_alarms import LoggedAlarm, logged_alarms
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LogEntry, LogKind, add_to_log, is_whole
from hcmd_lab.vote_plan import Looks, VotePlan

# --- the plan --------------------------------------------------------------------------------


class RegisteredPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What a study plans of its comparison.

    Attributes:
        name: The study's name.
        simulated: Whether simulated participants play.
        baseline: What the newest mechanism is compared with.
        seats: Participants in a group.
        head_endowment: Coins of the head a round.
        tail_endowments: Conditions: coins of each tail a round.
        rounds: Rounds of a stage.
        acquire_groups: Groups that train the mechanism, in each iteration.
        min_iterations: Iterations that are made in any case.
        groups: Groups of the comparison; of all contrasts, if some are planned.
        contrasts: Planned contrasts: the mechanism, the other one, and its groups; none where the
            newest mechanism is compared with the baseline alone.
        votes: How they are judged.
        level: Of the two-sided test.
        exclusions: Why a group does not count.
        seed: From which the study's random draws follow.
        multiplier_percent: Growth of the fund in percent; unset in a plan from before studies had
            games of their own, whose hash is that of its JSON without it.
    """

    name: str
    simulated: bool
    baseline: BaselineName
    seats: int
    head_endowment: int
    tail_endowments: tuple[int, ...]
    rounds: int
    acquire_groups: tuple[int, ...]
    min_iterations: int
    groups: int
    contrasts: tuple[tuple[str, str, int], ...] = ()
    votes: VotePlan
    level: float
    exclusions: tuple[Exclusion, ...]
    seed: int
    multiplier_percent: int | msgspec.UnsetType = msgspec.UNSET

    @property
    def sha256(self) -> str:
        """Hash of the plan's JSON, whose fields are sorted by name."""
        return hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest()


def plan_now(study: ReadOnlyStudy) -> RegisteredPlan:
    """The plan that the study's settings make now."""
    settings, game, planned = study.settings, study.game, study.planned_contrasts()
    wrong_kind = Exclusion.PEOPLE if settings.simulated else Exclusion.SIMULATED
    return RegisteredPlan(
        name=settings.name,
        simulated=settings.simulated,
        baseline=settings.baseline,
        seats=game.seats,
        head_endowment=game.head_endowment,
        tail_endowments=game.tail_endowments,
        rounds=game.rounds,
        acquire_groups=settings.groups,
        min_iterations=settings.iterations_in_any_case,
        groups=sum(each.groups for each in planned) if planned else settings.evaluation_groups,
        contrasts=tuple((each.mechanism, each.other, each.groups) for each in planned),
        votes=settings.vote_plan,
        level=LEVEL,
        exclusions=(
            Exclusion.PILOT, Exclusion.VOID, Exclusion.ENDED_EARLY, Exclusion.UNFILLED, wrong_kind,
        ),
        seed=settings.seed,
        multiplier_percent=game.multiplier_percent,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Registration:
    """A plan that was frozen.

    Attributes:
        plan: The plan.
        sha256: Its hash, as the log keeps it.
        utc: When it was frozen.
        by: Who did it.
        played: Groups of the comparison that had played then.
    """

    plan: RegisteredPlan
    sha256: str
    utc: str
    by: str
    played: int

    @property
    def is_unchanged(self) -> bool:
        """Whether the plan still has the hash under which it was frozen."""
        return self.plan.sha256 == self.sha256


def registration(study: ReadOnlyStudy) -> Registration | None:
    """The study's registration, if it has one."""
    for entry in study.log():
        if entry.kind is LogKind.REGISTERED:
            return _read(entry)
    return None


def preregister(study: Study) -> Registration:
    """Freeze the plan of the comparison in the study's log.

    Raises:
        UsageError: A plan is frozen already, or the votes have been counted.
    """
    if registration(study) is not None:
        raise UsageError("The study is registered already; its plan is frozen.")
    if study.store.learned.runs(Step.EVALUATE):
        raise UsageError("The votes have been counted; a plan is registered before that.")
    plan = plan_now(study)
    entry = add_to_log(
        study.store.facts,
        LogKind.REGISTERED,
        plan=msgspec.to_builtins(plan),
        sha256=plan.sha256,
        played=study.facts().evaluation_groups,
    )
    return _read(entry)


def _read(entry: LogEntry) -> Registration:
    details = entry.details
    return Registration(
        msgspec.convert(details["plan"], RegisteredPlan),
        str(details["sha256"]),
        entry.utc,
        entry.by,
        int(details["played"]),
    )


# --- what departed from it -------------------------------------------------------------------


class DeviationKind(StrEnum):
    """A way in which what happened departs from the plan."""

    LATE = "late"  # groups of the comparison had played before the plan was frozen
    CHANGED = "changed"  # a value of the plan is another one now
    JUDGED = "judged"  # the votes were judged otherwise than planned
    COUNTED = "counted"  # another number of groups was counted than planned
    EARLY = "early"  # the votes were counted before all planned groups had played
    BASELINE = "baseline"  # the mechanism was compared with another one
    ALTERED = "altered"  # the frozen plan has another hash than when it was frozen


@dataclass(frozen=True, slots=True)
class Deviation:
    """One departure from the plan; `hcmd_lab.telling.registration` words it.

    Attributes:
        kind: Its kind.
        name: Of the value that has changed; empty for other kinds.
        planned: What was planned.
        found: What is instead.
    """

    kind: DeviationKind
    name: str
    planned: object
    found: object


def deviations(study: ReadOnlyStudy, frozen: Registration) -> list[Deviation]:
    """Every departure from a registered plan so far, computed anew."""
    plan = frozen.plan
    found = []
    if not frozen.is_unchanged:
        found.append(Deviation(DeviationKind.ALTERED, "", frozen.sha256, plan.sha256))
    if frozen.played:
        found.append(Deviation(DeviationKind.LATE, "", 0, frozen.played))
    now = plan_now(study)
    for name in RegisteredPlan.__struct_fields__:
        planned, is_now = getattr(plan, name), getattr(now, name)
        if planned is not msgspec.UNSET and planned != is_now:
            found.append(Deviation(DeviationKind.CHANGED, name, planned, is_now))
    for run in study.store.learned.runs(Step.EVALUATE):
        if isinstance(run.result, EvaluateResult):
            found += _of_result(study, plan, run.id, run.result)
    return found


def _of_result(
    study: ReadOnlyStudy, plan: RegisteredPlan, run: int, result: EvaluateResult
) -> list[Deviation]:
    found = []
    judged = result.plan or VotePlan()
    if judged != plan.votes:
        found.append(Deviation(DeviationKind.JUDGED, "", plan.votes, judged))
    groups = _planned_groups(study, plan, result)
    if groups is None:
        planned = ", ".join(other for _, other, _ in plan.contrasts) or plan.baseline
        found.append(Deviation(DeviationKind.BASELINE, "", planned, result.baseline))
        groups = plan.groups
    if plan.votes.looks is not Looks.FIXED:
        return found
    played = [
        int(entry.details["played"])
        for entry in study.log()
        if entry.kind is LogKind.LOOKED and entry.details.get("run") == run
    ]
    if played and played[0] < groups:
        found.append(Deviation(DeviationKind.EARLY, "", groups, played[0]))
    elif result.groups != groups:
        found.append(Deviation(DeviationKind.COUNTED, "", groups, result.groups))
    return found


def _planned_groups(
    study: ReadOnlyStudy, plan: RegisteredPlan, result: EvaluateResult
) -> int | None:
    """Groups that were planned for the two mechanisms of a result; None if they were not."""
    if not plan.contrasts:
        return plan.groups if result.baseline == plan.baseline else None
    sides = {result.mechanism, result.baseline}
    for mechanism, other, groups in plan.contrasts:
        if {study.resolved(mechanism), study.resolved(other)} == sides:
            return groups
    return None


# --- audit -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Audit:
    """What a reader of the study has to know to trust its result.

    Attributes:
        registration: The registered plan; None if there is none.
        deviations: Departures from it.
        entries: The study's log.
        is_whole: Whether every entry of the log follows the one that it names.
        passed_over: Limits of the gate that the experimenter has gone past.
        added_iterations: Iterations that were added to the plan of training.
        alarms: What looked like an attack on a session.
    """

    registration: Registration | None
    deviations: tuple[Deviation, ...]
    entries: tuple[LogEntry, ...]
    is_whole: bool
    passed_over: tuple[PassedOver, ...]
    added_iterations: tuple[dict[str, object], ...]
    alarms: tuple[LoggedAlarm, ...] = ()


def audit(study: ReadOnlyStudy) -> Audit:
    """Registration, looks, limits passed over, and alarms."""
    frozen, entries = registration(study), study.log()
    return Audit(
        frozen,
        () if frozen is None else tuple(deviations(study, frozen)),
        tuple(entries),
        is_whole(entries),
        tuple(passed_over(study)),
        tuple(study.added_iterations()),
        logged_alarms(study.store),
    )
