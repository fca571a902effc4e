"""What has happened in a study, read once for everything that the panel draws."""

from dataclasses import dataclass

from hcmd_lab.jobs import ConvergenceResult, EvaluateResult, ModelResult, OptimizeResult
from hcmd_lab.study.status import Step, StudyStatus
from hcmd_lab.study.study import Study


@dataclass(frozen=True, slots=True)
class IterationStory:
    """One turn of the loop, as far as it has come.

    Attributes:
        number: 1 for the first.
        groups: Groups that have played in it.
        target: Groups that it needs.
        model: What MODEL found.
        optimized: What OPTIMIZE made.
        compared: What CONVERGENCE said.
        goes_on: What the settings make of that; None before CONVERGENCE.
    """

    number: int
    groups: int
    target: int
    model: ModelResult | None
    optimized: OptimizeResult | None
    compared: ConvergenceResult | None
    goes_on: bool | None


@dataclass(frozen=True, slots=True)
class StudyStory:
    """A study from its beginning to where it stands.

    Attributes:
        now: Where it stands.
        most_iterations: How many turns of the loop there can be.
        iterations: Every turn that has begun, oldest first.
        evaluation_groups: Groups that have compared the mechanism with the baseline.
        evaluation_target: Groups that the comparison needs.
        evaluation: What EVALUATE found.
        was_paused: Whether the training step that is possible now has been begun before.
    """

    now: StudyStatus
    most_iterations: int
    iterations: tuple[IterationStory, ...]
    evaluation_groups: int
    evaluation_target: int
    evaluation: EvaluateResult | None
    was_paused: bool


def read_story(study: Study) -> StudyStory:
    """Read a study's story."""
    settings, facts, now = study.settings, study.facts(), study.status()
    iterations = []
    for number in range(1, now.iteration + 1):
        compared = study.find_result(Step.CONVERGENCE, number, ConvergenceResult)
        goes_on = None
        if compared is not None:
            stops = compared.converged and number >= settings.iterations_in_any_case
            goes_on = not stops and number < settings.iterations
        iterations.append(
            IterationStory(
                number=number,
                groups=facts.acquired.get(number, 0),
                target=settings.groups[number - 1],
                model=study.find_result(Step.MODEL, number, ModelResult),
                optimized=study.find_result(Step.OPTIMIZE, number, OptimizeResult),
                compared=compared,
                goes_on=goes_on,
            )
        )
    key = 0 if now.step is Step.INITIALISE else now.iteration
    return StudyStory(
        now=now,
        most_iterations=settings.iterations,
        iterations=tuple(iterations),
        evaluation_groups=facts.evaluation_groups,
        evaluation_target=settings.evaluation_groups,
        evaluation=study.find_result(Step.EVALUATE, now.iteration, EvaluateResult),
        was_paused=(study.store.folder.jobs / f"{now.step.value}-{key}").exists(),
    )
