"""The study as an object: every stored fact is one atomic method.

The process that calls `create` or `open` holds the study's lock and its only read-write
connection; any number of others may `read` meanwhile. A `Store` belongs to one thread.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hcmd_lab.game.events import Event, GroupImported
from hcmd_lab.game.played import PlayedGroup, Purpose
from hcmd_lab.storage import intake as intakes
from hcmd_lab.storage import log, migrations, queries, rebuild, tables
from hcmd_lab.storage.codec import Logged
from hcmd_lab.storage.folder import StudyFolder
from hcmd_lab.storage.intake import Intake
from hcmd_lab.storage.learned_facts import LearnedFacts
from hcmd_lab.storage.opening import create_study, open_study, read_study
from hcmd_lab.storage.private_facts import PrivateFacts
from hcmd_lab.storage.records import (
    DecisionRow,
    GroupRow,
    ImportedFile,
    ParticipantRow,
    SessionRow,
    VoteRow,
)


class Store(LearnedFacts, PrivateFacts):
    """An open study. Use it as a context manager, or `close` it.

    Every method raises `OperatorError` when the disk is full or fails; what was stored before is
    intact then, and nothing of the method's own fact is stored.

    Attributes:
        folder: Where the study lies.
    """

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

    def backup(self, path: Path) -> None:
        """Copy the database into a file, also while it is being written."""
        with self._reading():
            migrations.backup(self._database, path)
