"""The rows of a table, whatever holds it: a text, an Excel workbook or a Stata file."""

from collections.abc import Iterator
from pathlib import Path

from hcmd_lab.bounded_reader import FileKind, open_bounded
from hcmd_lab.errors import UsageError
from hcmd_lab.files import unreadable
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.source import Source
from hcmd_lab.storage.importers.stata_lines import is_stata, stata_lines
from hcmd_lab.storage.importers.text_lines import text_lines
from hcmd_lab.storage.importers.workbook_lines import is_archive, workbook_lines

_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_FIRST_BYTES = 16


def table_lines(path: Path, source: Source) -> Iterator[tuple[int, list[str]]]:
    """Line numbers and cells of the rows with anything in them.

    A file is what its first bytes say, whatever its name is.

    Args:
        path: The file.
        source: Is filled with how the file is written.

    Raises:
        UsageError: The file cannot be read, or is of a kind that is not.
    """
    try:
        with open_bounded(path, FileKind.TABLE) as file:
            first = file.read(_FIRST_BYTES)
    except OSError as error:
        raise unreadable(Sentence("The file {path}", path=path), error) from error
    if first.startswith(_OLD_WORKBOOK):
        raise UsageError(
            "{name} is a workbook of Excel 2003 or older, whatever its name says; save the table "
            "as CSV or as .xlsx. Nothing was imported.",
            name=path.name,
        )
    if is_archive(first):
        yield from workbook_lines(path, source)
    elif is_stata(first):
        yield from stata_lines(path, source)
    else:
        yield from text_lines(path, source)
