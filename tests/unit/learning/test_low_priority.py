"""Training leaves the processor to the processes that talk to the stations."""

import subprocess
import sys

IMPORT = "from hcmd_lab.learning.low_priority import *\nimport ctypes, os\n"
ON_WINDOWS = """
from ctypes import wintypes
kernel = ctypes.WinDLL("kernel32")
kernel.GetCurrentProcess.restype = wintypes.HANDLE
kernel.GetPriorityClass.argtypes = [wintypes.HANDLE]
lower_priority()
print(kernel.GetPriorityClass(kernel.GetCurrentProcess()) == BELOW_NORMAL)
"""
ELSEWHERE = """
before = os.nice(0)
lower_priority()
print(os.nice(0) == min(before + NICENESS, 19))
"""


def test_the_priority_is_lower_afterwards() -> None:
    program = IMPORT + (ON_WINDOWS if sys.platform == "win32" else ELSEWHERE)
    done = subprocess.check_output([sys.executable, "-c", program], text=True)
    assert done.strip() == "True"
