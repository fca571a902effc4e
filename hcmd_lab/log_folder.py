"""Where the lab's windows keep their logs."""

from pathlib import Path

CRASH_LOG = "crash.log"
WINDOW_LOG = "hcmd-lab.log"


def log_folder() -> Path:
    """The folder of this user's logs of the lab's windows."""
    import platformdirs  # noqa: PLC0415 - most starts of the window write nothing

    return platformdirs.user_log_path("hcmd-lab", appauthor=False)
