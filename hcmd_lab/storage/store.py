"""The study as an object: every stored fact is one atomic method.

The process that calls `create` or `open` holds the study's lock and its only read-write
connection; any number of others may `read` meanwhile. A `Store` belongs to one thread.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from hcmd_lab.game.events import Event, GroupImported
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.played import PlayedGroup, Purpose
from hcmd_lab.jobs import Job, Result
from hcmd_lab.storage import intake as intakes
from hcmd_lab.storage import log, migrations, privacy, queries, rebuild, tables
from hcmd_lab.storage.codec import Logged
from hcmd_lab.storage.faults import readable_faults
from hcmd_lab.storage.folder import StudyFolder
from hcmd_lab.storage.intake import Intake
from hcmd_lab.storage.opening import create_study, open_study, read_study
from hcmd_lab.storage.privacy import PrivacyRow
from hcmd_lab.storage.records import (
    DecisionRow,
    GroupRow,
    ImportedFile,
    MechanismRow,
    ParticipantRow,
    RunRow,
    SessionRow,
    VoteRow,
)
from hcmd_lab.storage.versions import software_versions

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Store:
    """An open study. Use it as a context manager, or `close` it.

    Every method raises `OperatorError` when the disk is full or fails; what was stored before is
    intact then, and nothing of the method's own fact is stored.

    Attributes:
        folder: Where the study lies.
    """

    def __init__(
        self, folder: StudyFolder, database: Database, lock: "BaseFileLock | None"
    ) -> None:
        """Take over an open database; use `create`, `open` or `read`."""
        self.folder = folder
        self._database = database
        self._connection = database.conn
        self._lock = lock
        self._versions = json.dumps(software_versions())

    # --- opening and closing -----------------------------------------------------------------

    @classmethod
    def create(cls, folder: Path, facts: Mapping[str, object]) -> "Store":
        """Make a study in a folder that does not exist or is empty, and open it.

        Args:
            folder: Where to make it.
            facts: What is known from the start, by name; values that JSON can hold.

        Raises:
            UsageError: The folder is a study or has something else in it.
            OperatorError: The folder cannot be written.
        """
        create_study(StudyFolder(folder), facts)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """Open a study for reading and writing; brings an older one up to date.

        Raises:
            UsageError: There is no study in the folder.
            OperatorError: It is open elsewhere, damaged, or of a newer version.
        """
        place = StudyFolder(folder)
        return cls(place, *open_study(place))

    @classmethod
    def read(cls, folder: Path) -> "Store":
        """Open a study for reading, also while another process has it open.

        Raises:
            UsageError: There is no study in the folder.
            OperatorError: It is damaged, or of another version.
        """
        place = StudyFolder(folder)
        return cls(place, read_study(place), None)

    def close(self) -> None:
        """Close the study and let others open it."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    # --- sessions and their events -----------------------------------------------------------

    def append(self, session: str, events: Sequence[Event], utc: str) -> None:
        """Store events and what follows from them, all or nothing; they are safe on return.

        Args:
            session: The session's code.
            events: In the order in which they happened.
            utc: The time of day.

        Raises:
            sqlite3.IntegrityError: An event contradicts what is stored, as a second decision for
                the same slot does (the session's state refuses such events first).
        """
        with self._transaction():
            log.append(self._connection, session, events, utc, self._versions)

    def append_import(
        self, session: str, groups: Sequence[GroupImported], utc: str, file: ImportedFile
    ) -> None:
        """Store groups that were played elsewhere as a session of their own.

        Raises:
            OperatorError: The same file was imported before.
        """
        with self._transaction():
            log.note_import(self._connection, session, file)
            log.append(self._connection, session, groups, utc, self._versions)

    def take_in(self, intake: Intake) -> None:
        """Store what another study has brought, all or nothing.

        Raises:
            OperatorError: One of its files was imported before.
        """
        with self._transaction():
            intakes.take_in(self._connection, intake)

    def imported_files(self) -> dict[str, ImportedFile]:
        """Which file each imported session comes from."""
        with self._reading():
            return log.imported_files(self._connection)

    def software(self) -> dict[int, dict[str, str]]:
        """The software that ran a session, by the number of the event with which it began to."""
        with self._reading():
            return log.software(self._connection)

    def events(self, session: str) -> list[Event]:
        """The log of a session, oldest first.

        Raises:
            OperatorError: An event is damaged or of an unknown kind.
        """
        with self._reading():
            return [logged.event for logged in self.logged_events(session)]

    def logged_events(self, session: str | None = None) -> Iterator[Logged]:
        """The log of a session, or of all sessions, with numbers and times.

        Raises:
            OperatorError: An event is damaged or of an unknown kind.
        """
        with self._reading():
            yield from log.logged_events(self._connection, session)

    def set_clock(self, session: str, at_ms: int) -> None:
        """Note how far the session's clock has come; it never goes back."""
        with self._transaction():
            log.set_clock(self._connection, session, at_ms)

    def clock(self, session: str) -> int:
        """Milliseconds on the session's clock when it was last noted, or at its last event."""
        with self._reading():
            return log.clock(self._connection, session)

    def sessions(self) -> list[SessionRow]:
        """All sessions, oldest first."""
        with self._reading():
            return queries.sessions(self._connection)

    def groups(self, session: str | None = None) -> list[GroupRow]:
        """The groups of a session, or of all sessions."""
        with self._reading():
            return queries.groups(self._connection, session)

    def participants(self, session: str | None = None) -> list[ParticipantRow]:
        """The participants of a session, or of all, in the order of their codes."""
        with self._reading():
            return queries.participants(self._connection, session)

    def decisions(self, session: str | None = None) -> list[DecisionRow]:
        """The decisions of a session, or of all, with what they earned so far."""
        with self._reading():
            return queries.decisions(self._connection, session)

    def votes(self, session: str | None = None) -> list[VoteRow]:
        """The votes of a session, or of all."""
        with self._reading():
            return queries.votes(self._connection, session)

    def played_groups(
        self,
        *,
        iterations: Collection[int] | None = None,
        purposes: Collection[Purpose] = ("acquire", "evaluate"),
        complete_only: bool = True,
    ) -> list[PlayedGroup]:
        """What was played, without void groups and without stages that were cut short.

        Args:
            iterations: The study's iterations; None for all.
            purposes: What the sessions were for; pilots are kept apart unless they are named.
            complete_only: Only groups whose last stage was played to its end.

        Returns:
            Groups in the order in which they were planned; payouts in coins, mechanisms by name.
        """
        with self._reading():
            found = queries.played_groups(self._connection, iterations, purposes, complete_only)
            return list(found)

    # --- mechanisms and training runs ---------------------------------------------------------

    def add_mechanism(self, policy: FrozenPolicy, provenance: Mapping[str, object]) -> None:
        """Keep a frozen mechanism under the hash of its table; again does nothing.

        Args:
            policy: The table with its name.
            provenance: How it came about; values that JSON can hold.
        """
        with self._transaction():
            tables.add_mechanism(self._connection, policy, provenance)

    def mechanism(self, sha256: str) -> FrozenPolicy:
        """A mechanism by the hash of its table, which is checked.

        Raises:
            OperatorError: The study does not have it, or it is damaged.
        """
        with self._reading():
            return tables.mechanism(self._connection, self.folder.path, sha256)

    def mechanisms(self) -> list[MechanismRow]:
        """All mechanisms, oldest first."""
        with self._reading():
            return tables.mechanisms(self._connection)

    def add_picture(self, data: bytes) -> None:
        """Keep a picture of the texts under its SHA-256; again does nothing."""
        with self._transaction():
            tables.add_picture(self._connection, data)

    def picture(self, sha256: str) -> bytes | None:
        """A picture of the texts; None if the study does not have it, or it is damaged."""
        with self._reading():
            return tables.picture(self._connection, sha256)

    def pictures(self) -> list[str]:
        """SHA-256 of all pictures of the texts."""
        with self._reading():
            return tables.pictures(self._connection)

    def add_run(
        self,
        kind: str,
        iteration: int,
        job: Job,
        result: Result,
        started_utc: str,
        finished_utc: str,
        versions: Mapping[str, str] | None = None,
    ) -> int:
        """Keep a training step as in `RunRow`; returns the run's number.

        Without `versions` those of this program are noted.
        """
        text = self._versions if versions is None else json.dumps(dict(versions))
        with self._transaction():
            return tables.add_run(
                self._connection, kind, iteration, job, result, started_utc, finished_utc, text
            )

    def runs(self, kind: str | None = None) -> list[RunRow]:
        """The runs of a step, or all, oldest first.

        Raises:
            OperatorError: A record of another version cannot be read.
        """
        with self._reading():
            return tables.runs(self._connection, self.folder.path, kind)

    # --- stations and facts about the study ---------------------------------------------------

    def pair_station(self, name: str, token_sha256: str, utc: str) -> None:
        """Keep a station's token, as a hash.

        Raises:
            OperatorError: A station of that name is paired already.
        """
        with self._transaction():
            tables.pair_station(self._connection, name, token_sha256, utc)

    def station_token(self, name: str) -> str | None:
        """Hash of a station's token, or None if it is not paired."""
        with self._reading():
            return tables.station_token(self._connection, name)

    def stations(self) -> list[str]:
        """Names of the paired stations, in the order of their pairing."""
        with self._reading():
            return tables.stations(self._connection)

    def unpair_station(self, name: str) -> None:
        """Forget a station's token; does nothing if it is not paired."""
        with self._transaction():
            tables.unpair_station(self._connection, name)

    def fact(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - whatever was stored
        """What is known under a name, or `default`."""
        with self._reading():
            return tables.fact(self._connection, key, default)

    def set_fact(self, key: str, value: object) -> None:
        """Keep a value that JSON can hold under a name."""
        with self._transaction():
            tables.set_fact(self._connection, key, value)

    # --- privacy -----------------------------------------------------------------------------

    def add_guests(self, session: str, guests: Iterable[str]) -> None:
        """Put labels on a session's guest list; those that are on it stay where they are."""
        with self._transaction():
            privacy.add_guests(self._connection, session, guests)

    def guests(self, session: str) -> tuple[str, ...]:
        """The guest list of a session; empty if it has none, or it was purged."""
        with self._reading():
            return privacy.guests(self._connection, session)

    def purge_labels(self, session: str, utc: str, reason: str) -> int:
        """Delete what participants are known by, and guest lists, for good; what they did stays.

        Copies in `backups` and in exports that were made before are not touched.

        Args:
            session: Code of a session; empty for all.
            utc: The time of day.
            reason: Stands in the audit.

        Returns:
            How many labels there were.
        """
        self._connection.execute("PRAGMA secure_delete = ON")
        with self._transaction():
            deleted = privacy.purge_labels(self._connection, session, utc, reason)
        with self._reading():
            # Deleted text would otherwise lie in the write-ahead log until it is overwritten.
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return deleted

    def withdraw(self, session: str, participant: str, utc: str, reason: str) -> None:
        """Note that a participant takes back what they gave: see `privacy_log`.

        Their data are in no later export, and MODEL does not learn from them. The log keeps them:
        the group could not be played again without them.
        """
        self._connection.execute("PRAGMA secure_delete = ON")
        with self._transaction():
            row = PrivacyRow(utc, "withdrawn", session, participant, reason)
            privacy.withdraw(self._connection, row)

    def privacy_log(self) -> list[PrivacyRow]:
        """What was done for the participants' privacy, oldest first."""
        with self._reading():
            return privacy.privacy_log(self._connection)

    def withdrawn(self) -> set[tuple[str, str]]:
        """Session and code of everyone who has withdrawn."""
        return {
            (row.session, row.participant) for row in self.privacy_log() if row.act == "withdrawn"
        }

    # --- upkeep ------------------------------------------------------------------------------

    def rebuild_derived(self) -> None:
        """Make the derived tables anew from the log."""
        with self._transaction():
            rebuild.rebuild(self._connection)

    def differences(self) -> list[str]:
        """Where the derived tables are not what the log makes them; one line each."""
        with self._reading():
            return rebuild.differences(self._connection)

    def damages(self) -> list[str]:
        """What SQLite finds wrong with the file; empty if it is sound."""
        with self._reading():
            return rebuild.damages(self._connection)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Inside, everything is read as it was at one moment, whatever others write."""
        with self._reading(), self._database.atomic():
            yield

    def backup(self, path: Path) -> None:
        """Copy the database into a file, also while it is being written."""
        with self._reading():
            migrations.backup(self._database, path)

    # --- the connection ----------------------------------------------------------------------

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        # `atomic` rolls back unless SQLite has done so itself, as it does when the disk is full.
        with readable_faults(self.folder.path), self._database.atomic():
            yield

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with readable_faults(self.folder.path):
            yield
