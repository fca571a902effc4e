"""Recognises the file systems of other computers."""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_NETWORK = frozenset(
    {
        "9p", "acfs", "afpfs", "afs", "beegfs", "ceph", "cifs", "davfs", "gfs2", "glusterfs",
        "gpfs", "kafs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "pvfs2", "smb2",
        "smb3", "smbfs", "vboxsf", "virtiofs", "webdav",
    }
)  # fmt: skip
"""As the system names them; those of virtual machines lie on the computer around it."""

_NETWORK_PROGRAMS = frozenset(
    {
        "ceph-fuse", "curlftpfs", "davfs2", "fusesmb", "glusterfs", "google-drive-ocamlfuse",
        "gvfsd-fuse", "juicefs", "kio-fuse", "moosefs", "mfs", "onedriver", "rclone", "s3fs",
        "seadrive", "simple-mtpfs", "smbnetfs", "sshfs", "vmhgfs-fuse", "wdfs",
    }
)  # fmt: skip
"""Programs that show what lies elsewhere as files (FUSE)."""

_ELSEWHERE = re.compile(r"//[^/]|[a-z][a-z0-9+.-]*://|(?:[^/@:]+@)?[^/@:]{2,}:", re.IGNORECASE)
"""How a source begins that names another computer: `//server/share`, `https://…`, `lab@server:`."""

_PROGRAMS_MOUNTS = "fuse"
_MOUNTS = Path("/proc/self/mountinfo")
_MOUNT = "/sbin/mount"
_OF_MACOS = re.compile(r"(?P<source>.*) on (?P<place>/.*) \((?P<kind>[^,)]+)[^)]*\)")
_WAIT_S = 5
_REMOTE_DRIVE = 4


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system that is shown in a folder.

    Attributes:
        place: The folder.
        kind: What the system calls it, as in `nfs4` or `fuse.sshfs`.
        source: Where it comes from: a disk, `server:/export`, or whatever its program says.
    """

    place: PurePosixPath
    kind: str
    source: str

    @property
    def is_elsewhere(self) -> bool:
        """Whether another computer holds it."""
        kind, _, program = self.kind.partition(".")
        if kind in _NETWORK:
            return True
        return kind == _PROGRAMS_MOUNTS and (
            program in _NETWORK_PROGRAMS or _ELSEWHERE.match(self.source) is not None
        )


def mounts_of_linux(mountinfo: str) -> Iterator[Mount]:
    """The mounts that `/proc/self/mountinfo` has."""
    for line in mountinfo.splitlines():
        before, dash, after = line.partition(" - ")
        fields, (kind, source, *_) = before.split(" "), [*after.split(" "), "", ""]
        if dash and len(fields) >= 5:
            yield Mount(PurePosixPath(_unescaped(fields[4])), kind, _unescaped(source))


def mounts_of_macos(said: str) -> Iterator[Mount]:
    """The mounts that `mount` tells on macOS."""
    for line in said.splitlines():
        found = _OF_MACOS.fullmatch(line)
        if found is not None:
            yield Mount(PurePosixPath(found["place"]), found["kind"], found["source"])


def network_kind(folder: PurePosixPath, mounts: Iterable[Mount]) -> str:
    """The file system of another computer that a folder lies on; empty if it is none.

    Args:
        folder: An absolute path without links.
        mounts: All there are; a later one hides an earlier one in the same place.
    """
    found, deepest = None, -1
    for mount in mounts:
        if folder.is_relative_to(mount.place) and len(mount.place.parts) >= deepest:
            found, deepest = mount, len(mount.place.parts)
    return found.kind if found is not None and found.is_elsewhere else ""


def network_of(folder: Path) -> str:
    """The same of a folder of this computer, or its drive on Windows; empty if it is not known."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows alone needs it

        anchor = folder.anchor
        remote = ctypes.windll.kernel32.GetDriveTypeW(anchor) == _REMOTE_DRIVE
        return anchor if remote or anchor.startswith("\\\\") else ""
    try:
        place = PurePosixPath(folder.resolve())
        if sys.platform == "darwin":
            said = subprocess.run(  # noqa: S603 - a program of the system
                [_MOUNT], capture_output=True, text=True, timeout=_WAIT_S, check=True
            )
            return network_kind(place, mounts_of_macos(said.stdout))
        return network_kind(place, mounts_of_linux(_MOUNTS.read_text(encoding="utf-8")))
    except (OSError, RuntimeError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""


def _unescaped(field: str) -> str:
    """What stands for itself but for spaces and the like, which are written by their number."""
    return re.sub(r"\\(\d{3})", lambda found: chr(int(found[1], 8)), field)
