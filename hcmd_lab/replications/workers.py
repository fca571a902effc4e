"""Worker pools: processes of this computer, or a Dask cluster."""

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.safe_path import shield_children

P = ParamSpec("P")
T = TypeVar("T")

_LOCAL_TRIES = 3
_SCHEDULER_ANSWERS_WITHIN = "10s"


@dataclass(frozen=True, slots=True)
class Workers:
    """An executor with its properties.

    Attributes:
        executor: Executor of the replications.
        capacity: Number it can compute now; may change, and be 0 for a while.
        threads: CPU threads for each; 0 where the worker itself has to say it.
        lost: Exceptions of a future whose worker has died.
        tries: Maximum attempts at a replication whose worker dies.
    """

    executor: Executor
    capacity: Callable[[], int]
    threads: int
    lost: tuple[type[Exception], ...]
    tries: int


class LocalProcesses(Executor):
    """An executor whose processes each run one call at a time.

    A pool of several processes would end all of them as soon as one dies; here it is seen which
    call it was, and the others go on. A process that has done its work takes the next call.
    """

    def __init__(self) -> None:
        self._all: list[ProcessPoolExecutor] = []
        self._idle: list[ProcessPoolExecutor] = []

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run a module-level function with arguments that can be pickled."""
        process = self._idle.pop() if self._idle else self._start()
        future = process.submit(fn, *args, **kwargs)
        future.add_done_callback(lambda done: self._give_back(process, done))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the processes end."""
        for process in self._all:
            process.shutdown(wait, cancel_futures=cancel_futures)

    def _start(self) -> ProcessPoolExecutor:
        # Started anew, not forked: torch and numba have threads, which do not survive a fork.
        shield_children()
        process = ProcessPoolExecutor(
            1, multiprocessing.get_context("spawn"), initializer=_prepare_process
        )
        self._all.append(process)
        return process

    def _give_back(self, process: ProcessPoolExecutor, done: "Future[T]") -> None:
        if not done.cancelled() and not isinstance(done.exception(), BrokenExecutor):
            self._idle.append(process)


@contextmanager
def local_workers(count: int, threads: int) -> Iterator[Workers]:
    """Worker processes on this computer.

    Args:
        count: Number of workers.
        threads: Threads of each.
    """
    executor = LocalProcesses()
    try:
        yield Workers(executor, lambda: count, threads, (BrokenExecutor,), _LOCAL_TRIES)
    except BaseException:
        # A hurried exit does not wait; the studies survive it.
        for process in multiprocessing.active_children():
            process.kill()
        raise
    finally:
        executor.shutdown()


@contextmanager
def dask_workers(address: str) -> Iterator[Workers]:
    """The workers of a Dask cluster, including those that join later.

    Args:
        address: Address of the scheduler, such as `tcp://node17:8786`.

    Raises:
        UsageError: Dask is not installed, or this is no address.
        OperatorError: No scheduler answers there, or it is lost.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra that few need
        from distributed.scheduler import KilledWorker  # noqa: PLC0415
    except ImportError as error:
        raise UsageError(
            "--scheduler needs the package distributed; install it on this computer and on those "
            "of all workers with: {command}",
            command='pip install "hcmd-lab[cluster]"',
        ) from error
    # What matters to people in its log is said in sentences instead.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=_SCHEDULER_ANSWERS_WITHIN, set_as_default=False)
    except (OSError, ValueError) as error:
        raise OperatorError(
            "No Dask scheduler answers at {address}; give --scheduler the address that dask "
            "scheduler shows when it starts, such as tcp://node17:8786.",
            address=address,
        ) from error

    def capacity() -> int:
        try:
            return len(client.nthreads())
        except OSError as error:
            raise lost_scheduler() from error

    with client:
        # The scheduler itself gives the work of a dead worker to others, a few times.
        executor = client.get_executor(pure=False)
        yield Workers(executor, capacity, 0, (KilledWorker,), 1)


def lost_scheduler() -> OperatorError:
    """The error for a scheduler that no longer answers."""
    return OperatorError(
        "The Dask scheduler no longer answers; start it again with its workers, and run the same "
        "command: every replication continues where it stopped."
    )


def _prepare_process() -> None:
    # Ctrl+C reaches all processes of a terminal; the command decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process with its parent, so that a killed command leaves nothing running."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
