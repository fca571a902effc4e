"""Software versions, found without importing anything."""

import platform
import sqlite3
from importlib import metadata

from hcmd_lab import __version__

_PACKAGES = ("torch", "torch-geometric", "PySide6", "numpy", "scipy", "msgspec", "sqlite-utils")


def software_versions() -> dict[str, str]:
    """Versions by name: this program, Python, the system, and the installed packages."""
    found = {
        "hcmd-lab": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "sqlite": sqlite3.sqlite_version,
    }
    for package in _PACKAGES:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            continue  # a packaged program may come without this record
    return found
