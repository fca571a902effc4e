"""A disk that does not answer: whoever asks it waits, and that must not be the window's thread."""

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, current_thread, main_thread
from typing import Any

import pytest

_ASKING = ("stat", "lstat", "open", "listdir", "scandir", "statvfs", "access")
ENOUGH_S = 60


class HangingDisk:
    """A folder whose disk says nothing until it `answers`."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._answers = Event()

    def answer(self) -> None:
        """It says what there is from now on."""
        self._answers.set()

    @contextmanager
    def hanging(self) -> Iterator[None]:
        """Inside, it hangs, until it answers."""
        with pytest.MonkeyPatch.context() as patched:
            for name in _ASKING:
                patched.setattr(os, name, self._hung(getattr(os, name)))
            patched.setattr(io, "open", self._hung(io.open))
            try:
                yield
            finally:
                self.answer()

    def _hung(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def ask(path: Any = ".", *more: Any, **named: Any) -> Any:
            is_asked = isinstance(path, str | Path) and os.fspath(path).startswith(self._folder)
            if is_asked and not self._answers.is_set():
                assert current_thread() is not main_thread(), f"the window asked for {path}"
                assert self._answers.wait(ENOUGH_S)
            return real(path, *more, **named)

        return ask
