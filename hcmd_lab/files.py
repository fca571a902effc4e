"""Files: read whatever editor wrote them; written whole or not at all."""

import codecs
import errno
import os
import re
import shutil
import tomllib
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from hcmd_lab.bounded_reader import FileKind, open_bounded, read_bounded
from hcmd_lab.drafts import draft_beside
from hcmd_lab.errors import UsageError
from hcmd_lab.sentence import Sentence
from hcmd_lab.system_faults import reason_of
from hcmd_lab.toml_faults import backslash_fault, toml_fault


def read_text(file: Path, shown: str | Sentence) -> str:
    """Read a UTF-8 text, without the byte order mark that Windows editors add.

    PowerShell writes what commands print in UTF-16, with a mark that tells so; that is read, too.

    Args:
        file: The file.
        shown: Its name in error messages.

    Raises:
        UsageError: It cannot be read, or is in another encoding.
    """
    try:
        data = read_bounded(file, FileKind.TEXT)
        is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        is_wider = data.startswith(codecs.BOM_UTF32_LE)  # begins as the mark of UTF-16 does
        text = data.decode("utf-16" if is_wide and not is_wider else "utf-8-sig")
        return text.replace("\r\n", "\n").replace("\r", "\n")
    except OSError as error:
        raise unreadable(shown, error) from error
    except UnicodeDecodeError as error:
        raise UsageError(
            "{file} is not UTF-8 text; save it again in the encoding UTF-8.", file=shown
        ) from error


def of_user(path: str | Path) -> Path:
    """The path with the user's home in place of `~`.

    `Path.expanduser` raises where nobody is called as what comes after it.
    """
    return Path(os.path.expanduser(path))


_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",  # begins as the mark of UTF-16 does
    codecs.BOM_UTF32_BE: "utf-32",
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_CHUNK = 1 << 20
GUESSED = "Windows-1252"
"""The encoding of a text that is not Unicode: nothing in it tells this one from its neighbours."""

_NAMES = {"utf-32": "UTF-32", "utf-8-sig": "UTF-8", "utf-8": "UTF-8", "cp1252": GUESSED}


def read_any_text(file: Path, shown: str | Sentence) -> tuple[str, str]:
    """Read a text in the encodings that editors and spreadsheets write.

    Those are UTF-8, UTF-16, and Windows-1252 where it is neither.

    Args:
        file: The file.
        shown: Its name in error messages.

    Returns:
        The text and the name of its encoding.

    Raises:
        UsageError: It cannot be read, or is in another encoding.
    """
    encoding = find_encoding(file, shown)
    try:
        data = read_bounded(file, FileKind.TEXT)
        return data.decode(encoding), encoding_name(encoding)
    except OSError as error:
        raise unreadable(shown, error) from error


def find_encoding(file: Path, shown: str | Sentence, kind: FileKind = FileKind.TEXT) -> str:
    """The codec that a text is written in, found without holding the whole text in memory.

    Args:
        file: The file.
        shown: Its name in error messages.
        kind: Bounds its size.

    Raises:
        UsageError: It cannot be read, or is in another encoding.
    """
    try:
        with open_bounded(file, kind) as opened:
            first = opened.read(_CHUNK)
            marked = [encoding for mark, encoding in _MARKS.items() if first.startswith(mark)]
            possible = marked or [*_unmarked_utf16(first), "utf-8", "cp1252"]
            decoders = {name: getincrementaldecoder(name)() for name in possible}
            part = first
            while decoders:
                for name in list(decoders):
                    try:
                        decoders[name].decode(part, final=not part)
                    except UnicodeDecodeError:
                        del decoders[name]
                if not part:
                    break
                part = opened.read(_CHUNK)
    except OSError as error:
        raise unreadable(shown, error) from error
    for name in decoders:
        return name
    raise UsageError(
        "{file} is in an encoding that is not recognised; save it again in the encoding UTF-8.",
        file=shown,
    )


def encoding_name(codec: str) -> str:
    """What people call a codec that `find_encoding` found."""
    return _NAMES.get(codec, "UTF-16")


def _unmarked_utf16(data: bytes) -> list[str]:
    """The order of bytes if every other byte of most of a text is zero."""
    if len(data) % 2 or not data:
        return []
    zeros = {"utf-16-be": data[::2].count(0), "utf-16-le": data[1::2].count(0)}
    return [name for name, count in zeros.items() if count > 0.8 * len(data) / 2]


def unreadable(shown: str | Sentence, error: OSError) -> UsageError:
    """The error for a file named by the user that cannot be opened."""
    return UsageError(
        "{file} cannot be read ({reason}); check that it exists and can be opened.",
        file=shown,
        reason=reason_of(error),
    )


def read_toml(file: Path, shown: str | Sentence) -> dict[str, Any]:
    """Read a TOML file.

    Args:
        file: The file.
        shown: Its name in error messages.

    Raises:
        UsageError: It cannot be read, is in another encoding, or no TOML.
    """
    text = read_text(file, shown)
    try:
        parsed = parse_toml(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(
            "{file} is not valid TOML: {problem}.", file=shown, problem=toml_fault(text, error)
        ) from error
    if problem := backslash_fault(text):
        raise UsageError("{file} is not what it seems: {problem}.", file=shown, problem=problem)
    return parsed


def parse_toml(text: str) -> dict[str, Any]:
    """Parse a TOML text.

    Raises:
        TOMLDecodeError: It is none, or has a number or nesting that no setting needs.
    """
    if _LONG_KEY.search(text):  # the time to read one grows with the square of its length
        raise tomllib.TOMLDecodeError("a name has too many parts")
    try:
        parsed = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except (ValueError, RecursionError) as error:
        raise tomllib.TOMLDecodeError("a number is too long, or lists lie too deep") from error
    if _has_huge_number(parsed):
        raise tomllib.TOMLDecodeError("a number is too long")
    if _depth(parsed) > _MAX_DEPTH:
        raise tomllib.TOMLDecodeError("lists or tables lie too deep")
    return parsed


_MAX_DEPTH = 32
_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_LONG_KEY = re.compile(rf"(?<![\w-]){_PART}(?:[ \t]*\.[ \t]*{_PART}){{64}}")


def _has_huge_number(parsed: object) -> bool:
    """Whether a number is beyond those of TOML; Python refuses to write a very long one down."""
    layer = [parsed]
    while layer:
        each = layer.pop()
        if isinstance(each, int) and not -(2**63) <= each < 2**63:
            return True
        if isinstance(each, dict):
            layer += each.values()
        elif isinstance(each, list):
            layer += each
    return False


def _depth(parsed: object) -> int:
    """How deep tables and lists lie within one another; without recursion."""
    depth, layer = 0, [parsed]
    while layer:
        depth += 1
        within: list[object] = []
        for each in layer:
            if isinstance(each, dict | list):
                within += each.values() if isinstance(each, dict) else each
        layer = within
    return depth


PUBLIC = 0o644
"""Mode of what is made to be handed on: pictures of figures, texts for participants."""

PRIVATE = 0o600
"""Mode of everything else: labels, codes and pay are its owner's alone."""


@contextmanager
def atomic_file(path: Path, mode: int = PRIVATE) -> Iterator[BinaryIO]:
    """Write a draft next to `path` and move it into place when the block ends.

    If the block raises, what was at `path` is still there and nothing else is left. What a killed
    program leaves is swept by the next one that writes the same file or opens the same study.

    Args:
        path: Its folder is made if there is none.
        mode: Permissions of the file.

    Raises:
        OSError: The folder cannot be made, or the file cannot be written or replaced.
    """
    make_folder(path.parent, mode)
    with draft_beside(path, mode) as draft, draft.open("wb") as file:
        yield file


def make_folder(folder: Path, mode: int = PRIVATE) -> None:
    """Make a folder and those above it; one for private files is its owner's alone.

    Raises:
        NotADirectoryError: A file is there, or above it.
        OSError: It cannot be made.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in [*reversed(missing), folder]:
        try:
            each.mkdir(0o700 if mode == PRIVATE else 0o777, exist_ok=True)
        except (FileExistsError, FileNotFoundError) as error:
            # "File exists" would not tell what is wrong, nor would "not found", which Windows says
            # where a file is above.
            if isinstance(error, FileNotFoundError) and not each.parent.is_file():
                raise
            raise NotADirectoryError(
                errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(each)
            ) from error


@contextmanager
def private_file(path: Path) -> Iterator[BinaryIO]:
    """Write a new file that only the owner can read, and bring it to the disk.

    It is at its place from the first byte: for a folder that is itself put in place as a whole.

    Raises:
        OSError: It is there already, or cannot be written.
    """
    with path.open("xb") as file:
        path.chmod(PRIVATE)
        yield file
        file.flush()
        os.fsync(file.fileno())


def atomic_write(path: Path, data: bytes, mode: int = PRIVATE) -> None:
    """Write `data` to `path` atomically; the arguments are those of `atomic_file`."""
    with atomic_file(path, mode) as file:
        file.write(data)


def copy_file(source: Path, target: Path, mode: int = PRIVATE) -> None:
    """Copy a file part by part, atomically; for files that are known to be files.

    Raises:
        OSError: It cannot be read or written.
    """
    with source.open("rb") as file, atomic_file(target, mode) as copy:
        shutil.copyfileobj(file, copy, _CHUNK)
