"""The package as a Psych-DS dataset (https://psych-ds.github.io).

Data lie in `data/`, in files whose names are made of keywords and end in `_data.csv`; a description
in JSON-LD names every variable.
"""

import json
import re
from collections.abc import Mapping, Sequence

from hcmd_lab import __version__
from hcmd_lab.export.table_schema import Table

FILE = "dataset_description.json"
FOLDER = "data"


def data_file(table: str) -> str:
    """Name of a table's file; values of keywords are letters and digits alone."""
    first, *rest = re.split(r"[^a-zA-Z0-9]+", table)
    return f"description-{first}{''.join(word.capitalize() for word in rest)}_data.csv"


def description(about: Mapping[str, object], tables: Sequence[Table], licence: str) -> bytes:
    """The description of a dataset.

    Args:
        about: Its `name` and `description`, and more of schema.org's properties.
        tables: Its tables; a variable that several have is described once.
        licence: Address of the licence; empty for none.
    """
    variables: dict[str, dict[str, object]] = {}
    for table in tables:
        for column in table.columns:
            known: dict[str, object] = {
                "@type": "PropertyValue", "name": column.name, "description": column.meaning,
            }  # fmt: skip
            if column.unit:
                known["unitText"] = column.unit
            variables.setdefault(column.name, known)
    text = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        **about,
        "schemaVersion": "Psych-DS 1.0.0",
        "creator": {"@type": "SoftwareApplication", "name": f"HCMD Lab {__version__}"},
        **({"license": licence} if licence else {}),
        "variableMeasured": list(variables.values()),
    }
    return json.dumps(text, ensure_ascii=False, indent=2).encode() + b"\n"
