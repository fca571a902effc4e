"""The packaged programs where people put them: in a folder whose name has blanks and umlauts.

It can be read and not written, as what an administrator installed is for everybody else.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = "Öffentliche Programme (geprüft)"


@contextmanager
def placed(dist: Path, home: Path) -> Iterator[Path]:
    """Copies of the programs in a read-only folder, which can be removed again afterwards.

    Args:
        dist: Where the programs' folders lie.
        home: An empty folder.
    """
    place = home / FOLDER
    shutil.copytree(dist, place, symlinks=True, copy_function=_link)
    folders = [path for path in (place, *place.rglob("*")) if path.is_dir()]
    _allow(folders, 0o555)
    try:
        yield place
    finally:
        _allow(folders, 0o755)


def _link(source: str, target: str) -> None:
    """The same file under another name; on another disk a copy of it."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _allow(folders: list[Path], mode: int) -> None:
    # A file is added or replaced in its folder; its own mode is shared with the one in `dist`.
    for folder in folders:
        if not folder.is_symlink():
            folder.chmod(mode)
