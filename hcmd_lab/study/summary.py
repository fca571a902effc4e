"""Study summary in figures, for JSON output and the report."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.modelled import CrossEntropies, ModelResult
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.trained import ConvergenceResult, OptimizeResult
from hcmd_lab.study.contrasts import Contrast
from hcmd_lab.study.recommendation import Recommendation
from hcmd_lab.study.status import Step, StudyStanding
from hcmd_lab.study.study import Study


@dataclass(frozen=True, slots=True)
class IterationSummary:
    """One turn of the loop.

    Attributes:
        iteration: 1 for the first.
        groups: Groups acquired in it.
        decisions: Contributions that their participants decided on, as MODEL counts them.
        contribution_cross_entropy: Per decision in nats, with its references.
        vote_cross_entropy: Per vote in nats, with ln 2 as its reference.
        updates: Number of OPTIMIZE's updates.
        ms_per_update: Time per update; None where results must not depend on the machine.
        vote_share: Expected share of votes against the mechanism that training began with.
        converged: Whether CONVERGENCE found that the mechanism improves no more.
        checkpoint: SHA-256 of the trained policy.
        recommendation: The recommendation; None in files of earlier versions.
        against: Iteration of the mechanism that training began with; None for the one before.
        kept_at: After how many updates the mechanism was kept; None where OPTIMIZE went the whole
            way.
    """

    iteration: int
    groups: int
    decisions: int
    contribution_cross_entropy: CrossEntropies
    vote_cross_entropy: CrossEntropies
    updates: int
    ms_per_update: float | None
    vote_share: Interval
    converged: bool
    checkpoint: str
    recommendation: Recommendation | None = None
    against: int | None = None
    kept_at: int | None = None


@dataclass(frozen=True, slots=True)
class StudySummary:
    """A whole study.

    Attributes:
        name: The name given by the experimenter.
        simulated: Whether simulated participants played.
        seed: Seed of every random choice.
        iterations: Complete turns of the loop.
        evaluation: The latest comparison by new participants, if any has been made.
        standing: The study's stage; files of earlier versions are of complete studies.
        contrasts: The contrasts with their groups and results; none in files of earlier versions.
    """

    name: str
    simulated: bool
    seed: int
    iterations: list[IterationSummary]
    evaluation: EvaluateResult | None
    standing: StudyStanding = StudyStanding.COMPLETE
    contrasts: list[Contrast] = field(default_factory=list)

    @property
    def evaluations(self) -> list[EvaluateResult]:
        """The result of every contrast that has one."""
        if not self.contrasts:
            return [self.evaluation] if self.evaluation is not None else []
        return [each.result for each in self.contrasts if each.result is not None]


def summarise(study: Study, *, timings: bool) -> StudySummary:
    """Collect a study's figures.

    Args:
        study: The open study.
        timings: Whether to tell how long things took, which differs from run to run.
    """
    settings = study.settings
    acquired = study.played(("acquire",))
    iterations = [
        _summarise_iteration(study, iteration, recommendation, acquired, timings)
        for iteration, recommendation in sorted(study.recommendations().items())
    ]
    evaluations = study.evaluations()
    return StudySummary(
        settings.name,
        settings.simulated,
        settings.seed,
        iterations,
        evaluations[-1] if evaluations else None,
        study.status().standing,
        list(study.contrasts()),
    )


def _summarise_iteration(
    study: Study,
    iteration: int,
    recommendation: Recommendation,
    acquired: list[PlayedGroup],
    timings: bool,
) -> IterationSummary:
    played = [group for group in acquired if group.iteration == iteration]
    model = study.result(Step.MODEL, iteration, ModelResult)
    trained = study.result(Step.OPTIMIZE, iteration, OptimizeResult)
    compared = study.result(Step.CONVERGENCE, iteration, ConvergenceResult)
    return IterationSummary(
        iteration=iteration,
        groups=len(played),
        decisions=count_decisions(played),
        contribution_cross_entropy=model.contribution,
        vote_cross_entropy=model.vote,
        updates=trained.updates,
        ms_per_update=trained.ms_per_update if timings else None,
        vote_share=trained.vote_share,
        converged=compared.converged,
        checkpoint=trained.checkpoint,
        recommendation=recommendation,
        against=trained.against,
        kept_at=trained.kept_at,
    )


def count_decisions(groups: Iterable[PlayedGroup]) -> int:
    """Number of contributions that the participants of groups decided on themselves."""
    return sum(sum(own) for group in groups for stage in group.stages for own in stage.own_choice)
