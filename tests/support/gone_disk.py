"""A disk that is pulled out under this very process: what is asked of it and what was open fails.

Unlike `failing_disk`, it needs no compiler, but Linux, and it fails only what Python asks itself
and what was open before.
"""

import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_ASKING = (
    "stat", "lstat", "open", "listdir", "scandir", "mkdir", "unlink", "rename", "replace", "rmdir",
    "chmod", "statvfs",
)  # fmt: skip


def pull_out(folder: Path) -> None:
    """Have all that is open below a folder fail for ever; locks on it are as they were."""
    if sys.platform != "linux":
        pytest.skip("nothing that is open can be made to fail here")
    import fcntl  # noqa: PLC0415 - which Windows has not

    dead = os.memfd_create("dead", os.MFD_ALLOW_SEALING)
    fcntl.fcntl(dead, fcntl.F_ADD_SEALS, fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW)
    for handle in os.listdir("/proc/self/fd"):
        try:
            path = os.readlink(f"/proc/self/fd/{handle}")
        except FileNotFoundError:  # the one that listed them
            continue
        if path.startswith(str(folder)) and not path.endswith(".lock"):
            os.dup2(dead, int(handle))
    os.close(dead)


@contextmanager
def gone(folder: Path) -> Iterator[None]:
    """Inside, nothing can be asked of what lies at or below a folder, and what was open is dead.

    SQLite, which asks the system itself, finds no such folder.
    """
    pull_out(folder)
    away = folder.with_name(f"{folder.name} away")
    folder.rename(away)

    def failing(real: Callable[..., Any]) -> Callable[..., Any]:
        def ask(path: Any = ".", *more: Any, **named: Any) -> Any:
            if not isinstance(path, int) and os.fspath(path).startswith(str(folder)):
                raise OSError(errno.EIO, os.strerror(errno.EIO), os.fspath(path))
            return real(path, *more, **named)

        return ask

    with pytest.MonkeyPatch.context() as patched:
        for name in _ASKING:
            patched.setattr(os, name, failing(getattr(os, name)))
        patched.setattr(io, "open", failing(io.open))
        yield
    away.rename(folder)
