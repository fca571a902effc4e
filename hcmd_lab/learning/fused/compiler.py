"""numba as the loops use it, and its cache of compiled code."""

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba
from platformdirs import user_cache_path

F = TypeVar("F", bound=Callable[..., Any])

# Sums may be taken in another order, and 0 has no sign, but infinities and NaN mean what they mean:
# a run that leaves the range of numbers has to be noticed.
_LENIENT = {"nsz", "arcp", "contract", "afn", "reassoc"}


def compiled(function: F) -> F:
    """Compile a function on its first call and cache the result for other processes."""
    lenient = numba.njit(fastmath=_LENIENT, nogil=True, error_model="numpy", cache=True)
    try:
        return cast("F", lenient(function))
    except RuntimeError:  # there is no folder to cache it in
        made = numba.njit(fastmath=_LENIENT, nogil=True, error_model="numpy")(function)
        return cast("F", made)


def inlined(function: F) -> F:
    """Compile a function into its callers."""
    made = numba.njit(fastmath=_LENIENT, nogil=True, error_model="numpy", inline="always")(function)
    return cast("F", made)


def exactly(function: F) -> F:
    """Compile a function whose sums must be evaluated in the order written."""
    made = numba.njit(fastmath={"nsz", "contract"}, nogil=True, error_model="numpy")(function)
    return cast("F", made)


def _keep_apart() -> None:
    """Have numba cache compiled code in a folder named after all sources.

    By itself it compiles a function again when its own file has changed, but not when one that it
    calls has. A packaged program has no sources; there numba goes by the program's file.
    """
    digest = hashlib.sha256()
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.read_bytes())
    folder = user_cache_path("hcmd-lab", appauthor=False) / "compiled" / digest.hexdigest()[:16]
    numba.config.CACHE_DIR = str(folder)  # type: ignore[attr-defined]  # set when it is imported


if not getattr(sys, "frozen", False):
    _keep_apart()
