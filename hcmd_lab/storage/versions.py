"""Software versions, found without importing anything."""

import platform
import sqlite3
from contextlib import suppress
from functools import cache
from importlib import metadata

from hcmd_lab import __version__

_PACKAGES = ("torch", "torch-geometric", "PySide6", "numpy", "scipy", "msgspec", "sqlite-utils")


def software_versions() -> dict[str, str]:
    """Versions by name: this program, Python, the system, and the installed packages."""
    return {
        "hcmd-lab": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "sqlite": sqlite3.sqlite_version,
        **_versions_of(_PACKAGES),
    }


@cache  # the packages' records are long, and every session and training step asks
def _versions_of(packages: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for package in packages:
        with suppress(metadata.PackageNotFoundError):  # a packaged program may lack this record
            found[package] = metadata.version(package)
    return found
