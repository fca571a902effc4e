"""The study's history, read once for everything the panel draws."""

from dataclasses import dataclass

from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.trained import ConvergenceResult, OptimizeResult
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.recommendation import Recommendation
from hcmd_lab.study.status import Step, StudyStatus
from hcmd_lab.study.steps import begun_step, is_saved
from hcmd_lab.study.study import Study
from hcmd_lab.vote_plan import Looks


@dataclass(frozen=True, slots=True)
class IterationStory:
    """One iteration of the loop, as far as it has come.

    Attributes:
        number: 1 for the first.
        groups: Groups that have played in it.
        target: Groups that it needs.
        model: Result of MODEL.
        optimized: Result of OPTIMIZE.
        compared: Result of CONVERGENCE.
        recommendation: The recommendation; None before CONVERGENCE.
        names: Names of the study's trained mechanisms by iteration, as for `theta`.
    """

    number: int
    groups: int
    target: int
    model: ModelResult | None
    optimized: OptimizeResult | None
    compared: ConvergenceResult | None
    recommendation: Recommendation | None
    names: tuple[str, ...] = ()

    @property
    def goes_on(self) -> bool:
        """Whether another iteration follows, as far as that is known."""
        return self.recommendation is not None and self.recommendation.goes_on


@dataclass(frozen=True, slots=True)
class StudyStory:
    """A study's history from its beginning to its current state.

    Attributes:
        now: Its current status.
        max_iterations: Maximum number of iterations.
        iterations: Every turn that has begun, oldest first.
        evaluations: Results of EVALUATE, one for each contrast that has one.
        paused: The training step that was begun and can be continued; None if there is none.
        paused_is_saved: Whether it has saved anything to continue with.
        simulated: Whether simulated participants play.
        looks: When the votes of the comparison may be looked at.
        lacking: What the next training steps would lack.
        open_contrasts: Planned contrasts whose votes have not been counted to the end.
    """

    now: StudyStatus
    max_iterations: int
    iterations: tuple[IterationStory, ...]
    evaluations: tuple[EvaluateResult, ...]
    paused: Step | None
    simulated: bool
    looks: Looks = Looks.FIXED
    paused_is_saved: bool = False
    lacking: tuple[Sentence, ...] = ()
    open_contrasts: int = 0


def read_story(study: Study) -> StudyStory:
    """Read a study's history."""
    settings, facts, now = study.settings, study.facts(), study.status()
    recommendations, names = study.recommendations(), study.mechanisms.trained_names()
    iterations = tuple(
        IterationStory(
            number=number,
            groups=facts.acquired.get(number, 0),
            target=settings.groups[number - 1],
            model=study.find_result(Step.MODEL, number, ModelResult),
            optimized=study.find_result(Step.OPTIMIZE, number, OptimizeResult),
            compared=study.find_result(Step.CONVERGENCE, number, ConvergenceResult),
            recommendation=recommendations.get(number),
            names=names,
        )
        for number in range(1, now.iteration + 1)
    )
    paused = begun_step(study)
    return StudyStory(
        now=now,
        max_iterations=settings.iterations,
        iterations=iterations,
        evaluations=tuple(study.evaluations()),
        paused=paused,
        paused_is_saved=paused is not None and is_saved(study, paused),
        simulated=settings.simulated,
        looks=settings.looks,
        lacking=tuple(study.lacking()),
        open_contrasts=sum(not each.is_evaluated for each in facts.contrasts),
    )
