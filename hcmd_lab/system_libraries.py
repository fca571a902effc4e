"""Libraries of a Linux system that Qt needs and pip does not bring: which of them are missing.

Asked before Qt is imported, which without them ends in a traceback or aborts; so this module needs
the standard library alone. Other systems bring all that Qt needs.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hcmd_lab.errors import OperatorError
from hcmd_lab.shipped_parts import RESOURCES

LIST = "system-libraries.txt"
"""The file in `resources` that names them, with the packages that bring them."""


class Purpose(StrEnum):
    """What a library is needed for."""

    ALL = "all"  # any command, any station
    PICTURES = "pictures"  # whatever draws, with or without a screen
    X11 = "x11"  # windows on an X display


@dataclass(frozen=True, slots=True)
class SystemLibrary:
    """A shared library of the system.

    Attributes:
        name: Name under which it is loaded, such as libGL.so.1.
        purpose: What needs it.
        apt: Package of Debian and Ubuntu that brings it.
        dnf: Package of Fedora and its relatives that brings it.
    """

    name: str
    purpose: Purpose
    apt: str
    dnf: str


def listed() -> list[SystemLibrary]:
    """All libraries that the program needs of a Linux system."""
    lines = (RESOURCES / LIST).read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return [SystemLibrary(name, Purpose(purpose), apt, dnf) for name, purpose, apt, dnf in rows]


def for_windows() -> tuple[Purpose, ...]:
    """What windows need here: on an X display more than elsewhere."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    on_x11 = bool(os.environ.get("DISPLAY")) and not os.environ.get("WAYLAND_DISPLAY")
    is_x11 = platform.startswith("xcb") if platform else on_x11
    return (Purpose.ALL, Purpose.PICTURES, *[Purpose.X11] * is_x11)


def missing(*purposes: Purpose) -> list[SystemLibrary]:
    """The libraries for some purposes that cannot be loaded on this computer."""
    if sys.platform != "linux":
        return []
    return [each for each in listed() if each.purpose in purposes and not _loads(each.name)]


def require_libraries(*purposes: Purpose) -> None:
    """Require the libraries for some purposes.

    Raises:
        OperatorError: Some are missing; the sentence names them and the command that brings them.
    """
    lacking = missing(*purposes)
    if lacking:
        raise lacking_libraries(lacking)


def lacking_libraries(lacking: Sequence[SystemLibrary]) -> OperatorError:
    """The error that names missing libraries and the command that brings them."""
    return OperatorError(
        "Libraries are missing on this computer: {libraries}. Install them with: {command}",
        libraries=", ".join(each.name for each in lacking),
        command=install_command(lacking),
    )


def install_command(lacking: Sequence[SystemLibrary]) -> str:
    """The command that brings libraries, for this computer's package manager.

    Where neither is found here, both are given.
    """
    sudo = "" if os.geteuid() == 0 else "sudo "
    apt = f"{sudo}apt-get install {_packages(each.apt for each in lacking)}"
    dnf = f"{sudo}dnf install {_packages(each.dnf for each in lacking)}"
    if shutil.which("apt-get"):
        return apt
    return dnf if shutil.which("dnf") else f"{apt} (or {dnf})"


def _packages(names: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(names))


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
