"""The crash log of the control window."""

import os
from datetime import UTC, datetime
from pathlib import Path

from hcmd_lab.files import make_folder
from ui.log_file import open_private

_LARGEST_BYTES = 1_000_000


def write_fault(file: Path, details: str) -> bool:
    """Append a fault to the log; a log that has grown large is set aside first.

    Args:
        file: The log.
        details: Details of the fault, usually a traceback.

    Returns:
        Whether it was written: a full disk must not add a second fault to the first.
    """
    try:
        make_folder(file.parent)
        if os.path.exists(file) and file.stat().st_size > _LARGEST_BYTES:
            file.replace(file.with_suffix(".1.log"))
        with open_private(file) as log:
            log.write(f"--- {datetime.now(UTC).isoformat(timespec='seconds')}\n")
            log.write("\n".join(f"{name} {version}" for name, version in _versions().items()))
            log.write(f"\n{details.rstrip()}\n\n")
    except OSError:
        return False
    return True


def _versions() -> dict[str, str]:
    from hcmd_lab.storage.versions import software_versions  # noqa: PLC0415 - see above

    return software_versions()
