"""The training process: runs the job in a folder and reports over a pipe.

`hcmd_lab.training` starts it. What passes over the pipe is JSON (`hcmd_lab.jobs`), in the other
direction the word `stop`. A pipe that is closed means that the lab's process has ended: the job
then saves its state and ends as well.
"""

import errno
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import assert_never

import msgspec

from hcmd_lab.bounded_reader import FileKind, decode_record, read_bounded
from hcmd_lab.errors import OperatorError
from hcmd_lab.jobs.job_folder import JOB_FILE, STOP
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.report import Failure, Report
from hcmd_lab.jobs.requests import (
    ConvergenceJob,
    EvaluateJob,
    ForeseeJob,
    InitialiseJob,
    Job,
    ModelJob,
    OptimizeJob,
)
from hcmd_lab.learning.low_priority import lower_priority
from hcmd_lab.sentence import Sentence
from hcmd_lab.system_faults import reason_of, remedy_of

_OF_THE_COMPUTER = frozenset(
    {
        errno.ENOSPC,
        errno.EDQUOT,
        errno.EIO,
        errno.EROFS,
        errno.EACCES,
        errno.EPERM,
        errno.ENODEV,
        errno.ESTALE,
        errno.EMFILE,
        errno.ENFILE,
    }
)
"""Errors of files that somebody in the room can put right; of others this program is the cause."""

PROGRESS_EVERY_S = 0.2
"""Minimum time between two reports of progress; outcomes are never held back."""


def prepare(*, ahead: bool) -> None:
    """Make a process one that runs jobs.

    Args:
        ahead: Whether there is no job yet, and so time to load and compile what any step needs.
    """
    # Ctrl-C and the end of a terminal reach all of its processes; the lab's decides what they mean.
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    lower_priority()
    if ahead:
        from hcmd_lab.learning import warm_up  # noqa: PLC0415 - it loads torch

        warm_up.load()


def main(connection: Connection, folder: Path, checkpoints: Path) -> None:
    """Run the job in `folder` to its end; the last record sent is its single outcome.

    Args:
        connection: To the lab's process.
        folder: The job's own, with `job.json`.
        checkpoints: The folder of checkpoints.
    """
    line = _Line(connection)
    with connection:
        for report in throttled(reports(folder, checkpoints, line.should_stop)):
            line.tell(report)


def reports(folder: Path, checkpoints: Path, should_stop: Callable[[], bool]) -> Iterator[Report]:
    """The job's progress, then its single outcome; every error becomes a `Failure`."""
    try:
        yield from execute(_read_job(folder), folder, checkpoints, should_stop)
    except Exception as error:  # noqa: BLE001 - whatever it is, the lab has to be told
        yield explain(error)


def execute(
    job: Job, folder: Path, checkpoints: Path, should_stop: Callable[[], bool]
) -> Iterator[Report]:
    """Run a job in this process.

    Each kind of job is imported when it is asked for: votes are counted without torch, unless what
    models had expected of them is compared.

    Args:
        job: The job.
        folder: The job's own folder.
        checkpoints: The folder of checkpoints.
        should_stop: Asked often; once True the job saves its state and ends with `Stopped`.
    """
    match job:
        case InitialiseJob():
            from hcmd_lab.learning.initialise import initialise  # noqa: PLC0415

            yield from initialise(job, folder, checkpoints, should_stop)
        case ModelJob():
            from hcmd_lab.learning.fit import model  # noqa: PLC0415

            yield from model(job, folder, checkpoints, should_stop)
        case OptimizeJob():
            from hcmd_lab.learning.optimize import optimize  # noqa: PLC0415

            yield from optimize(job, folder, checkpoints, should_stop)
        case ConvergenceJob():
            from hcmd_lab.learning.metagame import converge  # noqa: PLC0415

            yield from converge(job, folder, checkpoints, should_stop)
        case EvaluateJob():
            from hcmd_lab.learning.evaluation import evaluate  # noqa: PLC0415

            yield from evaluate(job, folder, checkpoints, should_stop)
        case ForeseeJob():
            from hcmd_lab.learning.foresee import foresee  # noqa: PLC0415

            yield from foresee(job, folder, checkpoints, should_stop)
        case _:
            assert_never(job)


def explain(error: Exception) -> Failure:
    """The record that ends a job for an error: one the operator can fix, or a bug."""
    if isinstance(error, OperatorError):
        return Failure(sentence=error.sentence, operator=True)
    if _is_out_of_memory(error):
        sentence = Sentence(
            "Training needs more memory than is available; close other programs, or copy the "
            "study's folder to a computer with more memory, then start it again: it goes on from "
            "what it has saved."
        )
        return Failure(sentence=sentence, operator=True)
    if isinstance(error, OSError) and error.errno in _OF_THE_COMPUTER:
        sentence = Sentence(
            "Training could not go on: a file cannot be read or written ({reason}); {remedy}, then "
            "start training again: it continues from the last save.",
            reason=reason_of(error),
            remedy=remedy_of(error),
        )
        return Failure(sentence=sentence, operator=True)
    sentence = Sentence(
        "Training failed because of a fault in this program ({kind}: {error}); please report it "
        "with the log.",
        kind=type(error).__name__,
        error=error,
    )
    return Failure(
        sentence=sentence,
        operator=False,
        traceback="".join(traceback.format_exception(error)),
    )


def throttled(
    job_reports: Iterator[Report], clock: Callable[[], float] = time.monotonic
) -> Iterator[Report]:
    """Drop progress reports that follow too closely, except those with pictures and the newest."""
    due_s = -float("inf")
    newest: Report | None = None
    for report in job_reports:
        if isinstance(report, Progress):
            if not report.head_share and clock() < due_s:
                newest = report
                continue
        elif newest is not None:
            yield newest  # how far the job had come when it ended
        newest = None
        due_s = clock() + PROGRESS_EVERY_S
        yield report


class _Line:
    """The pipe to the lab's process, which may end at any time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._stop = False

    def tell(self, report: Report) -> None:
        """Send a record; if nobody is listening, the job is to stop."""
        try:
            self._connection.send_bytes(msgspec.json.encode(report))
        except OSError:
            self._stop = True

    def should_stop(self) -> bool:
        """Whether the lab asked the job to stop, or is gone."""
        try:
            while not self._stop and self._connection.poll():
                self._stop = self._connection.recv_bytes() == STOP
        except (EOFError, OSError):
            self._stop = True
        return self._stop


def _read_job(folder: Path) -> Job:
    path = folder / JOB_FILE
    try:
        job: Job = decode_record(read_bounded(path, FileKind.RECORD), Job)
    except (OSError, msgspec.MsgspecError) as error:
        raise OperatorError(
            "The training job in {path} cannot be read ({error}); start the step again.",
            path=path,
            error=error,
        ) from error
    return job


_OUT_OF_MEMORY = (
    "not enough memory",  # torch on Windows
    "can't allocate memory",  # torch on Linux and macOS
    "cannot allocate memory",  # the system, as libraries hand it on
    "out of memory",  # the drivers of devices
    "bad_alloc",
)
"""What a failed allocation is called where it is a plain RuntimeError."""


def _is_out_of_memory(error: Exception) -> bool:
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    # The module is asked only if it is loaded: votes may be counted without torch.
    torch = sys.modules.get("torch")
    if isinstance(error, MemoryError) or (torch and isinstance(error, torch.OutOfMemoryError)):
        return True
    return isinstance(error, RuntimeError) and any(
        words in str(error).casefold() for words in _OUT_OF_MEMORY
    )
