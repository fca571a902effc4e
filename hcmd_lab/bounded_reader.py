"""The one door for files from outside: what is opened, and how much of it is read.

Whoever reads a file that a person named, or that somebody may have put into a folder, reads it
here. A pipe would wait for ever, a device never ends, a sparse file of a few bytes claims more than
the memory of the computer, and a link may lead out of the folder that was given.
"""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path
from typing import IO, Any, BinaryIO, TypeVar

import msgspec

from hcmd_lab.sentence import Sentence

T = TypeVar("T")

_CHUNK = 1 << 20
_ROOT = 0
"""Who may read and change every file in any case."""


class FileKind(Enum):
    """What a file is read as."""

    RECORD = "record"  # settings, records, pairings of the program's own: small JSON
    TEXT = "text"  # what participants read, settings as TOML, a list of participants
    PICTURE = "picture"  # of a study's texts; it travels to every station
    TABLE = "table"  # a CSV file to import, read row by row
    CHECKPOINT = "checkpoint"  # a network
    JOB = "job"  # frozen tables, played games and saved progress of training
    BUNDLE = "bundle"  # a whole study, packed
    EXPORT = "export"  # a file that an export has written: hashed, or read row by row
    PACKAGE = "package"  # a kiosk's new version, packed


MAX_BYTES: dict[FileKind, int] = {
    FileKind.RECORD: 16 * 2**20,
    FileKind.TEXT: 4 * 2**20,
    FileKind.PICTURE: 1_000_000,
    FileKind.TABLE: 256 * 2**20,
    FileKind.CHECKPOINT: 64 * 2**20,
    FileKind.JOB: 2**30,
    FileKind.BUNDLE: 512 * 2**20,
    FileKind.EXPORT: 64 * 2**30,
    FileKind.PACKAGE: 512 * 2**20,
}
"""The largest file of each kind that is read; none that the lab makes comes near."""


class RefusedFileError(OSError):
    """A file that is not read, whatever it holds.

    It is an `OSError`, so that whoever tells that a file cannot be read tells this as well.

    Attributes:
        reason: Why, as a part of a sentence.
    """

    def __init__(self, reason: Sentence) -> None:
        super().__init__(None, str(reason))
        self.reason = reason


@contextmanager
def open_bounded(path: Path, kind: FileKind, within: Path | None = None) -> Iterator[BinaryIO]:
    """Open a file for reading, once it is known to be one that can be read.

    Args:
        path: The file.
        kind: Bounds its size.
        within: A folder that it has to lie in, wherever links lead.

    Raises:
        RefusedFileError: It is a folder, a pipe or a device, is too large, or lies elsewhere.
        OSError: It cannot be opened.
    """
    if within is not None:
        require_within(path, within)
    # Without waiting: a pipe is opened only to be recognised.
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    except ValueError as error:  # of a character that no path has
        raise RefusedFileError(Sentence("no file can have this name")) from error
    with os.fdopen(descriptor, "rb") as file:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            raise RefusedFileError(Sentence("it is not a file"))
        require_size(about.st_size, kind)
        yield file


def read_bounded(path: Path, kind: FileKind, within: Path | None = None) -> bytes:
    """Read a whole file; the arguments are those of `open_bounded`.

    Raises:
        RefusedFileError: It is a folder, a pipe or a device, is too large, or lies elsewhere.
        OSError: It cannot be opened or read.
    """
    with open_bounded(path, kind, within) as file:
        # As much as there is: whoever asks for the most that could be needs that much memory, which
        # Windows puts aside at once.
        size = os.fstat(file.fileno()).st_size
        data = file.read(size + 1)
        if len(data) > size:  # it has grown since
            data += file.read(MAX_BYTES[kind] + 1 - len(data))
    require_size(len(data), kind)
    return data


def sha256_of(path: Path, kind: FileKind, within: Path | None = None) -> str:
    """SHA-256 of a file's bytes, which are not held in memory; arguments as of `open_bounded`.

    Raises:
        RefusedFileError: It is a folder, a pipe or a device, is too large, or lies elsewhere.
        OSError: It cannot be opened or read.
    """
    with open_bounded(path, kind, within) as file:
        digest = hashlib.sha256()
        while part := file.read(_CHUNK):
            digest.update(part)
        return digest.hexdigest()


def decode_record(data: bytes | msgspec.Raw, kind: Any) -> Any:  # noqa: ANN401 - of any type
    """A record from its JSON, of a type or a union of types.

    Raises:
        DecodeError: It is none, is no text, or lies deeper than any record.
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except UnicodeDecodeError as error:
        raise msgspec.DecodeError("it is no text") from error
    except RecursionError as error:
        raise msgspec.DecodeError("it lies too deep") from error


def read_record(path: Path, kind: type[T], *, secret: bool = False) -> T:
    """Read a small JSON file of the program's own.

    Args:
        path: The file.
        kind: What it holds.
        secret: Whether it is read as `read_secret` does.

    Raises:
        OSError: It cannot be read.
        DecodeError: It is no such record.
    """
    data = read_secret(path) if secret else read_bounded(path, FileKind.RECORD)
    record: T = decode_record(data, kind)
    return record


def read_secret(path: Path) -> bytes:
    """Read a file of the program's own on which it depends who is let in or out.

    One that other users could look into or write to is closed to them, as where it was copied with
    open permissions: what they may have copied from it is found out where it is used.

    Raises:
        RefusedFileError: Another user has put it there, or it is nothing to be read.
        OSError: It cannot be opened or read.
    """
    with open_bounded(path, FileKind.RECORD) as file:
        if os.name == "posix":
            _require_own(file.fileno())
        data = file.read(MAX_BYTES[FileKind.RECORD] + 1)
    require_size(len(data), FileKind.RECORD)
    return data


def _require_own(descriptor: int) -> None:
    about = os.fstat(descriptor)
    if about.st_uid not in (os.geteuid(), _ROOT):
        raise RefusedFileError(Sentence("it belongs to another user of this computer"))
    if about.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        with suppress(OSError):  # some media have no permissions
            os.fchmod(descriptor, stat.S_IRUSR | stat.S_IWUSR)


def require_file(path: Path) -> None:
    """Check that a path leads to a file, for those that another library opens.

    Raises:
        RefusedFileError: It is a folder, a pipe or a device.
        OSError: There is none.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise RefusedFileError(Sentence("it is not a file"))


def require_within(path: Path, folder: Path) -> None:
    """Check that a file lies in a folder, wherever links lead.

    Raises:
        RefusedFileError: It lies elsewhere.
        OSError: Links lead in a circle.
    """
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except RuntimeError:  # of links in a circle, before Python 3.13
        inside = False
    if not inside:
        raise RefusedFileError(Sentence("it is a link to another folder"))


def require_size(size: int, kind: FileKind) -> None:
    """Check that something is not larger than a file of its kind may be.

    Raises:
        RefusedFileError: It is.
    """
    most = MAX_BYTES[kind]
    if size > most:
        raise RefusedFileError(
            Sentence("it is larger than {most} MB, the most that is read", most=most // 10**6)
        )


def unpack(packed: IO[bytes], size: int) -> bytes:
    """Read what is packed in an archive, part by part, and no more than was declared.

    Raises:
        ValueError: It is not of the size that was declared.
    """
    whole = bytearray()
    while part := packed.read(min(_CHUNK, size + 1 - len(whole))):
        whole += part
        if len(whole) > size:
            break
    if len(whole) != size:
        raise ValueError("something else is packed than was declared")
    return bytes(whole)


_BINARY = getattr(os, "O_BINARY", 0)  # on Windows, where a text would be translated
