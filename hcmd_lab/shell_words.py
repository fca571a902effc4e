"""Paths in the commands that the program tells to type: one word, whatever is in them."""

import shlex
import subprocess
import sys
from pathlib import Path

PYTHON = "py" if sys.platform == "win32" else "python3"
"""By which name a terminal finds Python."""


def as_typed(path: Path) -> str:
    """A path as this system's shell takes it for one word."""
    return (
        subprocess.list2cmdline([str(path)]) if sys.platform == "win32" else shlex.quote(str(path))
    )
