"""Rotating log files of both programs."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LARGEST_BYTES = 500_000


def log_file(file: Path) -> logging.Handler:
    """A handler that writes to a file; its folder is created.

    Raises:
        OSError: The disk does not take it.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        file, maxBytes=_LARGEST_BYTES, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(
        logging.Formatter("%(asctime)s [%(process)d] %(levelname)s %(name)s: %(message)s")
    )
    return handler


def log_everything(handler: logging.Handler) -> None:
    """Log everything from now on."""
    logging.raiseExceptions = False  # a full disk must not print into the terminal
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)
