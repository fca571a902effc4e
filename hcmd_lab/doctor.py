"""`hcmd-lab doctor`: what this computer lacks, and the command that brings it.

With argparse and without Qt: it has to work where nothing else does.
"""

import argparse
import errno
import sys
from collections.abc import Sequence
from contextlib import suppress

from hcmd_lab.errors import OperatorError
from hcmd_lab.standard_streams import say
from hcmd_lab.system_faults import reason_of
from hcmd_lab.system_libraries import Purpose, for_windows, require_libraries


def examine(arguments: Sequence[str]) -> int:
    """Print what is missing on this computer.

    Args:
        arguments: Arguments after `hcmd-lab doctor`.

    Returns:
        0 if the programs find everything they need, otherwise 1.

    Raises:
        SystemExit: Help was asked for, or an argument is unknown (as argparse does it).
    """
    parser = argparse.ArgumentParser(
        prog="hcmd-lab doctor",
        description="Tell which libraries of the system hcmd-lab and hcmd-kiosk lack here, and the "
        "command that installs them.",
    )
    parser.add_argument(
        "--display",
        action="store_true",
        help="also ask for what windows on an X display need, where there is none now",
    )
    given = parser.parse_args(arguments)
    try:
        require_libraries(*(Purpose if given.display else for_windows()))
    except OperatorError as error:
        return _told(str(error), error.exit_code)
    return _told(
        "Nothing is missing: hcmd-lab and hcmd-kiosk find all libraries that they need here.", 0
    )


def _told(finding: str, exit_code: int) -> int:
    """Write what was found to standard output; the exit code, 1 if that takes nothing."""
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, "it is closed")
        print(finding, flush=True)
    except OSError as error:
        with suppress(OSError, AttributeError):  # what it holds back would be tried once more
            sys.stdout.close()
        say(f"hcmd-lab: The finding cannot be written to standard output ({reason_of(error)}).")
        return 1
    return exit_code
