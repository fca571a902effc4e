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
        """Names of the pictures that were written, and of any that were put beside them."""
        written = [Path(name) for name in written_files(self.root)]
        found = [*written, *(self.root / "figures").glob("*.png")]
        return sorted({file.stem for file in found if file.suffix == ".png" and _is_figure(file)})


def written_files(root: Path) -> dict[str, str]:
    """The SHA-256 of each file that the package was written with, by its path in it."""
    manifest = json.loads((root / "manifest.json").read_text(encoding="utf-8"))
    files: dict[str, str] = manifest["files"]
    return files


def changed_files(root: Path) -> list[str]:
    """What is wrong with files that lack or are not as they were written.

    The authors complete README.md; the tables have to be those of datapackage.json as well.
    """
    described = json.loads((root / "datapackage.json").read_text(encoding="utf-8"))
    written = {name: digest for name, digest in written_files(root).items() if name != "README.md"}
    hashes = [*written.items(), *((each["path"], each["hash"].removeprefix("sha256:"))
                                  for each in described["resources"])]  # fmt: skip
    faults = ((name, _fault(root / name, digest)) for name, digest in hashes)
    return sorted({f"{name} is {fault}" for name, fault in faults if fault})


def _fault(file: Path, digest: str) -> str:
    """What is wrong with a file; empty if nothing is."""
    if not file.is_file():
        return "not there"
    return "" if _digest(file) == digest else "another"


def _is_figure(file: Path) -> bool:
    return file.parent.name == "figures"


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
