"""Reads the tables of the package, by their names in datapackage.json."""

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

Row = dict[str, str]

Game = dict[str, Any]
"""The numbers of the game, as datapackage.json has them."""


class Package:
    """The package.

    Attributes:
        root: Its folder.
        described: What datapackage.json says.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        text = (root / "datapackage.json").read_text(encoding="utf-8")
        self.described: dict[str, Any] = json.loads(text)
        self._resources = {each["name"]: each for each in self.described["resources"]}

    @property
    def study(self) -> dict[str, Any]:
        """The game and the plan of the study."""
        found: dict[str, Any] = self.described["study"]
        return found

    def table(self, name: str) -> list[Row]:
        """The rows of a table."""
        return rows(self.root / self._resources[name]["path"])

    def picture(self, name: str) -> list[Row]:
        """The numbers of a picture."""
        return rows(self.root / "figures" / f"{name}.csv")

    def pictures(self) -> list[str]:
        """Names of the pictures."""
        return sorted(file.stem for file in (self.root / "figures").glob("*.png"))

    def changed(self) -> list[str]:
        """Tables whose bytes are not those that were hashed."""
        return [
            name
            for name, each in self._resources.items()
            if each["hash"] != f"sha256:{_digest(self.root / each['path'])}"
        ]


def _digest(file: Path) -> str:
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def rows(file: Path) -> list[Row]:
    """The rows of a CSV file."""
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def whole(cell: str) -> int | None:
    """A whole number; None for an empty cell."""
    return int(cell) if cell else None


def decimal(cell: str) -> float | None:
    """A number; None for an empty cell."""
    return float(cell) if cell else None
