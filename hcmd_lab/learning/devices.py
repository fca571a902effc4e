"""Computing devices: cuda, mps or cpu."""

from dataclasses import dataclass
from typing import assert_never

import torch

from hcmd_lab.computer import usable_cores
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.jobs.requests import Compute, DeviceKind


@dataclass(frozen=True, slots=True)
class Device:
    """A chosen device.

    Attributes:
        torch: The torch device.
        name: The displayed name.
        threads: On the CPU.
    """

    torch: torch.device
    name: str
    threads: int

    def threads_for_parts(self) -> int:
        """Leave torch one thread an operation; how many threads may work on parts instead.

        Small operations only stand in one another's way in several threads. On a GPU parts would
        wait for one another: there one thread asks for all.
        """
        if self.torch.type != "cpu":
            return 1
        torch.set_num_threads(1)
        return self.threads


def prepare(compute: Compute) -> Device:
    """Choose the device and set this process's number of CPU threads.

    Raises:
        UsageError: The number of threads is negative.
        OperatorError: This computer has no such device.
    """
    if compute.threads < 0:
        raise UsageError(
            "The number of threads must be at least 0, not {threads}.",
            threads=compute.threads,
        )
    torch.set_num_threads(compute.threads or default_threads(usable_cores()))
    kind = compute.device
    if kind is DeviceKind.AUTO:
        kind = next(each for each in _BY_SPEED if _is_there(each))
    elif not _is_there(kind):
        raise OperatorError(
            "This computer has no usable {device} device; choose auto, or install its driver.",
            device=kind,
        )
    return Device(torch.device(kind.value), _name(kind), torch.get_num_threads())


def default_threads(cores: int) -> int:
    """Default thread count: one core is left for the windows, at most four are used."""
    return max(1, min(4, cores - 1))


_BY_SPEED = (DeviceKind.CUDA, DeviceKind.MPS, DeviceKind.CPU)
"""The order in which `auto` takes them."""


def _is_there(kind: DeviceKind) -> bool:
    match kind:
        case DeviceKind.CUDA:
            return torch.cuda.is_available()
        case DeviceKind.MPS:
            return torch.backends.mps.is_available()
        case DeviceKind.AUTO | DeviceKind.CPU:
            return True
        case _:
            assert_never(kind)


def _name(kind: DeviceKind) -> str:
    match kind:
        case DeviceKind.CUDA:
            return torch.cuda.get_device_name()
        case DeviceKind.MPS:
            return "Apple GPU"
        case DeviceKind.AUTO | DeviceKind.CPU:
            threads = torch.get_num_threads()
            return f"CPU, {threads} thread{'s' if threads > 1 else ''}"
        case _:
            assert_never(kind)
