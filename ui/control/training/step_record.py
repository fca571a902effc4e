"""The record of one step in one iteration: result and progress."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.report import Result
from hcmd_lab.jobs.trained import ConvergenceResult, OptimizeResult
from hcmd_lab.study.contrasts import Contrast
from hcmd_lab.study.recommendation import Recommendation
from hcmd_lab.study.status import Step
from hcmd_lab.study.trained_names import names_at
from ui.control.training.history import TrainingHistory
from ui.control.training.stored_course import stored_course

if TYPE_CHECKING:
    from hcmd_lab.study.study import Study

_KINDS: dict[Step, type[ModelResult | OptimizeResult | ConvergenceResult | EvaluateResult]] = {
    Step.MODEL: ModelResult,
    Step.OPTIMIZE: OptimizeResult,
    Step.CONVERGENCE: ConvergenceResult,
    Step.EVALUATE: EvaluateResult,
}


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One step in one iteration.

    Attributes:
        step: Which one.
        iteration: The study's iteration.
        result: Its result; None before it has one.
        table: SHA-256 of the mechanism that OPTIMIZE made.
        recommendation: The recommendation after CONVERGENCE; None for other steps.
        simulated: Whether simulated participants play in the study.
        contrasts: The contrasts that were planned, for EVALUATE.
        names: Names of the trained mechanisms by iteration, as for `theta`.
        told: The course of MODEL and OPTIMIZE as it is stored with the result; None if it is not.
    """

    step: Step
    iteration: int
    result: Result | None
    table: str = ""
    recommendation: Recommendation | None = None
    simulated: bool = False
    contrasts: tuple[Contrast, ...] = ()
    names: tuple[str, ...] = ()
    told: TrainingHistory | None = None


def read_records(study: "Study") -> dict[tuple[Step, int], StepRecord]:
    """Every step that has a result, by step and iteration."""
    found: dict[tuple[Step, int], StepRecord] = {}
    tables = study.mechanisms.trained_tables()
    recommendations = study.recommendations()
    simulated = study.settings.simulated
    contrasts = study.contrasts() if study.planned_contrasts() else ()
    for run in study.store.learned.runs():
        step = Step(run.kind)
        kind = _KINDS.get(step)
        if kind is None or not isinstance(run.result, kind):
            continue
        iteration = run.iteration
        found[step, iteration] = StepRecord(
            step,
            iteration,
            run.result,
            table=tables[iteration] if step is Step.OPTIMIZE and iteration < len(tables) else "",
            recommendation=recommendations[iteration] if step is Step.CONVERGENCE else None,
            simulated=simulated,
            contrasts=contrasts if step is Step.EVALUATE else (),
            names=names_at(study.store, run),
            told=stored_course(step, run),
        )
    return found


def belongs(history: TrainingHistory | None, step: Step, iteration: int) -> bool:
    """Whether a progress report belongs to this step in this iteration."""
    return history is not None and (history.step, history.iteration) == (step, iteration)
