"""Pre-registration: the plan of the comparison, frozen before its votes.

The plan is made from the settings alone. It is frozen by the hash of its JSON in the study's log.
"""

import hashlib
from dataclasses import dataclass

import msgspec

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.mechanisms import BaselineName
from hcmd_lab.jobs.record import LEVEL
from hcmd_lab.study.counting import Exclusion
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.rows_of_the_log import require_rows_of_the_log
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LogEntry, LogKind, add_to_log
from hcmd_lab.vote_plan import VotePlan


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
        entry: Its place in the study's log, from 0.
        event: The last event of the sessions' log then; None where an earlier version froze it.
    """

    plan: RegisteredPlan
    sha256: str
    utc: str
    by: str
    played: int
    entry: int = 0
    event: int | None = None

    @property
    def is_unchanged(self) -> bool:
        """Whether the plan still has the hash under which it was frozen."""
        return self.plan.sha256 == self.sha256


def registration(study: ReadOnlyStudy) -> Registration | None:
    """The study's registration, if it has one that was not set aside."""
    found = None
    for place, entry in enumerate(study.log()):
        if entry.kind is LogKind.REGISTERED:
            found = _read(place, entry)
        elif entry.kind is LogKind.WENT_BACK and entry.details["registration"]:
            found = None
    return found


def preregister(study: Study) -> Registration:
    """Freeze the plan of the comparison in the study's log.

    Raises:
        OperatorError: A plan is frozen already, the votes have been counted, or another program has
            changed what groups did.
    """
    if registration(study) is not None:
        raise OperatorError("The study is registered already; its plan is frozen.")
    if study.has_counted:
        raise OperatorError("The votes have been counted; a plan is registered before that.")
    require_rows_of_the_log(study.store)  # which groups have played is frozen with the plan
    plan = plan_now(study)
    entry = add_to_log(
        study.store.facts,
        LogKind.REGISTERED,
        plan=msgspec.to_builtins(plan),
        sha256=plan.sha256,
        played=study.facts().evaluation_groups,
        event=study.store.log.last_event(),
    )
    return _read(len(study.log()) - 1, entry)


def _read(place: int, entry: LogEntry) -> Registration:
    details, event = entry.details, entry.details.get("event")
    return Registration(
        msgspec.convert(details["plan"], RegisteredPlan),
        str(details["sha256"]),
        entry.utc,
        entry.by,
        int(details["played"]),
        place,
        event if isinstance(event, int) else None,
    )
