"""What a training process says while it works."""

from enum import StrEnum

import msgspec

from hcmd_lab.jobs.record import Base


class JobPhase(StrEnum):
    """A job's current activity, in a word or two for the reader."""

    CROSS_VALIDATION = "cross-validation"
    REFIT = "fit to all groups"
    VOTES = "fit to the votes"
    SELF_PLAY = "self-play"
    META_GAME = "meta-game"
    COUNTING = "counting of votes"
    FORESEEING = "simulated games"
    FREEZING = "tables for sessions"


class Progress(Base, tag="progress", frozen=True):
    """A progress report of a running job.

    Attributes:
        phase: Current activity.
        step: Amount done.
        total: Amount to do.
        device: Name of the computing device, as shown on screen.
        metrics: Current figures by name. Those with an `epoch` among them are told once an epoch.
        head_share: Per tail endowment, the head's share of the fund by head contribution (rows)
            and mean tail contribution (columns); only in some reports.
    """

    phase: JobPhase
    step: int
    total: int
    device: str = "CPU"
    metrics: dict[str, float] = msgspec.field(default_factory=dict)
    head_share: dict[int, list[list[float]]] = msgspec.field(default_factory=dict)
