"""How many cores there are to compute with."""

import os


def usable_cores() -> int:
    """The cores this process may run on, which in a container are fewer than the computer has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
