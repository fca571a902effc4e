"""Programs as a terminal starts them, from whatever the tests themselves were started."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def from_a_terminal() -> Iterator[None]:
    """Start programs that hear of a closed terminal, also under `nohup`, whose deafness goes on."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGHUP, before)
