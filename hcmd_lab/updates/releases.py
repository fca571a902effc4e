"""Releases of the kiosk: their order, their systems, the names of their packages."""

import platform
import re
from pathlib import Path

from hcmd_lab.errors import UsageError

SYSTEMS = ("linux-x86_64", "windows-x64")
"""Those whose packages are folders in a .tar.gz, which a station can put into its own folder."""

PROGRAM = "hcmd-kiosk"
ROOT = "root.json"
TIMESTAMP = "timestamp.json"

_VERSION = re.compile(r"(\d{1,4})\.(\d{1,4})\.(\d{1,4})(?:\.?(dev|a|b|rc)(\d{1,4}))?")
_BEFORE = ("dev", "a", "b", "rc")
_METADATA = re.compile(r"[1-9]\d{0,8}\.(?:root|targets|snapshot)\.json")
_PACKED = re.compile(rf"[0-9a-f]{{64}}\.{PROGRAM}-(?:{'|'.join(SYSTEMS)})\.tar\.gz")
_PACKAGE = re.compile(rf"{PROGRAM}-({_VERSION.pattern})-({'|'.join(SYSTEMS)})\.tar\.gz")


def own_system() -> str:
    """The system that this program runs on, as packages name it; empty if none is made for it."""
    machine = platform.machine().lower()
    if machine not in ("x86_64", "amd64"):
        return ""
    return {"Linux": SYSTEMS[0], "Windows": SYSTEMS[1]}.get(platform.system(), "")


def target_name(system: str) -> str:
    """The name under which a system's package is signed."""
    return f"{PROGRAM}-{system}.tar.gz"


def order_of(version: str) -> tuple[int, ...]:
    """What versions are ordered by; one on the way to a release comes before it.

    Raises:
        ValueError: It is no version of this program.
    """
    found = _VERSION.fullmatch(version)
    if found is None:
        raise ValueError(f"{version!r} is no version")
    stage = len(_BEFORE) if found[4] is None else _BEFORE.index(found[4])
    return (*(int(found[place]) for place in (1, 2, 3)), stage, int(found[5] or 0))


def is_newer(version: str, than: str) -> bool:
    """Whether a version is newer than another one; never if one of them is none."""
    try:
        return order_of(version) > order_of(than)
    except ValueError:
        return False


def is_at_least(version: str, than: str) -> bool:
    """Whether a version is another one or a newer one; never if one of them is none."""
    try:
        return order_of(version) >= order_of(than)
    except ValueError:
        return False


def is_served(name: str) -> bool:
    """Whether a file of this name can be part of an update: no folder, no file of anything else."""
    return name == TIMESTAMP or any(p.fullmatch(name) for p in (_METADATA, _PACKED))


def debian_version(version: str) -> str:
    """A version as Debian orders it: one on the way to a release comes before the release."""
    return re.sub(r"\.?(dev|a|b|rc)(\d+)$", r"~\1\2", version)


def deb_name(program: str, version: str) -> str:
    """The name of a program's package for Debian."""
    return f"{program}_{debian_version(version)}_amd64.deb"


def told_by_name(package: Path) -> tuple[str, str]:
    """Version and system of a package, as `make packages` names it.

    Raises:
        UsageError: It has another name.
    """
    found = _PACKAGE.fullmatch(package.name)
    if found is None:
        raise UsageError(
            "{file} is no kiosk’s package for updates; give the file that make packages has "
            "written, such as {example}.",
            file=package.name,
            example=f"{PROGRAM}-1.2.0-{SYSTEMS[0]}.tar.gz",
        )
    return found[1], found[7]
