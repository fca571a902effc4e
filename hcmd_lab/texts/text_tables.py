"""Bounds of the tables in a text: a page has to be laid out at once, and wide ones are cut."""

import re

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence

MAX_COLUMNS = 20
"""Of a table; more do not fit a station's screen, which scrolls no page sideways."""

MAX_CELLS = 600
"""Of all tables of a page."""

_RULE = re.compile(r":?-+:?")


def check_tables(text: str, place: Sentence) -> None:
    """Check that each page of a text has tables that a station can show.

    Raises:
        OperatorError: A table has too many columns, or a page too many cells.
    """
    before, columns, cells = "", 0, 0
    for line in map(str.strip, text.splitlines()):
        if not line.strip("-"):  # an empty line ends a table, a rule a page
            columns = 0
            cells = 0 if line else cells
        elif columns:
            cells += columns
        elif _is_rule(line) and "|" in before:
            columns = len(_cells(line))
            cells += columns
        if columns > MAX_COLUMNS:
            raise OperatorError(
                "{place} has a table of {columns} columns; {most} fit a station’s screen at most.",
                place=place,
                columns=columns,
                most=MAX_COLUMNS,
            )
        if cells > MAX_CELLS:
            raise OperatorError(
                "{place} has a page whose tables have more than {most} cells; start a new page "
                "with a line of ---.",
                place=place,
                most=MAX_CELLS,
            )
        before = line


def _is_rule(line: str) -> bool:
    """Whether a line parts a table's headings from its rows."""
    return "|" in line and all(_RULE.fullmatch(each.strip()) for each in _cells(line))


def _cells(line: str) -> list[str]:
    return line.removeprefix("|").removesuffix("|").split("|")
