"""References to None that Qt's bindings lose while something is done again and again."""

import sys
from collections.abc import Callable

TIMES = 50


def lost_references(do: Callable[[], object]) -> int:
    """How many doing it `TIMES` times costs, once it has been done for the first times."""
    for _ in range(3):
        do()
    before = sys.getrefcount(None)
    for _ in range(TIMES):
        do()
    return abs(sys.getrefcount(None) - before)
