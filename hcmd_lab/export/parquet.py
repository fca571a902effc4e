"""The same tables as Parquet, where pyarrow is installed."""

import importlib.util
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, assert_never

from hcmd_lab.export.table_schema import Column, Row, Table
from hcmd_lab.files import private_file

FOLDER = "parquet"

_ROWS_AT_ONCE = 20_000


def is_possible() -> bool:
    """Whether pyarrow is installed."""
    return importlib.util.find_spec("pyarrow") is not None


class ParquetFile:
    """A table with typed columns, written in parts; truth values become true and false."""

    def __init__(self, folder: Path, table: Table) -> None:
        """Create the file, private to the owner.

        Args:
            folder: Folder of the Parquet files.
            table: Declaration of the columns.

        Raises:
            OSError: It cannot be written.
        """
        import pyarrow as pa  # noqa: PLC0415 - only where it is installed
        from pyarrow import parquet  # noqa: PLC0415

        types = {
            "string": pa.string(),
            "integer": pa.int64(),
            "number": pa.float64(),
            "boolean": pa.bool_(),
            "datetime": pa.string(),
        }
        self._pa = pa
        self._columns = table.columns
        self._schema = pa.schema([(column.name, types[column.kind]) for column in table.columns])
        self._open = ExitStack()
        file = self._open.enter_context(private_file(folder / f"{table.name}.parquet"))
        self._writer = self._open.enter_context(parquet.ParquetWriter(file, self._schema))
        self._waiting: list[Row] = []

    def write(self, rows: Iterable[Row]) -> None:
        """Write rows.

        Raises:
            OSError: They cannot be written.
        """
        self._waiting.extend(rows)
        if len(self._waiting) >= _ROWS_AT_ONCE:
            self._flush()

    def close(self) -> None:
        """Write what is left, and bring it to the disk.

        Raises:
            OSError: It cannot be written.
        """
        with self._open:
            self._flush()

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, []
        arrays = [
            self._pa.array(_values(column, [row[column.name] for row in waiting]), field.type)
            for column, field in zip(self._columns, self._schema, strict=True)
        ]
        if waiting:
            self._writer.write_table(self._pa.Table.from_arrays(arrays, schema=self._schema))


def _values(column: Column, values: list[Any]) -> list[Any]:
    """Cells of a column in its type."""
    convert: Callable[[Any], object]
    match column.kind:
        case "number":
            convert = float
        case "integer":
            convert = int
        case "boolean":
            convert = bool
        case "string" | "datetime":
            convert = str
        case _:
            assert_never(column.kind)
    return [None if value is None else convert(value) for value in values]
