"""Where the pairing code is given: not on the command line, which every user of a computer sees."""

import os
import sys
from collections.abc import Sequence

from hcmd_lab.errors import UsageError
from hcmd_lab.processes import CODE_VARIABLE

ASK = "-"
"""In place of a code: it is read from the standard input."""


def without_code(arguments: Sequence[str]) -> list[str]:
    """A program's command line without the code, which is in the environment from now on.

    Raises:
        UsageError: The code itself stands on it.
    """
    kept: list[str] = []
    given = iter(arguments)
    for argument in given:
        name, is_joined, joined = argument.partition("=")
        if name != "--code":
            kept.append(argument)
            continue
        if (joined if is_joined else next(given, "")) != ASK:
            raise UsageError(
                "Every user of this computer can read the command line of a program; leave --code "
                "out and type the code in the window, give it as --code - and type it when asked, "
                "or put it into the environment variable {variable}.",
                variable=CODE_VARIABLE,
            )
        print("Pairing code: ", end="", file=sys.stderr, flush=True)
        os.environ[CODE_VARIABLE] = sys.stdin.readline().strip()
    return kept
