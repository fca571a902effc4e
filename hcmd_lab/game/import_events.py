"""What is recorded about sessions without their state: imports, and what is set aside."""

from dataclasses import dataclass
from typing import TypeAlias

from hcmd_lab.game.played import PlayedGroup


@dataclass(frozen=True, slots=True)
class GroupImported:
    """A group that was played elsewhere. It has no session state, only derived data."""

    at_ms: int
    group: int
    played: PlayedGroup


@dataclass(frozen=True, slots=True)
class ImportTakenBack:
    """The groups of an imported session no longer count.

    Attributes:
        at_ms: 0.
        removed: Whether nothing of them is shown any more; else they are void and stay to be seen.
        reason: Why.
    """

    at_ms: int
    removed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class SessionSetAside:
    """The study went back to a step before this session, whose groups no longer count.

    Attributes:
        at_ms: 0.
        step: The step that it went back to.
        iteration: The study's iteration.
        is_data: Whether what its groups did stays data for MODEL.
    """

    at_ms: int
    step: str
    iteration: int
    is_data: bool


ImportEvent: TypeAlias = GroupImported | ImportTakenBack
"""An event of a session that was played elsewhere and has no state."""

RecordEvent: TypeAlias = ImportEvent | SessionSetAside
"""An event that no session's state knows of: what is recorded about it, not what happens in it."""
