"""Interpreter settings that keep the window responsive."""

import gc
import sys

_SWITCH_S = 0.001
_GC_THRESHOLDS = (3_000, 20, 300)


def tune_for_ui() -> None:
    """Switch threads quickly and collect garbage in small steps, to keep the window responsive.

    Python lets a thread go on for 5 ms while others wait, and looks through everything that lives
    whenever a little has been added: that takes over 100 ms here, and hardly ever finds anything,
    since most garbage is freed without it.
    """
    sys.setswitchinterval(_SWITCH_S)
    gc.set_threshold(*_GC_THRESHOLDS)
