"""References to None that Qt's bindings lose while something is done again and again."""

import gc
import sys
from collections.abc import Callable

TIMES = 50
_BATCHES = 3


def lost_references(do: Callable[[], object]) -> int:
    """How many doing it `TIMES` times costs, once it has been done for the first times.

    What is lost is lost every time, so the least of some batches tells it: a batch in which the
    garbage of an earlier test goes says more.
    """
    for _ in range(3):
        do()
    return min(_cost(do) for _ in range(_BATCHES))


def _cost(do: Callable[[], object]) -> int:
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(TIMES):
        do()
    gc.collect()
    return abs(sys.getrefcount(None) - before)
