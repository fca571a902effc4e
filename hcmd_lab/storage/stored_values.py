"""Values in rows of a study's database, which may hold what was never written there."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.fault_sentences import remedy


def read_json(text: str, row: str, path: Path) -> Any:  # noqa: ANN401 - whatever was stored
    """A value that a row of the database holds as JSON.

    Args:
        text: The JSON.
        row: Names the row in sentences.
        path: The study's folder.

    Raises:
        OperatorError: It is damaged.
    """
    try:
        return json.loads(text, parse_constant=_refuse)
    except (TypeError, ValueError, RecursionError) as error:
        raise _damaged_row(row, path) from error


def read_object(text: str, row: str, path: Path) -> dict[str, Any]:
    """As `read_json`, of a row that holds names and values.

    Raises:
        OperatorError: It is damaged, or holds something else.
    """
    value = read_json(text, row, path)
    if not isinstance(value, dict):
        raise _damaged_row(row, path)
    return value


def read_versions(text: str, row: str, path: Path) -> dict[str, str]:
    """As `read_object`, of versions by what they are of.

    Raises:
        OperatorError: It is damaged, or holds something else.
    """
    values = read_object(text, row, path)
    if not all(isinstance(value, str) for value in values.values()):
        raise _damaged_row(row, path)
    return values


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


@contextmanager
def readable_row(row: str, path: Path) -> Iterator[None]:
    """Context in which a row of the database is read that may hold what cannot be there.

    Args:
        row: Names the row in sentences.
        path: The study's folder.

    Raises:
        OperatorError: It does.
    """
    try:
        yield
    except (TypeError, ValueError, RecursionError) as error:
        raise _damaged_row(row, path) from error


def _damaged_row(row: str, path: Path) -> OperatorError:
    return OperatorError(
        "The row {row} in the database of the study {path} is damaged. {remedy}",
        row=row,
        path=path,
        remedy=remedy(path),
    )
