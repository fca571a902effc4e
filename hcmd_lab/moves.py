"""Moves files and folders to their places, which on Windows takes patience.

There nothing can be moved, nor be replaced, while any program reads it, and virus scanners and
search indexes read whatever has just been written, for a moment.
"""

import os
import time
from pathlib import Path

_IN_USE = (5, 32, 33)  # ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_WAITS_S = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32)


def move(source: Path, target: Path) -> None:
    """Move a file or a folder, over a file that is there.

    Raises:
        OSError: It cannot be moved; on Windows it has been in use for more than half a second.
    """
    for wait_s in _WAITS_S:
        try:
            os.replace(source, target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _IN_USE:
                raise
            time.sleep(wait_s)
        else:
            return
    os.replace(source, target)
