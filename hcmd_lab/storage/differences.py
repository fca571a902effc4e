"""How a study differs from what was saved."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass

from hcmd_lab.storage.completeness import Gap, foreign_parts, gaps_to, lost_mark_utc
from hcmd_lab.storage.event_chain import first_broken
from hcmd_lab.storage.mark import read_mark
from hcmd_lab.storage.seals import Place
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.storage.unseen_changes import changed_places, first_broken_seal


@dataclass(frozen=True, slots=True)
class Differences:
    """How a study differs from what was saved.

    Attributes:
        gaps: How the log of events and the seals differ; None if nobody can tell, also where the
            study was opened without its mark since.
        changed: What another program has changed beside the log.
        event: The first event of the log that is not as it was stored; None if all are.
        seal: The first seal that does not follow from those before it; None if each does.
    """

    gaps: tuple[Gap, Gap] | None
    changed: list[Place]
    event: int | None = None
    seal: int | None = None

    def __bool__(self) -> bool:
        """Whether there are any, or nobody can tell."""
        is_changed = bool(self.changed) or self.event is not None or self.seal is not None
        return self.gaps != (Gap(), Gap()) or is_changed


def differences(folder: StudyFolder) -> Differences | None:
    """How a study, which may be open, differs from what was saved; None if it cannot be read."""
    gaps = gaps_of(folder)
    try:
        with closing(_connect(folder)) as connection:
            if any(foreign_parts(connection)):  # a view in its place may never end
                return None
            gaps = gaps if lost_mark_utc(connection) is None else None
            return Differences(
                gaps,
                changed_places(connection),
                first_broken(connection),
                first_broken_seal(connection),
            )
    except sqlite3.Error:
        return None


def gaps_of(folder: StudyFolder) -> tuple[Gap, Gap] | None:
    """How the log of events and the seals differ from the mark; None if nobody can tell."""
    saved = read_mark(folder.path)
    if saved is None:
        return None
    try:
        with closing(_connect(folder)) as connection:
            return gaps_to(connection, saved)
    except sqlite3.Error:  # of a format without these chains
        return None


def _connect(folder: StudyFolder) -> sqlite3.Connection:
    return sqlite3.connect(f"{folder.database.absolute().as_uri()}?mode=ro", uri=True)
