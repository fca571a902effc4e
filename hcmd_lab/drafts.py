"""Drafts: files and folders that take their place when they are whole, or are swept.

A program that is killed while it writes leaves its draft. Whoever writes a draft holds a lock on
it, which the system releases even of a killed process: a draft that nobody holds is abandoned.
"""

import errno
import glob
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from hcmd_lab.bounded_reader import RefusedFileError
from hcmd_lab.moves import move
from hcmd_lab.sentence import Sentence

DRAFT = ".hcmd-draft"
"""Ending of a draft's name; SQLite adds its own to the names of its files beside one."""

_MAX_NAME = 80
_DAY_S = 86_400.0
_WRITTEN_S = 60.0
"""A draft that is not open on Windows and was not written to for so long is nobody's."""


@contextmanager
def draft_beside(path: Path, mode: int) -> Iterator[Path]:
    """Context with an empty file that takes the place of `path` when the block ends.

    If the block raises, what was at `path` is still there and nothing else is left.

    Args:
        path: Its folder is there.
        mode: Permissions of the file that it becomes; until then it is its owner's alone.

    Raises:
        IsADirectoryError: A folder is there.
        RefusedFileError: A device or a pipe is there, which would be a file afterwards.
        OSError: It cannot be made, written or put in place.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():
        raise RefusedFileError(Sentence("it is not a file"))
    sweep(path.parent, path.name)
    handle, draft = _make(path)
    with ExitStack() as held:
        held.callback(os.close, handle)
        if os.name != "posix":  # there an open file cannot be moved, nor can it be swept
            held.close()
        try:
            yield draft
            draft.chmod(mode)
            with draft.open("rb+") as file:
                os.fsync(file.fileno())
            move(draft, path, let_go=held.close)  # some shares move no open file either
        except BaseException:
            held.close()
            for left in draft.parent.glob(f"{glob.escape(draft.name)}*"):
                left.unlink(missing_ok=True)
            raise
    sync_folder(path.parent)


@contextmanager
def draft_folder_beside(path: Path) -> Iterator[Path]:
    """Context with a new folder, its owner's alone, which may be renamed to `path` in the block.

    If it was not, nothing of it is left after the block.

    Raises:
        OSError: It cannot be made.
    """
    sweep(path.parent, path.name)
    draft = Path(tempfile.mkdtemp(DRAFT, f".{path.name[:_MAX_NAME]}.", path.parent))
    handle = os.open(draft, os.O_RDONLY) if os.name == "posix" else None
    try:
        if handle is not None:
            with suppress(OSError):  # where there are no locks, only the draft's age tells
                _lock(handle)
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        if handle is not None:
            os.close(handle)


def sweep(folder: Path, name: str = "") -> None:
    """Remove abandoned drafts from a folder; what cannot be removed stays.

    Args:
        folder: Drafts within its folders are left alone.
        name: Of the file whose drafts are meant; empty for all.
    """
    prefix = f".{glob.escape(name[:_MAX_NAME])}." if name else "."
    with suppress(OSError):
        for left in sorted(folder.glob(f"{prefix}*{DRAFT}*"), key=lambda each: len(each.name)):
            draft = left.with_name(left.name[: left.name.index(DRAFT) + len(DRAFT)])
            if draft.exists() and not _is_abandoned(draft):
                continue
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)


def sweep_below(folder: Path) -> None:
    """Remove abandoned drafts from a folder and all within it."""
    for place, _, _ in os.walk(folder):
        sweep(Path(place))


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk.

    Raises:
        OSError: The disk does not take them.
    """
    if os.name != "posix":  # elsewhere a folder cannot be opened, and need not be
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _make(path: Path) -> tuple[int, Path]:
    while True:
        # mkstemp makes the file with mode 600: there is no moment in which others could read it.
        handle, name = tempfile.mkstemp(DRAFT, f".{path.name[:_MAX_NAME]}.", path.parent)
        if os.name != "posix":
            return handle, Path(name)
        with suppress(OSError):  # where there are no locks, only the draft's age tells
            _lock(handle)
        if os.fstat(handle).st_nlink:
            return handle, Path(name)
        os.close(handle)  # it was swept before it was locked


def _is_abandoned(draft: Path) -> bool:
    try:
        if os.name != "posix" and draft.is_file():  # one that is open cannot be removed
            return time.time() - draft.stat().st_mtime > _WRITTEN_S
        handle = os.open(draft, os.O_RDONLY)
        try:
            _lock(handle)
        finally:
            os.close(handle)
    except BlockingIOError:
        return False
    except FileNotFoundError:
        return False
    except OSError:
        return time.time() - draft.stat().st_mtime > _DAY_S
    return True


def _lock(handle: int) -> None:
    """Hold a file until its handle is closed.

    Raises:
        BlockingIOError: Another process, or another handle, holds it.
        OSError: The disk has no locks.
    """
    import fcntl  # noqa: PLC0415 - not on Windows

    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
