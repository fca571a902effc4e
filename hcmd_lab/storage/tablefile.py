"""Writes CSV tables for other programs, atomically."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias, assert_never

from hcmd_lab.errors import OperatorError
from hcmd_lab.files import atomic_file, private_file
from hcmd_lab.formula_guard import guarded
from hcmd_lab.system_faults import reason_of, remedy_of

Value: TypeAlias = str | int | bool | None


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> int:
    """Write a CSV file in UTF-8 without a byte order mark, atomically.

    Truth values become 1 and 0, what is missing becomes an empty cell, and text is guarded against
    being taken for a formula.

    Args:
        path: Its folder is made if there is none.
        columns: Columns in order; every row has exactly these.
        rows: Values by column.

    Returns:
        Number of rows, without the header.

    Raises:
        OperatorError: The file cannot be written.
    """
    cells = _Cells(columns)
    return _write(path, columns, map(cells.of, rows))


def write_sheet(
    path: Path,
    columns: Sequence[str],
    rows: Iterable[Mapping[str, Value]],
    decimal_point: str,
) -> int:
    """Write a CSV file as `write_table` does, for somebody who opens it in a spreadsheet.

    It has a byte order mark, without which Excel takes names for Windows-1252, and is parted by
    semicolons where the decimal point is a comma, as spreadsheets of such a region expect it.

    Args:
        path: Its folder is made if there is none.
        columns: Columns in order; every row has exactly these.
        rows: Values by column, numbers with the decimal point.
        decimal_point: That of the spreadsheet.

    Returns:
        Number of rows, without the header.

    Raises:
        OperatorError: The file cannot be written.
    """
    cells = _Cells(columns)
    delimiter = ";" if decimal_point == "," else ","
    return _write(path, columns, map(cells.of, rows), delimiter, "utf-8-sig")


def write_numbers(
    path: Path, columns: Sequence[str], rows: Iterable[Sequence["int | Number"]]
) -> int:
    """Write a CSV file as `write_table` does, of numbers alone: no cell needs the guard.

    Args:
        path: Its folder is made if there is none.
        columns: Columns in order.
        rows: The cells in the order of the columns.

    Returns:
        Number of rows, without the header.

    Raises:
        OperatorError: The file cannot be written.
    """
    return _write(path, columns, rows)


def _write(
    path: Path,
    columns: Sequence[str],
    rows: Iterable[Iterable[str | int]],
    delimiter: str = ",",
    encoding: str = "utf-8",
) -> int:
    try:
        with atomic_file(path) as file:
            text = io.TextIOWrapper(file, encoding=encoding, newline="", write_through=True)
            # With CRLF: only then is a text with a CR quoted.
            writer = csv.writer(text, delimiter=delimiter)
            writer.writerow(columns)
            count = 0
            for row in rows:
                writer.writerow(row)
                count += 1
            text.detach()
    except OSError as error:
        raise OperatorError(
            "The table {path} cannot be written ({reason}); {remedy}, or choose another folder.",
            path=path,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error
    return count


class TableFile:
    """A CSV file that is written row by row; what is written so is in nobody's place yet.

    Attributes:
        rows: Rows written so far, without the header.
    """

    def __init__(self, path: Path, columns: Sequence[str]) -> None:
        """Create the file, private to the owner, and write the header.

        Raises:
            OSError: It cannot be written.
        """
        self.rows = 0
        self._cells = _Cells(columns)
        self._open = ExitStack()
        file = self._open.enter_context(private_file(path))
        self._text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        self._writer = csv.writer(self._text)
        self._writer.writerow(columns)

    def write(self, rows: Iterable[Mapping[str, Value]]) -> None:
        """Write rows as `write_table` does.

        Raises:
            OSError: They cannot be written.
        """
        for row in rows:
            self._writer.writerow(self._cells.of(row))
            self.rows += 1

    def close(self) -> None:
        """Bring what is written to the disk.

        Raises:
            OSError: It cannot be written.
        """
        with self._open:
            self._text.detach()


def coins(hundredths: int) -> "Number":
    """An amount in hundredths as coins with two decimals, exactly."""
    sign = "-" if hundredths < 0 else ""
    return Number(f"{sign}{abs(hundredths) // 100}.{abs(hundredths) % 100:02}")


class Number(str):
    """A formatted number, which is not escaped as text would be."""

    __slots__ = ()


class _Cells:
    """Makes the cells of rows that all have the same columns."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._columns = columns
        self._known = frozenset(columns)

    def of(self, row: Mapping[str, Value]) -> Iterator[str]:
        """The cells of a row in the order of the columns.

        Raises:
            ValueError: The row has others.
        """
        if row.keys() != self._known:
            raise ValueError(f"a row has the columns {sorted(row)}")
        return map(_cell, map(row.__getitem__, self._columns))


@lru_cache(maxsize=50_000, typed=True)  # names, times, amounts and words are in thousands of rows
def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool() | int():
            return str(int(value))
        case Number():
            return value
        case str():
            return guarded(value)
        case _:
            assert_never(value)
