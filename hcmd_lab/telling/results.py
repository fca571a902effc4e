"""Results and conclusions in sentences, of whichever step.

The conclusions themselves are data: `preferred` of EVALUATE's result, the `Recommendation` after
CONVERGENCE. What is said of a step's result is said in its own file beside this one, and there
alone; every surface quotes it.
"""

from collections.abc import Sequence
from typing import assert_never

from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.foreseen import ForeseeResult
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.report import Result
from hcmd_lab.jobs.requests import Origin
from hcmd_lab.jobs.trained import ConvergenceResult, InitialiseResult, OptimizeResult
from hcmd_lab.study.recommendation import Recommendation
from hcmd_lab.study.report import StudyReport
from hcmd_lab.telling.convergence_results import reasons, verdict
from hcmd_lab.telling.evaluation_results import evaluated
from hcmd_lab.telling.model_results import modelled
from hcmd_lab.telling.optimize_results import expected_of, training_speed
from hcmd_lab.telling.translate import translate


def headline(report: StudyReport) -> str:
    """The main result in one sentence."""
    if report.evaluations:
        return " ".join(evaluated(each, simulated=report.simulated) for each in report.evaluations)
    trained = [step for step in report.iterations if step.optimize is not None]
    if trained and trained[-1].optimize is not None:
        last = trained[-1].iteration
        return " ".join(
            [
                expected_of(trained[-1].optimize, last, report.trained_names),
                translate("EVALUATE has not yet counted votes of new participants."),
            ]
        )
    played = sum(step.groups for step in report.iterations)
    return translate(
        "{n} group(s) (has|have) played so far; no mechanism has been trained yet.", n=played
    )


def result_in_words(
    result: Result,
    iteration: int,
    *,
    simulated: bool,
    recommendation: Recommendation | None = None,
    origin: Origin | None = None,
    names: Sequence[str] = (),
) -> str:
    """A step's result in a few sentences.

    Args:
        result: Result of the step.
        iteration: The study's iteration.
        simulated: Whether simulated participants play in it.
        recommendation: After CONVERGENCE, what to do.
        origin: Origin of the first mechanism, if from another study.
        names: Names of the trained mechanisms by iteration, as for `theta`.
    """
    match result:
        case InitialiseResult():
            return first_mechanism(origin)
        case ModelResult():
            return modelled(result)
        case OptimizeResult():
            return f"{expected_of(result, iteration, names)} {training_speed(result)}"
        case ConvergenceResult():
            if recommendation is None:
                return reasons(result, names)
            return verdict(result, recommendation, names)
        case EvaluateResult():
            return evaluated(result, simulated=simulated)
        case ForeseeResult():
            return translate(
                "The models have played the mechanism; the gate says what they expect."
            )
        case _:
            assert_never(result)


def first_mechanism(origin: Origin | None) -> str:
    """INITIALISE's result in one sentence."""
    if origin is None:
        return translate("The first mechanism is random.")
    if origin.simulated:
        return translate(
            "The first mechanism comes from “{study}”, which is simulated.", study=origin.study
        )
    return translate("The first mechanism comes from “{study}”.", study=origin.study)
