"""The report of a study: its records, handed to the pages and pictures of `ui.figures`."""

from pathlib import Path

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.insight.explanation import explain
from hcmd_lab.jobs import (
    ConvergenceResult,
    EvaluateResult,
    ModelResult,
    OptimizeResult,
)
from hcmd_lab.laboratory import Laboratory
from hcmd_lab.storage.versions import software_versions
from hcmd_lab.study import Step
from hcmd_lab.summary import count_decisions
from hcmd_lab.timestamps import utc_now
from hcmd_lab.warm_start import origin_of
from ui.figures.report.pdf import PDF_FILE, write_pdf
from ui.figures.report.records import IterationReport, StudyReport
from ui.figures.report.writing import write_report


def write_study_report(laboratory: Laboratory) -> Path:
    """Write the report into the study's folder; returns the page.

    Raises:
        OperatorError: Nothing has been trained yet, or the folder cannot be written to.
    """
    return write_report(_full_report(laboratory), _folder(laboratory))[0]


def write_study_pdf(laboratory: Laboratory) -> Path:
    """Write the report as a PDF into the study's folder; returns the file.

    Raises:
        OperatorError: Nothing has been trained yet, or the folder cannot be written to.
    """
    path = _folder(laboratory) / PDF_FILE
    write_pdf(_full_report(laboratory), path)
    return path


def study_report(laboratory: Laboratory) -> StudyReport:
    """Collect what a study has brought so far."""
    store, settings = laboratory.store, laboratory.settings
    everything = laboratory.played(("acquire", "evaluate"))
    played = [group for group in everything if group.purpose == "acquire"]
    iterations = []
    for iteration in range(1, settings.iterations + 1):
        groups = [group for group in played if group.iteration == iteration]
        if groups and (model := laboratory.find_result(Step.MODEL, iteration, ModelResult)):
            convergence = laboratory.find_result(Step.CONVERGENCE, iteration, ConvergenceResult)
            iterations.append(
                IterationReport(
                    iteration,
                    len(groups),
                    count_decisions(groups),
                    model,
                    laboratory.find_result(Step.OPTIMIZE, iteration, OptimizeResult),
                    convergence,
                    must_go_on=convergence is not None
                    and convergence.converged
                    and iteration < settings.iterations_in_any_case,
                )
            )
    evaluations = [
        run.result for run in store.runs(Step.EVALUATE) if isinstance(run.result, EvaluateResult)
    ]
    devices = [turn.optimize.device for turn in iterations if turn.optimize]
    trained = [store.mechanism(sha256) for sha256 in laboratory.trained_tables()]
    # The random mechanism that a study begins with is not worth explaining.
    explanation = explain(trained[-1], everything, settings.baseline) if trained[1:] else None
    return StudyReport(
        name=settings.name,
        simulated=settings.participants == "simulated",
        seed=settings.seed,
        iterations=tuple(iterations),
        evaluation=evaluations[-1] if evaluations else None,
        policies=(*trained, freeze(BASELINES[settings.baseline], laboratory.game)),
        played=tuple(played),
        explanation=explanation,
        versions=software_versions(),
        device=devices[-1] if devices else "",
        created_utc=utc_now(),
        restriction=settings.restriction,
        origin=origin_of(laboratory),
    )


def _full_report(laboratory: Laboratory) -> StudyReport:
    report = study_report(laboratory)
    if not report.iterations:
        raise OperatorError(
            "There is nothing to report yet. {status}",
            status=laboratory.status().sentence,
        )
    return report


def _folder(laboratory: Laboratory) -> Path:
    return laboratory.store.folder.path / "report"
