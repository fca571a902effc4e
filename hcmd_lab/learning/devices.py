"""Where a job computes: cuda, mps or cpu."""

from dataclasses import dataclass

import torch

from hcmd_lab.computer import usable_cores
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.jobs import Compute


@dataclass(frozen=True, slots=True)
class Device:
    """A chosen device.

    Attributes:
        torch: As tensors name it.
        name: As people read it.
        threads: On the CPU.
    """

    torch: torch.device
    name: str
    threads: int


def prepare(compute: Compute) -> Device:
    """Choose the device and set this process's number of CPU threads.

    Raises:
        UsageError: There is no such kind of device, or the number of threads is negative.
        OperatorError: This computer has no such device.
    """
    if compute.threads < 0:
        raise UsageError(
            "The number of threads must be at least 0, not {threads}.",
            threads=compute.threads,
        )
    torch.set_num_threads(compute.threads or default_threads(usable_cores()))
    there = {
        "cuda": torch.cuda.is_available(),
        "mps": torch.backends.mps.is_available(),
        "cpu": True,
    }
    if compute.device == "auto":
        kind = next(kind for kind, is_there in there.items() if is_there)
    elif compute.device not in there:
        raise UsageError(
            "The device must be auto, cuda, mps or cpu, not {device}.",
            device=compute.device,
        )
    elif not there[compute.device]:
        raise OperatorError(
            "This computer has no {device} device that can be used; choose auto, or "
            "install its driver.",
            device=compute.device,
        )
    else:
        kind = compute.device
    return Device(torch.device(kind), _name(kind), torch.get_num_threads())


def default_threads(cores: int) -> int:
    """Default thread count: one core is left for the windows, at most four are used."""
    return max(1, min(4, cores - 1))


def _name(kind: str) -> str:
    if kind == "cuda":
        return torch.cuda.get_device_name()
    if kind == "mps":
        return "Apple GPU"
    threads = torch.get_num_threads()
    return f"CPU, {threads} thread{'s' if threads > 1 else ''}"
