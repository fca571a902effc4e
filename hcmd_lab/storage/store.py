"""The store of a study: one object per concern owns its SQL.

The process that calls `create` or `open` holds the study's lock and its only read-write
connection; any number of others may `read` meanwhile, each the study as it was at one moment. A
`Store` belongs to one thread.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlite_utils import Database

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.backup_places import Backup, Occasion
from hcmd_lab.storage.backups import back_up
from hcmd_lab.storage.completeness import (
    LOST_MARK_FACT,
    foreign_parts,
    incomplete,
    lost_mark_utc,
    told_as_foreign,
    unreadable_marks,
)
from hcmd_lab.storage.database_file import connect
from hcmd_lab.storage.derived_tables import DerivedTables
from hcmd_lab.storage.event_chain import ChainHead, first_broken, link_anew, told_as_broken
from hcmd_lab.storage.event_chain import head as chain_end
from hcmd_lab.storage.facts import Facts
from hcmd_lab.storage.file_system import writing_fails
from hcmd_lab.storage.fingerprints import Fingerprints
from hcmd_lab.storage.identity import IDENTITY_FACT
from hcmd_lab.storage.learned import Learned
from hcmd_lab.storage.mark import NO_MARK_YET, Mark, read_mark, write_mark
from hcmd_lab.storage.opening import create_study, open_study, read_study
from hcmd_lab.storage.private_data import PrivateData
from hcmd_lab.storage.seals import Place, SealHead, link_seals_anew, seal, seal_head
from hcmd_lab.storage.second_look import disk_answers
from hcmd_lab.storage.session_index import SessionIndex
from hcmd_lab.storage.session_log import SessionLog
from hcmd_lab.storage.session_replay import require_replayable
from hcmd_lab.storage.stations import FormerStations
from hcmd_lab.storage.study_database import StudyDatabase
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.storage.tables_from_log import TablesFromLog
from hcmd_lab.storage.unseen_changes import (
    broken_seal,
    changed_places,
    first_broken_seal,
    unseen_changes,
)
from hcmd_lab.timestamps import utc_now

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Store:
    """An open study. Use it as a context manager, or `close` it.

    Every method of its objects raises `OperatorError` when the disk is full or fails; what was
    stored before is intact then, and nothing of the method's own fact is stored.

    Attributes:
        folder: The study's folder.
        log: Events of the sessions, their clocks, and the files that groups were imported from.
        sessions: Questions about sessions that indexes answer.
        tables: Sessions, groups, participants, decisions and votes, derived from the log.
        tables_from_log: Whether they are what the log says, and how they are made again.
        learned: Mechanisms, training runs, and the pictures of the texts.
        private: Labels, participant lists and withdrawals.
        fingerprints: Fingerprints of labels, which recognise who took part before.
        stations: Stations paired with the study itself, by an earlier version.
        facts: Named values, such as the settings.
    """

    def __init__(
        self,
        folder: StudyFolder,
        sqlite: Database,
        lock: "BaseFileLock | None" = None,
        mark_of: Callable[[Path], Mark | None] = read_mark,
    ) -> None:
        """Take over an open database; use `create`, `open` or `read`."""
        self.folder = folder
        self._lock = lock
        self._mark_of = mark_of
        self._settled: tuple[ChainHead | None, SealHead] | None = None
        self._opened_as = ""
        self._database = StudyDatabase(
            folder.path, sqlite, read_only=lock is None, open_anew=self._open_anew
        )
        self.log = SessionLog(self._database)
        self.tables = DerivedTables(self._database)
        self.tables_from_log = TablesFromLog(self._database)
        self.sessions = SessionIndex(self._database)
        self.learned = Learned(self._database)
        self.private = PrivateData(self._database)
        self.fingerprints = Fingerprints(self._database)
        self.stations = FormerStations(self._database)
        self.facts = Facts(self._database)

    @classmethod
    def create(cls, folder: Path, facts: Mapping[str, object]) -> "Store":
        """Create a study in a folder that does not exist or is empty, and open it.

        Args:
            folder: Folder to create it in.
            facts: Initial facts by name; values that JSON can hold.

        Raises:
            UsageError: The folder is a study or has something else in it.
            OperatorError: The folder cannot be written.
        """
        create_study(StudyFolder(folder), facts)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """Open a study for reading and writing; an older one is upgraded.

        Raises:
            UsageError: There is no study in the folder.
            OperatorError: It is open elsewhere, damaged, or of a newer version.
        """
        place = StudyFolder(folder)
        store = cls(place, *open_study(place))
        store._opened_as = store.identity
        mark = read_mark(folder)
        if mark in (None, NO_MARK_YET):
            with suppress(OperatorError):  # as when it is closed
                if mark is None and LOST_MARK_FACT not in store.facts.names():
                    store.facts.set(LOST_MARK_FACT, utc_now())
                store.settle()
        return store

    @classmethod
    def read(cls, folder: Path) -> "Store":
        """Open a study for reading, even while another process has it open.

        All that is read is as it is now, whatever others write until it is closed. Nobody is to be
        waited for meanwhile: what others write stays in the write-ahead log until then.

        Raises:
            UsageError: There is no study in the folder.
            OperatorError: It is damaged, or of another version.
        """
        place = StudyFolder(folder)
        mark = read_mark(folder)
        database = read_study(place, mark)
        if mark is None and read_mark(folder) == NO_MARK_YET:  # of a format that knew none
            mark = NO_MARK_YET
        # One that is read later may be beyond the moment.
        return cls(place, database, mark_of=lambda _: mark)

    @contextmanager
    def beside(self) -> Iterator["Store"]:
        """The open study through a connection of its own, for another thread of this program.

        While it writes, this store can be read, and waits to write.

        Raises:
            OperatorError: The file cannot be opened.
        """
        other = Store(self.folder, connect(self.folder))
        try:
            yield other
        finally:
            other.close()
            self.log.read_anew()

    @property
    def identity(self) -> str:
        """What tells the study from every other one; empty for one of an earlier format."""
        return str(self.facts.get(IDENTITY_FACT, ""))

    def close(self) -> None:
        """Close the study and let others open it."""
        if self._lock is not None:
            with suppress(OperatorError):  # what is missing is a mark; all events are stored
                self.settle()
        self.tables_from_log.close()
        self._database.sqlite.close()
        if self._lock is not None:
            self._lock.release()

    def _open_anew(self) -> Database | None:
        """Open the database once more where its disk came back; None where it did not.

        Raises:
            OperatorError: It fails again, another program has the study, or it is not as it was.
        """
        path = self.folder.path
        if self._lock is None or not disk_answers(path) or writing_fails(path, 1) is not None:
            return None
        self._database.let_go()
        self._lock.release()
        sqlite, self._lock = open_study(self.folder)
        if self._is_as_it_was(sqlite):
            self._settled = None
            return sqlite
        sqlite.close()
        self._lock.release()
        raise OperatorError(
            "The disk of the study {path} is back, and does not have what was saved last, or has "
            "more. Close the study and open it again: an unfinished session can be resumed as it "
            "is on the disk.",
            path=path,
        )

    def _is_as_it_was(self, sqlite: Database) -> bool:
        found = StudyDatabase(self.folder.path, sqlite)
        is_this = Facts(found).get(IDENTITY_FACT, "") == self._opened_as
        return is_this and self.log.ends_with(chain_end(sqlite.conn))

    @property
    def saved_utc(self) -> str:
        """When something was last stored in the study; empty if nothing was since it is open."""
        return self._database.saved_utc

    def settle(self) -> None:
        """Bring what is stored from the write-ahead log into the database, and mark how far it is.

        A database whose write-ahead log is lost, or an older copy in its place, is recognised by
        the mark. What a reader of an earlier moment keeps in the log is brought in the next time.

        Raises:
            OperatorError: The disk fails; nothing is lost.
        """
        if self._database.is_in_transaction:
            return  # what is written may still be undone
        with self._database.reading() as connection:
            reached = self.log.head(), seal_head(connection)
            if reached == self._settled:
                return
            _, logged, brought = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            write_mark(self.folder.path, Mark.of(*reached, utc_now()))
            if brought == logged:
                self._settled = reached

    def back_up(self, occasion: Occasion) -> Backup:
        """Copy the whole study, as it is now, to the place of its backups.

        Raises:
            OperatorError: Nothing can be written there.
        """
        return back_up(self._database.sqlite.conn, self.folder, occasion)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Context in which everything is stored or nothing.

        What is read is as it was at one moment, whatever others write.
        """
        with self._database.writing():
            yield

    def version(self) -> object:
        """Equal to an earlier one if no other program has written to the study since then."""
        return self._database.version()

    def changed(self) -> list[Place]:
        """What another program has changed, taken out or put in beside the log of events."""
        with self._database.reading() as connection:
            return changed_places(connection)

    def take_as_it_is(self) -> list[Place]:
        """Seal what another program has changed beside the log, as it is now; returns what.

        What was sealed before stays in the chain of the seals.
        """
        with self._database.writing() as connection:
            found = changed_places(connection)
            seal(connection, found)
        return found

    def take_log_as_it_is(self) -> int | None:
        """Chain the log as it is now, and make anew what follows from it.

        Returns:
            The first event that was not as it was stored; None if all were.

        Raises:
            OperatorError: The log contradicts itself: no session could have come to that.
        """
        with self._database.writing() as connection:
            first = first_broken(connection)
            if first is None:
                return None
            link_anew(connection, first)
            self.log.read_anew()
            require_replayable(self.log)
            self.tables_from_log.mend()
        return first

    def take_seals_as_they_are(self) -> int | None:
        """Link the seals as they are now; the first that did not follow, None if each did."""
        with self._database.writing() as connection:
            first = first_broken_seal(connection)
            if first is not None:
                link_seals_anew(connection)
        return first

    def broken_seal(self) -> Sentence | None:
        """That a seal does not follow from those before it; None if each does."""
        with self._database.reading() as connection:
            return broken_seal(connection)

    def take_without_mark(self) -> bool:
        """Forget that the study was opened without its mark; whether it was."""
        with self._database.writing() as connection:
            was_lost = lost_mark_utc(connection) is not None
            connection.execute("DELETE FROM study WHERE key = ?", (LOST_MARK_FACT,))
        return was_lost

    def is_doubtful(self) -> bool:
        """Whether nobody can tell if something is missing: the mark is, or was at an opening."""
        mark = self._mark_of(self.folder.path)
        with self._database.reading() as connection:
            return bool(unreadable_marks(connection, mark))

    def gaps(self, on_progress: Callable[[int], None] = lambda event: None) -> list[Sentence]:
        """What is not as it was saved: events missing or changed, parts that are not a study's.

        Args:
            on_progress: Told how many events have been looked at, now and then; may raise.
        """
        mark = self._mark_of(self.folder.path)
        with self._database.reading() as connection:
            found = [told_as_foreign(part) for part in foreign_parts(connection)]
            found += unreadable_marks(connection, mark)
            missing = incomplete(connection, self.folder, mark)
            if missing is not None:
                found.append(missing)
            found += unseen_changes(connection)
            broken = first_broken(connection, on_progress)
            if broken is not None:
                found.append(told_as_broken(broken))
            return found

    def damages(self) -> list[Sentence]:
        """SQLite's findings about the file; empty if it is sound."""
        with self._database.reading() as connection:
            checked = connection.execute("PRAGMA integrity_check")
            found = [
                Sentence("the database: {damage}", damage=text)
                for (text,) in checked
                if text != "ok"
            ]
            orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
            # What the chain lacks is told by `gaps`, and the rest can be checked all the same.
            return found + [
                Sentence("table {table}: row {row} refers to nothing", table=row[0], row=row[1])
                for row in orphans
                if row[0] != "chain"
            ]
