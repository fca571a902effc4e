"""The data dictionary: the meaning of every column of every table."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from hcmd_lab import __version__
from hcmd_lab.export.table_schema import Column, Row, Table

FILE = "data_dictionary.csv"
PACKAGE = "datapackage.json"

COLUMNS = ("table", "column", "type", "unit", "allowed", "meaning")


def dictionary_rows(tables: Sequence[Table]) -> Iterator[Row]:
    """One row for each column of each table."""
    for table in tables:
        for column in table.columns:
            yield {
                "table": table.name,
                "column": column.name,
                "type": column.kind,
                "unit": column.unit or None,
                "allowed": column.allowed or None,
                "meaning": column.meaning,
            }


def data_package(
    study: str, tables: Sequence[Table], rows: Mapping[str, int], created_utc: str, log: str
) -> bytes:
    """Descriptor of all tables in the Frictionless Data Package format.

    Args:
        study: Name of the study.
        tables: Tables of the export.
        rows: Number of rows of each table.
        created_utc: Time at which it was made.
        log: Number of the study's log, by which `hcmd-lab check --log` knows it again.
    """
    package = {
        "profile": "tabular-data-package",
        "name": re.sub(r"[^a-z0-9._-]+", "-", study.lower()).strip("-") or "study",
        "title": study,
        "created": created_utc,
        "hcmd_lab": __version__,
        "log": log,
        "resources": [_resource(table, rows[table.name]) for table in tables],
    }
    return json.dumps(package, ensure_ascii=False, indent=2).encode() + b"\n"


def _resource(table: Table, rows: int) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.file,
        "description": table.meaning,
        "encoding": "utf-8",
        "rows": rows,
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "missingValues": [""],
            "foreignKeys": [
                {
                    "fields": list(link.columns),
                    "reference": {"resource": link.table, "fields": list(link.keys)},
                }
                for link in table.links
            ],
        },
    }


def _field(column: Column) -> dict[str, object]:
    field: dict[str, object] = {
        "name": column.name,
        "type": column.kind,
        "description": column.meaning,
    }
    if column.unit:
        field["unit"] = column.unit
    if column.allowed:
        field["allowed"] = column.allowed
    if column.kind == "boolean":
        field |= {"trueValues": ["1"], "falseValues": ["0"]}
    return field
