"""The rows of a table, whatever holds it: a text, an Excel workbook or a Stata file."""

import codecs
from collections.abc import Iterator, Mapping
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

_NO_TABLES: Mapping[bytes, Sentence] = {
    b"\x1f\x8b": Sentence("a compressed file"),
    b"%pdf": Sentence("a PDF"),
    b"<html": Sentence("a web page"),
    b"<!doctype": Sentence("a web page"),
    b"<?xml": Sentence("an XML file"),
}
"""What files begin with that some programs write where a table was asked for."""

_FEWEST_HEADINGS = 4
_MAX_TITLE_ROWS = 20


def table_lines(path: Path, source: Source) -> Iterator[tuple[int, list[str]]]:
    """Line numbers and cells of the rows with anything in them, from the headings on.

    A file is what its first bytes say, whatever its name is. What stands above the headings, such
    as a title, is left out.

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
    for start, kind in _NO_TABLES.items():
        if first.removeprefix(codecs.BOM_UTF8).lstrip().lower().startswith(start):
            raise UsageError(
                "{name} is {kind}, whatever its name says; save the table in it as CSV. Nothing "
                "was imported.",
                name=path.name,
                kind=kind,
            )
    if is_archive(first):
        rows = workbook_lines(path, source)
    elif is_stata(first):
        rows = stata_lines(path, source)
    else:
        rows = text_lines(path, source)
    yield from _from_headings_on(rows, source)


def _from_headings_on(
    rows: Iterator[tuple[int, list[str]]], source: Source
) -> Iterator[tuple[int, list[str]]]:
    """The rows without those of a few cells that stand above a table of more."""
    above: list[tuple[int, list[str]]] = []
    for row in rows:
        if sum(bool(cell.strip()) for cell in row[1]) >= _FEWEST_HEADINGS:
            source.above_headings = len(above)
            yield row
            break
        above.append(row)
        if len(above) > _MAX_TITLE_ROWS:
            yield from above
            break
    else:
        yield from above
    yield from rows
