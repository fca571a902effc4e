"""Training steps: from a decision to a job, its folder and its result.

Everything here reads the study and writes files alone (the job's own, and the checkpoint that a
warm start brings), so that it may be done in a thread of its own; `hcmd_lab.study.study` puts the
result into the study.
"""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, assert_never

import msgspec

from hcmd_lab.bounded_reader import FileKind, decode_record, read_bounded
from hcmd_lab.dataset import write_dataset
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import atomic_write, make_folder
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.jobs.job_folder import (
    DATASET_FILE,
    JOB_FILE,
    RESUME_FILE,
    played_file,
)
from hcmd_lab.jobs.modelled import Checked, ModelResult
from hcmd_lab.jobs.requests import (
    ConvergenceJob,
    EvaluateJob,
    InitialiseJob,
    Job,
    ModelJob,
    OptimizeJob,
    Origin,
)
from hcmd_lab.jobs.trained import OptimizeResult
from hcmd_lab.restriction import Restriction
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.rows_of_the_log import require_rows_of_the_log
from hcmd_lab.study.status import Step, StudyStatus
from hcmd_lab.study.trained_names import next_name
from hcmd_lab.study.warm_start import bring, find
from hcmd_lab.system_faults import reason_of, remedy_of
from hcmd_lab.timestamps import utc_now

J = TypeVar("J", bound=Job)


@dataclass(frozen=True, slots=True)
class Anew:
    """How a step that has a result is taken anew.

    Attributes:
        new_seed: Whether with another seed; with the same one, the same data and settings give the
            same result, bit by bit, on the same device.
        updates: Updates of OPTIMIZE; None for as many as the settings plan.
    """

    new_seed: bool = False
    updates: int | None = None


@dataclass(frozen=True, slots=True)
class PreparedStep:
    """A training step that is ready to run.

    Attributes:
        step: Which one.
        iteration: The study's iteration; 0 for INITIALISE.
        folder: The job's own, with the data it needs.
        job: The job to compute.
        started_utc: Time at which it was prepared.
        restriction: The restriction on every mechanism.
        name: Name of the mechanism that it makes, if it makes one.
    """

    step: Step
    iteration: int
    folder: Path
    job: Job
    started_utc: str
    restriction: Restriction
    name: str


def prepare(study: ReadOnlyStudy, step: Step, anew: Anew | None = None) -> PreparedStep:
    """Create a step's job and the folder with its data.

    Args:
        study: The study.
        step: A step that is possible now.
        anew: How it is taken anew, if it is; None continues one that has begun as it has begun.

    Raises:
        OperatorError: The step is not possible now, another program has changed what it reads, or
            the folder cannot be written.
    """
    study.require(step)
    if step in (Step.MODEL, Step.EVALUATE):  # these read what groups played
        require_rows_of_the_log(study.store)
    iteration = study.status().iteration_of(step)
    folder = job_folder(study, step)
    begun = _begun_job(folder) if anew is None else None
    if anew is not None:
        _require_taken(study, step, iteration)
        shutil.rmtree(folder, ignore_errors=True)  # begun otherwise, it could not be continued
    with folder_faults(folder):
        make_folder(folder)
    planned = _job(study, step, iteration, folder)
    job = planned if anew is None else _anew(study, planned, step, iteration, anew)
    if begun is not None and type(begun) is type(job):
        job = _continued(job, begun)
    name = next_name(study.store.learned, iteration)
    return PreparedStep(step, iteration, folder, job, utc_now(), study.settings.restriction, name)


def _begun_job(folder: Path) -> Job | None:
    """The job that has begun in a folder; None if there is none that can be continued."""
    try:
        job: Job = decode_record(read_bounded(folder / JOB_FILE, FileKind.JOB), Job)
    except (OSError, msgspec.MsgspecError):
        return None
    return job


def _taken(study: ReadOnlyStudy, step: Step, iteration: int) -> int:
    """How often a step of an iteration has had a result, set aside or not."""
    runs = study.store.learned.every_run(step)
    return sum(run.iteration == iteration for run in runs)


def _require_taken(study: ReadOnlyStudy, step: Step, iteration: int) -> None:
    """Check that a step has had a result, beside which another one can be asked for.

    Raises:
        UsageError: It has not: the first one is computed as the settings plan it.
    """
    if not _taken(study, step, iteration):
        raise UsageError(
            "{step} of iteration {iteration} has had no result yet: its first one is computed with "
            "the seed and the updates that the study’s settings plan.",
            step=step.upper(),
            iteration=iteration,
        )


def _anew(study: ReadOnlyStudy, job: Job, step: Step, iteration: int, anew: Anew) -> Job:
    """A job with what is asked for in place of what is planned."""
    if anew.new_seed:
        number = _taken(study, step, iteration) + 1
        job = msgspec.structs.replace(job, seed=study.seed(f"{step.value} {iteration}.{number}"))
    if anew.updates is None:
        return job
    if not isinstance(job, OptimizeJob):
        raise UsageError("Only OPTIMIZE has updates; leave their number out.")
    if anew.updates < 1:
        raise UsageError("Give a number of updates, at least 1.")
    return msgspec.structs.replace(job, updates=anew.updates)


def _continued(job: Job, begun: Job) -> Job:
    """A job with the seed and the updates with which it has begun."""
    job = msgspec.structs.replace(job, seed=begun.seed)
    if isinstance(job, OptimizeJob) and isinstance(begun, OptimizeJob):
        return msgspec.structs.replace(job, updates=begun.updates)
    return job


@contextmanager
def folder_faults(folder: Path) -> Iterator[None]:
    """Context in which a job's folder is made.

    Raises:
        OperatorError: It cannot be.
    """
    try:
        yield
    except OSError as error:
        raise OperatorError(
            "The training folder {folder} cannot be created ({reason}); {remedy}, then try again.",
            folder=folder,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error


def job_folder(study: ReadOnlyStudy, step: Step) -> Path:
    """The job folder of a currently possible step, started or not."""
    name = f"{step.value}-{study.status().iteration_of(step)}"
    if step is Step.EVALUATE and study.planned_contrasts():
        # The job of one contrast is not that of the next.
        ready = [each.number for each in study.contrasts() if each.is_ready or each.may_look]
        name += f"-{ready[0]}" if ready else ""
    return study.store.folder.jobs / name


def begun_step(study: ReadOnlyStudy) -> Step | None:
    """The step that was started but not finished, if it is still possible.

    One that is being taken anew comes before the step that would rest on it.
    """
    now = study.status()
    possible = dict.fromkeys(step for step in (now.again, now.step) if step is not None)
    return next((step for step in possible if (job_folder(study, step) / JOB_FILE).exists()), None)


def comes_next(now: StudyStatus, begun: Step) -> bool:
    """Whether a begun step is what the study goes on with, rather than a session."""
    if begun is Step.INITIALISE:
        return False
    return begun is now.again or not now.groups_missing


def is_saved(study: ReadOnlyStudy, step: Step) -> bool:
    """Whether a started step would resume from saved state rather than start again."""
    return (job_folder(study, step) / RESUME_FILE).exists()


def _job(study: ReadOnlyStudy, step: Step, iteration: int, folder: Path) -> Job:
    settings = study.settings
    seed = study.seed(f"{step.value} {iteration}")
    match step:
        case Step.INITIALISE:
            return _make(InitialiseJob, study, seed=seed, origin=_bring_origin(study))
        case Step.MODEL:
            groups = study.to_model(iteration)
            write_dataset(folder / DATASET_FILE, groups)
            earlier = (study.result(Step.MODEL, s, ModelResult) for s in range(1, iteration))
            counting = {group.group for group in study.played(("acquire",))}
            aside = tuple(group.group for group in groups if group.group not in counting)
            newest = [g for g in groups if g.iteration == iteration and g.group in counting]
            return _make(
                ModelJob,
                study,
                seed=seed,
                earlier=tuple(model.checkpoint for model in earlier),
                played=_write_played(study, newest, folder),
                # Taken again, it starts from what was known when it was taken first.
                widening=study.widening(Checked.VOTES, before=iteration),
                giving_widening=study.widening(Checked.CONTRIBUTIONS, before=iteration),
                data=tuple(group.group for group in groups),
                set_aside=aside,
            )
        case Step.OPTIMIZE:
            model = study.result(Step.MODEL, iteration, ModelResult)
            return _make(
                OptimizeJob,
                study,
                seed=seed,
                policy=study.checkpoint(iteration - 1),
                participants=model.checkpoint,
                updates=settings.updates[iteration - 1],
                earlier=tuple(study.checkpoint(s) for s in range(iteration - 1)),
                widening=study.widening(Checked.VOTES),
                groups_known=model.groups_known(study.game.seats),
            )
        case Step.CONVERGENCE:
            model = study.result(Step.MODEL, iteration, ModelResult)
            trained = study.result(Step.OPTIMIZE, iteration, OptimizeResult)
            return _make(
                ConvergenceJob,
                study,
                seed=seed,
                policies=tuple(study.checkpoint(s) for s in range(iteration + 1)),
                participants=model.checkpoint,
                against=iteration - 1 if trained.against is None else trained.against,
                shortened=trained.kept_at is not None,
                widening=study.widening(Checked.VOTES),
                groups_known=model.groups_known(study.game.seats),
            )
        case Step.EVALUATE:
            # Groups of ACQUIRE played one mechanism twice: they tell what the order alone does.
            write_dataset(folder / DATASET_FILE, study.played(("acquire", "evaluate")))
            contrast = study.contrast_to_evaluate()
            compared = {contrast.mechanism, contrast.other}
            newest = [
                group
                for group in study.played(("evaluate",))
                if {stage.mechanism for stage in group.stages} <= compared
            ]
            known = study.find_result(Step.MODEL, iteration, ModelResult)
            return _make(
                EvaluateJob,
                study,
                seed=seed,
                mechanism=contrast.mechanism,
                baseline=contrast.other,
                labs=study.labs(),
                participants="" if known is None else known.checkpoint,
                played=_write_played(study, newest, folder),
                widening=study.widening(Checked.VOTES),
                giving_widening=study.widening(Checked.CONTRIBUTIONS),
                groups_known=0 if known is None else known.groups_known(study.game.seats),
                groups_modelled=0 if known is None else known.groups,
            )
        case Step.ACQUIRE | Step.DONE:
            raise ValueError(f"{step} is not computed by a training job")
        case _:
            assert_never(step)


def _write_played(
    study: ReadOnlyStudy, groups: Sequence[PlayedGroup], folder: Path
) -> tuple[str, ...]:
    """Write the tables that groups compared into a job's folder; returns the mechanisms' names."""
    met = {stage.mechanism for group in groups for stage in group.stages_here if stage.stage < 3}
    names = {row.name: None for row in study.store.learned.mechanisms() if row.name in met}
    write_played(study, names, folder)
    return tuple(names)


def write_played(study: ReadOnlyStudy, names: Iterable[str], folder: Path) -> None:
    """Write the tables of mechanisms into a job's folder, in the order of its `played`.

    Raises:
        OperatorError: A table is missing or damaged.
    """
    known = {row.name: row.sha256 for row in study.store.learned.mechanisms()}
    for number, name in enumerate(names):
        table = study.store.learned.mechanism(known[name])
        atomic_write(folder / played_file(number), table.to_bytes())


def _make(kind: type[J], study: ReadOnlyStudy, **own: Any) -> J:  # noqa: ANN401 - of any type
    """A job from the given fields, with all others taken from settings of the same name."""
    settings = study.settings
    names = [name for name in kind.__struct_fields__ if name not in own and hasattr(settings, name)]
    return kind(game=study.game, **own, **{name: getattr(settings, name) for name in names})


def _bring_origin(study: ReadOnlyStudy) -> Origin | None:
    """Copy the initial mechanism from another study, if there is one."""
    if not study.settings.warm_start:
        return None
    start = find(study.settings)
    bring(start, study.store.folder.checkpoints)
    return start.origin
