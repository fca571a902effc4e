"""Played games as plain records: what storage hands to learning.

Arrays are nested tuples, `T` rounds by `N` seats, so that the records encode to JSON as they are.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, get_args

Source = Literal["human", "simulated", "imported"]
Purpose = Literal["acquire", "evaluate", "pilot"]
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
UNKNOWN_MECHANISM = "unknown"
"""Name of an imported stage's mechanism where its file has none: two of them need not be alike."""


class Aside(StrEnum):
    """Whether the study has gone back to a step before a group, and what became of its data."""

    NO = ""
    DATA = "data"  # it no longer counts; what it did in ACQUIRE stays data for MODEL
    UNUSED = "unused"  # nothing uses it any more


@dataclass(frozen=True, slots=True)
class PlayedStage:
    """One stage of one group.

    Attributes:
        stage: 1, 2 or 3.
        mechanism: Name of the mechanism that divided the fund.
        endowments: `T x N` coins.
        contributions: `T x N` coins.
        payouts: `T x N` coins from the fund (hundredths are kept as decimals).
        own_choice: `T x N`; False where a timeout or a stand-in decided, so that MODEL can leave
            the decision out of its loss while it stays in the history.
    """

    stage: int
    mechanism: str
    endowments: tuple[tuple[int, ...], ...]
    contributions: tuple[tuple[int, ...], ...]
    payouts: tuple[tuple[float, ...], ...]
    own_choice: tuple[tuple[bool, ...], ...]


@dataclass(frozen=True, slots=True)
class PlayedGroup:
    """The stages of one group and its votes.

    Attributes:
        group: Unique within the study, `SESSION-NUMBER`.
        iteration: The study's iteration in which it was played (1 for the first).
        source: Kind of players.
        purpose: The session's purpose.
        stages: Stages in the order played.
        votes: Per seat the stage voted for (1 or 2), or None.
    """

    group: str
    iteration: int
    source: Source
    purpose: Purpose
    stages: tuple[PlayedStage, ...]
    votes: tuple[int | None, ...]

    @property
    def session(self) -> str:
        """Code of the session in which the group played, or with which it was imported."""
        return self.group.rpartition("-")[0]

    @property
    def stages_here(self) -> tuple[PlayedStage, ...]:
        """The stages whose mechanism's name is that of one of the study's.

        None of an imported group: a name in a file, such as another study's `theta_1`, does not say
        that the fund was divided by the mechanism that has this name here.
        """
        return () if self.source == "imported" else self.stages
