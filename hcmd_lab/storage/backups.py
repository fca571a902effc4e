"""Makes backups of a study: whole copies of its database, with the checkpoints beside them."""

import errno
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from hcmd_lab.drafts import draft_beside, sweep
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import PRIVATE, atomic_write, copy_file, make_folder, of_user
from hcmd_lab.storage.backup_places import (
    PLACE_FILE,
    Backup,
    Occasion,
    backup_name,
    backups,
    in_place,
    is_of,
    newest_first,
    own_identity,
    place_of,
)
from hcmd_lab.storage.disk_faults import readable_faults
from hcmd_lab.storage.file_system import writing_fails
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.system_faults import reason_of, remedy_of

_PROBED_BYTES = 1 << 20

KEPT = 20
"""Backups of a place; the oldest of more are deleted. Those made by hand are never deleted."""


def set_place(folder: StudyFolder, place: Path | None) -> None:
    """Tell a study where its backups go from now on; None takes its own folder `backups`.

    Backups that were made before stay where they are.

    Raises:
        UsageError: It lies in the study's own folder.
        OperatorError: Nothing can be written there.
    """
    with readable_faults(folder.path):
        chosen = None if place is None else of_user(place).absolute()
        if chosen is None or _is_same(chosen, folder.backups):
            (folder.path / PLACE_FILE).unlink(missing_ok=True)
            return
        if any(_is_same(each, folder.path) for each in (chosen, *chosen.parents)):
            raise UsageError(
                "{place} lies in the study's own folder, with which its backups would be lost or "
                "moved; choose a folder outside it, best on another disk.",
                place=chosen,
            )
        try:
            make_folder(chosen)
            probe = chosen / ".hcmd-lab-probe"
            atomic_write(probe, b"")
            probe.unlink()
        except OSError as error:
            raise _unwritable(chosen, error) from error
        atomic_write(folder.path / PLACE_FILE, f"{chosen}\n".encode())


def _is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one folder, whatever links and ways of writing they have."""
    try:
        return one.samefile(other)
    except OSError:  # one is not there
        return os.path.realpath(one) == os.path.realpath(other)


def back_up(
    database: sqlite3.Connection, folder: StudyFolder, occasion: Occasion, *, kept: int = KEPT
) -> Backup:
    """Copy a study's database and the checkpoints that are not there yet.

    Args:
        database: A connection to the study; it may be one that only reads.
        folder: The study's.
        occasion: Why.
        kept: Backups to keep in the place; older ones are deleted once this one is whole.

    Raises:
        OperatorError: The place cannot be written.
    """
    place = place_of(folder)
    now, name = datetime.now(UTC), folder.path.absolute().name
    with readable_faults(folder.path):
        newest = next((each.stands_at for each in backups(folder)), None)
        after = None if newest is None or newest < now else newest  # the clock was set back
        path = place / backup_name(name, now, occasion, after)
        try:
            _require_place(place, folder)
            sweep(place)
            copy_database(database, path)
            _copy_checkpoints(folder.checkpoints, place / "checkpoints")
            _rotate(folder, place, name, kept)
            return Backup(path, now, occasion, path.stat().st_size, after)
        except (sqlite3.Error, OSError) as error:
            why_not = None if place == folder.backups else _why_not_writable(place)
            if why_not is None:
                raise
            raise _unwritable(place, why_not) from error


def _require_place(place: Path, folder: StudyFolder) -> None:
    """Make the study's own folder of backups; another place has to be there.

    It is not made once more: where its disk is away, it would be made on this one.
    """
    if place == folder.backups:
        make_folder(place)
    elif not place.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(place))


def _why_not_writable(place: Path) -> OSError | None:
    """Why nothing can be written to a place; None if something can, and the study is at fault."""
    return writing_fails(place, _PROBED_BYTES)


def _unwritable(place: Path, error: OSError) -> OperatorError:
    return OperatorError(
        "Backups cannot be written to {place} ({reason}); {remedy}, or choose another folder.",
        place=place,
        reason=reason_of(error),
        remedy=remedy_of(error),
    )


def copy_database(database: sqlite3.Connection, path: Path) -> None:
    """Copy a database to a file, atomically and for its owner alone."""
    make_folder(path.parent)  # a copied study may lack an empty folder
    with draft_beside(path, PRIVATE) as draft:
        copy = sqlite3.connect(draft)
        try:
            # All pages at once: in portions it restarts with every commit and may never end.
            database.backup(copy, pages=-1)
            # One file is the whole copy: no write-ahead log is beside it when it is opened.
            copy.execute("PRAGMA journal_mode = DELETE").fetchone()
        finally:
            copy.close()


def _copy_checkpoints(source: Path, target: Path) -> None:
    """Checkpoints are named by their bytes, so one that is there is not copied again."""
    make_folder(target)
    for checkpoint in source.glob("*.safetensors"):
        copied = target / checkpoint.name
        if not copied.exists() or copied.stat().st_size != checkpoint.stat().st_size:
            copy_file(checkpoint, copied)


def _rotate(folder: StudyFolder, place: Path, name: str, kept: int) -> None:
    own = own_identity(folder)
    rotating = [
        each
        for each in in_place(place, name)
        if each.occasion is not Occasion.HAND and is_of(each.path, own)
    ]
    for old in newest_first(rotating)[kept:]:
        old.path.unlink(missing_ok=True)
