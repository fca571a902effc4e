"""What can happen to groups that were played elsewhere; their sessions have no state."""

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


ImportEvent: TypeAlias = GroupImported | ImportTakenBack
"""An event of a session that was played elsewhere and has no state."""
