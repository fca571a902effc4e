"""Asks disks without waiting for those that do not answer."""

import os
import time
from collections.abc import Iterable
from pathlib import Path
from threading import Thread

_WAIT_S = 0.5


def files_there(files: Iterable[Path]) -> list[Path]:
    """Those of some files that are there, as far as their disks say so in half a second.

    A share whose computer is away, or a sleeping drive, may keep whoever asks it for a minute.
    """
    found: set[Path] = set()

    def ask(file: Path) -> None:
        if os.path.isfile(file):
            found.add(file)

    asked = {file: Thread(target=ask, args=(file,), daemon=True) for file in files}
    for thread in asked.values():
        thread.start()
    until_s = time.monotonic() + _WAIT_S
    for thread in asked.values():
        thread.join(max(0.0, until_s - time.monotonic()))
    there = found.copy()
    return [file for file in asked if file in there]
