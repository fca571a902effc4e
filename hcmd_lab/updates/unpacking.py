"""Unpacks a kiosk's package: a folder with files and links within it, and nothing else."""

import gzip
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from hcmd_lab.bounded_reader import FileKind, open_bounded
from hcmd_lab.drafts import draft_folder_beside, sync_folder
from hcmd_lab.files import make_folder, private_file
from hcmd_lab.moves import move
from hcmd_lab.system_faults import reason_of
from hcmd_lab.updates.reasons import NotTakenError, Why
from hcmd_lab.updates.releases import PROGRAM

MAX_UNPACKED_BYTES = 1_000_000_000
_MAX_ENTRIES = 20_000
_MAX_PADDING = 64 << 20
_CHUNK = 1 << 20
_FORBIDDEN = frozenset('\\:*?"<>|')
"""In names: what Windows takes for a drive, a folder or a pattern."""


def unpack_program(package: Path, target: Path) -> None:
    """Unpack a package as the folder `target`, whole or not at all, for its owner alone.

    Raises:
        NotTakenError: It holds something that no package has, or cannot be written.
    """
    try:
        make_folder(target.parent)
        with _opened(package) as packed, draft_folder_beside(target) as draft:
            _unpack(packed, draft)
            sync_folder(draft)
            move(draft, target)
        sync_folder(target.parent)
    except (tarfile.TarError, EOFError, ValueError, RecursionError) as error:
        raise NotTakenError(Why.BAD_PACKAGE, str(error)) from error
    except OSError as error:
        # What is wrong in a gzip comes as an OSError without a number.
        why = Why.BAD_PACKAGE if error.errno is None else Why.NOT_KEPT
        raise NotTakenError(why, str(reason_of(error))) from error


def executable_in(folder: Path) -> Path:
    """The program's file in an unpacked package."""
    return folder / PROGRAM / (f"{PROGRAM}.exe" if os.name == "nt" else PROGRAM)


def names_executable(package: Path) -> bool:
    """Whether a package holds the program itself, for one of the systems.

    Raises:
        OSError: It cannot be read.
        TarError: It is no such archive.
    """
    wanted = {f"{PROGRAM}/{PROGRAM}", f"{PROGRAM}/{PROGRAM}.exe"}
    with _opened(package) as packed:
        return any(entry.name in wanted and entry.isreg() for entry in packed)


@contextmanager
def _opened(package: Path) -> Iterator[tarfile.TarFile]:
    with (
        open_bounded(package, FileKind.PACKAGE) as file,
        gzip.GzipFile(fileobj=file) as unpacked,
    ):
        with tarfile.open(fileobj=unpacked, mode="r|") as packed:
            yield packed
        # To the end, where the checksum is: what comes after the last entry is padding.
        for _ in range(_MAX_PADDING // _CHUNK):
            if not unpacked.read(_CHUNK):
                return
        raise ValueError("more follows than an archive has")


def _unpack(packed: tarfile.TarFile, folder: Path) -> None:
    links: list[tuple[Path, str]] = []
    left = MAX_UNPACKED_BYTES
    for number, entry in enumerate(packed):
        place = _place(entry.name)
        left -= entry.size
        if number >= _MAX_ENTRIES or left < 0:
            raise ValueError("it is larger than any kiosk")
        path = folder / place
        if entry.isdir():
            make_folder(path)
        elif entry.isreg():
            make_folder(path.parent)
            _write(packed, entry, path)
        elif entry.issym():
            _require_inside(place, entry.linkname)
            links.append((path, entry.linkname))
        else:
            raise ValueError(f"{entry.name[:80]} is no file, folder or link")
    # At the end, so that nothing is ever written through one.
    for path, leads_to in links:
        make_folder(path.parent)
        path.symlink_to(leads_to)
    if not executable_in(folder).is_file() or executable_in(folder).is_symlink():
        raise ValueError("the program itself is not in it")


def _write(packed: tarfile.TarFile, entry: tarfile.TarInfo, path: Path) -> None:
    content = packed.extractfile(entry)
    if content is None:
        raise ValueError(f"{entry.name[:80]} has no content")
    with private_file(path) as file:
        while part := content.read(_CHUNK):
            file.write(part)
    if entry.mode & 0o100:
        path.chmod(0o700)


def _place(name: str) -> PurePosixPath:
    """Where an entry belongs in the program's folder.

    Raises:
        ValueError: Somewhere else.
    """
    place = PurePosixPath(name)
    bad = _FORBIDDEN.intersection(name) or any(ord(sign) < 32 for sign in name)
    if bad or place.is_absolute() or ".." in place.parts or place.parts[:1] != (PROGRAM,):
        raise ValueError(f"{name[:80]!r} is not in the program’s folder")
    return place


def _require_inside(place: PurePosixPath, leads_to: str) -> None:
    """Check that a link stays in the program's folder, step by step.

    Raises:
        ValueError: It leads out of it.
    """
    depth = len(place.parts) - 1
    target = PurePosixPath(leads_to)
    for part in target.parts:
        depth += -1 if part == ".." else 1
        if depth < 1:
            break
    if target.is_absolute() or depth < 1 or _FORBIDDEN.intersection(leads_to):
        raise ValueError(f"the link {str(place)[:80]!r} leads out of the program’s folder")
