"""Plain records of what the store holds."""

from dataclasses import dataclass
from typing import Any, Literal

from hcmd_lab.game.plan import GroupPlan
from hcmd_lab.game.played import Aside, Purpose, Source
from hcmd_lab.jobs.report import Result
from hcmd_lab.jobs.requests import Job

GroupStatus = Literal["waiting", "playing", "complete", "ended_early", "void", "unfilled"]


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session.

    Attributes:
        code: Names it in the study.
        purpose: The session's purpose.
        iteration: The study's iteration it belongs to (1 for the first).
        imported: Whether its groups were played elsewhere.
        seed: Seed of its plan; None for an imported one.
        status: `open` until its last event.
        opened_utc: Time at which its first event was stored.
        closed_utc: Time at which it was closed, or None.
        groups: Number of its groups.
        versions: Software that opened it.
        set_aside: Whether the study has gone back to a step before it.
    """

    code: str
    purpose: Purpose
    iteration: int
    imported: bool
    seed: int | None
    status: Literal["open", "closed"]
    opened_utc: str
    closed_utc: str | None
    groups: int
    versions: dict[str, str]
    set_aside: Aside = Aside.NO


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group.

    Attributes:
        session: Code of its session.
        number: Its number in the session, from 1.
        purpose: The session's purpose.
        iteration: The study's iteration.
        source: Kind of players.
        status: Its status.
        tail_endowment: Coins of each tail seat; 0 where they differ (imported groups alone).
        mechanisms: SHA-256 of the tables of stages 1 and 2; for an imported group their names,
            empty for a stage it did not play.
        plan: Its plan; None for an imported group.
        votes: Votes for stages 1 and 2, once counted.
        by_coin: Whether a coin decided the vote; None until then.
        winner: The stage whose mechanism is played again, once known.
        simulated_at: Stations of its simulated participants.
        set_aside: Whether the study has gone back to a step before it.
    """

    session: str
    number: int
    purpose: Purpose
    iteration: int
    source: Source
    status: GroupStatus
    tail_endowment: int
    mechanisms: tuple[str, str]
    plan: GroupPlan | None
    votes: tuple[int, int] | None
    by_coin: bool | None
    winner: int | None
    simulated_at: tuple[str, ...] = ()
    set_aside: Aside = Aside.NO

    @property
    def name(self) -> str:
        """Its name in the study's data: `SESSION-NUMBER`, as a `PlayedGroup` has it."""
        return f"{self.session}-{self.number}"


@dataclass(frozen=True, slots=True)
class MechanismRow:
    """A frozen mechanism, without its table.

    Attributes:
        sha256: SHA-256 of the table.
        name: Its name in tables and plots.
        checkpoint: SHA-256 of the network it was computed from; empty for a closed form.
        provenance: Its provenance.
        created_utc: Time at which it was stored.
    """

    sha256: str
    name: str
    checkpoint: str
    provenance: dict[str, Any]
    created_utc: str


@dataclass(frozen=True, slots=True)
class RunRow:
    """A completed training step.

    Attributes:
        id: Its number; later runs have larger ones.
        kind: The step.
        iteration: The study's iteration.
        job: The job that was run.
        result: Its result.
        started_utc: Time at which it started.
        finished_utc: Time at which it finished.
        versions: Software that computed it.
        set_aside_utc: Time at which the study went back to a step before it; empty if it has not.
    """

    id: int
    kind: str
    iteration: int
    job: Job
    result: Result
    started_utc: str
    finished_utc: str
    versions: dict[str, str]
    set_aside_utc: str = ""


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """A person in a session.

    Attributes:
        session: Code of the session.
        code: Names the person in the session.
        label: Label typed at check-in; empty if none.
        is_bot: Whether a program plays.
        station: The participant's station.
        group: Number of the group, or None before a seat is given.
        seat: 0 is the head; None before a seat is given.
        dropped: Whether the person has left for good.
        checked_in_utc: Time of check-in.
    """

    session: str
    code: str
    label: str
    is_bot: bool
    station: str
    group: int | None
    seat: int | None
    dropped: bool
    checked_in_utc: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A contribution and, once the fund is divided, its outcome.

    Attributes:
        session: Code of the session.
        group: Number of the group.
        stage: 1, 2 or 3.
        round: Number of the round, from 1.
        seat: 0 is the head.
        endowment: Coins received for the round.
        contribution: Coins put into the fund.
        decided_by: `participant`, `timeout` or `stand_in`.
        at_ms: Time on the session's clock; 0 for an imported one.
        mechanism: SHA-256 of the table that divided the fund; a name for an imported one.
        mechanism_name: The name of the same.
        weight_units: Share of the fund in parts per billion; None for an imported one.
        payout_hundredths: Payout from the fund, in hundredths of a coin.
    """

    session: str
    group: int
    stage: int
    round: int
    seat: int
    endowment: int
    contribution: int
    decided_by: str
    at_ms: int
    mechanism: str | None
    mechanism_name: str | None
    weight_units: int | None
    payout_hundredths: int | None


@dataclass(frozen=True, slots=True)
class VoteRow:
    """A vote.

    Attributes:
        session: Code of the session.
        group: Number of the group.
        seat: 0 is the head.
        choice: Stage 1 or 2; None if none was given.
        decided_by: `participant`, `timeout` or `stand_in`.
    """

    session: str
    group: int
    seat: int
    choice: int | None
    decided_by: str


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that groups were imported from.

    Attributes:
        name: Name of the file.
        sha256: SHA-256 of its bytes.
        layout: Layout in which it was read.
    """

    name: str
    sha256: str
    layout: str
