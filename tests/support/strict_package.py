"""A strict reader of Data Packages: it believes nothing, and shares no code with the program.

Source: https://datapackage.org/standard/data-package/ and table-schema, version 2.0.
"""

import csv
import hashlib
import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

BOUNDLESS = re.compile(r"difference|surprise|advantage|^feature|log_rewards").search
"""Numbers that may be any."""

KNOWN = {"required", "unique", "minimum", "maximum", "enum", "pattern", "minLength"}


def problems(folder: Path) -> list[str]:
    """Everything in a package that is not as its descriptor says."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    found = list(_of_descriptor(package))
    tables: dict[str, list[dict[str, str]]] = {}
    for resource in package["resources"]:
        data = (folder / resource["path"]).read_bytes()
        if resource["hash"] != "sha256:" + hashlib.sha256(data).hexdigest():
            found.append(f"{resource['name']}: another hash")
        if resource["bytes"] != len(data):
            found.append(f"{resource['name']}: another size")
        lines = list(csv.reader(data.decode(resource["encoding"]).splitlines(keepends=True)))
        fields = resource["schema"]["fields"]
        if lines[0] != [field["name"] for field in fields]:
            found.append(f"{resource['name']}: other columns")
        if len(lines) - 1 != resource["rows"]:
            found.append(f"{resource['name']}: {len(lines) - 1} rows")
        tables[resource["name"]] = [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]
        for field in fields:
            cells = [row[field["name"]] for row in tables[resource["name"]]]
            found += [f"{resource['name']}.{field['name']}: {each}" for each in _of(field, cells)]
    for resource in package["resources"]:
        found += _of_keys(resource, tables)
    return found


def _of_descriptor(package: dict[str, Any]) -> Iterator[str]:
    if package["$schema"] != "https://datapackage.org/profiles/2.0/datapackage.json":
        yield "no version 2"
    if not re.fullmatch(r"[a-z0-9._-]+", package["name"]):
        yield f"name {package['name']}"
    datetime.fromisoformat(package["created"])
    for licence in package.get("licenses", []):
        if not {"name", "path"} & licence.keys():
            yield "a licence without name and path"
    names = [resource["name"] for resource in package["resources"]]
    if len(set(names)) != len(names) or not names:
        yield "resources without names of their own"
    for resource in package["resources"]:
        if Path(resource["path"]).is_absolute() or ".." in Path(resource["path"]).parts:
            yield f"{resource['path']} is elsewhere"


def _of(field: dict[str, Any], cells: list[str]) -> Iterator[str]:
    rules = field.get("constraints", {})
    if not rules and field["type"] not in ("boolean", "datetime") and not BOUNDLESS(field["name"]):
        yield "nothing is said of it"
    if unknown := rules.keys() - KNOWN:
        yield f"unknown constraints {unknown}"
    values = [_value(field, cell) for cell in cells if cell != ""]
    if rules.get("required") and len(values) < len(cells):
        yield "a value is missing"
    if rules.get("unique") and len(set(values)) < len(values):
        yield "a value is there twice"
    for value in values:
        if isinstance(value, Exception):
            yield f"{value}"
            continue
        if "enum" in rules and value not in rules["enum"]:
            yield f"{value!r} is none of {rules['enum']}"
        if "minimum" in rules and value < rules["minimum"]:
            yield f"{value} is below {rules['minimum']}"
        if "maximum" in rules and value > rules["maximum"]:
            yield f"{value} is above {rules['maximum']}"
        if "pattern" in rules and not re.search(rules["pattern"], value):
            yield f"{value!r} does not match"
        if "minLength" in rules and len(value) < rules["minLength"]:
            yield f"{value!r} is short"
        known = [each["value"] for each in field.get("categories", [])]
        if known and value not in known:
            yield f"{value!r} has no label"


def _value(field: dict[str, Any], cell: str) -> Any:
    try:
        match field["type"]:
            case "integer":
                return int(cell)
            case "number":
                return float(cell)
            case "boolean":
                return (field["falseValues"] + field["trueValues"]).index(cell) == 1
            case "datetime":
                return datetime.fromisoformat(cell)
            case "string":
                return cell
    except ValueError as error:
        return error
    return ValueError(f"unknown type {field['type']}")


def _of_keys(resource: dict[str, Any], tables: dict[str, list[dict[str, str]]]) -> Iterator[str]:
    rows, schema = tables[resource["name"]], resource["schema"]
    if key := schema.get("primaryKey"):
        keys = [tuple(row[name] for name in key) for row in rows]
        if len(set(keys)) < len(keys):
            yield f"{resource['name']}: two rows have one key"
    for link in schema["foreignKeys"]:
        there = link["reference"]
        known = {tuple(row[name] for name in there["fields"]) for row in tables[there["resource"]]}
        for row in rows:
            wanted = tuple(row[name] for name in link["fields"])
            if any(wanted) and wanted not in known:  # one that is empty in part leads nowhere
                yield f"{resource['name']}: {wanted} is not in {there['resource']}"
