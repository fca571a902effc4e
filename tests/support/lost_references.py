"""References to None that Qt's bindings lose while something is done again and again."""

import gc
import sys
from collections.abc import Callable

import pytest

REPEATED = pytest.mark.parametrize("times", [20, pytest.param(50, marks=pytest.mark.release)])
_BATCHES = 3


def keeps_references(do: Callable[[], object], times: int) -> bool:
    """Whether doing it so many times costs less than one each, once it has been done some times.

    What is lost is lost every time, so that one good batch of some tells that nothing is: one in
    which the garbage of an earlier test goes costs more.
    """
    for _ in range(3):
        do()
    return any(_cost(do, times) < times for _ in range(_BATCHES))


def _cost(do: Callable[[], object], times: int) -> int:
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(times):
        do()
    gc.collect()
    return abs(sys.getrefcount(None) - before)
