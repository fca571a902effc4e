"""The standard streams, some of which whoever starts a program may have closed.

The next file that is opened gets the number of a closed stream, and what a library prints there is
written into that file, which may be a study. So closed streams are led nowhere before anything is
opened. Python still says that they are closed (`sys.stdout` is None), and results are refused.
"""

import os


def keep_places() -> None:
    """Lead each closed standard stream nowhere."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            # The lowest number that is free is this one.
            os.open(os.devnull, os.O_RDWR)
