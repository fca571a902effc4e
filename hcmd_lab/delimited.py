"""Separators of text tables: recognised by the share of lines that they divide alike."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

_SEPARATORS = "\t;|,"  # a comma last: it occurs within names
_MIN_SHARE = 0.8
"""Of the lines that a separator has to divide into equally many cells."""


MAX_ROW = 1 << 20
"""Characters of a row; without a bound one that never ends would fill the memory."""


class RowError(Exception):
    """A row cannot be read.

    Attributes:
        line: The line at which the row begins, from 1.
    """

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class QuotationError(RowError):
    """Quotation marks do not match."""


class LongRowError(RowError):
    """A row, or a cell of it, is longer than any table's."""


def bounded_lines(text: TextIO) -> Iterator[str]:
    """The lines of a text with their ends, none of which is held if it is longer than any row.

    Raises:
        LongRowError: One is.
    """
    number = 0
    while line := text.readline(MAX_ROW + 1):
        number += 1
        if len(line) > MAX_ROW:
            raise LongRowError(number)
        yield line


def declared_separator(line: str) -> str:
    """The separator that a first line `sep=;` declares, as spreadsheets write it; else empty."""
    # A tab is white space and has to stay.
    declared = line.strip('\r\n "').casefold()
    return declared[-1] if declared.startswith("sep=") and len(declared) == len("sep=x") else ""


def find_separator(lines: Sequence[str], separators: str = _SEPARATORS) -> str:
    """The separator that divides most lines into equally many cells; empty if none does.

    Args:
        lines: With their ends, as a file gives them; a quoted cell may go on in the next line.
        separators: Those that are tried.
    """
    best, found = (_MIN_SHARE, 1), ""
    for separator in separators:
        try:
            widths = Counter(
                len(cells)
                for _, cells in split_rows(lines, separator)
                if any(cell.strip() for cell in cells)
            )
        except RowError:
            continue  # what is quoted does not end where this separator stands
        if not widths:
            continue
        width, count = widths.most_common(1)[0]
        share = count / sum(widths.values())
        if width > 1 and (share, width) > best:
            best, found = (share, width), separator
    return found


def split_rows(lines: Iterable[str], separator: str) -> Iterator[tuple[int, list[str]]]:
    """The line at which each row begins, from 1, and its cells.

    Args:
        lines: With their ends.
        separator: Of the cells; if empty, each line is one cell.

    Raises:
        QuotationError: Quotation marks do not match.
        LongRowError: A row, or a cell of it, is longer than any table's.
    """
    start, characters = 1, 0

    def counted() -> Iterator[str]:
        nonlocal characters
        for line in lines:
            characters += len(line)
            if characters > MAX_ROW:
                raise LongRowError(start)
            yield line

    # Without a separator each line is one cell; no text has this character.
    reader = csv.reader(counted(), delimiter=separator or "\x1f", strict=True)
    try:
        for cells in reader:
            yield start, cells
            start, characters = reader.line_num + 1, 0
    except csv.Error as error:
        # The reader ends a cell of its own accord, at `csv.field_size_limit`.
        fault = LongRowError if "field larger" in str(error) else QuotationError
        raise fault(start) from error
