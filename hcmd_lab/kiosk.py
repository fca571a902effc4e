"""`hcmd-kiosk`: finds the windows and runs a station; `python -m hcmd_lab.kiosk` is the same."""

import sys

from hcmd_lab.shipped_parts import find_windows
from hcmd_lab.standard_streams import keep_places


def run() -> int:
    """Run a station with this process's arguments; returns the program's exit code."""
    keep_places()
    find_windows()
    from ui.kiosk.main import run as run_station  # noqa: PLC0415 - not found before

    return run_station()


if __name__ == "__main__":
    sys.exit(run())
