"""Where a study's backups lie, and which there are.

They lie in the study's folder `backups`, or in another place that the study was told, such as a
second disk. That place is noted in a file beside the database, so that backups are found although
the database cannot be read. Other studies may keep theirs in the same place, under the same name:
each backup holds the number by which a study is told from every other one.
"""

import contextlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.storage.identity import identity_in
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.typed_text import tidied_line

PLACE_FILE = "backups.place"
"""Names the folder that backups go to, if it is not the study's own."""

_UTC_FORMAT = "%Y%m%dT%H%M%S%fZ"

_TIME = r"\d{8}T\d{12}Z"

_NAME = re.compile(
    rf"(?P<study>.+)-(?P<utc>{_TIME})-(?P<why>[a-z]+)(?:-after-(?P<after>{_TIME}))?\.db"
)


class Occasion(StrEnum):
    """Why a backup was made."""

    SESSION = "session"  # a session has ended
    TRAINING = "training"  # a training step begins
    GOING_BACK = "back"  # steps are about to be set aside
    HAND = "hand"  # somebody asked for it
    FORMAT = "format"  # a newer version changes the study's format


_NEXT, _END = timedelta(microseconds=1), datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file.

    Attributes:
        path: The file.
        made: When, in UTC, by the clock of the time.
        occasion: Why.
        size: Bytes.
        after: What the newest one before stands at, if the clock had been set back since then.
    """

    path: Path
    made: datetime
    occasion: Occasion
    size: int
    after: datetime | None = None

    @property
    def stands_at(self) -> datetime:
        """Where it stands among the others: later than all that were made before it."""
        return self.made if self.after is None else self.after + min(_NEXT, _END - self.after)


def place_of(folder: StudyFolder) -> Path:
    """The folder that the next backup goes to: the study's own if what it was told is none."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        told = read_bounded(folder.path / PLACE_FILE, FileKind.RECORD).decode().strip()
        if Path(told).is_absolute() and told == tidied_line(told):
            return Path(told)
    return folder.backups


def backup_name(
    study: str, made: datetime, occasion: Occasion, after: datetime | None = None
) -> str:
    """The name of a backup's file; the attributes are those of `Backup`."""
    behind = "" if after is None else f"-after-{after.strftime(_UTC_FORMAT)}"
    return f"{study}-{made.strftime(_UTC_FORMAT)}-{occasion}{behind}.db"


def newest_first(found: Iterable[Backup]) -> list[Backup]:
    """Backups in the order in which they were made, whatever the clock said each time."""
    return sorted(found, key=lambda each: (each.stands_at, each.path.name), reverse=True)


def is_on_its_disk(folder: StudyFolder) -> bool:
    """Whether backups go to the disk that the study is on, as far as the system tells disks."""
    with contextlib.suppress(OSError):
        return place_of(folder).stat().st_dev == folder.path.stat().st_dev
    return False


def backups(folder: StudyFolder) -> list[Backup]:
    """The study's backups that can be found now, newest first."""
    found = [*in_place(folder.backups, None), *_former_formats(folder.backups)]
    if _has_other_place(folder):
        own = own_identity(folder)
        name = folder.path.absolute().name
        found += [each for each in in_place(place_of(folder), name) if is_of(each.path, own)]
    return newest_first(found)


def under_other_names(folder: StudyFolder) -> list[Backup]:
    """Backups of the study from when its folder had another name, newest first.

    They may also be of a copy of it that was gone on with, so that none is taken unasked.
    """
    own = own_identity(folder)
    if not own or not _has_other_place(folder):
        return []
    known = {each.path for each in backups(folder)}
    found = [each for each in in_place(place_of(folder), None) if each.path not in known]
    return newest_first(each for each in found if identity_in(each.path, is_alone=True) == own)


def own_identity(folder: StudyFolder) -> str:
    """What tells the study from every other one; empty if neither it nor its own backups tell."""
    found = identity_in(folder.database)
    for each in [] if found else newest_first(in_place(folder.backups, None)):
        found = found or identity_in(each.path, is_alone=True)
    return found


def is_of(backup: Path, identity: str) -> bool:
    """Whether a backup may be of a study: only one that is known to be of another one is not."""
    found = identity_in(backup, is_alone=True)
    return not identity or not found or found == identity


def _has_other_place(folder: StudyFolder) -> bool:
    return place_of(folder).absolute() != folder.backups.absolute()


def in_place(place: Path, study: str | None) -> list[Backup]:
    """Backups in a folder: of studies of a name, or of any."""
    found = []
    with contextlib.suppress(OSError):
        for path in place.glob("*.db"):
            named = _NAME.fullmatch(path.name)
            if named is None or study not in (None, named["study"]):
                continue
            with contextlib.suppress(ValueError, OSError):
                made, why = _read_time(named["utc"]), Occasion(named["why"])
                after = None if named["after"] is None else _read_time(named["after"])
                found.append(Backup(path, made, why, path.stat().st_size, after))
    return found


def _read_time(stamp: str) -> datetime:
    return datetime.strptime(stamp, _UTC_FORMAT).replace(tzinfo=UTC)


def _former_formats(place: Path) -> list[Backup]:
    """Copies that were made before a newer version changed the format."""
    found = []
    with contextlib.suppress(OSError):
        for path in place.glob("study-format-*.db"):
            about = path.stat()
            made = datetime.fromtimestamp(int(about.st_mtime), UTC)
            found.append(Backup(path, made, Occasion.FORMAT, about.st_size))
    return found
