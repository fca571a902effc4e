"""Where the packaged `hcmd-kiosk` starts."""

import sys

from ui.kiosk.main import run

sys.exit(run())
