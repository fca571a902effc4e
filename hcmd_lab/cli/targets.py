"""Files that a command writes where somebody says: nothing of another kind is replaced."""

from enum import Enum
from pathlib import Path
from typing import assert_never

from hcmd_lab.bounded_reader import FileKind, open_bounded
from hcmd_lab.errors import UsageError
from hcmd_lab.sentence import Sentence

_HEAD_BYTES = 4096
_PDF, _ARCHIVE = b"%PDF-", b"PK"


class Written(Enum):
    """What is written."""

    PDF = "pdf"
    ARCHIVE = "archive"
    TEXT = "text"  # tables and settings


def require_replaceable(file: Path, written: Written) -> None:
    """Check that an earlier file, if there is one, is of the kind that takes its place.

    A slip of the hand would otherwise put a file of ours in the place of a study's database.

    Raises:
        UsageError: It is not.
    """
    if not file.is_file():
        return  # whoever writes says what is wrong with anything else
    try:
        with open_bounded(file, FileKind.EXPORT) as earlier:
            head = earlier.read(_HEAD_BYTES)
    except OSError:
        head = b"\0"
    if head and not _is(head, written):
        raise UsageError(
            "{file} is there already and is {kind}; choose another name, or delete it first.",
            file=file,
            kind=_other_than(written),
        )


def _is(head: bytes, written: Written) -> bool:
    match written:
        case Written.PDF:
            return head.startswith(_PDF)
        case Written.ARCHIVE:
            return head.startswith(_ARCHIVE)
        case Written.TEXT:
            return b"\0" not in head and not head.startswith((_PDF, _ARCHIVE))
        case _:
            assert_never(written)


def _other_than(written: Written) -> Sentence:
    match written:
        case Written.PDF:
            return Sentence("no PDF")
        case Written.ARCHIVE:
            return Sentence("no packed file")
        case Written.TEXT:
            return Sentence("no text")
        case _:
            assert_never(written)
