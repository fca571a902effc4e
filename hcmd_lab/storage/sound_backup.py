"""Which backup brings a study back as it was saved, and why newer ones are passed over.

A backup is a whole copy: what another program had changed by then is in it as well. One that can be
read is looked through as the study itself is: the chain of its events, the chain of its seals, each
sealed row.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from hcmd_lab.bounded_reader import require_file
from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence, in_a_row
from hcmd_lab.storage.backup_places import (
    Backup,
    backups,
    own_identity,
    place_of,
    under_other_names,
)
from hcmd_lab.storage.completeness import foreign_parts, told_as_foreign
from hcmd_lab.storage.database_file import APPLICATION_ID
from hcmd_lab.storage.event_chain import first_broken, told_as_broken
from hcmd_lab.storage.identity import identity_in
from hcmd_lab.storage.migrations import STEPS, event_chain
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.storage.unseen_changes import broken_seal, changed_places, names_of
from hcmd_lab.system_faults import reason_of

OnEvents: TypeAlias = Callable[[int, int], None]
"""Told how many events of a database were looked at, and of how many; may raise to end it."""

_STEPS_OF_SQLITE = 1_000_000
"""After which it is asked whether a statement is to go on: some times a second."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A backup that does not bring the study back as it was saved.

    Attributes:
        backup: The backup.
        why: What is wrong with it.
    """

    backup: Backup
    why: Sentence | str


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be restored.

    Attributes:
        backup: The newest backup that holds the study as it was saved; None if none does.
        passed_over: Newer ones, newest first; all that there are if none does.
    """

    backup: Backup | None
    passed_over: tuple[PassedOver, ...]


def choose_backup(folder: StudyFolder, on_events: OnEvents = lambda done, total: None) -> Choice:
    """The newest backup that can be read whole and holds what was saved.

    Args:
        folder: The study's.
        on_events: Told of each backup how much of it was looked at; may raise.
    """
    passed: list[PassedOver] = []
    for backup in backups(folder):
        why = unreadable(backup.path, on_events) or altered(backup.path, on_events)
        if why is None:
            return Choice(backup, tuple(passed))
        passed.append(PassedOver(backup, why))
    return Choice(None, tuple(passed))


def newest_sound(
    folder: StudyFolder, on_events: OnEvents = lambda done, total: None
) -> tuple[Backup, tuple[PassedOver, ...]]:
    """The newest backup that holds what was saved, and the newer ones that are passed over.

    Args:
        folder: The study's.
        on_events: Told of each backup how much of it was looked at; may raise.

    Raises:
        OperatorError: There is none.
    """
    if not own_identity(folder):
        _require_one_study(folder)
    found = choose_backup(folder, on_events)
    if found.backup is not None:
        return found.backup, found.passed_over
    if found.passed_over:
        raise OperatorError(
            "No backup of {folder} holds the study as it was saved; {n} (was|were) looked at. The "
            "newest is {file}: {why}. Nothing was restored. One that can be read is restored all "
            "the same if it is chosen (File, Backups, or: hcmd-lab restore STUDY --from FILE).",
            n=len(found.passed_over),
            folder=folder.path,
            file=found.passed_over[0].backup.path,
            why=found.passed_over[0].why,
        )
    others = under_other_names(folder)
    raise OperatorError.of(
        in_a_row(
            Sentence(
                "There is no backup of {folder}: none lies in {place}.",
                folder=folder.path,
                place=place_of(folder),
            ),
            *([told_under_other_names(others)] if others else []),
        )
    )


def _require_one_study(folder: StudyFolder) -> None:
    """Check that the backups are of one study, where nothing tells which one this was.

    Raises:
        OperatorError: Studies of one name keep theirs in one place.
    """
    found = backups(folder)
    studies = {identity_in(each.path, is_alone=True) for each in found} - {""}
    if len(studies) > 1:
        raise OperatorError(
            "{place} has backups of {n} studies whose folders are called {name}, and nothing tells "
            "any more which of them this one was. Nothing was restored; choose a backup (File, "
            "Backups, or: hcmd-lab restore STUDY --from FILE).",
            n=len(studies),
            place=place_of(folder),
            name=folder.path.absolute().name,
        )


def told_under_other_names(others: Sequence[Backup]) -> Sentence:
    """That backups of the study lie there which its folder, by another name, or a copy has made."""
    return Sentence(
        "{n} backup(s) (was|were) made when its folder had another name, or of a copy of it; the "
        "newest is {file}. Choose one of them to restore it (File, Backups, or: hcmd-lab restore "
        "STUDY --from FILE).",
        n=len(others),
        file=others[0].path,
    )


def unreadable(path: Path, on_events: OnEvents = lambda done, total: None) -> Sentence | str | None:
    """Why a backup cannot be read; None if it is a sound database of a format that is known.

    Args:
        path: The backup.
        on_events: Called now and then, before any event was looked at; may raise.
    """
    try:
        require_file(path)
        connection = _opened(path, on_events)
    except (OSError, sqlite3.Error) as error:
        return reason_of(error) if isinstance(error, OSError) else str(error)
    with closing(connection):
        try:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            (sound,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        except sqlite3.Error as error:
            on_events(0, 0)  # which ended it, perhaps
            return str(error)
    if application != APPLICATION_ID:
        is_empty = not path.stat().st_size
        return Sentence("it is empty") if is_empty else Sentence("it is another program’s")
    if version > len(STEPS):
        return Sentence("it is a newer version’s")
    return None if sound == "ok" else str(sound)


def altered(path: Path, on_events: OnEvents = lambda done, total: None) -> Sentence | str | None:
    """What another program has changed in a backup that can be read; None if nothing.

    One of an earlier format is held to what that format knew.

    Args:
        path: The backup.
        on_events: Told how much of its log was looked at; may raise.
    """
    try:
        with closing(_opened(path, lambda done, total: None)) as connection:
            return _altered(connection, on_events)
    except sqlite3.Error as error:
        return str(error)


def _altered(connection: sqlite3.Connection, on_events: OnEvents) -> Sentence | None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    is_current = version == len(STEPS)
    if is_current:
        parts = foreign_parts(connection)
        if parts:  # before anything else is read: a view in a table's place may never end
            return told_as_foreign(parts[0])
        changed = changed_places(connection)
        if changed:
            return Sentence("another program had changed {places}", places=names_of(changed))
        broken = broken_seal(connection)
        if broken is not None:
            return broken
    if version <= STEPS.index(event_chain):
        return None
    (total,) = connection.execute("SELECT count(*) FROM event").fetchone()
    event = first_broken(connection, lambda done: on_events(done, total))
    return None if event is None else told_as_broken(event)


def _opened(path: Path, on_events: OnEvents) -> sqlite3.Connection:
    """Connect to a backup; what SQLite does in one statement ends when it is no longer wanted."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)

    def tell() -> None:
        # SQLite would end the statement for a result that is true, as a signal's is.
        on_events(0, 0)

    connection.set_progress_handler(tell, _STEPS_OF_SQLITE)
    return connection
