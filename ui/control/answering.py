"""Asks disks without waiting for those that do not answer."""

import os
import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import Thread

_WAIT_S = 0.5


class DiskQuestion:
    """Whether the disk of a folder answers; asked in a thread that nobody has to wait for."""

    def __init__(self, folder: Path) -> None:
        """Ask."""
        self._folder = folder
        self._thread = Thread(target=self._ask, daemon=True)
        self._thread.start()

    @property
    def is_answered(self) -> bool:
        """Whether the disk has said something, be it that there is no such folder."""
        return not self._thread.is_alive()

    def answers_soon(self) -> bool:
        """Whether the disk answers within half a second."""
        self._thread.join(_WAIT_S)
        return self.is_answered

    def _ask(self) -> None:
        with suppress(OSError, ValueError):  # what is wrong is told by whoever opens it
            os.listdir(self._folder)
            shutil.disk_usage(self._folder)  # which a share's computer has to be asked for


def files_there(files: Iterable[Path]) -> list[Path]:
    """Those of some files that are there, as far as their disks say so in half a second.

    A share whose computer is away, or a sleeping drive, may keep whoever asks it for a minute.
    """
    return [file for file, is_there in _answers(files).items() if is_there]


def files_not_gone(files: Iterable[Path]) -> list[Path]:
    """Those of some files that are there, or may be: their disks have not answered by then."""
    return [file for file, is_there in _answers(files).items() if is_there is not False]


def _answers(files: Iterable[Path]) -> dict[Path, bool | None]:
    """Whether each file is there; None where its disk does not answer."""
    found: dict[Path, bool] = {}

    def ask(file: Path) -> None:
        found[file] = os.path.isfile(file)

    asked = {file: Thread(target=ask, args=(file,), daemon=True) for file in files}
    for thread in asked.values():
        thread.start()
    until_s = time.monotonic() + _WAIT_S
    for thread in asked.values():
        thread.join(max(0.0, until_s - time.monotonic()))
    return {file: found.get(file) for file in asked}
