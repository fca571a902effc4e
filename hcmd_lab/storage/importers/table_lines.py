"""The rows of a table, whatever holds it: a text, an Excel workbook or a Stata file."""

import codecs
import itertools
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from hcmd_lab.bounded_reader import FileKind, open_bounded
from hcmd_lab.errors import UsageError
from hcmd_lab.files import unreadable
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.simple_tables import known_headings
from hcmd_lab.storage.importers.source import Source
from hcmd_lab.storage.importers.stata_lines import is_stata, stata_lines
from hcmd_lab.storage.importers.text_lines import text_lines
from hcmd_lab.storage.importers.workbook_lines import is_archive, workbook_lines
from hcmd_lab.typed_text import is_unseen

_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_FIRST_BYTES = 16

_NO_TABLES: Mapping[bytes, Sentence] = {
    b"\x1f\x8b": Sentence("a compressed file"),
    b"%pdf": Sentence("a PDF"),
    b"<html": Sentence("a web page"),
    b"<!doctype": Sentence("a web page"),
    b"<?xml": Sentence("an XML file"),
    b'{"': Sentence("a JSON file"),
    b"[{": Sentence("a JSON file"),
    b"{\rtf": Sentence("a document"),
}
"""What files begin with that some programs write where a table was asked for."""

_FEWEST_HEADINGS = 4
_MAX_TITLE_ROWS = 20
_HEADING_ROWS = 3
"""Rows of headings that may stand above one another, of which the one that is known holds."""


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
    shown_rows = ((line, [_without_unseen_edges(cell) for cell in cells]) for line, cells in rows)
    yield from _from_headings_on(shown_rows, source)


def _without_unseen_edges(cell: str) -> str:
    """A cell without invisible characters around it, as tables copied from a page have them.

    Control characters stay, tabs and line ends among them.
    """
    if cell.isascii():
        return cell
    first, end = 0, len(cell)
    while first < end and _is_mark(cell[first]):
        first += 1
    while first < end and _is_mark(cell[end - 1]):
        end -= 1
    return cell[first:end]


def _is_mark(character: str) -> bool:
    return is_unseen(character) and unicodedata.category(character) != "Cc"


def _from_headings_on(
    rows: Iterator[tuple[int, list[str]]], source: Source
) -> Iterator[tuple[int, list[str]]]:
    """The rows without those that stand above the headings or repeat them."""
    first = list(itertools.islice(rows, _MAX_TITLE_ROWS + _HEADING_ROWS))
    start = _headings(first)
    source.above_headings = start
    headings = [cell.strip() for cell in first[start][1]] if first else []
    is_known = known_headings(headings) >= _FEWEST_HEADINGS
    for place, (number, cells) in enumerate(itertools.chain(first[start:], rows)):
        if (
            place
            and is_known
            and cells[0].strip() == headings[0]
            and [cell.strip() for cell in cells] == headings
        ):
            source.repeated_headings += 1
        else:
            yield number, cells


def _headings(rows: Sequence[tuple[int, list[str]]]) -> int:
    """The place of the headings among the first rows; 0 where no row looks like headings.

    They are the first row with as many filled cells as a table has, or, if none of its cells is
    known, one of the next with at least as many that are.
    """
    filled = [sum(bool(cell.strip()) for cell in cells) for _, cells in rows]
    wide = [place for place, cells in enumerate(filled) if cells >= _FEWEST_HEADINGS]
    if not wide or wide[0] > _MAX_TITLE_ROWS:
        return 0
    start = wide[0]
    if known_headings(rows[start][1]) == 0:
        for place in range(start + 1, min(start + _HEADING_ROWS, len(rows))):
            if known_headings(rows[place][1]) >= _FEWEST_HEADINGS:
                return place
    return start
