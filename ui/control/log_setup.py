"""Sets up the log file of the control window."""

import logging
from pathlib import Path

from ui.log_file import log_everything, log_file


def set_up_log(file: Path) -> logging.Handler | None:
    """Log to a file from now on.

    Returns:
        What writes it; None where the disk does not take it, which stops nothing.
    """
    try:
        handler = log_file(file)
    except OSError:
        return None
    log_everything(handler)
    return handler
