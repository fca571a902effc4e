"""Whether a packaged program computes what its sources do: a study of each, exported, compared."""

import csv
import re
import sys
from pathlib import Path

from programs import LIMIT_S, demand, run_to_end

_CLOCK = re.compile(r"(^|\.)(epoch_time_\w+|time_\w+_utc|ms_per_update)$")
"""Columns that say when something happened or how long it took, which no seed decides."""


def run_source(*arguments: str | Path, home: Path, limit_s: float = LIMIT_S) -> None:
    """Run a command of the `hcmd-lab` of this Python with success, as `Program.run` does."""
    command = [sys.executable, "-P", "-m", "hcmd_lab", *arguments]
    run_to_end(command, f"The sources' {arguments[0]}", home, limit_s=limit_s)


def differences(first: Path, second: Path) -> list[str]:
    """Tables of two exports that are not the same, clocks aside; each with the first column.

    Args:
        first: Folder of an export.
        second: Folder of another.
    """
    names = sorted(
        {
            path.relative_to(folder).as_posix()
            for folder in (first, second)
            for path in folder.rglob("*.csv")
        }
    )
    demand(bool(names), f"There are no tables in {first} and {second}.")
    return [told for name in names if (told := _difference(name, first / name, second / name))]


def _difference(name: str, first: Path, second: Path) -> str:
    if not (first.is_file() and second.is_file()):
        return f"{name} (only in one)"
    columns, others = _columns(first), _columns(second)
    for column in [*columns, *(other for other in others if other not in columns)]:
        if not _CLOCK.search(column) and columns.get(column) != others.get(column):
            return f"{name} ({column})"
    return ""


def _columns(table: Path) -> dict[str, list[str]]:
    with table.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    return {name: [row[place] for row in rows] for place, name in enumerate(head)}
