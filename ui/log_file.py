"""Rotating log files of both programs."""

import faulthandler
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from hcmd_lab.files import PRIVATE, make_folder

_LARGEST_BYTES = 500_000


class _PrivateFile(RotatingFileHandler):
    """A log that its owner alone can read: what a participant did may be told in it."""

    def _open(self) -> TextIOWrapper:
        return open_private(Path(self.baseFilename))


def open_private(file: Path) -> TextIOWrapper:
    """Open a file to write at its end, for its owner alone.

    Raises:
        OSError: The disk does not take it.
    """
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, PRIVATE)
    with suppress(OSError):  # one of an earlier version was everybody's
        file.chmod(PRIVATE)
    return os.fdopen(handle, "a", encoding="utf-8")


def log_file(file: Path) -> logging.Handler:
    """A handler that writes to a file; its folder is created.

    Raises:
        OSError: The disk does not take it.
    """
    make_folder(file.parent)
    handler = _PrivateFile(
        file, maxBytes=_LARGEST_BYTES, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(
        logging.Formatter("%(asctime)s [%(process)d] %(levelname)s %(name)s: %(message)s")
    )
    return handler


@contextmanager
def native_faults_logged(file: Path) -> Iterator[None]:
    """Context in which a crash below Python, such as one of Qt's, leaves its calls in a file.

    A disk that does not take it stops nothing.
    """
    try:
        make_folder(file.parent)
        log = open_private(file)
    except OSError:
        yield
        return
    with log:
        faulthandler.enable(log)
        try:
            yield
        finally:
            faulthandler.disable()


def log_everything(handler: logging.Handler) -> None:
    """Log everything from now on."""
    logging.raiseExceptions = False  # a full disk must not print into the terminal
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)
