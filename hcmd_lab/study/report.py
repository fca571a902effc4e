"""The report of a study as records: what its pages and pictures are made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hcmd_lab.game.acquisition import Acquire
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import Game
from hcmd_lab.insight.explanation import Explanation, explain
from hcmd_lab.insight.territory import Cells
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.modelled import Checked, ModelResult, PredictionCheck
from hcmd_lab.jobs.requests import ModelJob, Origin
from hcmd_lab.jobs.trained import ConvergenceResult, OptimizeResult
from hcmd_lab.restriction import Restriction
from hcmd_lab.storage.versions import software_versions
from hcmd_lab.study.audit import Audit, audit
from hcmd_lab.study.contrasts import Contrast
from hcmd_lab.study.foreseeing import gate
from hcmd_lab.study.gate import Gate
from hcmd_lab.study.going_back import SetAside, set_aside
from hcmd_lab.study.recommendation import Recommendation
from hcmd_lab.study.role_votes import counted_votes
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.study.summary import count_decisions
from hcmd_lab.study.territories import territories
from hcmd_lab.study.warm_start import origin_of
from hcmd_lab.timestamps import utc_now
from hcmd_lab.wanted import still_wanted, wanted


@dataclass(frozen=True, slots=True)
class IterationReport:
    """Results of one iteration so far.

    Attributes:
        iteration: 1 for the first.
        groups: Groups acquired in it.
        decisions: Contributions that their participants decided on, as MODEL counts them.
        model: Result of MODEL.
        optimize: Result of OPTIMIZE.
        convergence: Result of CONVERGENCE.
        recommendation: The recommendation; None before CONVERGENCE.
    """

    iteration: int
    groups: int
    decisions: int
    model: ModelResult | None = None
    optimize: OptimizeResult | None = None
    convergence: ConvergenceResult | None = None
    recommendation: Recommendation | None = None


@dataclass(frozen=True, slots=True)
class StudyReport:
    """Results of a study so far.

    Attributes:
        name: The name given by the experimenter; any text.
        simulated: Whether simulated participants played.
        seed: Seed of every random choice.
        game: What is played.
        iterations: Iterations in order, from the first.
        evaluations: The comparisons by new participants, one for each contrast that has been
            evaluated, in the order of planning.
        policies: The mechanisms as tables: theta_0, theta_1, ..., and the baseline last.
        others: Other mechanisms that the study's contrasts compare.
        contrasts: The contrasts that were planned; none where that of the settings holds.
        played: Groups of ACQUIRE, for the contribution curves; others are passed over.
        explanation: Explanation of the newest trained mechanism, if there is one.
        versions: Versions of the software, by name.
        device: Device on which training was computed.
        created_utc: Time at which the report was made, ISO 8601.
        restriction: The restriction on the study's mechanisms.
        log: Number of the study's log when the report was made (`ChainHead.spoken`).
        origin: Origin of theta_0; None if it was drawn at random.
        gate: What was known of the newest trained mechanism before people met it.
        acquire: What the groups of ACQUIRE play.
        audit: Registration of the comparison, looks at its votes, and decisions to go on past a
            finding of the gate.
        checks: What the models expected of each session that followed, and what came.
        widening: The factor by which the models' errors in votes are widened for it.
        giving_widening: In contributions.
        set_aside: What the study has set aside when it went back.
        territories: Situations that were known when a mechanism was trained, by its name.
        late: Groups that came after the newest MODEL and are of its iterations.
    """

    name: str
    simulated: bool
    seed: int
    game: Game
    iterations: tuple[IterationReport, ...]
    evaluations: tuple[EvaluateResult, ...] = ()
    policies: tuple[FrozenPolicy, ...] = ()
    others: tuple[FrozenPolicy, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    played: tuple[PlayedGroup, ...] = ()
    explanation: Explanation | None = None
    versions: Mapping[str, str] = field(default_factory=dict)
    device: str = ""
    created_utc: str = ""
    restriction: Restriction = field(default_factory=Restriction)
    log: str = ""
    origin: Origin | None = None
    gate: Gate | None = None
    acquire: Acquire = Acquire.PAPER
    audit: Audit | None = None
    checks: tuple[PredictionCheck, ...] = ()
    widening: float = 1.0
    giving_widening: float = 1.0
    set_aside: SetAside = field(default_factory=SetAside)
    territories: Mapping[str, Cells] = field(default_factory=dict, compare=False)
    late: int = 0

    @property
    def trained_names(self) -> tuple[str, ...]:
        """Names of the trained mechanisms, from the one that the study begins with on."""
        return tuple(policy.name for policy in self.policies[:-1])

    @property
    def compared(self) -> tuple[FrozenPolicy, ...]:
        """Every mechanism that is shown: the trained ones, others of contrasts, the baseline."""
        return (*self.policies[:-1], *self.others, *self.policies[-1:])


def study_report(study: Study) -> StudyReport:
    """Collect the study's results so far."""
    store, settings = study.store, study.settings
    everything = study.shown_groups()
    played = [group for group in everything if group.purpose == "acquire"]
    iterations, recommendations = [], study.recommendations()
    for iteration in wanted(range(1, settings.iterations + 1)):
        groups = [group for group in played if group.iteration == iteration]
        if groups and (model := study.find_result(Step.MODEL, iteration, ModelResult)):
            iterations.append(
                IterationReport(
                    iteration,
                    len(groups),
                    count_decisions(groups),
                    model,
                    study.find_result(Step.OPTIMIZE, iteration, OptimizeResult),
                    study.find_result(Step.CONVERGENCE, iteration, ConvergenceResult),
                    recommendations.get(iteration),
                )
            )
    devices = [turn.optimize.device for turn in iterations if turn.optimize]
    trained = [store.learned.mechanism(sha256) for sha256 in study.mechanisms.trained_tables()]
    # The random mechanism that a study begins with is not worth explaining.
    explanation = None
    if trained[1:]:
        newest = trained[-1]
        votes = counted_votes(study, newest.name, everything)
        still_wanted()
        explanation = explain(newest, everything, settings.baseline, votes)
    still_wanted()
    return StudyReport(
        name=settings.name,
        simulated=settings.simulated,
        seed=settings.seed,
        game=study.game,
        iterations=tuple(iterations),
        evaluations=tuple(study.evaluations()),
        policies=(*trained, freeze(BASELINES[settings.baseline], study.game)),
        played=tuple(played),
        explanation=explanation,
        versions=software_versions(),
        device=devices[-1] if devices else "",
        created_utc=utc_now(),
        restriction=settings.restriction,
        log=store.log.number(),
        origin=origin_of(study),
        gate=gate(study, trained[-1]) if trained[1:] else None,
        acquire=settings.acquire,
        audit=audit(study),
        checks=study.checks(),
        widening=study.widening(Checked.VOTES),
        giving_widening=study.widening(Checked.CONTRIBUTIONS),
        set_aside=set_aside(study),
        territories=territories(study, [table.name for table in trained]),
        late=_late(study, played),
        others=_others(study),
        contrasts=study.contrasts() if study.planned_contrasts() else (),
    )


def _late(study: Study, played: Sequence[PlayedGroup]) -> int:
    """Groups of the iterations of the newest MODEL that it has not read, as they came after it."""
    runs = study.store.learned.runs(Step.MODEL)
    if not runs or not isinstance(runs[-1].job, ModelJob) or not runs[-1].job.data:
        return 0  # an earlier version did not note what MODEL has read
    known = set(runs[-1].job.data)
    return sum(
        group.iteration <= runs[-1].iteration and group.group not in known for group in played
    )


def _others(study: Study) -> tuple[FrozenPolicy, ...]:
    """The tables of planned contrasts that are neither trained nor the baseline."""
    trained = set(study.mechanisms.trained_tables())
    known = {row.name: row.sha256 for row in study.store.learned.mechanisms()}
    sides = [
        study.mechanisms.resolved(side)
        for plan in study.planned_contrasts()
        for side in (plan.mechanism, plan.other)
    ]
    return tuple(
        study.mechanisms.table(name)
        for name in dict.fromkeys(sides)
        if name != study.settings.baseline and known.get(name) not in trained
        if name in known or name in BASELINES
    )
