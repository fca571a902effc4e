"""What is known of one step in one iteration: its result, and what it tells while it runs."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from hcmd_lab.jobs import (
    ConvergenceResult,
    EvaluateResult,
    ModelResult,
    OptimizeResult,
    Result,
)
from hcmd_lab.study.status import Step, StudyStatus
from ui.control.training.history import TrainingHistory

if TYPE_CHECKING:
    from hcmd_lab.study.study import Study

Next = Literal["iteration", "evaluation", "nothing"]

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
        iteration: Of the study.
        result: What came out; None before that.
        table: SHA-256 of the mechanism that OPTIMIZE made.
        followed_by: What the study does after CONVERGENCE.
    """

    step: Step
    iteration: int
    result: Result | None
    table: str = ""
    followed_by: Next = "evaluation"


def read_records(study: "Study") -> dict[tuple[Step, int], StepRecord]:
    """Every step that has a result, by step and iteration."""
    found: dict[tuple[Step, int], StepRecord] = {}
    tables = study.trained_tables()
    now = study.status()
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
            followed_by=_next(now, iteration),
        )
    return found


def _next(now: StudyStatus, iteration: int) -> Next:
    if now.iteration > iteration:
        return "iteration"
    return "nothing" if now.step is Step.DONE else "evaluation"


def belongs(history: TrainingHistory | None, step: Step, iteration: int) -> bool:
    """Whether what was told is of this step in this iteration."""
    return history is not None and (history.step, history.iteration) == (step, iteration)
