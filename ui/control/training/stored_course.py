"""The course of a finished step, from the curves that are stored with its result."""

from typing import assert_never

from hcmd_lab.jobs.curve import Curve, Measure
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.requests import OptimizeJob
from hcmd_lab.jobs.trained import OptimizeResult
from hcmd_lab.storage.records import RunRow
from hcmd_lab.study.status import Step
from ui.control.training.history import TrainingHistory


def stored_course(step: Step, run: RunRow) -> TrainingHistory | None:
    """The course of a step as its progress told it; None if no curves are stored."""
    result = run.result
    if not isinstance(result, ModelResult | OptimizeResult) or not result.curves:
        return None
    course = TrainingHistory(step, run.iteration)
    for curve in result.curves:
        _put(course, curve)
    if isinstance(result, ModelResult):
        for name, nats in result.contribution.references.items():
            course.put(f"reference {name}", (0,), (nats,))
        for name, nats in result.vote.references.items():
            course.put(f"vote_reference {name}", (0,), (nats,))
    elif isinstance(run.job, OptimizeJob):
        groups = run.job.repetitions * len(run.job.game.tail_endowments)
        course.put("final_groups", (0,), (groups,))
    return course


def _put(course: TrainingHistory, curve: Curve) -> None:
    """Put a curve in under the names of `Progress.metrics`."""
    match curve.measure:
        case Measure.HELD_OUT | Measure.TRAINING:
            course.put(f"{curve.measure.value} {curve.size}", curve.places, curve.values)
        case Measure.REFIT:
            course.put("training", curve.places, curve.values)
        case Measure.VOTE_HELD_OUT:
            for penalty, nats in zip(curve.places, curve.values, strict=True):
                course.put(f"vote_held_out {penalty}", (0,), (nats,))
        case Measure.VOTE_SHARE:
            course.put("vote_share", curve.places, curve.values)
            course.put("vote_share_error", curve.places, curve.errors)
            course.put("vote_share_groups", (0,), (curve.groups,))
        case Measure.SIGNAL_TO_NOISE:
            course.put("signal_to_noise", curve.places, curve.values)
        case _:
            assert_never(curve.measure)
