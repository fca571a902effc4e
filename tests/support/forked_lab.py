"""The real commands, each in a process of its own that does not load the libraries again.

Run as a program it has loaded every command and runs each in a fork of itself.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path

_WAIT_S = 60
_CLONE_NEWNS = 0x20000


class ForkedLab:
    """Runs commands one after another.

    Args:
        environment: Theirs, if it is not this process's.
    """

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(
        self, *arguments: str | Path, memory: int = 0, mounts: str = ""
    ) -> tuple[int, str, str]:
        """Run a command.

        Args:
            arguments: Its words.
            memory: Bytes of address space that it may have; 0 sets no limit.
            mounts: What a shell does first, in a name space whose mounts the command alone sees;
                nothing if empty. For root on Linux.

        Returns:
            Exit code, stdout and stderr; the code is below 0 if it had to be killed.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([[*map(str, arguments)], memory, mounts]) + "\n")
        self._process.stdin.flush()
        code, out, err = json.loads(self._process.stdout.readline())
        return code, out, err

    def end(self) -> None:
        """End it."""
        self._process.communicate()


@contextlib.contextmanager
def forked_lab(environment: Mapping[str, str] | None = None) -> Iterator[ForkedLab]:
    """One that ends with the block."""
    lab = ForkedLab(environment)
    try:
        yield lab
    finally:
        lab.end()


def _serve() -> None:
    """Answer each line, a command's words, with its exit code and what it has said."""
    import PySide6.QtGui  # noqa: F401, PLC0415 - for the commands

    import hcmd_lab.bundles.merging  # noqa: PLC0415 - for the commands
    import hcmd_lab.insight.explanation  # noqa: F401, PLC0415 - for the commands
    from hcmd_lab.cli.commands import lab_program  # noqa: PLC0415 - for the commands

    lab_program()
    for line in sys.stdin:
        words, memory, mounts = json.loads(line)
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            child = os.fork()
            if not child:
                os.dup2(out.fileno(), 1)
                os.dup2(err.fileno(), 2)
                _obey(words, memory, mounts)
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            said = []
            for file in (out, err):
                file.seek(0)
                said.append(file.read().decode())
        print(json.dumps([code, *said]), flush=True)


def _obey(words: list[str], memory: int, mounts: str) -> None:
    """Run a command in this process, which ends with it."""
    from hcmd_lab.program import run  # noqa: PLC0415 - loaded by now

    signal.alarm(_WAIT_S)
    sys.argv = ["hcmd-lab", *words]
    code: object = 0
    try:
        if mounts:
            _mount(mounts)
        if memory:
            import resource  # noqa: PLC0415 - which Windows has not

            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        run()
    except SystemExit as end:
        code = end.code or 0
    except BaseException:  # noqa: BLE001 - as Python does it
        traceback.print_exc()
        code = 70
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 1)


def _mount(script: str) -> None:
    """Give this process mounts of its own, as `unshare -m` does, and run a shell there."""
    import ctypes  # noqa: PLC0415 - Linux alone mounts

    if ctypes.CDLL(None, use_errno=True).unshare(_CLONE_NEWNS) != 0:
        raise OSError(ctypes.get_errno(), "no name space of its own")
    shell = ["/bin/sh", "-c", f"mount --make-rprivate / && {script}"]
    subprocess.run(shell, check=True, stdin=subprocess.DEVNULL)


if __name__ == "__main__":
    _serve()
