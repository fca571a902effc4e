"""An update as it lies in a folder: checked as a station will check it, and read part by part."""

import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hcmd_lab.bounded_reader import FileKind, open_bounded, read_bounded
from hcmd_lab.errors import UsageError
from hcmd_lab.files import unreadable
from hcmd_lab.updates.reasons import NotTakenError, Why
from hcmd_lab.updates.releases import SYSTEMS, is_served
from hcmd_lab.updates.trust import fingerprint
from hcmd_lab.updates.verifying import Fetch, find_release

_ROOT_NAME = re.compile(r"(\d{1,9})\.root\.json")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class OfferedUpdate:
    """An update that is whole: signatures, lengths and hashes hold.

    Attributes:
        folder: Where it lies.
        versions: By system, of those that it has a package for.
        expires: The day on which its signatures end.
        keys: What identifies the keys that it is signed by, in the end by these.
    """

    folder: Path
    versions: Mapping[str, str]
    expires: date
    keys: str

    def part_of(self, name: str, part: int, size: int) -> tuple[int, bytes] | None:
        """Number of parts of a file, and one of them; None where there is no such part.

        Args:
            name: Of the file.
            part: Which one, from 0.
            size: Bytes of each part but the last.
        """
        if not is_served(name):
            return None
        path = self.folder / name
        try:
            with open_bounded(path, FileKind.PACKAGE, self.folder) as file:
                length = path.stat().st_size
                file.seek(part * size)
                data = file.read(size)
        except OSError:
            return None
        parts = max(1, -(-length // size))
        return (parts, data) if part < parts else None


def open_offer(folder: Path) -> OfferedUpdate:
    """Check the update in a folder as a station does that trusts its oldest keys.

    Raises:
        UsageError: There is none, or it is not whole.
    """
    root = _oldest_root(folder)
    versions: dict[str, str] = {}
    expires: date | None = None
    with tempfile.TemporaryDirectory(prefix="hcmd-update-") as beside:
        for system in SYSTEMS:
            try:
                found = find_release(root, Path(beside, "seen"), system, _read_in(folder))
                found.fetch(Path(beside, "package"))
            except NotTakenError as error:
                if error.why is Why.OTHER_SYSTEM:
                    continue
                raise _not_whole(folder, error) from error
            versions[system] = found.version
            expires = found.expires.date()
        newest = _newest_root(Path(beside, "seen"))
    if expires is None:
        raise _no_update(folder)
    return OfferedUpdate(folder, versions, expires, fingerprint(newest) or "")


def _oldest_root(folder: Path) -> bytes:
    try:
        names = [each.name for each in folder.iterdir()]
        numbers = [int(found[1]) for name in names if (found := _ROOT_NAME.fullmatch(name))]
        if numbers:
            return read_bounded(folder / f"{min(numbers)}.root.json", FileKind.RECORD, folder)
    except OSError as error:
        raise unreadable(str(folder), error) from error
    raise _no_update(folder)


def _newest_root(seen: Path) -> bytes:
    return read_bounded(seen / "root.json", FileKind.RECORD)


def _read_in(folder: Path) -> Fetch:
    def read(name: str) -> Iterator[bytes] | None:
        path = folder / name
        return _parts(path, folder) if path.is_file() else None

    return read


def _parts(path: Path, folder: Path) -> Iterator[bytes]:
    with open_bounded(path, FileKind.PACKAGE, folder) as file:
        while part := file.read(_CHUNK):
            yield part


def _no_update(folder: Path) -> UsageError:
    return UsageError(
        "{folder} holds no update; choose the folder that hcmd-lab updates sign has written.",
        folder=folder,
    )


def _not_whole(folder: Path, error: NotTakenError) -> UsageError:
    if error.why is Why.EXPIRED:
        return UsageError(
            "The signatures of the update in {folder} have ended (today is {today}); have it "
            "signed again, or check this computer’s date.",
            folder=folder,
            today=error.detail,
        )
    return UsageError(
        "The update in {folder} is not whole ({why}); copy it again from whoever made it.",
        folder=folder,
        why=f"{error.why.value} {error.detail}".strip(),
    )
