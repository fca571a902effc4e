"""One replication, computed by a worker process here or on a cluster.

Everything it needs comes in an `Order`, and everything that matters is in the folder: a worker that
is killed loses nothing, because the next one goes on with the study.
"""

import json
import os
import platform
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from hcmd_lab import __version__
from hcmd_lab.bounded_reader import FileKind, read_bounded, read_record
from hcmd_lab.errors import OperatorError
from hcmd_lab.files import atomic_write
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.report import Report
from hcmd_lab.jobs.requests import Job
from hcmd_lab.replications.replication_plan import Replication
from hcmd_lab.replications.run_folder import ReplicationFolder, same_results
from hcmd_lab.storage.database_file import StudyInUseError
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_missing_groups, run_here
from hcmd_lab.study.status import Step, StudyStatus
from hcmd_lab.study.study import Study
from hcmd_lab.study.summary import summarise

if TYPE_CHECKING:
    from distributed import Worker

_TOLD_EVERY_S = 5.0
_STOP_ASKED_EVERY_S = 1.0
_SEEN_WITHIN_S = 10.0
"""A network's file system may show a new file to other computers a little later."""
_FREE_WITHIN_S = 120.0
"""A worker that its cluster has given up may still be ending and hold the study until then."""

_one_at_a_time = threading.Lock()
"""Torch's threads and random numbers belong to the process: it computes one replication at once."""


class Whereabouts(msgspec.Struct, frozen=True):
    """A replication's progress, as last recorded by its worker.

    Attributes:
        computer: On which it is computed.
        process: The worker's process there.
        iteration: The study's iteration.
        step: Step of the loop.
        phase: Phase of a computed step; empty while groups play.
        done: Amount done, out of `total`, in that phase.
        total: 0 while groups play.
    """

    computer: str
    process: int
    iteration: int
    step: str
    phase: str = ""
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """The instructions for a worker.

    Attributes:
        folder: Folder of the replications.
        identity: The folder's identity.
        run: Name of the file that asks the workers to stop.
        version: Version of the program that gives the order.
        replication: The replication to compute.
        threads: CPU threads, where the study's settings leave them open; 0 takes as many as the
            Dask worker has.
    """

    folder: ReplicationFolder
    identity: str
    run: str
    version: str
    replication: Replication
    threads: int


def carry_out(order: Order) -> bytes | None:
    """Compute a replication, or resume it.

    Returns:
        Its result as in its file, or None if it was stopped.

    Raises:
        OperatorError: It cannot be computed here for a reason that the operator can fix.
    """
    _check_version(order)
    _check_folder(order)
    with _one_at_a_time:
        result = order.folder.result(order.replication.name)
        if result.exists():  # a worker was lost after it had finished
            return read_bounded(result, FileKind.RECORD)
        try:
            with _study(order) as store:
                return _Work(order, store).run()
        except MemoryError as error:
            raise OperatorError(
                "The computer {computer} has too little memory for the replication {name}; "
                "compute fewer there at a time, and run the same command again.",
                computer=platform.node(),
                name=order.replication.name,
            ) from error


def read_whereabouts(folder: ReplicationFolder, name: str) -> Whereabouts | None:
    """A replication's progress; None if no worker has recorded any yet."""
    try:
        return read_record(folder.progress(name), Whereabouts)
    except (OSError, msgspec.MsgspecError):
        return None


class _Work:
    """A replication whose study is open in this process."""

    def __init__(self, order: Order, store: Store) -> None:
        self._folder = order.folder
        self._name = order.replication.name
        self._stop = order.folder.stop(order.run)
        self._dask = None if order.threads else _dask_worker()
        self._threads = order.threads if self._dask is None else int(self._dask.state.nthreads)
        self._study = Study(store, self._run_job)
        self._stopped = False
        self._stop_asked_s = -float("inf")
        self._told_s = -float("inf")

    def run(self) -> bytes | None:
        try:
            return self._finish()
        finally:
            self._folder.progress(self._name).unlink(missing_ok=True)

    def _finish(self) -> bytes | None:
        study = self._study
        while (now := study.status()).step is not Step.DONE:
            self._tell(now)
            if self._should_stop():
                return None
            if now.groups_missing:
                play_missing_groups(study)
                continue
            for report in study.perform(now.step, self._should_stop):
                if isinstance(report, Progress) and time.monotonic() > self._told_s + _TOLD_EVERY_S:
                    self._tell(now, report)
        summary = msgspec.to_builtins(summarise(study, timings=False), str_keys=True)
        result = f"{json.dumps(summary, indent=2)}\n".encode()
        atomic_write(self._folder.result(self._name), result)
        return result

    def _run_job(
        self, job: Job, folder: Path, checkpoints: Path, should_stop: Callable[[], bool]
    ) -> Iterator[Report]:
        # Beside the study's settings: the next worker may have more of them, or fewer.
        threads = job.compute.threads or self._threads
        compute = msgspec.structs.replace(job.compute, threads=threads)
        here: Job = msgspec.structs.replace(job, compute=compute)
        return run_here(here, folder, checkpoints, should_stop)

    def _should_stop(self) -> bool:
        now_s = time.monotonic()
        if not self._stopped and now_s > self._stop_asked_s + _STOP_ASKED_EVERY_S:
            self._stop_asked_s = now_s
            self._stopped = self._stop.exists() or self._is_leaving()
        return self._stopped

    def _is_leaving(self) -> bool:
        """Whether Dask is ending this worker, as at the end of its lifetime."""
        if self._dask is None:
            return False
        from distributed.core import Status  # noqa: PLC0415 - is there where Dask has called

        return self._dask.status in (Status.closing_gracefully, Status.closing, Status.closed)

    def _tell(self, now: StudyStatus, progress: Progress | None = None) -> None:
        self._told_s = time.monotonic()
        told = Whereabouts(platform.node(), os.getpid(), now.iteration, now.step.value)
        if progress is not None:
            told = msgspec.structs.replace(
                told, phase=progress.phase, done=progress.step, total=progress.total
            )
        with suppress(OSError):  # the study itself reports what is wrong with the disk
            atomic_write(self._folder.progress(self._name), msgspec.json.encode(told))


@contextmanager
def _study(order: Order) -> Iterator[Store]:
    """The replication's study, new or partly computed."""
    path = order.folder.study(order.replication.name)
    settings = order.replication.settings
    if not (path / "study.db").is_file():
        Store.create(path, {"settings": msgspec.to_builtins(settings)}).close()
    with _open_when_free(path) as store:
        if not same_results(Study(store).settings, settings):
            raise OperatorError(
                "The folder {folder} holds a study with different settings; move it away, or "
                "choose another folder for the replications.",
                folder=path,
            )
        yield store


def _open_when_free(path: Path) -> Store:
    latest_s = time.monotonic() + _FREE_WITHIN_S
    while True:
        try:
            return Store.open(path)
        except StudyInUseError:
            if time.monotonic() > latest_s:
                raise
        time.sleep(1)


def _check_version(order: Order) -> None:
    if order.version != __version__:
        raise OperatorError(
            "The worker on {computer} runs HCMD Lab {there}, but this computer runs {here}; "
            "install the same version on all computers.",
            computer=platform.node(),
            there=__version__,
            here=order.version,
        )


def _check_folder(order: Order) -> None:
    latest_s = time.monotonic() + _SEEN_WITHIN_S
    while order.folder.identity() != order.identity:
        if time.monotonic() > latest_s:
            raise OperatorError(
                "The worker on {computer} cannot see the folder {folder}; choose a folder on a "
                "file system that all workers share under the same path.",
                computer=platform.node(),
                folder=order.folder.path,
            )
        time.sleep(0.5)


def _dask_worker() -> "Worker":
    from distributed import get_worker  # noqa: PLC0415 - is there where Dask has called

    return get_worker()
