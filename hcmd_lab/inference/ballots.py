"""The votes of groups, as arrays that every inference begins with."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hcmd_lab.inference.sign_flips import Counts, Floats
from hcmd_lab.vote_plan import Weighting


@dataclass(frozen=True)
class Ballots:
    """Groups that compared two mechanisms and voted; each cast at least one vote.

    Attributes:
        won: `[G]` votes for the mechanism.
        cast: `[G]` votes cast.
        tails: `[G]` tail endowment, the condition.
        second: `[G]` 1 where the mechanism was played second, -1 where it was played first.
        labs: `[G]` where the group played.
    """

    won: Counts
    cast: Counts
    tails: Counts
    second: Counts
    labs: tuple[str, ...] = ()

    @property
    def groups(self) -> int:
        """How many there are."""
        return len(self.won)

    @property
    def for_second_stage(self) -> Counts:
        """`[G]` votes for the stage played second, whichever mechanism that was."""
        return np.where(self.second > 0, self.won, self.cast - self.won)

    @property
    def conditions(self) -> list[int]:
        """Tail endowments, ascending."""
        return [int(tail) for tail in np.unique(self.tails)]

    def of(self, counted: Sequence[bool] | Counts) -> "Ballots":
        """Some of the groups, by a mask."""
        mask = np.asarray(counted, dtype=bool)
        labs = tuple(lab for lab, kept in zip(self.labs, mask, strict=False) if kept)
        return Ballots(self.won[mask], self.cast[mask], self.tails[mask], self.second[mask], labs)

    def weights(self, weighting: Weighting) -> Floats | None:
        """`[G]` weights of a group's votes, 1 on average; None if every vote counts alike."""
        if weighting is Weighting.VOTES:
            return None
        votes = {tail: int(self.cast[self.tails == tail].sum()) for tail in self.conditions}
        if len(set(votes.values())) == 1:
            return None
        even = int(self.cast.sum()) / len(votes)
        return np.array([even / votes[int(tail)] for tail in self.tails])


def ballots(rows: Sequence[tuple[int, int, int, int, str]]) -> Ballots:
    """Ballots from one row a group: won, cast, tail endowment, second (1 or -1), lab."""
    won, cast, tails, second = (
        np.array([row[column] for row in rows], dtype=np.int64) for column in range(4)
    )
    return Ballots(won, cast, tails, second, tuple(row[4] for row in rows))
