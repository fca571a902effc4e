"""Imports a library without the optional things that it would bring along."""

import importlib
import sys


def import_without(library: str, unwanted: str) -> None:
    """Import a library as if something that it imports where it can were not installed.

    Does nothing about either that has been imported before.

    Args:
        library: What to import.
        unwanted: What it must not find; everyone else finds it afterwards.
    """
    hides = unwanted not in sys.modules
    if hides:
        sys.modules[unwanted] = None  # type: ignore[assignment] # how Python marks what is not there
    try:
        importlib.import_module(library)
    finally:
        if hides:
            del sys.modules[unwanted]
