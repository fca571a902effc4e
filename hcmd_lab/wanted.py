"""Whether long work is still wanted, asked by the work itself wherever it can be left.

Who begins the work says how it is asked; the work calls `still_wanted`, or reads through `wanted`,
and need not be told by whom. What is raised there leaves drafts and transactions as any error does,
so nothing half-written stays. Once a draft is being put in place nobody asks any more.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")


def _is_always() -> None:
    """Where nobody can cancel."""


_ask: ContextVar[Callable[[], None]] = ContextVar("ask", default=_is_always)


@contextmanager
def asked(ask: Callable[[], None]) -> Iterator[None]:
    """Work in this thread calls `ask` now and then, which raises what shall end it."""
    token = _ask.set(ask)
    try:
        yield
    finally:
        _ask.reset(token)


def still_wanted() -> None:
    """Go on if the work is still wanted; otherwise what `ask` raises ends it."""
    _ask.get()()


def wanted(items: Iterable[T]) -> Iterator[T]:
    """The items, for as long as the work is still wanted."""
    ask = _ask.get()
    for item in items:
        ask()
        yield item
