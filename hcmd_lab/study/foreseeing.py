"""Looking ahead: a mechanism is played with a study's models before people meet it.

What was expected stays in the study, with the job that computed it; every decision of the
experimenter to go on nevertheless is an entry of the study's log.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from hcmd_lab import __version__
from hcmd_lab.dataset import write_dataset
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import atomic_write, make_folder
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.jobs.foreseen import ForeseeResult
from hcmd_lab.jobs.job_folder import BASELINE_FILE, DATASET_FILE, MECHANISM_FILE
from hcmd_lab.jobs.modelled import Checked, ModelResult
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.report import Failure, Stopped
from hcmd_lab.jobs.requests import ForeseeJob
from hcmd_lab.study.gate import Answer, Gate, PassedOver, Question, judge
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.rows_of_the_log import require_rows_of_the_log
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LogEntry, LogKind, add_to_log
from hcmd_lab.system_faults import reason_of, remedy_of
from hcmd_lab.timestamps import utc_now
from hcmd_lab.training import run_job
from hcmd_lab.typed_text import tidied_line

PASSED_OVER_FACT = "passed over at the gate"
"""Where studies of before the log keep the experimenter's decisions to go on past a finding."""


def gate(study: ReadOnlyStudy, table: FrozenPolicy) -> Gate:
    """All that the study knows of a mechanism before it enters a session."""
    sha256, model = table.sha256, newest_model(study)
    prospect = None if model is None else _prospect(study, sha256, model)
    return judge(sha256, table.name, model, prospect, study.settings, passed_over(study))


def newest_model(study: ReadOnlyStudy) -> ModelResult | None:
    """The result of the latest MODEL, if there is one."""
    found = (run.result for run in reversed(study.store.learned.runs(Step.MODEL)))
    return next((result for result in found if isinstance(result, ModelResult)), None)


def passed_over(study: ReadOnlyStudy) -> list[PassedOver]:
    """The experimenter's decisions, oldest first."""
    before_the_log = study.store.facts.get(PASSED_OVER_FACT, [])
    found = [
        *msgspec.convert(before_the_log, list[PassedOver]),
        *(_decision(entry) for entry in study.log() if entry.kind is LogKind.PASSED_OVER),
    ]
    return found if all(each.name for each in found) else _named(study, found)


def _named(study: ReadOnlyStudy, decisions: Sequence[PassedOver]) -> list[PassedOver]:
    """Decisions of earlier versions with the mechanism's name, which they did not keep."""
    names = {row.sha256: row.name for row in study.store.learned.mechanisms()}
    if not {each.mechanism for each in decisions} <= set(names):  # a closed form nobody has played
        closed = {freeze(made, study.game).sha256: name for name, made in BASELINES.items()}
        names = closed | names
    return [
        each if each.name else replace(each, name=names.get(each.mechanism, each.mechanism[:12]))
        for each in decisions
    ]


def _decision(entry: LogEntry) -> PassedOver:
    noted: dict[str, Any] = {"utc": entry.utc, "version": entry.version, "by": entry.by}
    return msgspec.convert(entry.details | noted, PassedOver)


def pass_over(study: Study, table: FrozenPolicy, question: Question, reason: str) -> None:
    """Keep the experimenter's decision to let a mechanism meet people past a finding.

    Raises:
        UsageError: There is no reason, or the finding stops nothing.
    """
    now = gate(study, table)
    stopping = [found.question for found in now.findings if found.answer is Answer.STOPS]
    if question not in stopping:
        raise UsageError(
            "Nothing is to be passed over there; what stops the mechanism now: {questions}.",
            questions=", ".join(stopping) or "–",
        )
    why = tidied_line(reason).strip()
    if not why:
        raise UsageError("Say why you go on nevertheless; the reason is kept with the study.")
    participants = "" if now.model is None else now.model.checkpoint
    add_to_log(
        study.store.facts,
        LogKind.PASSED_OVER,
        question=question.value,
        mechanism=now.mechanism,
        name=now.name,
        participants=participants,
        reason=why,
    )


def prepare(study: ReadOnlyStudy, table: FrozenPolicy) -> tuple[ForeseeJob, Path]:
    """The job that looks ahead, and the folder with what it needs.

    Raises:
        OperatorError: Nobody has been modelled yet, another program has changed what groups
            played, or the folder cannot be written.
    """
    model = newest_model(study)
    if model is None:
        raise OperatorError("Nothing can be foreseen before MODEL; run sessions and MODEL first.")
    require_rows_of_the_log(study.store)
    baseline = freeze(BASELINES[study.settings.baseline], study.game)
    job = ForeseeJob(
        seed=study.seed(f"foresee {table.sha256}"),
        mechanism=table.sha256,
        baseline=baseline.sha256,
        participants=model.checkpoint,
        repetitions=study.settings.repetitions,
        widening=study.widening(Checked.VOTES),
        groups_known=model.groups_known(study.game.seats),
        game=study.game,
        compute=study.settings.compute,
    )
    folder = study.store.folder.jobs / f"foresee-{table.sha256[:12]}"
    try:
        make_folder(folder)
        atomic_write(folder / MECHANISM_FILE, table.to_bytes())
        atomic_write(folder / BASELINE_FILE, baseline.to_bytes())
    except OSError as error:
        raise OperatorError(
            "The folder {folder} cannot be written ({reason}); {remedy}, then try again.",
            folder=folder,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error
    write_dataset(folder / DATASET_FILE, study.to_model())
    return job, folder


def look_ahead(
    study: ReadOnlyStudy, prepared: tuple[ForeseeJob, Path], should_stop: Callable[[], bool]
) -> Iterator[Progress | ForeseeResult | Stopped]:
    """Run the job; may be done in a thread, as nothing is written to the study.

    Raises:
        OperatorError: It failed for a reason that the operator can mend.
        RuntimeError: It failed by a bug; the text is the traceback.
    """
    job, folder = prepared
    for report in run_job(job, folder, study.store.folder.checkpoints, should_stop):
        if isinstance(report, Failure):
            if report.operator:
                raise OperatorError.of(report.sentence)
            raise RuntimeError(report.traceback or str(report.sentence))
        if isinstance(report, Progress | ForeseeResult | Stopped):
            yield report


def keep(study: Study, prepared: tuple[ForeseeJob, Path], result: ForeseeResult) -> None:
    """Store what was foreseen and remove the job's folder."""
    job, folder = prepared
    kept = {"job": job, "result": result, "utc": utc_now(), "version": __version__}
    builtins: Any = msgspec.to_builtins(kept)
    study.store.facts.set(_fact(result.mechanism, result.participants), builtins)
    shutil.rmtree(folder, ignore_errors=True)


def _prospect(study: ReadOnlyStudy, mechanism: str, model: ModelResult) -> ForeseeResult | None:
    kept = study.store.facts.get(_fact(mechanism, model.checkpoint))
    return None if kept is None else msgspec.convert(kept["result"], ForeseeResult)


def _fact(mechanism: str, participants: str) -> str:
    return f"foreseen {mechanism} {participants}"
