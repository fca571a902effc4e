"""The same tables as Parquet, where pyarrow is installed."""

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import Any, assert_never

from hcmd_lab.errors import OperatorError
from hcmd_lab.export.table_schema import Column, Row, Table
from hcmd_lab.files import atomic_file
from hcmd_lab.system_faults import reason_of

FOLDER = "parquet"


def is_possible() -> bool:
    """Whether pyarrow is installed."""
    return importlib.util.find_spec("pyarrow") is not None


def write_parquet(folder: Path, table: Table, rows: Sequence[Row]) -> None:
    """Write a table with typed columns; truth values become true and false.

    Args:
        folder: The export's folder.
        table: Declaration of the columns.
        rows: Its rows.

    Raises:
        OperatorError: The file cannot be written.
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
    arrays = [
        pa.array([_value(column, row[column.name]) for row in rows], types[column.kind])
        for column in table.columns
    ]
    made = pa.Table.from_arrays(arrays, names=[column.name for column in table.columns])
    try:
        with atomic_file(folder / FOLDER / f"{table.name}.parquet") as file:
            parquet.write_table(made, file)
    except OSError as error:
        raise OperatorError(
            "The table {table} cannot be written ({reason}); free some space, close programs that "
            "have it open, or choose another folder.",
            table=f"{table.name}.parquet",
            reason=reason_of(error),
        ) from error


def _value(column: Column, value: Any) -> Any:  # noqa: ANN401 - whatever a cell holds
    if value is None:
        return None
    match column.kind:
        case "number":
            return float(value)
        case "integer":
            return int(value)
        case "boolean":
            return bool(value)
        case "string" | "datetime":
            return str(value)
        case _:
            assert_never(column.kind)
