"""The kiosk's versions that a station has taken, and which one its watchdog starts.

The installed program stays as it is: it starts, watches and covers. Which kiosk it starts is the
newest that the station has taken, if that is newer than itself. A version that does not start is
set aside, and the installed one goes on.
"""

import logging
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from hcmd_lab import __version__
from hcmd_lab.bounded_reader import read_record
from hcmd_lab.files import atomic_write, make_folder
from hcmd_lab.processes import kiosk_command
from hcmd_lab.system_faults import reason_of
from hcmd_lab.updates.reasons import NotTakenError, Why
from hcmd_lab.updates.releases import is_newer, order_of
from hcmd_lab.updates.unpacking import executable_in, unpack_program

log = logging.getLogger(__name__)


class Taken(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The version that was taken last.

    Attributes:
        version: The version.
        failed: What happened when it was started, if it was set aside; empty otherwise.
    """

    version: str
    failed: str = ""


class TakenPrograms:
    """The versions in the state folder of this computer's stations.

    Args:
        state: That folder.
        own: Version of the running program.
    """

    def __init__(self, state: Path, own: str = __version__) -> None:
        self.folder = state / "updates"
        self._own = own
        self._record = self.folder / "taken.json"

    @property
    def taken(self) -> Taken | None:
        """The version that was taken last, in use or set aside."""
        try:
            found = read_record(self._record, Taken)
            order_of(found.version)
        except (OSError, ValueError, msgspec.MsgspecError):
            return None
        return found

    @property
    def newest(self) -> Path | None:
        """The program's file of a version to start instead of this one; None if there is none."""
        taken = self.taken
        if taken is None or taken.failed or not is_newer(taken.version, self._own):
            return None
        program = executable_in(self._place(taken.version))
        return program if program.is_file() else None

    def command(self, *arguments: str) -> list[str]:
        """Command line of the newest kiosk."""
        newest = self.newest
        return kiosk_command(*arguments) if newest is None else [str(newest), *arguments]

    def environment(self) -> dict[str, str] | None:
        """The environment of the newest kiosk; None for this program's own.

        A packaged program tells those that it starts where its libraries and Qt's plugins lie:
        another version has its own.
        """
        own = getattr(sys, "_MEIPASS", "")
        if not own or self.newest is None:
            return None
        usual = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("_PYI_") and not value.startswith(own)
        }
        if (former := usual.pop("LD_LIBRARY_PATH_ORIG", "")) and "LD_LIBRARY_PATH" not in usual:
            usual["LD_LIBRARY_PATH"] = former
        return usual

    @contextmanager
    def held(self) -> Iterator[None]:
        """Context in which no other station of this computer takes an update.

        Raises:
            NotTakenError: Another one does, or the folder cannot be used.
        """
        # The watchdog never takes one: it does without Qt.
        from PySide6.QtCore import QLockFile  # noqa: PLC0415

        try:
            make_folder(self.folder)
        except OSError as error:
            raise NotTakenError(Why.NOT_KEPT, str(reason_of(error))) from error
        lock = QLockFile(str(self.folder / "lock"))
        lock.setStaleLockTime(0)  # of a process that has gone; taking may be slow
        if not lock.tryLock(0):
            is_held = lock.error() is QLockFile.LockError.LockFailedError
            raise NotTakenError(Why.BUSY if is_held else Why.NOT_KEPT)
        try:
            yield
        finally:
            lock.unlock()

    def take(self, version: str, package: Path) -> None:
        """Unpack a verified package; the watchdog starts it from now on.

        Raises:
            NotTakenError: It cannot be unpacked; what was taken before still counts.
        """
        place = self._place(version)
        try:
            self._remove(place)
            unpack_program(package, place)
            atomic_write(self._record, msgspec.json.encode(Taken(version)))
        except OSError as error:
            raise NotTakenError(Why.NOT_KEPT, str(reason_of(error))) from error
        for other in self.folder.glob("programs/*"):
            if other.name not in (version, self._own):  # one of which may be running
                shutil.rmtree(other, ignore_errors=True)

    def set_aside(self, what: str) -> bool:
        """Start the installed program from now on; returns whether another one was started so far.

        Args:
            what: What has happened to the version that was taken.
        """
        if self.newest is None or (taken := self.taken) is None:
            return False
        log.warning("version %s is set aside: %s", taken.version, what)
        try:
            atomic_write(self._record, msgspec.json.encode(Taken(taken.version, what)))
        except OSError as error:
            log.warning("that cannot be kept: %s", error)
            with suppress(OSError):
                self._record.unlink()
        return self.newest is None

    def _place(self, version: str) -> Path:
        return self.folder / "programs" / version

    def _remove(self, place: Path) -> None:
        """Remove a version that lies there already.

        Raises:
            NotTakenError: It is the running one, whose files are in use.
        """
        if place.exists():
            if place.name == self._own:
                raise NotTakenError(Why.OLDER, self._own)
            shutil.rmtree(place)
