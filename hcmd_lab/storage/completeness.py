"""Whether a database holds everything that was saved, and nothing that is not a study's."""

import sqlite3
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlite_utils import Database

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.event_chain import digest_of
from hcmd_lab.storage.mark import Mark
from hcmd_lab.storage.migrations import STEPS, build, format_of
from hcmd_lab.storage.seals import digest_of_seal, seal_head
from hcmd_lab.storage.study_folder import StudyFolder

_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"

UNMARKED_FACT = "unmarked"
"""In the copy of a study that was written before there were marks, and cannot be written to."""


LOST_MARK_FACT = "opened without its mark"
"""When a study was first opened to be written to without its mark, which is made anew then."""


def require_complete(database: Database, folder: StudyFolder, mark: Mark | None) -> None:
    """Check that no event is missing that was saved, and nothing of what is kept beside the log.

    Args:
        database: The study's database.
        folder: The study, for sentences.
        mark: How far the log was, as read before the moment of the database that is looked at.

    Raises:
        OperatorError: Something is, or the log or the rest is another one.
    """
    found = incomplete(database.conn, folder, mark)
    if found is not None:
        raise OperatorError.of(found)


@dataclass(frozen=True, slots=True)
class Gap:
    """How a chain differs from what its mark says.

    Attributes:
        missing: Links that are missing at its end.
        is_other: Whether it is another chain.
    """

    missing: int = 0
    is_other: bool = False


def gaps_to(connection: sqlite3.Connection, mark: Mark) -> tuple[Gap, Gap]:
    """How the log of events and the seals differ from what a mark says."""
    events, seals = Gap(), Gap()
    if mark.event and digest_of(connection, mark.event) != mark.digest:
        (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()
        events = _gap(last, mark.event)
    if mark.seal and digest_of_seal(connection, mark.seal) != mark.seal_digest:
        seals = _gap(seal_head(connection).number, mark.seal)
    return events, seals


def _gap(last: int, marked: int) -> Gap:
    return Gap(missing=marked - last) if last < marked else Gap(is_other=True)


def incomplete(
    connection: sqlite3.Connection, folder: StudyFolder, mark: Mark | None
) -> Sentence | None:
    """What is missing up to a mark, with what to do; None if all is there."""
    if mark is None:
        return None
    events, seals = gaps_to(connection, mark)
    if events != Gap():
        return _without_events(events, folder, mark)
    return None if seals == Gap() else _without_seals(seals, folder, mark)


def _without_events(gap: Gap, folder: StudyFolder, mark: Mark) -> Sentence:
    told = _when(folder, mark)
    if gap.missing:
        return Sentence(
            "The study {path} lacks {n} event(s) that were saved by {when} UTC: its file "
            "study.db-wal is missing, or study.db is an older copy. Put the files back; or restore "
            "a backup (File, Backups, or: hcmd-lab restore STUDY); or take it as it is (File, "
            "Backups, or: hcmd-lab restore STUDY --as-it-is).",
            n=gap.missing,
            **told,
        )
    return Sentence(
        "The log of the study {path} is not the one that was saved by {when} UTC: study.db was "
        "changed or replaced. Put it back; or restore a backup (File, Backups, or: hcmd-lab "
        "restore STUDY); or take it as it is (File, Backups, or: hcmd-lab restore STUDY "
        "--as-it-is).",
        **told,
    )


def _without_seals(gap: Gap, folder: StudyFolder, mark: Mark) -> Sentence:
    told = _when(folder, mark)
    if gap.missing:
        return Sentence(
            "The study {path} lacks {n} change(s) of its settings, training steps or notes that "
            "were saved by {when} UTC: its file study.db-wal is missing, or study.db is an older "
            "copy. Put the files back; or restore a backup (File, Backups, or: hcmd-lab restore "
            "STUDY); or take it as it is (File, Backups, or: hcmd-lab restore STUDY --as-it-is).",
            n=gap.missing,
            **told,
        )
    return Sentence(
        "Settings, training steps and notes of the study {path} are not those that were saved by "
        "{when} UTC: study.db was changed or replaced. Put it back; or restore a backup (File, "
        "Backups, or: hcmd-lab restore STUDY); or take it as it is (File, Backups, or: hcmd-lab "
        "restore STUDY --as-it-is).",
        **told,
    )


def _when(folder: StudyFolder, mark: Mark) -> dict[str, object]:
    return {"path": folder.path, "when": mark.utc[:19].replace("T", " ")}


def unreadable_marks(connection: sqlite3.Connection, mark: Mark | None) -> list[Sentence]:
    """Whether it can be told at all that nothing is missing; empty if it can."""
    found = []
    if mark is None and _fact(connection, UNMARKED_FACT) is None:
        found.append(
            Sentence(
                "the file study.mark is missing or cannot be read: it cannot be told whether the "
                "log has all events that were saved; put the file back if you have it"
            )
        )
    lost_utc = lost_mark_utc(connection)
    if lost_utc is not None:
        found.append(
            Sentence(
                "the study was opened at {when} UTC without its file study.mark, or with one that "
                "could not be read: it cannot be told whether events or changes that had been "
                "saved were missing then; restore a backup from before (File, Backups, or: "
                "hcmd-lab restore STUDY --from FILE), or take the study as it is (File, Backups, "
                "or: hcmd-lab restore STUDY --as-it-is)",
                when=lost_utc[:19].replace("T", " "),
            )
        )
    return found


def lost_mark_utc(connection: sqlite3.Connection) -> str | None:
    """When a study was first opened without its mark, and not taken as it is since; None if not."""
    told = _fact(connection, LOST_MARK_FACT)
    return None if told is None else told.strip('"')


def _fact(connection: sqlite3.Connection, name: str) -> str | None:
    """A fact as it is stored, as JSON."""
    row = connection.execute("SELECT value FROM study WHERE key = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def foreign_parts(connection: sqlite3.Connection) -> list[str]:
    """What is in the database and is not made by this version, or is not as this version makes it.

    Args:
        connection: To a study of the newest format.
    """
    return [
        *_foreign(connection),
        *_changed(connection),
        *(f"no {kind} {name}" for kind, name in _missing(connection)),
    ]


def told_as_foreign(part: str) -> Sentence:
    """That a part is too many, lacking or another one, which `foreign_parts` has found."""
    return Sentence("the database is not as this program makes one: {part}", part=part)


def _foreign(connection: sqlite3.Connection) -> list[str]:
    foreign = sorted(_found(connection).keys() - _expected().keys())
    return [f"{kind} {name}" for kind, name in foreign]


def _changed(connection: sqlite3.Connection) -> list[str]:
    expected, found = _expected(), _found(connection)
    return [
        f"{kind} {name}"
        for kind, name in sorted(found.keys() & expected.keys())
        if found[kind, name] != expected[kind, name]
    ]


def _found(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    return {(kind, name): _plain(sql) for kind, name, _, sql in connection.execute(_SCHEMA)}


def require_own(database: Database, folder: StudyFolder) -> None:
    """Check that nothing is in the database that HCMD Lab has not put there.

    Asked before anything else is read: a view in the place of a table may never end, a trigger, an
    index of an expression or a generated column is computed by itself. Of a study of an earlier
    format only what acts is known; it is asked again once it has been brought up to date.

    Raises:
        OperatorError: There is something foreign, a table is missing, or something of ours is not
            as we make it.
    """
    if format_of(database) == len(STEPS):
        foreign = [*_foreign(database.conn), *_changed(database.conn)]
        _require_tables(database.conn, folder)
    else:
        known = {name for kind, name in _expected() if kind == "trigger"}
        foreign = [
            f"{kind} {name}"
            for kind, name, _, _ in database.conn.execute(_SCHEMA)
            if kind == "view" or (kind == "trigger" and name not in known)
        ]
    if foreign:
        raise OperatorError(
            "The database of the study {path} holds what HCMD Lab has not put there ({parts}), "
            "and is not opened; if there is a backup, restore it (File, Backups, or: hcmd-lab "
            "restore STUDY).",
            path=folder.path,
            parts=", ".join(foreign),
        )


def _require_tables(connection: sqlite3.Connection, folder: StudyFolder) -> None:
    missing = [name for kind, name in _missing(connection) if kind == "table"]
    if missing:
        raise OperatorError(
            "The database of the study {path} lacks what HCMD Lab has put there ({tables}), and is "
            "not opened; if there is a backup, restore it (File, Backups, or: hcmd-lab restore "
            "STUDY).",
            path=folder.path,
            tables=", ".join(missing),
        )


def _missing(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return sorted(_expected().keys() - _found(connection).keys())


@cache
def _expected() -> dict[tuple[str, str], str]:
    database = Database(memory=True, execute_plugins=False)
    build(database, Path())
    made = _found(database.conn)
    database.close()
    return made


def _plain(sql: str | None) -> str:
    """A definition without the spaces and quotes in which versions differ."""
    return " ".join((sql or "").replace('"', "").split())
