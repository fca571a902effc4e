"""Keeps a station from running twice on one computer."""

from pathlib import Path

from PySide6.QtCore import QLockFile

from hcmd_lab.errors import OperatorError
from hcmd_lab.system_faults import reason_of, remedy_of

_WAIT_MS = 300  # time for a program that is just ending to release its lock


class StationLock:
    """Reserves a station's name on this computer until it is released or the process ends.

    Args:
        folder: The station's.
        station: Its name.

    Raises:
        OperatorError: Another program holds it, or the folder cannot be used.
    """

    def __init__(self, folder: Path, station: str) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OperatorError(
                "The folder {folder} cannot be created ({reason}); {remedy}, or choose another "
                "folder with --state-dir.",
                folder=folder,
                reason=reason_of(error),
                remedy=remedy_of(error),
            ) from error
        self._lock = QLockFile(str(folder / "station.lock"))
        # A kiosk runs for days; Qt checks whether the locking process is still alive.
        self._lock.setStaleLockTime(0)
        if self._lock.tryLock(_WAIT_MS):
            return
        if self._lock.error() is QLockFile.LockError.LockFailedError:
            raise OperatorError(
                "Station {station} is already running on this computer; use its window, or close "
                "it first.",
                station=station,
            )
        raise OperatorError(
            "The folder {folder} cannot be written; give this user access to it or choose "
            "another one with --state-dir.",
            folder=folder,
        )

    def release(self) -> None:
        """Allow another program to be the station."""
        self._lock.unlock()
