import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from hcmd_lab.errors import OperatorError
from hcmd_lab.replications import dispatch as dispatching
from hcmd_lab.replications.dispatch import (
    Again,
    Failed,
    Finished,
    Halted,
    Idle,
    Moved,
    News,
    dispatch,
)
from hcmd_lab.replications.replication_plan import Replication, plan_replications
from hcmd_lab.replications.run_folder import ReplicationFolder, open_folder
from hcmd_lab.replications.work import Order
from hcmd_lab.replications.workers import Workers

Answer = Callable[[Order], bytes | None]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReplicationFolder:
    monkeypatch.setattr(dispatching, "_POLL_S", 0.01)
    return open_folder(tmp_path / "runs", "quick", {})


@pytest.fixture
def planned() -> list[Replication]:
    return plan_replications("quick", {}, [1, 2, 3], {})


class Computing:
    """Threads that answer instead of computing; keeps how many did so at once."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, answer: Answer) -> None:
        self.most = self._now = 0
        self._lock = threading.Lock()
        self._answer = answer
        monkeypatch.setattr(dispatching, "carry_out", self._carry_out)

    def _carry_out(self, order: Order) -> bytes | None:
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
        try:
            return self._answer(order)
        finally:
            with self._lock:
                self._now -= 1


def compute(
    folder: ReplicationFolder,
    planned: list[Replication],
    capacity: Callable[[], int] = lambda: 2,
    should_stop: Callable[[], bool] = lambda: False,
) -> list[News]:
    with ThreadPoolExecutor() as executor:
        workers = Workers(executor, capacity, 1, (BrokenProcessPool,), 3)
        return list(dispatch(planned, folder, workers, should_stop))


def result_of(order: Order) -> bytes:
    return order.replication.name.encode()


def test_all_are_computed_and_no_more_at_once_than_there_are_workers(
    folder: ReplicationFolder, planned: list[Replication], monkeypatch: pytest.MonkeyPatch
) -> None:
    both = threading.Barrier(2)

    def answer(order: Order) -> bytes:
        if order.replication.settings.seed < 3:
            both.wait(10)
        return result_of(order)

    computing = Computing(monkeypatch, answer)
    news = compute(folder, planned)
    assert sorted(each.name for each in news if isinstance(each, Finished)) == [
        "seed=1", "seed=2", "seed=3",
    ]  # fmt: skip
    assert all(each.result == each.name.encode() for each in news if isinstance(each, Finished))
    assert computing.most == 2


def test_a_worker_that_dies_is_replaced_and_the_others_go_on(
    folder: ReplicationFolder, planned: list[Replication], monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[str] = []

    def answer(order: Order) -> bytes:
        tries.append(order.replication.name)
        if order.replication.name == "seed=2" and tries.count("seed=2") < 3:
            raise BrokenProcessPool
        return result_of(order)

    Computing(monkeypatch, answer)
    news = compute(folder, planned)
    assert news.count(Again("seed=2")) == 2
    assert len([each for each in news if isinstance(each, Finished)]) == 3


def test_a_worker_that_leaves_in_good_order_is_not_counted_as_dead(
    folder: ReplicationFolder, planned: list[Replication], monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[None] = []

    def answer(order: Order) -> bytes | None:
        if order.replication.name == "seed=2" and len(left) < 5:
            left.append(None)
            return None
        return result_of(order)

    Computing(monkeypatch, answer)
    news = compute(folder, planned)
    assert news.count(Again("seed=2")) == 5
    assert len([each for each in news if isinstance(each, Finished)]) == 3


def test_a_replication_that_kills_its_workers_fails_with_a_sentence(
    folder: ReplicationFolder, planned: list[Replication], monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(order: Order) -> bytes:
        if order.replication.name == "seed=2":
            raise BrokenProcessPool
        return result_of(order)

    Computing(monkeypatch, answer)
    news = compute(folder, planned)
    (failed,) = [each for each in news if isinstance(each, Failed)]
    assert failed.name == "seed=2"
    assert "crashed repeatedly" in str(failed.sentence)
    assert len([each for each in news if isinstance(each, Finished)]) == 2


def test_errors_of_one_replication_are_told_and_the_others_go_on(
    folder: ReplicationFolder, planned: list[Replication], monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(order: Order) -> bytes:
        if order.replication.name == "seed=1":
            raise OperatorError("The disk of {name} is full.", name="seed=1")
        if order.replication.name == "seed=2":
            raise ValueError("a bug")
        return result_of(order)

    Computing(monkeypatch, answer)
    said = {
        each.name: str(each.sentence)
        for each in compute(folder, planned)
        if isinstance(each, Failed)
    }
    assert said["seed=1"] == "The disk of seed=1 is full."
    assert said["seed=2"].startswith(
        "It failed because of a fault in this program (ValueError: a bug)"
    )


def test_a_stop_is_passed_on_and_nothing_new_is_begun(
    folder: ReplicationFolder, planned: list[Replication], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    def answer(order: Order) -> None:
        begun.set()
        stop = order.folder.stop(order.run)
        while not stop.exists():
            begun.wait(0.01)

    Computing(monkeypatch, answer)
    news = compute(folder, planned, lambda: 1, begun.is_set)
    assert sorted(news, key=repr) == [Halted("seed=1"), Halted("seed=2"), Halted("seed=3")]
    assert list(folder.path.glob(".stop-*")) == []


def test_workers_that_come_later_are_waited_for(
    folder: ReplicationFolder, planned: list[Replication], monkeypatch: pytest.MonkeyPatch
) -> None:
    Computing(monkeypatch, result_of)
    there = iter([0, 0])
    news = compute(folder, planned, lambda: next(there, 5))
    assert news[:2] == [Idle(), Idle()]
    assert len([each for each in news if isinstance(each, Finished)]) == 3


def test_progress_is_told_once_for_each_note_of_the_worker(
    folder: ReplicationFolder, planned: list[Replication], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = threading.Event()
    note = (
        b'{"computer": "node17", "process": 5, "iteration": 2, "step": "model", "phase": "refit",'
        b' "done": 3, "total": 9}'
    )

    def answer(order: Order) -> bytes:
        folder.progress(order.replication.name).write_bytes(note)
        assert seen.wait(10)
        return result_of(order)

    Computing(monkeypatch, answer)
    with ThreadPoolExecutor() as executor:
        workers = Workers(executor, lambda: 1, 1, (), 1)
        moves: list[Moved] = []
        for news in dispatch(planned[:1], folder, workers):
            if isinstance(news, Moved):
                moves.append(news)
                seen.set()
    (move,) = moves
    assert (move.name, move.where.computer, move.where.step) == ("seed=1", "node17", "model")


def test_a_lost_cluster_ends_with_a_sentence(
    folder: ReplicationFolder, planned: list[Replication], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Lost(ThreadPoolExecutor):
        def submit(self, *_: object, **__: object) -> "Future[bytes | None]":  # type: ignore[override]
            future: Future[bytes | None] = Future()
            future.cancel()
            future.set_running_or_notify_cancel()
            return future

    workers = Workers(Lost(), lambda: 1, 1, (), 1)
    with pytest.raises(OperatorError, match="no longer answers"):
        list(dispatch(planned, folder, workers))
