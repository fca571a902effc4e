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
from hcmd_lab.jobs.job_folder import JOB_FILE, STOP
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.report import Failure, Report
from hcmd_lab.jobs.requests import Job
from hcmd_lab.safe_path import shield_children
from hcmd_lab.sentence import Sentence
from hcmd_lab.system_faults import reason_of, remedy_of

_POLL_S = 0.1

_KILLED = (-9, 0xC0000017, 0xC000012D)
"""Exit codes of a process that the system ended: SIGKILL, as Linux and macOS do when the memory is
full (or a person), and what Windows says of lacking memory and lacking space for it."""


def write_job(folder: Path, job: Job) -> None:
    """Write a job into its folder, atomically.

    Raises:
        OperatorError: It cannot be written.
    """
    try:
        atomic_write(folder / JOB_FILE, msgspec.json.encode(job))
    except OSError as error:
        raise OperatorError(
            "The training job cannot be written to {folder} ({reason}); {remedy}, then try again.",
            folder=folder,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error


class TrainingProcess:
    """A process that can run one job; until it is given one it loads what any job needs.

    Started ahead of time it saves the wait before the first sign of a step: the libraries take
    seconds to load, on a busy computer a minute or two.
    """

    def __init__(self) -> None:
        """Start the process."""
        shield_children()
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_await_job, args=(theirs, _enter), name="training")
        self._process.start()
        theirs.close()

    @property
    def is_alive(self) -> bool:
        """Whether it can still be given a job."""
        return self._process.is_alive()

    def begin(self, folder: Path, checkpoints: Path) -> None:
        """Give it the job that is written in a folder."""
        with contextlib.suppress(OSError):  # it has died, which whoever reads from it is told
            self.connection.send_bytes(msgspec.json.encode((str(folder), str(checkpoints))))

    def join(self) -> int | None:
        """Wait until it has ended; returns its exit code."""
        # A closed pipe tells it to save and end, if it has not ended yet.
        self.connection.close()
        self._process.join()
        return self._process.exitcode

    def discard(self) -> None:
        """End it before it was given a job."""
        self._process.terminate()
        self.join()


def run_job(
    job: Job,
    folder: Path,
    checkpoints: Path,
    should_stop: Callable[[], bool] = lambda: False,
    process: TrainingProcess | None = None,
) -> Iterator[Report]:
    """Run a job in a process of its own; yields its progress, then its single outcome.

    Run again in the same folder, a job that was stopped or killed resumes.

    Args:
        job: The job.
        folder: The job's own folder.
        checkpoints: The folder of checkpoints.
        should_stop: Asked several times a second; once True, the job saves its state and ends with
            `Stopped`.
        process: One that was started ahead of time; used up.

    Yields:
        `Progress` records, and last a result, `Stopped` or `Failure`.

    Raises:
        OperatorError: The job's folder cannot be written.
    """
    if process is None or not process.is_alive:
        process = TrainingProcess()
    connection = process.connection
    asked = False
    try:
        write_job(folder, job)
        process.begin(folder, checkpoints)
        while True:
            if should_stop() and not asked:
                asked = True
                with contextlib.suppress(OSError):  # it may be ending already
                    connection.send_bytes(STOP)
            if not connection.poll(_POLL_S):
                continue
            try:
                report = msgspec.json.decode(connection.recv_bytes(), type=Report)
            except (EOFError, OSError):
                report = _ended_without_outcome(process.join())
            yield report
            if not isinstance(report, Progress):
                return
    finally:
        process.join()


def _await_job(connection: Connection, enter: Callable[[Connection, Path, Path], None]) -> None:
    """Entry point of the new process."""
    from hcmd_lab.learning import worker  # noqa: PLC0415 - see `_enter`

    worker.prepare(ahead=not connection.poll())
    try:
        folder, checkpoints = msgspec.json.decode(connection.recv_bytes(), type=tuple[str, str])
    except (EOFError, OSError):
        return  # nobody needs it any more
    enter(connection, Path(folder), Path(checkpoints))


def _enter(connection: Connection, folder: Path, checkpoints: Path) -> None:
    """Run the job; imported here so that nothing else ever loads torch."""
    from hcmd_lab.learning import worker  # noqa: PLC0415

    worker.main(connection, folder, checkpoints)


def _ended_without_outcome(exit_code: int | None) -> Failure:
    if exit_code in _KILLED:
        sentence = Sentence(
            "The training process was ended from outside, probably by the system because the "
            "memory was full; close other programs, or copy the study's folder to a computer with "
            "more memory, then start it again: it goes on from what it has saved."
        )
        return Failure(sentence=sentence, operator=True)
    if exit_code is not None and exit_code < 0:
        how = Sentence("signal {number}", number=-exit_code)
    else:
        how = Sentence("code {number}", number=exit_code)
    sentence = Sentence(
        "The training process ended unexpectedly ({how}); what it has saved is kept, so start it "
        "again to continue.",
        how=how,
    )
    return Failure(sentence=sentence, operator=True)
