"""Updates as whoever makes releases would make them, with a kiosk of a few bytes."""

import io
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

from hcmd_lab.updates.keys import new_keys
from hcmd_lab.updates.releases import PROGRAM, own_system
from hcmd_lab.updates.signing import VALID_DAYS, sign_packages
from hcmd_lab.updates.verifying import Fetch

SYSTEM = own_system() or "linux-x86_64"


def packed(path: Path, *entries: tuple[str, bytes] | tarfile.TarInfo) -> Path:
    """A package with these files, all of which may be run, or whatever entries."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(path, "w:gz") as tar:
        for entry in entries:
            if isinstance(entry, tarfile.TarInfo):
                tar.addfile(entry, io.BytesIO(b"x" * entry.size))
                continue
            name, data = entry
            about = tarfile.TarInfo(name)
            about.size, about.mode = len(data), 0o755
            tar.addfile(about, io.BytesIO(data))
    return path


def package(
    folder: Path, version: str, program: bytes = b"#!/bin/sh\n", system: str = SYSTEM
) -> Path:
    """A package that holds nothing but the program."""
    ending = ".exe" if system.startswith("windows") else ""
    name = f"{PROGRAM}-{version}-{system}.tar.gz"
    return packed(folder / name, (f"{PROGRAM}/{PROGRAM}{ending}", program))


class UpdateMaker:
    """Makes updates in a folder, by keys of its own.

    Attributes:
        keys: The folder of the keys.
        into: The folder of the update.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.keys, self.into = folder / "keys", folder / "update"
        new_keys(self.keys)

    @property
    def root(self) -> bytes:
        return (self.keys / "root.json").read_bytes()

    def sign(
        self,
        version: str,
        program: bytes = b"#!/bin/sh\n",
        *,
        systems: tuple[str, ...] = (SYSTEM,),
        days: int = VALID_DAYS,
    ) -> Path:
        made = [package(self.folder / "made", version, program, each) for each in systems]
        sign_packages(made, self.keys, self.into, days)
        return self.into


def fetch_from(
    folder: Path, changed: Callable[[str, bytes], bytes | None] = lambda _name, data: data
) -> Fetch:
    """Fetches files of a folder as a host would give them, perhaps changed on the way."""

    def fetch(name: str) -> Iterator[bytes] | None:
        path = folder / name
        data = changed(name, path.read_bytes()) if path.is_file() else None
        return None if data is None else iter([data])

    return fetch
