"""Hands replications to workers and reports progress."""

import logging
import uuid
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass
from typing import TypeAlias

from hcmd_lab import __version__
from hcmd_lab.errors import OperatorError
from hcmd_lab.replications.replication_plan import Replication
from hcmd_lab.replications.run_folder import ReplicationFolder
from hcmd_lab.replications.work import Order, Whereabouts, carry_out, read_whereabouts
from hcmd_lab.replications.workers import Workers, lost_scheduler
from hcmd_lab.sentence import Sentence

log = logging.getLogger(__name__)

_POLL_S = 1.0


@dataclass(frozen=True, slots=True)
class Moved:
    """A replication in progress has advanced."""

    name: str
    where: Whereabouts


@dataclass(frozen=True, slots=True)
class Finished:
    """A replication is complete; `result` is the content of its file."""

    name: str
    result: bytes


@dataclass(frozen=True, slots=True)
class Again:
    """The worker of a replication died; another one takes over."""

    name: str


@dataclass(frozen=True, slots=True)
class Halted:
    """A replication was stopped; the next run of the command resumes it."""

    name: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A replication cannot be completed; the sentence says why."""

    name: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Idle:
    """No worker is available yet."""


News: TypeAlias = Moved | Finished | Again | Halted | Failed | Idle


def dispatch(
    replications: Iterable[Replication],
    folder: ReplicationFolder,
    workers: Workers,
    should_stop: Callable[[], bool] = lambda: False,
) -> Iterator[News]:
    """Compute replications; every one ends with `Finished`, `Halted` or `Failed`.

    Args:
        replications: Replications to compute; finished ones only give their result.
        folder: Their folder.
        workers: The workers to use.
        should_stop: Asked once a second; once True, all that is being computed is saved.

    Raises:
        OperatorError: The folder cannot be written, or the cluster is lost.
    """
    dispatcher = _Dispatcher(folder, workers)
    try:
        yield from dispatcher.run(deque(replications), should_stop)
    finally:
        dispatcher.forget_stop()


class _Dispatcher:
    def __init__(self, folder: ReplicationFolder, workers: Workers) -> None:
        self._folder = folder
        self._workers = workers
        self._run = uuid.uuid4().hex
        self._identity = folder.identity() or ""
        self._tries: Counter[str] = Counter()
        self._running: dict[Future[bytes | None], Replication] = {}
        self._told: dict[str, Whereabouts] = {}
        self._stopping = False

    def run(self, waiting: deque[Replication], should_stop: Callable[[], bool]) -> Iterator[News]:
        while waiting or self._running:
            if should_stop() and not self._stopping:
                self._stopping = True
                self._folder.stop(self._run).touch()
            if self._stopping:
                while waiting:
                    yield Halted(waiting.popleft().name)
            # No more than can be computed at once: what waits in the queue of one worker could
            # not be taken over by another that comes later.
            capacity = self._workers.capacity() if waiting else 0
            while waiting and len(self._running) < capacity:
                self._submit(waiting.popleft())
            if waiting and not capacity:
                yield Idle()
            done, _ = wait(self._running, _POLL_S, FIRST_COMPLETED)
            for future in done:
                yield self._settle(self._running.pop(future), future, waiting)
            yield from self._moves()

    def forget_stop(self) -> None:
        self._folder.stop(self._run).unlink(missing_ok=True)

    def _submit(self, replication: Replication) -> None:
        self._tries[replication.name] += 1
        order = Order(
            self._folder, self._identity, self._run, __version__, replication, self._workers.threads
        )
        self._running[self._workers.executor.submit(carry_out, order)] = replication

    def _settle(
        self,
        replication: Replication,
        future: "Future[bytes | None]",
        waiting: deque[Replication],
    ) -> News:
        name = replication.name
        try:
            result = future.result()
        except self._workers.lost:
            if self._tries[name] < self._workers.tries:
                waiting.appendleft(replication)
                return Again(name)
            return Failed(name, _died_too_often())
        except CancelledError as error:
            raise lost_scheduler() from error
        except OperatorError as error:
            return Failed(name, error.sentence)
        except Exception as error:
            log.exception("replication %s", name)
            return Failed(name, _fault(error))
        if result is not None:
            return Finished(name, result)
        if self._stopping:
            return Halted(name)
        waiting.appendleft(replication)  # its worker left in an orderly way
        return Again(name)

    def _moves(self) -> Iterator[Moved]:
        for replication in self._running.values():
            where = read_whereabouts(self._folder, replication.name)
            if where is not None and where != self._told.get(replication.name):
                self._told[replication.name] = where
                yield Moved(replication.name, where)


def _died_too_often() -> Sentence:
    return Sentence(
        "Its process crashed repeatedly, perhaps for lack of memory; compute fewer at a time, and "
        "run the same command again: it continues from the last save."
    )


def _fault(error: Exception) -> Sentence:
    return Sentence(
        "It failed because of a fault in this program ({kind}: {error}); please report it with "
        "the output above.",
        kind=type(error).__name__,
        error=error,
    )
