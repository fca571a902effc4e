"""The kiosk's versions that a station has taken, and which one its watchdog starts.

The installed program stays as it is: it starts, watches and covers. Which kiosk it starts is the
newest that the station has taken, if that is newer than itself. A version that does not start is
set aside, and the one that ran before goes on.
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


class Taken(msgspec.Struct, frozen=True):
    """The version that was taken last.

    Versions read what others have written: a field keeps its meaning, and unknown ones are ignored.

    Attributes:
        version: The version.
        failed: What happened when it was started, if it was set aside; empty otherwise.
        former: The version that was taken before it and ran then; empty for the installed one.
    """

    version: str
    failed: str = ""
    former: str = ""


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
        self._has_taken, self._before = False, self.taken

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
        if taken is None:
            return None
        return self._program(taken.former if taken.failed else taken.version)

    def has(self, version: str) -> bool:
        """Whether this version was taken already, and will be started."""
        newest = self.newest
        return newest is not None and newest == executable_in(self._place(version))

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
        former = self._own if executable_in(self._place(self._own)).is_file() else ""
        before = self.taken
        try:
            self._remove(place)
            unpack_program(package, place)
            atomic_write(self._record, msgspec.json.encode(Taken(version, former=former)))
        except OSError as error:
            raise NotTakenError(Why.NOT_KEPT, str(reason_of(error))) from error
        for other in self.folder.glob("programs/*"):
            if other.name not in (version, self._own):  # one of which may be running
                shutil.rmtree(other, ignore_errors=True)
        self._has_taken, self._before = True, before

    def take_back(self) -> None:
        """Undo this object’s last `take`, if there was one: what counted before counts again."""
        if self._has_taken:
            self._has_taken = False
            self._note(self._before)

    def set_aside(self, what: str) -> bool:
        """Start the version that ran before from now on; returns whether that is another one.

        Args:
            what: What has happened to the version that was taken.
        """
        newest, taken = self.newest, self.taken
        if newest is None or taken is None:
            return False
        log.warning("%s is set aside: %s", newest, what)
        # Where the former one fails too, the installed one is left.
        former = "" if taken.failed else taken.former
        self._note(Taken(taken.version, taken.failed or what, former))
        return self.newest != newest

    def _note(self, taken: Taken | None) -> None:
        """Note what was taken last; where that cannot be kept, nothing that was taken counts."""
        try:
            if taken is None:
                self._record.unlink(missing_ok=True)
            else:
                atomic_write(self._record, msgspec.json.encode(taken))
        except OSError as error:
            log.warning("what was taken cannot be noted: %s", error)
            with suppress(OSError):
                self._record.unlink()

    def _program(self, version: str) -> Path | None:
        """The program's file of a version that was taken and is newer than this one."""
        if not is_newer(version, self._own):
            return None
        program = executable_in(self._place(version))
        return program if program.is_file() else None

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
