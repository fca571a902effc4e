"""The data dictionary: the meaning of every column of every table."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hcmd_lab import __version__
from hcmd_lab.bounded_reader import FileKind, sha256_of
from hcmd_lab.export.constraints import Reach, constraints, labelled
from hcmd_lab.export.table_schema import Column, Row, Table
from hcmd_lab.export.value_labels import LABELS

FILE = "data_dictionary.csv"
PACKAGE = "datapackage.json"

_STANDARD = "https://datapackage.org/profiles/2.0"

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


@dataclass(frozen=True, slots=True)
class About:
    """What a package says of itself.

    Attributes:
        study: Name of the study.
        created_utc: Time at which it was made.
        log: Number of the study's log, by which `hcmd-lab check STUDY --log` knows it again.
        more: Further properties of the descriptor.
    """

    study: str
    created_utc: str
    log: str
    more: Mapping[str, object] = field(default_factory=dict)


def data_package(about: About, resources: Sequence[Mapping[str, object]]) -> bytes:
    """Descriptor of tables as a Data Package, version 2 (https://datapackage.org).

    Args:
        about: Of the whole.
        resources: Of each table.
    """
    package = {
        "$schema": f"{_STANDARD}/datapackage.json",
        "name": slug(about.study),
        "title": about.study or "study",
        "created": about.created_utc,
        "hcmd_lab": __version__,
        "log": about.log,
        **about.more,
        "resources": resources,
    }
    return json.dumps(package, ensure_ascii=False, indent=2).encode() + b"\n"


def slug(study: str) -> str:
    """A study's name as a name among files and on the web."""
    return re.sub(r"[^a-z0-9._-]+", "-", study.lower()).strip("-.") or "study"


def resource(file: Path, path: str, table: Table, rows: int, reach: Reach) -> dict[str, object]:
    """Description of one table's file, with its hash and what may stand in each cell.

    Args:
        file: The file, which is written.
        path: Where it lies in the package, with slashes.
        table: The table.
        rows: Its rows.
        reach: How far the numbers of the game go.

    Raises:
        OSError: The file cannot be read.
    """
    links = [
        {
            "fields": list(link.columns),
            "reference": {"resource": link.table, "fields": list(link.keys)},
        }
        for link in table.links
    ]
    keys: dict[str, object] = {"primaryKey": list(table.key)} if table.key else {}
    return {
        "$schema": f"{_STANDARD}/dataresource.json",
        "name": table.name,
        "type": "table",
        "path": path,
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.stat().st_size,
        "hash": f"sha256:{sha256_of(file, FileKind.EXPORT)}",
        "rows": rows,
        "schema": {
            "$schema": f"{_STANDARD}/tableschema.json",
            "fields": [_field(column, table, reach) for column in table.columns],
            **keys,
            "missingValues": [""],
            "foreignKeys": links,
        },
    }


def _field(column: Column, table: Table, reach: Reach) -> dict[str, object]:
    described: dict[str, object] = {
        "name": column.name,
        "type": column.kind,
        "description": column.meaning,
    }
    if column.unit:
        described["unit"] = column.unit
    if column.kind == "boolean":
        described |= {"trueValues": ["1"], "falseValues": ["0"]}
    allowed = constraints(column, table, reach)
    if allowed:
        described["constraints"] = allowed
    categories = labelled(column, LABELS)
    if categories is not None:
        described["categories"] = categories
    return described
