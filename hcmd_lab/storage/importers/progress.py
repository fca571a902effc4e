"""How far an import has come."""

from collections.abc import Callable
from typing import TypeAlias

OnProgress: TypeAlias = Callable[[int, int], None]
"""Told how much is done, and of how much (0 where that is not known); may raise to stop."""


def untold(_done: int, _total: int) -> None:
    """Where nobody asks."""
