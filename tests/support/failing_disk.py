"""A disk that fails for programs that are started meanwhile: gone, full, write-protected, no locks.

It is a library that is loaded before the others (`failing_disk.c`); it needs a compiler.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

COMPILER = shutil.which("cc")
needs_failing_disk = pytest.mark.skipif(
    sys.platform != "linux" or COMPILER is None, reason="no compiler, or another system"
)
_SOURCE = Path(__file__).with_suffix(".c")


class FailingDisk:
    """A folder whose disk fails for the programs that it is told to.

    Args:
        folder: What lies on the disk.
        place: Where the library is made.
    """

    def __init__(self, folder: Path, place: Path) -> None:
        self._library = place / "failing_disk.so"
        self._when = place / "fails"
        self._dead = place / "dead"
        self._folder = folder
        command = [COMPILER or "", "-shared", "-fPIC", "-O1", "-o", str(self._library)]
        subprocess.run([*command, str(_SOURCE), "-ldl"], check=True, capture_output=True)

    def environment(self, *, locks: bool = True) -> dict[str, str]:
        """What a program has to find in its environment."""
        told = {
            "LD_PRELOAD": str(self._library),
            "FAILING_DISK": str(self._folder),
            "FAILING_DISK_WHEN": str(self._when),
            "FAILING_DISK_DEAD": str(self._dead),
        }
        return told if locks else told | {"FAILING_DISK_LOCKS": "1"}

    @contextmanager
    def failing(self, number: int) -> Iterator[None]:
        """Inside, it fails with a number of the system's."""
        draft = self._when.with_suffix(".draft")
        draft.write_text(str(number), "utf-8")
        draft.rename(self._when)
        try:
            yield
        finally:
            self._when.unlink()

    def pull_out(self, program: int) -> None:
        """What a program has open there stays dead, also when the disk is back.

        Args:
            program: Its number.
        """
        handles = [
            handle.name
            for handle in Path(f"/proc/{program}/fd").iterdir()
            if os.readlink(handle).startswith(str(self._folder))
        ]
        self._dead.write_text(f" {' '.join(handles)} ", "utf-8")
