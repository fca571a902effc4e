"""Forks of a program that are killed, each at another moment of what it does with files.

A fork has only the thread that asked for it, so they come of a program that has begun no other.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

_MOMENTS = {
    "open", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "shutil.rmtree", "sqlite3.connect",
}  # fmt: skip


def run_alone(script: str, *arguments: Path) -> None:
    """Run a script in a program of its own, which finds what tests have in common."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", script, *map(str, arguments)]
    subprocess.run(command, check=True, timeout=110, env=environment)


class Moments:
    """Those at which something of a name is opened, made, moved or removed.

    Args:
        name: Part of the paths that count.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._seen = self._deadly = 0

    def work(self, work: Callable[[], object], killed_at: int = 0) -> int:
        """Do something in a fork.

        Args:
            work: What it does.
            killed_at: The moment at which it is killed; 0 if it is not.

        Returns:
            How many moments there were; 0 if it was killed.
        """
        self._deadly = killed_at
        counts, tells = os.pipe()
        child = os.fork()
        if not child:
            sys.addaudithook(self._look)
            work()
            os.write(tells, str(self._seen).encode())
            os._exit(0)
        _, status = os.waitpid(child, 0)
        os.close(tells)
        with os.fdopen(counts) as pipe:
            seen = pipe.read()
        expected = -signal.SIGKILL if killed_at else 0
        assert os.waitstatus_to_exitcode(status) == expected, f"at {killed_at}: {status}"
        return int(seen or 0)

    def come(self) -> None:
        """Let a moment be that Python does not tell of."""
        self._seen += 1
        if self._seen == self._deadly:
            os.kill(os.getpid(), signal.SIGKILL)

    def _look(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in _MOMENTS and self._name in str(arguments):
            self.come()
