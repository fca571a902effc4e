"""Takes in facts from another study, in one transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from hcmd_lab.game.events import Event
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.jobs.report import Result
from hcmd_lab.jobs.requests import Job
from hcmd_lab.storage.fingerprints import Fingerprint
from hcmd_lab.storage.private_data import PrivacyRow
from hcmd_lab.storage.records import ImportedFile
from hcmd_lab.storage.store import Store
from hcmd_lab.wanted import wanted

OnProgress: TypeAlias = Callable[[int, int], None]

_TOLD_EVERY = 100
"""Events; each of them would keep the window busy with being told."""


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event of another study's log.

    Attributes:
        session: Code of its session.
        utc: Time at which it was stored there.
        event: The event.
        versions: The software that ran the session then.
    """

    session: str
    utc: str
    event: Event
    versions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NewRun:
    """A training step from another study; the fields are those of `RunRow`."""

    kind: str
    iteration: int
    job: Job
    result: Result
    started_utc: str
    finished_utc: str
    versions: Mapping[str, str]
    set_aside_utc: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """New facts; the lists are in chronological order.

    Attributes:
        events: Events of new sessions or of known ones that continue.
        imports: Files that new sessions were imported from, by session.
        mechanisms: Frozen tables with their provenance.
        pictures: Pictures in the texts of new sessions.
        runs: Training steps.
        facts: About the study, by name.
        withdrawals: Participants who have withdrawn.
        fingerprints: Fingerprints of participants.
    """

    events: list[NewEvent] = field(default_factory=list)
    imports: dict[str, ImportedFile] = field(default_factory=dict)
    mechanisms: list[tuple[FrozenPolicy, Mapping[str, object]]] = field(default_factory=list)
    pictures: list[bytes] = field(default_factory=list)
    runs: list[NewRun] = field(default_factory=list)
    facts: dict[str, object] = field(default_factory=dict)
    withdrawals: list[PrivacyRow] = field(default_factory=list)
    fingerprints: list[Fingerprint] = field(default_factory=list)


def nobody_told(_done: int, _total: int) -> None:
    """Where nobody waits to see how much is done."""


def take_in(store: Store, intake: Intake, on_progress: OnProgress = nobody_told) -> None:
    """Store a whole intake in one transaction.

    Args:
        store: The study's.
        intake: What is added.
        on_progress: Told the events done and to do; if it raises, nothing is added.

    Raises:
        OperatorError: A file was imported before, or the study cannot be written.
        sqlite3.IntegrityError: An event contradicts what is stored.
    """
    with store.transaction():
        for policy, provenance in intake.mechanisms:
            store.learned.add_mechanism(policy, provenance)
        for data in intake.pictures:
            store.learned.add_picture(data)
        for session, file in intake.imports.items():
            store.log.note_import(session, file)
        for done, new in enumerate(wanted(intake.events)):
            if done % _TOLD_EVERY == 0:
                on_progress(done, len(intake.events))
            store.log.append(new.session, [new.event], new.utc, new.versions)
        for run in intake.runs:
            number = store.learned.add_run(
                run.kind,
                run.iteration,
                run.job,
                run.result,
                run.started_utc,
                run.finished_utc,
                run.versions,
            )
            if run.set_aside_utc:
                store.learned.set_aside([number], run.set_aside_utc)
        for key, value in intake.facts.items():
            store.facts.set(key, value)
        store.fingerprints.add(intake.fingerprints)
        for row in intake.withdrawals:
            store.private.withdraw(row.session, row.participant, row.utc, row.reason)
