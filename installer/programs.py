"""The packaged programs, run as on a computer that has no Python, no Qt and no sources."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

LIMIT_S = 600
"""More than anything here takes."""

_SUFFIX = ".exe" if sys.platform == "win32" else ""
_POLL_S = 0.005
_END_S = 10


def demand(condition: bool, sentence: str) -> None:
    """End the proof with a sentence unless the condition holds."""
    if not condition:
        sys.exit(sentence)


def wait_for(condition: Callable[[], object], what: str) -> float:
    """Look again and again until something has happened; returns the seconds it took."""
    begun_s = time.perf_counter()
    while not condition():
        demand(time.perf_counter() - begun_s < LIMIT_S, f"Waited in vain for {what}.")
        time.sleep(_POLL_S)
    return time.perf_counter() - begun_s


class Program:
    """One packaged program.

    Args:
        dist: Where the programs' folders lie.
        name: Of the program and its folder.
        home: Where it works and keeps its preferences and logs.

    Attributes:
        folder: Everything it consists of.
        file: What is started.
    """

    def __init__(self, dist: Path, name: str, home: Path) -> None:
        self.folder = dist / name
        self.file = self.folder / f"{name}{_SUFFIX}"
        self._home = home
        demand(self.file.is_file(), f"There is no {self.file}.")

    def run(self, *arguments: str | Path, limit_s: float = LIMIT_S) -> float:
        """Run it with success and without a warning; returns the seconds it took.

        If it has not ended within `limit_s` seconds, it is ended with all that it has started.
        """
        told = " ".join(map(str, (self.file.name, *arguments[:2])))
        command = [self.file, *arguments]
        took_s, words = run_to_end(command, told, self._home, self._environment(), limit_s)
        demand("Warning: " not in words, f"{told} has a warning of Python for its user: {words}")
        return took_s

    @contextmanager
    def running(self, *arguments: str | Path) -> Iterator["subprocess.Popen[str]"]:
        """Have it run, with what it prints in a pipe.

        It is ended, with all that it has started, when the context is left.
        """
        with _started(
            [self.file, *arguments], self._home, self._environment(), subprocess.PIPE, None
        ) as process:
            yield process

    def _environment(self) -> dict[str, str]:
        # Without the variables by which a Python or a Qt on this computer could help it along.
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "QT_", "LD_LIBRARY_PATH", "VIRTUAL_ENV"))
        }
        if sys.platform == "linux":
            if not (kept.get("DISPLAY") or kept.get("WAYLAND_DISPLAY")):
                kept["QT_QPA_PLATFORM"] = "offscreen"
            # The preferences of whoever builds the programs stay as they are.
            for kind in ("CONFIG", "STATE", "DATA", "CACHE"):
                kept[f"XDG_{kind}_HOME"] = str(self._home / kind.lower())
        return kept


def run_to_end(
    command: Sequence[str | Path],
    name: str,
    folder: Path,
    environment: Mapping[str, str] | None = None,
    limit_s: float = LIMIT_S,
) -> tuple[float, str]:
    """Run a command with success; returns the seconds it took, and what it said as errors.

    If it has not ended within `limit_s` seconds, it is ended with all that it has started.

    Args:
        command: Program and arguments.
        name: What sentences call it.
        folder: Where it works.
        environment: Its variables; this process's by default.
        limit_s: Seconds that it may take.
    """
    begun_s = time.perf_counter()
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as words,
        _started(command, folder, environment, subprocess.DEVNULL, words) as process,
    ):
        try:
            process.wait(timeout=limit_s)
        except subprocess.TimeoutExpired:
            sys.exit(
                f"{name} had not ended after {limit_s:g} s; it was ended with all that it had "
                "started."
            )
        took_s = time.perf_counter() - begun_s
        words.seek(0)
        said = words.read()
    demand(process.returncode == 0, f"{name} ended with {process.returncode}: {said}")
    return took_s, said


@contextmanager
def _started(
    command: Sequence[str | Path],
    folder: Path,
    environment: Mapping[str, str] | None,
    output: int,
    errors: IO[str] | None,
) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output,
        stderr=errors, text=True, encoding="utf-8", start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        _end_all(process)


def _end_all(process: "subprocess.Popen[str]") -> None:
    """End a process and what it has started; where it can be asked, it is killed if it does not."""
    if sys.platform == "win32":
        # The tree is found by its root, as long as that is there.
        tree = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(tree, check=False, capture_output=True)  # noqa: S603
    else:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=_END_S)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def forget_files(folder: Path) -> None:
    """Make the system read a folder from the disk when it needs it next, where it can be asked."""
    if sys.platform != "linux":
        return
    os.sync()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            descriptor = os.open(path, os.O_RDONLY)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(descriptor)
