"""The rows of a sheet of an Excel workbook, read with openpyxl row by row."""

import itertools
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from hcmd_lab.bounded_reader import MAX_BYTES, FileKind, open_bounded
from hcmd_lab.errors import UsageError
from hcmd_lab.files import unreadable
from hcmd_lab.formula_guard import unguarded
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.simple_tables import known_headings
from hcmd_lab.storage.importers.source import Source

EXTRA = 'pip install "hcmd-lab[tables]"'
_SHEET = "xl/workbook.xml"
_MAX_ROWS = 1_048_576
"""Of a sheet; a row that claims a later number would be preceded by as many empty ones."""

_MAX_COLUMNS = 4096
_MAX_REST = 32 * 2**20
"""Bytes of the parts that are no sheets, such as the texts in cells: they are held as a whole."""

_MAX_ROW = 2 * 2**20
_FIRST_ROWS = 20
_CHUNK = 1 << 19
_TAIL = 32
_ROW_END = re.compile(rb"</(?:\w{1,9}:)?row\s*>|<(?:\w{1,9}:)?row\s*/>")


def is_archive(first: bytes) -> bool:
    """Whether a file's first bytes are those of an archive, as workbooks are."""
    return first.startswith(b"PK\x03\x04")


def workbook_lines(path: Path, source: Source) -> Iterator[tuple[int, list[str]]]:
    """Row numbers and cells of the sheet with the most headings that are known, the first of these.

    Raises:
        UsageError: It is no workbook, is damaged or unpacks to more than is read, or openpyxl is
            not installed.
    """
    try:
        import openpyxl  # noqa: PLC0415 - only where it is installed
    except ImportError as error:
        raise lacks_library(path, Sentence("an Excel workbook")) from error
    with _opened(path) as (file, names):
        if _SHEET not in names:
            raise UsageError(
                "{name} is an archive and no Excel workbook; unpack it and import the table in it. "
                "Nothing was imported.",
                name=path.name,
            )
        try:
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            filled = {sheet.title: sheet for sheet in book.worksheets if _known(path, sheet) >= 0}
            if not filled:
                return
            chosen = max(filled, key=lambda title: _known(path, filled[title]))
            others = [title for title in filled if title != chosen]
            source.kind = (
                Sentence(
                    "The file is an Excel workbook; its sheet {sheet} was read, and not {others}.",
                    sheet=chosen,
                    others=", ".join(others),
                )
                if others
                else Sentence(
                    "The file is an Excel workbook; its sheet {sheet} was read.", sheet=chosen
                )
            )
            yield from _filled(path, filled[chosen])
        except UsageError:
            raise
        except Exception as error:
            raise _damaged(path) from error


def lacks_library(path: Path, kind: Sentence) -> UsageError:
    """The error for a file that can only be read with the extra `tables`."""
    return UsageError(
        "{name} is {kind}, and what reads it is not installed: {command}, or save the table as "
        "CSV. Nothing was imported.",
        name=path.name,
        kind=kind,
        command=EXTRA,
    )


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, frozenset[str]]]:
    """The file and the names of its parts, once what it unpacks to is known to be bounded."""
    try:
        with open_bounded(path, FileKind.TABLE) as file:
            try:
                with zipfile.ZipFile(file) as archive:
                    _require_bounded(path, archive)
                    names = frozenset(archive.namelist())
            except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError) as error:
                raise _damaged(path) from error
            yield file, names
    except OSError as error:
        raise unreadable(Sentence("The file {path}", path=path), error) from error


def _require_bounded(path: Path, archive: zipfile.ZipFile) -> None:
    """Check what the parts unpack to; the archive itself gives no more than they declare."""
    sheets = rest = 0
    for part in archive.infolist():
        if part.filename.startswith("xl/worksheets/"):
            sheets += part.file_size
            if sheets <= MAX_BYTES[FileKind.TABLE]:
                _require_rows_that_end(path, archive, part)
        elif part.filename.endswith((".xml", ".rels")):
            rest += part.file_size
    if sheets > MAX_BYTES[FileKind.TABLE] or rest > _MAX_REST:
        raise _too_large(path)


def _require_rows_that_end(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Check that no row of a sheet is longer than any table's: it is held as a whole."""
    without_end, tail = 0, b""
    with archive.open(part) as sheet:
        while chunk := sheet.read(_CHUNK):
            without_end += len(chunk)
            if _ROW_END.search(tail + chunk):
                without_end = 0
            elif without_end > _MAX_ROW:
                raise _too_large(path)
            tail = chunk[-_TAIL:]


def _known(path: Path, sheet: Any) -> int:  # noqa: ANN401 - openpyxl's
    """The most known headings in one of a sheet's first rows; -1 if there is nothing in it."""
    first = itertools.islice(_filled(path, sheet), _FIRST_ROWS)
    return max((known_headings(cells) for _, cells in first), default=-1)


def _filled(path: Path, sheet: Any) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401 - openpyxl's
    sheet.reset_dimensions()  # what a file declares may be far more than it has
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > _MAX_ROWS or len(values) > _MAX_COLUMNS:
            raise _too_large(path)
        cells = ["" if value is None else unguarded(_text(value)) for value in values]
        if any(cell.strip() for cell in cells):
            yield number, cells


def _text(value: object) -> str:
    """A cell's value as text: a whole number without decimals, whatever the program stored."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _damaged(path: Path) -> UsageError:
    return UsageError(
        "{name} is a damaged Excel workbook; open it in Excel or LibreOffice and save the table as "
        "CSV. Nothing was imported.",
        name=path.name,
    )


def _too_large(path: Path) -> UsageError:
    return UsageError(
        "{name} is an Excel workbook that unpacks to more than a table has; save the table alone "
        "as CSV. Nothing was imported.",
        name=path.name,
    )
