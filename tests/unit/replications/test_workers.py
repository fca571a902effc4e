import math
import os
import signal
import sys
import time
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool

import pytest

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.replications.workers import dask_workers, local_workers


def test_a_process_that_dies_takes_no_other_with_it() -> None:
    with local_workers(2, threads=3) as workers:
        assert (workers.capacity(), workers.threads) == (2, 3)
        submit = workers.executor.submit
        running = submit(time.sleep, 1)
        killed = submit(signal.raise_signal, signal.SIGKILL)
        with pytest.raises(workers.lost):
            killed.result()
        assert not running.done()
        assert running.result() is None
        assert submit(math.sqrt, 4).result() == 2


def test_a_process_is_used_again() -> None:
    with local_workers(1, threads=1) as workers:
        first = workers.executor.submit(os.getpid).result()
        deadline = time.monotonic() + 10
        while workers.executor.submit(os.getpid).result() != first:
            assert time.monotonic() < deadline


def test_processes_are_ended_when_the_work_is_left_in_a_hurry() -> None:
    def leave() -> None:
        with local_workers(1, threads=1) as workers:
            left.append(workers.executor.submit(time.sleep, 600))
            raise KeyboardInterrupt

    left: list[Future[None]] = []
    with pytest.raises(KeyboardInterrupt):
        leave()
    assert isinstance(left[0].exception(), BrokenProcessPool)


def test_without_dask_it_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r'pip install "hcmd-lab\[cluster\]"'):
        dask_workers("tcp://127.0.0.1:8786").__enter__()


def test_a_scheduler_that_is_not_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hcmd_lab.replications.workers._SCHEDULER_ANSWERS_WITHIN", "0.2s")
    with pytest.raises(OperatorError, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:1;"):
        dask_workers("tcp://127.0.0.1:1").__enter__()
