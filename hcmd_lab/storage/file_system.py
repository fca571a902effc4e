"""The one place that knows file systems: where a study lies, and what that means for it.

It is asked when a study is made, before a session is opened, and when something fails.
"""

import errno
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath
from typing import BinaryIO, assert_never

from hcmd_lab.drafts import DRAFT
from hcmd_lab.files import of_user
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.network_mounts import network_of

MAX_PATH = 400
"""Bytes of a study folder's path: SQLite opens no file with more than 512, and the names of the
files in the folder have up to 100."""

MAX_PATH_WINDOWS = 150
"""Characters there, where most programs take no more than 260."""

MAX_NAME_ABOVE = 255
"""Bytes of the name of a folder above it, as most disks allow."""

MAX_NAME = 150
"""Bytes of the folder's own name: backups are named by it, and no file's name has more than 255."""

_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "sciebo": "sciebo",
    "seafile": "Seafile",
    "pcloud": "pCloud",
    "pclouddrive": "pCloud",
    "megasync": "MEGA",
    "box sync": "Box",
    "box-": "Box",
    "syncthing": "Syncthing",
}
"""Services by how the names of their folders begin, in lower case."""

_MARKS = {
    ".dropbox": "Dropbox",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".sync_journal.db": "Nextcloud",
}
"""Files by which a service knows its folder."""

NO_LOCKS_ERRORS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL})
"""With which a file system says that it has no locks."""


class Concern(StrEnum):
    """What speaks against keeping a study in a folder."""

    READ_ONLY = "read_only"  # nothing can be written there
    LONG_PATH = "long_path"  # the database or its backups would have names that are too long
    NO_LOCKS = "no_locks"  # two programs could write at once
    NETWORK = "network"  # another computer holds it, which may be away or write as well
    SYNCED = "synced"  # a service takes files away or brings others while they are written
    OPEN = "open"  # other users of the computer can read it


PREVENTING = frozenset({Concern.READ_ONLY, Concern.LONG_PATH, Concern.NO_LOCKS})
"""Where no study can be made, and no session be played."""


@dataclass(frozen=True, slots=True)
class Found:
    """A concern about a folder.

    Attributes:
        concern: Which.
        name: Of the file system or the service, where it has one.
    """

    concern: Concern
    name: str = ""

    @property
    def sentence(self) -> Sentence:
        """What is the matter, and what to do."""
        match self.concern:
            case Concern.READ_ONLY:
                return Sentence(
                    "Its folder is write-protected: the study can be read there; to work with it, "
                    "copy the folder to a disk that can be written."
                )
            case Concern.LONG_PATH:
                return Sentence(
                    "The path of its folder is too long for the files in it; choose a shorter name "
                    "or a folder higher up."
                )
            case Concern.NO_LOCKS:
                return Sentence(
                    "The disk of its folder has no locks, so that two programs could write at "
                    "once; keep the study on a disk of this computer."
                )
            case Concern.NETWORK:
                return Sentence(
                    "Its folder lies on another computer ({name}), which may be cut off or write "
                    "to it as well; keep the study on a disk of this computer, and its backups on "
                    "the other.",
                    name=self.name,
                )
            case Concern.SYNCED:
                return Sentence(
                    "Its folder seems to be synchronised by {name}, which moves files while they "
                    "are written; keep the study elsewhere on this computer, its backups there.",
                    name=self.name,
                )
            case Concern.OPEN:
                return Sentence(
                    "Other users of this computer can look into its folder; make it yours alone in "
                    "its permissions."
                )
            case _:
                assert_never(self.concern)


def concerns(folder: Path) -> list[Found]:
    """What speaks against a folder, the gravest first; it may not be there yet."""
    return list(_concerns(of_user(folder).absolute()))


def _concerns(folder: Path) -> Iterator[Found]:
    if is_too_long(folder, windows=sys.platform == "win32"):
        yield Found(Concern.LONG_PATH)
        return  # the system may not even look whether it is there
    there = _nearest(folder)
    writable = os.access(there, os.W_OK | os.X_OK)
    if there.is_dir() and not writable:
        yield Found(Concern.READ_ONLY)
    if there.is_dir() and writable and not has_locks(there):
        yield Found(Concern.NO_LOCKS)
    network = network_of(there)
    if network:
        yield Found(Concern.NETWORK, network)
    service = service_of(folder, os.environ)
    if service:
        yield Found(Concern.SYNCED, service)
    if folder.is_dir() and _is_open(folder):
        yield Found(Concern.OPEN)


def is_too_long(folder: PurePath, *, windows: bool) -> bool:
    """Whether a study in this folder would have files whose names no program opens."""
    path, name = str(folder), os.fsencode(folder.name)
    most = len(path) > MAX_PATH_WINDOWS if windows else len(os.fsencode(path)) > MAX_PATH
    above = any(len(os.fsencode(part)) > MAX_NAME_ABOVE for part in folder.parts)
    return most or above or len(name) > MAX_NAME


def service_of(folder: Path, environment: Mapping[str, str]) -> str:
    """The service that synchronises a folder; empty if none is recognised.

    Args:
        folder: An absolute path.
        environment: Where OneDrive names its own folders.
    """
    for variable in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        named = environment.get(variable)
        if named and folder.is_relative_to(named):
            return "OneDrive"
    for part in folder.parts:
        for begins, service in _SYNCED.items():
            if part.casefold().startswith(begins):
                return service
    for above in (folder, *folder.parents):
        for mark, service in _MARKS.items():
            if above != Path.home() and (above / mark).exists() and _is_listed(above, mark):
                return service
    return ""


def _is_listed(folder: Path, name: str) -> bool:
    """Whether a folder has a file of a name in its list.

    Some shares have whatever is asked for.
    """
    try:
        return name in os.listdir(folder)
    except OSError:
        return False


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next((each for each in (folder, *folder.parents) if each.exists()), folder)


def has_locks(folder: Path) -> bool:
    """Whether files in a folder can be locked; where none can be made it is not known, and yes."""
    if os.name != "posix":
        return True
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        with _tried_file(folder) as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in NO_LOCKS_ERRORS  # a full disk has locks, but no room for a file
    return True


def writing_fails(folder: Path, size: int) -> OSError | None:
    """What the system says where so many bytes are written into a folder; None if all is well."""
    try:
        with _tried_file(folder) as file:
            file.write(bytes(size))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error
    return None


@contextmanager
def _tried_file(folder: Path) -> Iterator[BinaryIO]:
    """A file to try something on, which is removed afterwards.

    Not one without a name: some shares do not remove a file that is open.
    """
    handle, name = tempfile.mkstemp(DRAFT, ".tried.", folder)
    try:
        with open(handle, "wb") as file:
            yield file
    finally:
        os.unlink(name)


def _is_open(folder: Path) -> bool:
    """Whether other users may enter it, and every folder above it."""
    if os.name != "posix":
        return False
    above = all(each.stat().st_mode & 0o011 for each in folder.parents)
    return above and bool(folder.stat().st_mode & 0o055)
