"""Moves files and folders to their places, which on Windows and on some shares takes patience.

On Windows nothing can be moved, nor be replaced, while any program reads it, and virus scanners and
search indexes read whatever has just been written, for a moment. A share may still be busy with a
file that was closed just before.
"""

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path

_IN_USE_ON_WINDOWS = (5, 32, 33)  # ERROR_ACCESS_DENIED, _SHARING_VIOLATION, _LOCK_VIOLATION
_WAITS_S = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32)


def move(source: Path, target: Path, let_go: Callable[[], object] = lambda: None) -> None:
    """Move a file or a folder, over a file that is there.

    Args:
        source: What is moved.
        target: Where to.
        let_go: Called where it is in use: closes what this program itself has open of it.

    Raises:
        OSError: It cannot be moved, or has been in use for more than half a second.
    """
    for wait_s in _WAITS_S:
        try:
            os.replace(source, target)
        except OSError as error:
            if not is_in_use(error):
                raise
            let_go()
            time.sleep(wait_s)
        else:
            return
    os.replace(source, target)


def is_in_use(error: OSError) -> bool:
    """Whether the system refuses because something else uses the file, which may pass."""
    return error.errno == errno.EBUSY or getattr(error, "winerror", None) in _IN_USE_ON_WINDOWS
