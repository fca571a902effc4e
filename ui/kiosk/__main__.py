"""`python -m ui.kiosk` is `hcmd-kiosk`."""

import sys

from ui.kiosk.main import run

sys.exit(run())
