"""Puts a folder in the place of another one, as one act."""

import ctypes
import os
import shutil
import sys
import tempfile
from pathlib import Path

from filelock import FileLock, Timeout

LOCK = ".writing"
"""Name of the file that a writer holds while it writes a draft."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def make_draft(target: Path) -> tuple[Path, FileLock]:
    """A new folder beside `target`, on the same disk, and the lock that says that it is written.

    Its permissions are private to the owner.

    Raises:
        OSError: It cannot be made.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
    lock = FileLock(draft / LOCK, timeout=0)
    lock.acquire()
    return draft, lock


def sweep(target: Path) -> None:
    """Remove what killed writers have left beside `target`; put back what they were replacing.

    Where folders cannot be exchanged, as on Windows, a replaced folder stands aside for a moment:
    a writer killed in just that moment leaves it there.
    """
    aside = _aside(target)
    if aside.is_dir():
        if target.exists():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            aside.rename(target)
    for draft in target.parent.glob(f"{_prefix(target)}*"):
        lock = FileLock(draft / LOCK, timeout=0)
        try:
            with lock:
                pass
        except Timeout:
            continue  # somebody is writing it
        except OSError:
            pass  # it is being removed
        shutil.rmtree(draft, ignore_errors=True)


def put_in_place(draft: Path, lock: FileLock, target: Path) -> None:
    """Let a finished draft take the place of `target`; what was there is removed.

    Whoever is killed meanwhile leaves the one or the other at `target`, whole.

    Raises:
        OSError: It cannot be moved.
    """
    lock.release()
    (draft / LOCK).unlink(missing_ok=True)
    _sync(draft)
    if not target.exists():
        draft.rename(target)
    elif not _exchange(draft, target):
        aside = _aside(target)
        target.rename(aside)
        draft.rename(target)
        draft = aside
    _sync(target.parent)
    shutil.rmtree(draft, ignore_errors=True)


def drop(draft: Path, lock: FileLock) -> None:
    """Remove a draft that is not wanted."""
    lock.release()
    shutil.rmtree(draft, ignore_errors=True)


def _prefix(target: Path) -> str:
    return f".{target.name}.draft-"


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.before")


def _exchange(first: Path, second: Path) -> bool:
    """Let two folders change places at once; False where the system or the disk cannot."""
    names = os.fsencode(first), os.fsencode(second)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            failed = library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
        elif sys.platform == "darwin":
            failed = library.renamex_np(*names, _RENAME_SWAP)
        else:
            return False
    except (OSError, AttributeError, TypeError):  # no such function, or no C library by itself
        return False
    return not failed


def _sync(folder: Path) -> None:
    if os.name != "posix":  # elsewhere a folder cannot be opened, and need not be
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
