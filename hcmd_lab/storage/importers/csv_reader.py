"""Tables as spreadsheets and statistics programs write them: an error names file, row and column.

Rows without anything in them are not rows. The file is read row by row and never held as a whole.
"""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hcmd_lab.errors import UsageError
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.numbers import read_number
from hcmd_lab.storage.importers.source import Source
from hcmd_lab.storage.importers.table_lines import table_lines
from hcmd_lab.typed_text import quoted, tidied, tidied_label

_MISSING = frozenset({
    "", "na", "n/a", "n.a.", "k.a.", "nan", "null", "none", "missing", ".", "-", "--", "?",
    "<na>", "#n/a", "#na", "#nv",
})  # fmt: skip
_MAX_NUMBER = 1_000_000_000
"""No amount of a game comes near it; larger numbers are slips that nothing could store."""


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row of a table.

    Attributes:
        file: Name of the file.
        line: Line number as in an editor or a spreadsheet, from 1.
        cells: Text by column.
        source: How the file is written.
        names: What the file calls its columns, where that is another name.
    """

    file: str
    line: int
    cells: Mapping[str, str]
    source: Source = field(default_factory=Source)
    names: Mapping[str, str] = field(default_factory=dict)

    def text(self, column: str) -> str:
        """A name in one line, without what cannot be seen: names that look alike are one."""
        cell = self.cells[column].strip()
        text = tidied_label(cell)
        if not text:
            raise self.wrong(column, Sentence("a text"))
        if tidied(cell).count("\n"):
            raise self.wrong(column, Sentence("a text in one line"))
        return text

    def is_empty(self, column: str) -> bool:
        """Whether a cell is empty, or its column missing."""
        return _is_missing(self.cells.get(column, ""))

    def is_zero(self, column: str) -> bool:
        """Whether a cell is the number 0, however it is written."""
        return self._parse(column) == 0

    def whole(self, column: str, low: int, high: int) -> int:
        """A whole number, possibly written as `3.0`."""
        value = self._parse(column)
        if value is None or not low <= value <= high or value != int(value):
            raise self.wrong(
                column, Sentence("a whole number between {low} and {high}", low=low, high=high)
            )
        return int(value)

    def number(self, column: str, high: int = _MAX_NUMBER) -> float:
        """A number between 0 and `high`."""
        value = self._parse(column)
        if value is None or not 0 <= value <= high:
            raise self.wrong(
                column, Sentence("a number between {low} and {high}", low=0, high=high)
            )
        return value

    def wrong(self, column: str, expected: Sentence) -> UsageError:
        """The error for a cell with an unexpected value."""
        found = self.cells.get(column, "")  # a row may lack its last optional cells
        return UsageError(
            "{file}, row {line}, column {column}: expected {expected}, found {found}. "
            "Nothing was imported.",
            file=self.file,
            line=self.line,
            column=self.names.get(column, column),
            expected=expected,
            found=quoted(found),
        )

    def error(self, sentence: Sentence) -> UsageError:
        """The error for a row that contradicts others."""
        return UsageError(
            "{file}, row {line}: {problem}. Nothing was imported.",
            file=self.file,
            line=self.line,
            problem=sentence,
        )

    def _parse(self, column: str) -> float | None:
        found = read_number(self.cells[column])
        if found is None:
            return None
        self.source.decimal_commas |= found.decimal_comma
        self.source.grouped |= found.grouped
        if found.decimals > self.source.decimals.get(column, 0):
            self.source.decimals[column] = found.decimals
        return found.value


@functools.lru_cache(maxsize=4096)  # a file has few different cells
def _is_missing(text: str) -> bool:
    return text.strip().casefold() in _MISSING


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[CsvRow]:
    """The rows of a file without a header, with known columns.

    Args:
        path: The file.
        columns: In the order of the file.

    Raises:
        UsageError: The file cannot be read, or a row has another number of columns.
    """
    source = Source()
    for number, cells in table_lines(path, source):
        yield _row(path, number, columns, cells, len(columns), source)


def read_rows_with_header(
    path: Path, required: Sequence[str], source: Source | None = None
) -> Iterator[CsvRow]:
    """The rows of a file whose first row names the columns, in any order and case.

    Args:
        path: The file.
        required: Columns that have to be there.
        source: Is filled with how the file is written.

    Raises:
        UsageError: The file cannot be read, a column is missing or named twice, or a row has
            another number of columns than the header; columns that are not required may be
            missing at the end of a row.
    """
    source = source or Source()
    lines = table_lines(path, source)
    line, header = next(lines, (1, []))
    names = [name.strip().casefold() for name in header]
    while names and not names[-1]:
        names.pop()
    for column in required:
        if names.count(column) != 1:
            raise UsageError(
                "{name}, row {line}: expected a header with one column {column}, found {found}. "
                "Nothing was imported.",
                name=path.name,
                line=line,
                column=column,
                found=", ".join(filter(None, map(str.strip, header))) or Sentence("nothing"),
            )
    fewest = 1 + max((names.index(column) for column in required), default=-1)
    for number, cells in lines:
        yield _row(path, number, names, cells, fewest, source)


def _row(
    path: Path,
    number: int,
    columns: Sequence[str],
    cells: list[str],
    fewest: int,
    source: Source,
) -> CsvRow:
    require_width(path.name, number, columns, cells, fewest)
    return CsvRow(path.name, number, dict(zip(columns, cells, strict=False)), source)


def require_width(
    file: str, number: int, columns: Sequence[str], cells: list[str], fewest: int
) -> None:
    """Check the number of cells of a row, after taking empty ones off its end.

    Raises:
        UsageError: There are more than columns, or fewer than the fewest.
    """
    while len(cells) > len(columns) and not cells[-1].strip():
        cells.pop()
    if not fewest <= len(cells) <= len(columns):
        column = columns[min(len(cells), len(columns) - 1)]
        raise UsageError(
            "{name}, row {number}, column {column}: expected {wanted} columns, found "
            "{found}. Nothing was imported.",
            name=file,
            number=number,
            column=column,
            wanted=len(columns),
            found=len(cells),
        )
