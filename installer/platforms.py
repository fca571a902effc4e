"""The systems and Pythons that HCMD Lab is claimed to run on, and which wheels suit them.

A claim is what resolves: every package of the lock has a wheel for each of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import parse_wheel_filename

PYTHONS = (11, 12, 13, 14)
"""Minor versions of Python 3."""

GLIBC = (2, 34)
MACOS = (14, 0)


@dataclass(frozen=True, slots=True)
class Platform:
    """A system.

    Attributes:
        title: As people call it.
        marker: Its `sys_platform`.
        tags: Its platform tags in wheels' names, the most special first.
    """

    title: str
    marker: str
    tags: tuple[str, ...]


PLATFORMS = (
    Platform("Windows x64", "win32", ("win_amd64",)),
    Platform(
        f"macOS {MACOS[0]} arm64", "darwin", tuple(mac_platforms(version=MACOS, arch="arm64"))
    ),
    Platform(
        f"Linux x86_64 with glibc {GLIBC[0]}.{GLIBC[1]}",
        "linux",
        (
            *(f"manylinux_2_{minor}_x86_64" for minor in range(GLIBC[1], 4, -1)),
            *("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"),
        ),
    ),
)
"""The oldest of each kind; what is newer takes the same wheels."""


def supported(platform: Platform, python: int) -> frozenset[Tag]:
    """Tags of the wheels that a Python on a system installs."""
    version, tags = (3, python), platform.tags
    return frozenset(
        [
            *cpython_tags(version, platforms=tags),
            *compatible_tags(version, f"cp3{python}", platforms=tags),
        ]
    )


def wanted_wheel(name: str) -> bool:
    """Whether a wheel suits any of what is claimed."""
    tags = parse_wheel_filename(name)[3]
    return any(tags & _SUPPORTED[place] for place in _SUPPORTED)


def without_wheel(names: Iterable[str], everywhere: bool) -> str:
    """The first Python and system that none of a package's wheels suits; empty if there is none.

    Args:
        names: Of the wheels.
        everywhere: Whether each system needs the package; otherwise each that has one.
    """
    tags = [parse_wheel_filename(name)[3] for name in names]
    for platform in PLATFORMS:
        lacking = [
            python
            for python in PYTHONS
            if not any(each & _SUPPORTED[platform, python] for each in tags)
        ]
        if lacking and (everywhere or len(lacking) < len(PYTHONS)):
            return f"Python 3.{lacking[0]} on {platform.title}"
    return ""


_SUPPORTED = {
    (platform, python): supported(platform, python) for platform in PLATFORMS for python in PYTHONS
}
