"""Processes that this program starts import nothing from the folder that they are started in.

Python looks there first for what `-m` and `-c` import: a `statistics.py` of the user's own would
take the place of the standard library's.
"""

import os
import sys

from hcmd_lab.errors import UsageError


def python_module(module: str) -> list[str]:
    """Command line that runs a module of ours with this interpreter."""
    return [sys.executable, "-P", "-m", module]


def shield_children() -> None:
    """Let all Python processes that this one starts from now on look past their folder.

    Those of `multiprocessing` among them, whose command line is Python's own.
    """
    os.environ["PYTHONSAFEPATH"] = "1"


def require_working_folder() -> None:
    """Refuse to work in a folder that is gone: nothing can be found or started from there.

    Raises:
        UsageError: It was deleted, or its disk is away.
    """
    try:
        os.getcwd()
    except OSError as error:
        raise UsageError(
            "The folder that this terminal is in is not there any more; change to another one."
        ) from error
