"""The standard streams, some of which whoever starts a program may have closed.

The next file that is opened gets the number of a closed stream, and what a library prints there is
written into that file, which may be a study. So closed streams are led nowhere before anything is
opened. Python still says that they are closed (`sys.stdout` is None), and results are refused.

What cannot be written to standard error, as to a file on a full disk, is not said: a message is no
reason to stop what it is about.
"""

import os
import sys
from contextlib import suppress
from typing import TextIO


def keep_places() -> None:
    """Lead each closed standard stream nowhere."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            # The lowest number that is free is this one.
            os.open(os.devnull, os.O_RDWR)


def say(line: str) -> None:
    """Write a line to standard error, if anything can be written there."""
    stream = StandardError()
    stream.write(f"{line}\n")
    stream.flush()


class StandardError:
    """The standard error of the moment; what it does not take is dropped."""

    def write(self, text: str) -> int:
        """Write a text there."""
        stream = _standard_error()
        if stream is not None:
            try:
                stream.write(text)
            except (OSError, ValueError):
                _give_up(stream)
        return len(text)

    def flush(self) -> None:
        """Write there what was held back."""
        stream = _standard_error()
        if stream is not None:
            try:
                stream.flush()
            except (OSError, ValueError):
                _give_up(stream)

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        stream = _standard_error()
        return stream is not None and not stream.closed and stream.isatty()

    def fileno(self) -> int:
        """Its number."""
        stream = _standard_error()
        if stream is None:
            raise OSError("there is no standard error")
        return stream.fileno()

    @property
    def encoding(self) -> str:
        """How it writes letters."""
        return getattr(_standard_error(), "encoding", None) or "utf-8"


def _standard_error() -> TextIO | None:
    # While rich shows a bar, `sys.stderr` leads back to where this is called from.
    found: TextIO | None = getattr(sys.stderr, "rich_proxied_file", sys.stderr)
    return found if found is not None and not found.closed else None


def _give_up(stream: TextIO) -> None:
    """Close a stream that takes nothing; what it holds back would be tried again at the end.

    Its number stays taken: Python does not close those of standard streams.
    """
    with suppress(OSError, ValueError):
        stream.close()
