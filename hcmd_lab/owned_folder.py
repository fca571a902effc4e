"""Folders that a study writes for others, and owns: exports, reports, replication packages.

A folder is written beside its place and put there as a whole, so that it never holds files of two
moments. A manifest in it says which study wrote it and what each file was: only a folder that is
empty, or exactly what the same study has written, is ever replaced.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from typing import Literal

import msgspec

from hcmd_lab.bounded_reader import FileKind, read_record, sha256_of
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import PRIVATE, atomic_write, copy_file
from hcmd_lab.folder_swap import put_back, swapped_folder
from hcmd_lab.sentence import Sentence
from hcmd_lab.system_faults import reason_of, remedy_of

MANIFEST = "manifest.json"

Kind = Literal["export", "report", "package"]

_NOT_CONTENTS = (".DS_Store", "Thumbs.db", "desktop.ini")
"""Files of desktops that look at a folder."""

_SHOWN = 3


class Manifest(msgspec.Struct, frozen=True):
    """What a study's folder says of itself.

    Attributes:
        kind: What it is.
        study: Identity of the study that wrote it.
        utc: When.
        log: Number of the study's log then (`ChainHead.spoken`).
        with_labels: Whether labels of participants are in it.
        with_pilots: Whether pilot sessions are in it.
        files: SHA-256 of each file by its path in the folder, with slashes.
    """

    kind: Kind
    study: str
    utc: str
    log: str
    with_labels: bool = False
    with_pilots: bool = False
    files: dict[str, str] = {}


def read_manifest(folder: Path) -> Manifest | None:
    """A folder's manifest; None if it has none that can be read."""
    try:
        return read_record(folder / MANIFEST, Manifest)
    except (OSError, msgspec.MsgspecError):
        return None


@contextmanager
def replaced_folder(
    target: Path, made: Manifest, *, kept: Sequence[str] = (), adopted: Sequence[str] = ()
) -> Iterator[Path]:
    """Context with a draft that takes the place of `target` when the block ends.

    If the block raises, what was at `target` is still there and nothing else is left.

    Args:
        target: The folder; it and those above it are made if there are none.
        made: The manifest, without the files.
        kept: Patterns of the files of the old folder that are in the new one too.
        adopted: Patterns of files that earlier versions have written there, without a manifest.

    Raises:
        UsageError: Something else than a folder of this study and kind is there.
        OperatorError: It cannot be written.
    """
    target = target.absolute()
    _require_name(target)
    try:
        put_back(target)
        require_own(target, made, adopted)
        with swapped_folder(target) as draft:
            for pattern in kept:
                for file in target.glob(pattern):
                    copy_file(file, draft / file.name)
            yield draft
            files = {name: _digest(draft / name) for name in _files(draft)}
            written = msgspec.structs.replace(made, files=files)
            text = msgspec.json.format(msgspec.json.encode(written))
            atomic_write(draft / MANIFEST, text, PRIVATE)
            require_own(target, made, adopted)
    except OSError as error:
        raise OperatorError(
            "The folder {folder} cannot be written ({reason}); {remedy}, or choose another folder.",
            folder=target,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error


def _require_name(target: Path) -> None:
    """Check that a folder has a name that can be given to others, and written down.

    Raises:
        UsageError: It has none.
    """
    if not target.name:
        raise UsageError("{folder} is a whole disk; choose a folder in it.", folder=target)
    try:
        str(target).encode()
    except UnicodeEncodeError as error:  # bytes that another system's encoding had meant
        raise UsageError(
            "The name {folder} has signs that are no text on this system; rename it, or choose "
            "another folder.",
            folder=ascii(str(target)),
        ) from error


def require_own(target: Path, made: Manifest, adopted: Sequence[str] = ()) -> None:
    """Check that a folder may be replaced: it is empty or not there, or the study's own.

    Args:
        target: The folder.
        made: The manifest of what is to be there.
        adopted: Patterns of files that may be there without a manifest.

    Raises:
        UsageError: It may not; the sentence says why and what to do.
    """
    if not target.exists() and not target.is_symlink():
        return
    if not target.is_dir() or target.is_symlink():
        raise UsageError("{folder} is not a folder; choose another one.", folder=target)
    if not any(target.iterdir()):
        return
    found = read_manifest(target)
    if found is None and all(
        any(fnmatch(name, pattern) for pattern in adopted) for name in _files(target)
    ):
        return
    if found is None:
        raise UsageError(
            "{folder} has files in it that no study has written so; nothing there is replaced. "
            "Choose a new or empty folder.",
            folder=target,
        )
    if found.study != made.study:
        raise UsageError(
            "{folder} holds the {kind} of another study; nothing there is replaced. Choose "
            "another folder.",
            folder=target,
            kind=_KINDS[found.kind],
        )
    if found.kind != made.kind:
        raise UsageError(
            "{folder} holds the {kind} of this study, and nothing else is written over it; choose "
            "another folder.",
            folder=target,
            kind=_KINDS[found.kind],
        )
    changed = changed_files(target, found)
    if changed:
        raise UsageError(
            "{n} file(s) in {folder} (was|were) added or changed since the {kind} was written "
            "({files}); nothing there is replaced. Move what you want to keep, or choose another "
            "folder.",
            n=len(changed),
            folder=target,
            kind=_KINDS[found.kind],
            files=", ".join(changed[:_SHOWN]) + ("…" if len(changed) > _SHOWN else ""),
        )


def changed_files(folder: Path, manifest: Manifest) -> list[str]:
    """Files that are not in a folder as its manifest says; those that were deleted are no loss."""
    return [
        name
        for name in _files(folder)
        if name != MANIFEST and manifest.files.get(name) != _digest(folder / name)
    ]


_KINDS: dict[Kind, Sentence] = {
    "export": Sentence("export"),
    "report": Sentence("report"),
    "package": Sentence("replication package"),
}


def _files(folder: Path) -> list[str]:
    found = [
        (Path(place) / name).relative_to(folder).as_posix()
        for place, _, names in os.walk(folder)
        for name in names
    ]
    return sorted(name for name in found if Path(name).name not in _NOT_CONTENTS)


def _digest(file: Path) -> str:
    """SHA-256 of a file; empty of what cannot be read."""
    try:
        return sha256_of(file, FileKind.EXPORT)
    except OSError:
        return ""
