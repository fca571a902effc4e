"""Import a library with one of its optional dependencies hidden."""

import importlib
import sys


def import_without(library: str, unwanted: str) -> None:
    """Import a library with one of its optional dependencies hidden.

    Does nothing about either that has been imported before.

    Args:
        library: Library to import.
        unwanted: The dependency to hide; it is available again afterwards.
    """
    hides = unwanted not in sys.modules
    if hides:
        sys.modules[unwanted] = None  # type: ignore[assignment] # how Python marks what is not there
    try:
        importlib.import_module(library)
    finally:
        if hides:
            del sys.modules[unwanted]
