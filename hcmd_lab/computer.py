"""This computer: its cores, its user, and where its power comes from."""

import ctypes
import getpass
import os
import sys
from enum import StrEnum
from pathlib import Path


def usable_cores() -> int:
    """The CPU cores available to this process; in a container fewer than the computer has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


SUPPLIES = Path("/sys/class/power_supply")
"""Where Linux tells about batteries and mains."""


class PowerSource(StrEnum):
    """A source of electric power."""

    MAINS = "mains"
    BATTERY = "battery"
    UNKNOWN = "unknown"  # the system does not answer at once


def power_source() -> PowerSource:
    """The current power source, as far as the system reports it without delay."""
    if sys.platform == "win32":
        return _of_windows()
    return of_linux(SUPPLIES)


def of_linux(supplies: Path) -> PowerSource:
    """The power source, read from a folder with one entry per battery and mains adapter."""
    try:
        online = [(entry / "online").read_text().strip() for entry in _adapters(supplies)]
    except OSError:
        return PowerSource.UNKNOWN
    if not online:
        return PowerSource.UNKNOWN
    return PowerSource.MAINS if "1" in online else PowerSource.BATTERY


def _adapters(supplies: Path) -> list[Path]:
    if not supplies.is_dir():
        return []
    return [e for e in supplies.iterdir() if (e / "type").read_text().strip() == "Mains"]


def _of_windows() -> PowerSource:
    if sys.platform == "win32":  # tells the type checker where ctypes.windll exists
        status = (ctypes.c_ubyte * 12)()  # SYSTEM_POWER_STATUS; its first byte is ACLineStatus
        if ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
            known = {0: PowerSource.BATTERY, 1: PowerSource.MAINS}
            return known.get(status[0], PowerSource.UNKNOWN)
    return PowerSource.UNKNOWN


def user_name() -> str:
    """The user of this computer; empty if it does not tell."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
