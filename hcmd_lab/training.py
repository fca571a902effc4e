"""Starts and supervises the training process, which alone loads torch.

A job runs in a process of its own at low priority: a crash or a lack of memory there cannot touch a
session. What passes between the two processes is JSON (`hcmd_lab.jobs`), nothing else.
"""

import contextlib
import multiprocessing
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from hcmd_lab.errors import OperatorError
from hcmd_lab.files import atomic_write
from hcmd_lab.jobs import JOB_FILE, STOP, Failure, Job, Progress, Report
from hcmd_lab.sentence import Sentence

_POLL_S = 0.1


def write_job(folder: Path, job: Job) -> None:
    """Write a job into its folder, atomically.

    Raises:
        OperatorError: It cannot be written.
    """
    try:
        atomic_write(folder / JOB_FILE, msgspec.json.encode(job))
    except OSError as error:
        raise OperatorError(
            "The training job cannot be written to {folder} ({reason}); free some space, or make "
            "the study's folder writable.",
            folder=folder,
            reason=error.strerror,
        ) from error


def run_job(
    job: Job, folder: Path, checkpoints: Path, should_stop: Callable[[], bool] = lambda: False
) -> Iterator[Report]:
    """Run a job in a new process; yields its progress, then its single outcome.

    Run again in the same folder, a job that was stopped or killed resumes.

    Args:
        job: The job.
        folder: The job's own folder.
        checkpoints: The folder of checkpoints.
        should_stop: Asked several times a second; once True, the job saves its state and ends with
            `Stopped`.

    Yields:
        `Progress` records, and last a result, `Stopped` or `Failure`.

    Raises:
        OperatorError: The job's folder cannot be written.
    """
    write_job(folder, job)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(
        target=_enter, args=(theirs, folder, checkpoints), name=f"training {folder.name}"
    )
    process.start()
    theirs.close()
    asked = False
    try:
        while True:
            if should_stop() and not asked:
                asked = True
                with contextlib.suppress(OSError):  # it may be ending already
                    ours.send_bytes(STOP)
            if not ours.poll(_POLL_S):
                continue
            try:
                report = msgspec.json.decode(ours.recv_bytes(), type=Report)
            except (EOFError, OSError):
                process.join()
                report = _ended_without_outcome(process.exitcode)
            yield report
            if not isinstance(report, Progress):
                return
    finally:
        # A closed pipe tells the process to save and end, if it has not ended yet.
        ours.close()
        process.join()


def _enter(connection: Connection, folder: Path, checkpoints: Path) -> None:
    """Entry point of the new process; imported here so that nothing else ever loads torch."""
    from hcmd_lab.learning import worker  # noqa: PLC0415

    worker.main(connection, folder, checkpoints)


def _ended_without_outcome(exit_code: int | None) -> Failure:
    if exit_code is not None and exit_code < 0:
        how = Sentence("signal {number}", number=-exit_code)
    else:
        how = Sentence("code {number}", number=exit_code)
    sentence = Sentence(
        "The training process ended unexpectedly ({how}), perhaps for lack of memory; its last "
        "save is kept, so start it again to continue.",
        how=how,
    )
    return Failure(sentence=sentence, operator=True)
