"""A file in which the control window notes what happens, such as what a station was refused."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LARGEST_BYTES = 1_000_000


def keep_log(file: Path) -> logging.Handler | None:
    """From now on write what is logged to a file.

    Args:
        file: Its older part is kept beside it.

    Returns:
        What writes it; None where the disk does not take it, which stops nothing.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            file, maxBytes=_LARGEST_BYTES, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.raiseExceptions = False  # a full disk must not print into the terminal
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    return handler
