"""`hcmd-lab doctor`: what this computer lacks, and the command that brings it.

With argparse and without Qt: it has to work where nothing else does.
"""

import argparse
from collections.abc import Sequence

from hcmd_lab.errors import OperatorError
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
        print(error)
        return error.exit_code
    print("Nothing is missing: hcmd-lab and hcmd-kiosk find all libraries that they need here.")
    return 0
