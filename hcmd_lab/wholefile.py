"""Files that are there as a whole or not at all, also if the computer loses power."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

PUBLIC = 0o644
PRIVATE = 0o600


@contextmanager
def whole_file(path: Path, mode: int = PUBLIC) -> Iterator[BinaryIO]:
    """Write a file beside `path` and put it in its place when the block ends.

    If the block raises, what was at `path` is still there and nothing else is left.

    Args:
        path: Its folder is made if there is none.
        mode: Who may read it; from the first byte on, nobody else can.

    Raises:
        OSError: The folder cannot be made, or the file cannot be written or replaced.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # mkstemp makes the file with mode 600, so there is no moment in which others could read it.
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(mode)
        os.replace(draft, path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    if os.name == "posix":  # elsewhere a folder cannot be opened, and need not be
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def write_whole(path: Path, data: bytes, mode: int = PUBLIC) -> None:
    """Put `data` at `path`; the arguments are those of `whole_file`."""
    with whole_file(path, mode) as file:
        file.write(data)
