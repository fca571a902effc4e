"""How far an update is at each station."""

from dataclasses import dataclass
from enum import Enum


class Stage(Enum):
    """How far a station is."""

    AWAY = "away"  # it has not come, or has gone again
    HERE = "here"  # it has an older version, and nobody has been told to update
    WAITING = "waiting"  # others fetch before it
    FETCHING = "fetching"
    RESTARTING = "restarting"  # it has verified and kept the update, and starts it
    DONE = "done"  # it runs the version that is offered, or a newer one
    NOT_TAKEN = "not_taken"


OPEN = frozenset({Stage.AWAY, Stage.HERE, Stage.WAITING, Stage.FETCHING, Stage.RESTARTING})
"""Of which something may still come."""


@dataclass(frozen=True, slots=True)
class Updated:
    """What is known of a station.

    Attributes:
        station: Its name.
        stage: How far it is.
        version: The version that it runs; empty while it is not known.
        system: Its system, as packages name it; empty while it is not known, or has no packages.
        offered: The version that is offered to its system; empty if there is none.
        percent: How much of the package it has fetched.
        why: Why it goes on with its version; a code of `Why`, or one of a later version.
        detail: What else it tells of that.
    """

    station: str
    stage: Stage = Stage.AWAY
    version: str = ""
    system: str = ""
    offered: str = ""
    percent: int = 0
    why: str = ""
    detail: str = ""
