"""Where `ui` and `resources` lie: beside this package, or inside of it where a wheel brought them.

Others have packages of these names too: what is installed among theirs must not have them at its
top. So setup.py puts both below this package, and whoever needs them asks here.
"""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).parent
_IN_A_WHEEL = _PACKAGE / "parts"

PARTS = _IN_A_WHEEL if _IN_A_WHEEL.is_dir() else _PACKAGE.parent
"""The folder that holds both, in the sources and in packaged programs the one of this package."""

RESOURCES = PARTS / "resources"


def find_windows() -> None:
    """Let this process import `ui`, ours before anybody else's."""
    if str(PARTS) not in sys.path:
        sys.path.insert(0, str(PARTS))
