"""The order in which things came to be, where a clock that was set back does not change it."""

from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import TypeVar

T = TypeVar("T")


def in_own_order(
    things: Iterable[T], is_ours: Callable[[T], bool], utc: Callable[[T], str]
) -> list[T]:
    """Things in order: ours in that in which they are given, those of other labs among them.

    Args:
        things: Ours in the order in which they came to be here.
        is_ours: Whether one came to be in this lab; another lab's is put in its place by its time.
        utc: When one came to be, ISO 8601.
    """
    latest, timed = "", []
    for each in things:
        when = utc(each)
        if is_ours(each):
            when = latest = max(latest, when)
        timed.append((when, each))
    return [each for _, each in sorted(timed, key=itemgetter(0))]
