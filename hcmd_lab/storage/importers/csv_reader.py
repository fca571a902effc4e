"""Strict CSV reading: an error names file, row and column."""

import csv
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hcmd_lab.errors import UsageError
from hcmd_lab.sentence import Sentence


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row of a table.

    Attributes:
        file: Name of the file.
        line: Line number as in an editor or a spreadsheet, from 1.
        cells: Text by column.
    """

    file: str
    line: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """A non-empty text."""
        text = self.cells[column].strip()
        if not text:
            raise self.wrong(column, Sentence("a text"))
        return text

    def is_empty(self, column: str) -> bool:
        """Whether a cell of an optional column is empty."""
        return self.cells.get(column, "").strip().lower() in ("", "nan", "na")

    def whole(self, column: str, low: int, high: int) -> int:
        """A whole number, possibly written as `3.0`."""
        value = self._parse(column)
        if value is None or not low <= value <= high or value != int(value):
            raise self.wrong(
                column, Sentence("a whole number between {low} and {high}", low=low, high=high)
            )
        return int(value)

    def number(self, column: str, low: float = 0) -> float:
        """A finite number of at least `low`."""
        value = self._parse(column)
        if value is None or value < low:
            raise self.wrong(column, Sentence("a number of at least {low}", low=low))
        return value

    def wrong(self, column: str, expected: Sentence) -> UsageError:
        """The error for a cell with an unexpected value."""
        found = self.cells[column]
        return UsageError(
            "{file}, row {line}, column {column}: expected {expected}, found {found}. "
            "Nothing was imported.",
            file=self.file,
            line=self.line,
            column=column,
            expected=expected,
            found=repr(found),
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
        try:
            value = float(self.cells[column])
        except ValueError:
            return None
        return value if math.isfinite(value) else None


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[CsvRow]:
    """The rows of a file without a header, with known columns.

    Raises:
        UsageError: The file cannot be read, or a row has another number of columns.
    """
    for number, cells in _lines(path):
        yield _row(path, number, columns, cells)


def read_rows_with_header(path: Path, required: Sequence[str]) -> Iterator[CsvRow]:
    """The rows of a file whose first row names the columns, in any order.

    Raises:
        UsageError: The file cannot be read, a column is missing or named twice, or a row has
            another number of columns than the header.
    """
    lines = _lines(path)
    _, header = next(lines, (1, []))
    names = [name.strip() for name in header]
    for column in required:
        if names.count(column) != 1:
            raise UsageError(
                "{name}, row 1: expected a header with one column {column}, found {found}. "
                "Nothing was imported.",
                name=path.name,
                column=column,
                found=", ".join(names) or Sentence("nothing"),
            )
    for number, cells in lines:
        yield _row(path, number, names, cells)


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        # A byte order mark, as spreadsheets write it, is not part of the first name.
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            for cells in reader:
                if cells:  # an empty line is not a row
                    yield reader.line_num, cells
    except OSError as error:
        raise UsageError(
            "The file {path} cannot be read ({reason}); check the path.",
            path=path,
            reason=error.strerror,
        ) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(
            "{name} is not a CSV file in UTF-8 ({error}); save it as one. Nothing was imported.",
            name=path.name,
            error=error,
        ) from error


def _row(path: Path, number: int, columns: Sequence[str], cells: list[str]) -> CsvRow:
    if len(cells) != len(columns):
        column = columns[min(len(cells), len(columns) - 1)]
        raise UsageError(
            "{name}, row {number}, column {column}: expected {wanted} columns, found "
            "{found}. Nothing was imported.",
            name=path.name,
            number=number,
            column=column,
            wanted=len(columns),
            found=len(cells),
        )
    return CsvRow(path.name, number, dict(zip(columns, cells, strict=True)))
