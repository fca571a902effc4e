"""Where a study's backups lie, and which there are.

They lie in the study's folder `backups`, or in another place that the study was told, such as a
second disk. That place is noted in a file beside the database, so that backups are found although
the database cannot be read.
"""

import contextlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.typed_text import tidied_line

PLACE_FILE = "backups.place"
"""Names the folder that backups go to, if it is not the study's own."""

_UTC_FORMAT = "%Y%m%dT%H%M%S%fZ"

_NAME = re.compile(r"(?P<study>.+)-(?P<utc>\d{8}T\d{12}Z)-(?P<why>[a-z]+)\.db")


class Occasion(StrEnum):
    """Why a backup was made."""

    SESSION = "session"  # a session has ended
    TRAINING = "training"  # a training step begins
    GOING_BACK = "back"  # steps are about to be set aside
    HAND = "hand"  # somebody asked for it
    FORMAT = "format"  # a newer version changes the study's format


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file.

    Attributes:
        path: The file.
        made: When, in UTC.
        occasion: Why.
        size: Bytes.
    """

    path: Path
    made: datetime
    occasion: Occasion
    size: int


def place_of(folder: StudyFolder) -> Path:
    """The folder that the next backup goes to: the study's own if what it was told is none."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        told = read_bounded(folder.path / PLACE_FILE, FileKind.RECORD).decode().strip()
        if Path(told).is_absolute() and told == tidied_line(told):
            return Path(told)
    return folder.backups


def backup_name(study: str, made: datetime, occasion: Occasion) -> str:
    """The name of a backup's file, by which they are in order."""
    return f"{study}-{made.strftime(_UTC_FORMAT)}-{occasion}.db"


def backups(folder: StudyFolder) -> list[Backup]:
    """The study's backups that can be found now, newest first."""
    name = folder.path.absolute().name
    found = [*in_place(folder.backups, None), *_former_formats(folder.backups)]
    place = place_of(folder)
    if place.absolute() != folder.backups.absolute():
        found += in_place(place, name)  # other studies may keep theirs there too
    return sorted(found, key=lambda each: (each.made, each.path.name), reverse=True)


def in_place(place: Path, study: str | None) -> list[Backup]:
    """Backups in a folder: of a study, or of any."""
    found = []
    with contextlib.suppress(OSError):
        for path in place.glob("*.db"):
            named = _NAME.fullmatch(path.name)
            if named is None or study not in (None, named["study"]):
                continue
            with contextlib.suppress(ValueError, OSError):
                made = datetime.strptime(named["utc"], _UTC_FORMAT).replace(tzinfo=UTC)
                found.append(Backup(path, made, Occasion(named["why"]), path.stat().st_size))
    return found


def _former_formats(place: Path) -> list[Backup]:
    """Copies that were made before a newer version changed the format."""
    found = []
    with contextlib.suppress(OSError):
        for path in place.glob("study-format-*.db"):
            about = path.stat()
            made = datetime.fromtimestamp(int(about.st_mtime), UTC)
            found.append(Backup(path, made, Occasion.FORMAT, about.st_size))
    return found
