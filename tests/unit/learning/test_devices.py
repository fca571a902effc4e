import os
from collections.abc import Iterator

import pytest
import torch

from hcmd_lab.computer import usable_cores
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.jobs.requests import Compute, DeviceKind
from hcmd_lab.learning.devices import default_threads, prepare


@pytest.fixture(autouse=True)
def _threads_as_before() -> Iterator[None]:
    threads = torch.get_num_threads()
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def present(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    kinds: set[str] = set()
    monkeypatch.setattr(torch.cuda, "is_available", lambda: "cuda" in kinds)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda: "Card 1")
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: "mps" in kinds)
    return kinds


@pytest.mark.parametrize(
    ("there", "expected"),
    [({"cuda", "mps"}, "cuda"), ({"mps"}, "mps"), (set(), "cpu")],
)
def test_auto_takes_the_fastest_there_is(present: set[str], there: set[str], expected: str) -> None:
    present |= there
    assert prepare(Compute()).torch.type == expected


def test_a_device_is_named_for_people(present: set[str]) -> None:
    assert prepare(Compute(device=DeviceKind.CPU, threads=1)).name == "CPU, 1 thread"
    assert prepare(Compute(device=DeviceKind.CPU, threads=2)).name == "CPU, 2 threads"
    present.add("cuda")
    assert prepare(Compute(device=DeviceKind.CUDA)).name == "Card 1"
    present.add("mps")
    assert prepare(Compute(device=DeviceKind.MPS)).name == "Apple GPU"


@pytest.mark.usefixtures("present")
@pytest.mark.parametrize("device", ["cuda", "mps"])
def test_a_device_that_is_not_there(device: str) -> None:
    with pytest.raises(OperatorError, match=f"has no usable {device} device"):
        prepare(Compute(device=DeviceKind(device)))


def test_what_cannot_work_is_refused() -> None:
    with pytest.raises(UsageError, match="at least 0, not -1"):
        prepare(Compute(threads=-1))


def test_threads() -> None:
    prepare(Compute(device=DeviceKind.CPU, threads=1))
    assert torch.get_num_threads() == 1
    prepare(Compute(device=DeviceKind.CPU))
    assert torch.get_num_threads() == default_threads(usable_cores())


@pytest.mark.usefixtures("present")
def test_parts_have_the_threads_and_operations_one_each() -> None:
    on_cpu = prepare(Compute(device=DeviceKind.CPU, threads=2))
    assert on_cpu.threads_for_parts() == 2
    assert torch.get_num_threads() == 1


def test_parts_of_a_gpu_have_one_thread(present: set[str]) -> None:
    present.add("cuda")
    on_gpu = prepare(Compute(device=DeviceKind.CUDA, threads=2))
    assert on_gpu.threads_for_parts() == 1
    assert torch.get_num_threads() == 2


def test_one_core_is_left_to_others() -> None:
    assert [default_threads(cores) for cores in (1, 2, 4, 64)] == [1, 1, 3, 4]


def test_idle_threads_do_not_spin() -> None:
    assert os.environ["OMP_WAIT_POLICY"]
