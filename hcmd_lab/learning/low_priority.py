"""The priority of training, below that of the processes that talk to the stations."""

import contextlib
import ctypes
import os
import sys

NICENESS = 10
BELOW_NORMAL = 0x4000
"""`BELOW_NORMAL_PRIORITY_CLASS` of Windows."""


def lower_priority() -> None:
    """Give precedence to the processes that talk to the stations, if the system allows it."""
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32")
        # A handle is as wide as a pointer; as the int that ctypes takes it for, it is none.
        this_process = kernel.GetCurrentProcess
        this_process.restype = ctypes.c_void_p
        kernel.SetPriorityClass(ctypes.c_void_p(this_process()), BELOW_NORMAL)
    else:
        with contextlib.suppress(OSError):
            os.nice(NICENESS)
