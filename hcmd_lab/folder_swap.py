"""Puts a folder in the place of another one, as one act."""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hcmd_lab.drafts import draft_folder_beside, sync_folder
from hcmd_lab.files import make_folder
from hcmd_lab.moves import move

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


@contextmanager
def swapped_folder(target: Path) -> Iterator[Path]:
    """Context with a new folder that takes the place of `target` when the block ends.

    Whoever is killed meanwhile leaves the old folder or the new one at `target`, whole; what else
    is left is swept by the next one who writes there. Where folders cannot be exchanged, as on
    Windows, the old one stands aside for a moment; a program killed in just that moment leaves it
    there, and the next one puts it back.

    Args:
        target: Folders above it are made.

    Raises:
        OSError: It cannot be made or moved.
    """
    make_folder(target.parent)
    put_back(target)
    with draft_folder_beside(target) as draft:
        yield draft
        sync_folder(draft)
        if not target.exists():
            move(draft, target)
        elif not _exchange(draft, target):
            _change_places(draft, target)
        sync_folder(target.parent)


def put_back(target: Path) -> None:
    """Put back a folder that stands aside because the program was killed."""
    aside = _aside(target)
    if aside.is_dir():
        if target.exists():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            move(aside, target)


def _change_places(draft: Path, target: Path) -> None:
    aside = _aside(target)
    move(target, aside)
    try:
        move(draft, target)
    except OSError:
        move(aside, target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


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
