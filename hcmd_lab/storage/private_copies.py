"""Which copies of a study still hold what was deleted in it for participants' privacy."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from hcmd_lab.storage.backup_places import backups, under_other_names
from hcmd_lab.storage.completeness import foreign_parts
from hcmd_lab.storage.restoring import set_aside
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.storage.written_folders import labels_in, written_folders

_READ = "mode=ro"  # a backup is one whole file, beside another copy may lie its write-ahead log


class Deleted(StrEnum):
    """What was deleted."""

    LABELS = "labels"
    FINGERPRINTS = "fingerprints"


@dataclass(frozen=True, slots=True)
class Copies:
    """Copies of one kind, as far as they can be read.

    Attributes:
        holding: They still hold it.
        unknown: Whether they hold it is not known: they are damaged, or of an earlier format.
    """

    holding: tuple[Path, ...] = ()
    unknown: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class PrivateCopies:
    """All copies that the study knows of; those that people have made are not among them.

    Attributes:
        exports: Folders that the study has written.
        backups: Its backups.
        aside: Folders with the study as it was before a restoration.
    """

    exports: Copies
    backups: Copies
    aside: Copies


def private_copies(folder: StudyFolder, session: str, *deleted: Deleted) -> PrivateCopies:
    """The copies that still hold what was deleted.

    Args:
        folder: The study's.
        session: Code of the session whose labels were deleted; empty for all.
        deleted: What was; fingerprints always of all sessions.
    """
    exports: list[tuple[Path, bool | None]] = []
    if Deleted.LABELS in deleted:  # fingerprints are in no export
        exports = [(each.path, labels_in(each, session)) for each in written_folders(folder)]
    return PrivateCopies(
        _sorted(exports),
        _sorted(
            (each.path, _holds(each.path, f"{_READ}&immutable=1", session, deleted))
            for each in (*backups(folder), *under_other_names(folder))
        ),
        _sorted(
            (each, _holds(each / "study.db", _READ, session, deleted)) for each in set_aside(folder)
        ),
    )


def _sorted(found: Iterable[tuple[Path, bool | None]]) -> Copies:
    """Copies by whether they hold it; None where nobody can tell."""
    known = list(found)
    return Copies(
        tuple(path for path, holds in known if holds),
        tuple(path for path, holds in known if holds is None),
    )


def _holds(database: Path, how: str, session: str, deleted: Iterable[Deleted]) -> bool | None:
    """Whether a copy of the study's database holds it; None if nobody can tell."""
    uri = f"{database.absolute().as_uri()}?{how}"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            if any(foreign_parts(connection)):  # a view in its place may never end
                return None
            return any(
                connection.execute(f"SELECT EXISTS({sql})", {"session": session}).fetchone()[0]
                for each in deleted
                for sql in _rows(each)
            )
    except sqlite3.Error:
        return None


def _rows(deleted: Deleted) -> tuple[str, ...]:
    """Where they stand in a study's database."""
    match deleted:
        case Deleted.LABELS:
            return (
                "SELECT 1 FROM person_label WHERE :session IN ('', session)",
                "SELECT 1 FROM guest WHERE :session IN ('', session)",
            )
        case Deleted.FINGERPRINTS:
            return ("SELECT 1 FROM fingerprint",)
        case _:
            assert_never(deleted)
