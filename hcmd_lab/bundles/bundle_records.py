"""The records inside a bundle's files."""

from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

import msgspec
from msgspec import Meta

from hcmd_lab.game.events import Event
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.storage.records import ImportedFile
from hcmd_lab.study.status import Step

FORMAT = 1
"""Of bundles; a program reads bundles of its own format and of earlier ones."""

Code: TypeAlias = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9_-]{1,64}\Z")]
Sha256: TypeAlias = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Sha256OrNone: TypeAlias = Annotated[str, Meta(pattern=r"\A([0-9a-f]{64})?\Z")]
_UTC = (
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
    r"T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00:00"
)
Utc: TypeAlias = Annotated[str, Meta(pattern=rf"\A{_UTC}\Z")]
UtcOrNone: TypeAlias = Annotated[str, Meta(pattern=rf"\A({_UTC})?\Z")]
# It is part of a file name in the export.
MechanismName: TypeAlias = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9][A-Za-z0-9_. -]{0,63}\Z")]
Iteration: TypeAlias = Annotated[int, Meta(ge=0, le=10_000)]


class Member(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file in a bundle.

    Attributes:
        name: Its name in the archive.
        sha256: SHA-256 of its bytes.
        size: Number of its bytes.
    """

    name: str
    sha256: Sha256
    size: int


class Manifest(msgspec.Struct, frozen=True):
    """Description of a bundle, stored in the bundle itself.

    Attributes:
        format: See `FORMAT`.
        made_utc: Time at which it was made.
        program: The version of HCMD Lab that made it.
        settings: The study's settings.
        members: All other files in it.
        labs: Where its sessions were played; none in bundles of earlier versions, and of a lab
            without a name.
        contrasts: The contrasts that are planned, in order; none where that of the settings holds.
        lab: Name of the lab that made it; empty if it has none, None in earlier versions' bundles.
        added_groups: Groups by which the settings' comparison was extended.
        added_iterations: Notes of the iterations that were added to the settings.
    """

    format: Annotated[int, Meta(ge=1)]
    made_utc: Utc
    program: str
    settings: dict[str, Any]
    members: tuple[Member, ...]
    labs: dict[Code, Annotated[str, Meta(max_length=200)]] = {}
    contrasts: tuple[dict[str, Any], ...] = ()
    lab: Annotated[str, Meta(max_length=200)] | None = None
    added_groups: Annotated[int, Meta(ge=0)] = 0
    added_iterations: tuple[dict[str, Any], ...] = ()


class EventLine(msgspec.Struct, frozen=True):
    """An event; bundles never contain participant labels.

    Attributes:
        session: Code of its session.
        utc: Time at which it was stored.
        kind: Kind of the event.
        body: The event as JSON.
        versions: The software that ran the session then; with the events that a host begins with.
    """

    session: Code
    utc: Utc
    kind: str
    body: msgspec.Raw
    versions: dict[str, str] | None = None


class RunLine(msgspec.Struct, frozen=True):
    """A training step and its result, each as JSON.

    Attributes:
        kind: The step.
        iteration: The study's iteration.
        job: The job that was run.
        result: Its result.
        started_utc: Time at which it started.
        finished_utc: Time at which it finished.
        versions: Software that computed it.
        table: SHA-256 of the frozen table that it made; empty if it made none.
        set_aside_utc: Time at which the study went back to a step before it; empty if it has not.
    """

    kind: Step
    iteration: Iteration
    job: msgspec.Raw
    result: msgspec.Raw
    started_utc: Utc
    finished_utc: Utc
    versions: dict[str, str]
    table: Sha256OrNone = ""
    set_aside_utc: UtcOrNone = ""


class MechanismLine(msgspec.Struct, frozen=True):
    """A frozen mechanism; its table is a separate member.

    Attributes:
        sha256: SHA-256 of the table.
        name: Its name in tables and plots.
        checkpoint: SHA-256 of the network it was computed from; empty for a closed form.
        provenance: Its provenance.
    """

    sha256: Sha256
    name: MechanismName
    checkpoint: Sha256OrNone
    provenance: dict[str, Any]


class ImportLine(msgspec.Struct, frozen=True):
    """A session whose groups were imported from a file."""

    session: Code
    name: str
    sha256: Sha256
    layout: str


class WithdrawalLine(msgspec.Struct, frozen=True):
    """A participant who has withdrawn."""

    utc: Utc
    session: Code
    participant: Code
    reason: str


class FingerprintLine(msgspec.Struct, frozen=True):
    """A participant's fingerprint and its key; only in bundles that are to recognise people."""

    session: Code
    participant: Code
    key: Sha256
    digest: Sha256


@dataclass(frozen=True, slots=True)
class BundledEvent:
    """A decoded event of a bundle.

    Attributes:
        line: The event as stored in the bundle.
        event: The event.
    """

    line: EventLine
    event: Event


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that has been read and whose hashes have been verified.

    Attributes:
        name: Name of the file.
        manifest: Its manifest.
        sessions: The log of each session by its code, oldest first.
        runs: Training steps, oldest first.
        mechanisms: Frozen tables with their provenance.
        checkpoints: Files of networks by their names.
        pictures: Pictures in the texts of its sessions.
        imports: Files that sessions were imported from, by session.
        withdrawals: Participants who have withdrawn.
        fingerprints: Fingerprints of participants; none unless the bundle was made with them.
    """

    name: str
    manifest: Manifest
    sessions: dict[str, list[BundledEvent]]
    runs: list[RunLine]
    mechanisms: list[tuple[FrozenPolicy, dict[str, Any]]]
    checkpoints: dict[str, bytes]
    pictures: list[bytes]
    imports: dict[str, ImportedFile]
    withdrawals: list[WithdrawalLine]
    fingerprints: list[FingerprintLine]

    @property
    def newest_trained(self) -> RunLine | None:
        """The training step whose mechanism is the newest, of those that were not set aside."""
        trained = [
            line
            for line in self.runs
            if line.kind in (Step.INITIALISE, Step.OPTIMIZE) and not line.set_aside_utc
        ]
        return max(reversed(trained), key=lambda line: line.iteration, default=None)
