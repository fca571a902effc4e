import pickle
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from hcmd_lab import __version__
from hcmd_lab.errors import OperatorError
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.report import Report
from hcmd_lab.jobs.requests import Job
from hcmd_lab.replications import work
from hcmd_lab.replications.replication_plan import plan_replications
from hcmd_lab.replications.run_folder import open_folder
from hcmd_lab.replications.work import Order, carry_out
from hcmd_lab.storage.store import Store

SMALL: dict[str, object] = {
    "groups": [4], "min_iterations": 1, "evaluation_groups": 4, "max_epochs": 2, "splits": 1,
    "updates": [3], "games": 40, "repetitions": 4, "vote_penalties": [0.1], "policy_width": 4,
    "linear_sizes": [4], "lstm_sizes": [2], "device": "cpu",
}  # fmt: skip


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    monkeypatch.setattr(work, "_SEEN_WITHIN_S", 0.0)
    monkeypatch.setattr(work, "_FREE_WITHIN_S", 0.0)
    folder = open_folder(tmp_path / "runs", "quick", SMALL)
    (replication,) = plan_replications("quick", SMALL, [7], {})
    return Order(folder, folder.identity() or "", "run", __version__, replication, 1)


def test_an_order_and_its_errors_can_be_sent_to_another_process(order: Order) -> None:
    assert pickle.loads(pickle.dumps(order)) == order  # noqa: S301 - our own
    error = OperatorError("No room in {folder}.", folder="/data")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (type(again), again.sentence) == (OperatorError, error.sentence)


def test_a_stopped_replication_goes_on_and_is_not_computed_twice(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    begun = work.run_here

    def stop_in_training(job: Job, *rest: object) -> Iterator[Report]:
        threads.append(job.compute.threads)
        for report in begun(job, *rest):  # type: ignore[arg-type]
            if isinstance(report, Progress):
                order.folder.stop(order.run).touch()
            yield report

    monkeypatch.setattr(work, "_STOP_ASKED_EVERY_S", -1.0)
    monkeypatch.setattr(work, "run_here", stop_in_training)
    assert carry_out(order) is None
    assert not order.folder.result("seed=7").exists()
    assert not order.folder.progress("seed=7").exists()
    assert set(threads) == {1}

    order.folder.stop(order.run).unlink()
    monkeypatch.setattr(work, "run_here", begun)
    result = carry_out(order)
    assert result == order.folder.result("seed=7").read_bytes()
    assert msgspec.json.decode(result or b"")["evaluation"]["votes"] == 16

    monkeypatch.setattr(Store, "open", None)
    assert carry_out(order) == result


def test_a_worker_that_does_not_see_the_folder_says_so(order: Order) -> None:
    foreign = Order(order.folder, "another", "run", __version__, order.replication, 1)
    with pytest.raises(OperatorError, match="cannot see the folder"):
        carry_out(foreign)
    assert not order.folder.study("seed=7").exists()


def test_a_worker_of_another_version_says_so(order: Order) -> None:
    other = Order(order.folder, order.identity, "run", "0.0.0", order.replication, 1)
    with pytest.raises(OperatorError, match="install the same version"):
        carry_out(other)


def test_a_study_that_is_held_by_another_process_is_waited_for_and_then_told(order: Order) -> None:
    study = order.folder.study("seed=7")
    settings = msgspec.to_builtins(order.replication.settings)
    with (
        Store.create(study, {"settings": settings}),
        pytest.raises(OperatorError, match="already open"),
    ):
        carry_out(order)


def test_a_study_with_other_settings_is_left_alone(order: Order) -> None:
    settings = msgspec.to_builtins(order.replication.settings) | {"games": 1000}
    Store.create(order.folder.study("seed=7"), {"settings": settings}).close()
    with pytest.raises(OperatorError, match="a study with different settings"):
        carry_out(order)
