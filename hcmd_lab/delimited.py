"""Separators of text tables: recognised by the share of lines that they divide alike."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

_SEPARATORS = "\t;|,"  # a comma last: it occurs within names
_MIN_SHARE = 0.8
"""Of the lines that a separator has to divide into equally many cells."""


class QuotationError(Exception):
    """Quotation marks do not match, or a cell is longer than any table's.

    Attributes:
        line: The line at which the row begins, from 1.
    """

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def declared_separator(line: str) -> str:
    """The separator that a first line `sep=;` declares, as spreadsheets write it; else empty."""
    # A tab is white space and has to stay.
    declared = line.strip('\r\n "').casefold()
    return declared[-1] if declared.startswith("sep=") and len(declared) == len("sep=x") else ""


def find_separator(lines: Sequence[str]) -> str:
    """The separator that divides most lines into equally many cells; empty if none does.

    Args:
        lines: With their ends, as a file gives them; a quoted cell may go on in the next line.
    """
    best, found = (_MIN_SHARE, 1), ""
    for separator in _SEPARATORS:
        try:
            widths = Counter(
                len(cells)
                for _, cells in split_rows(lines, separator)
                if any(cell.strip() for cell in cells)
            )
        except QuotationError:
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
    """
    # Without a separator each line is one cell; no text has this character.
    reader = csv.reader(lines, delimiter=separator or "\x1f", strict=True)
    start = 1
    try:
        for cells in reader:
            yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        raise QuotationError(start) from error
