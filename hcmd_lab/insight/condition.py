"""A mechanism in one endowment condition as arrays, with the profiles people really play.

Tails are alike, so a profile stands for every order of its tails, whichever rows the table has.

`S` contribution profiles in the order of `distinct_profiles`, `N` seats.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.profile_arrays import distinct_orders, distinct_rows, shares_at
from hcmd_lab.game.profiles import distinct_count, distinct_index
from hcmd_lab.game.rules import Game

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

MIN_ROUNDS = 20
"""With fewer played rounds of a condition in which anybody gave, nobody knows where people play;
all profiles then count alike, in each order of their tails."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A mechanism in one condition, given by the tails' endowment.

    Attributes:
        game: The game.
        tail_endowment: Coins each tail receives.
        contributions: `S x N` coins.
        shares: `S x N`, of the fund.
        rounds_played: Rounds of the condition that were played with the mechanism.
        as_played: Whether profiles count as often as they were played; otherwise all count alike,
            in each order of their tails.
        weights: `S`, how much each profile counts; they sum to one.
    """

    game: Game
    tail_endowment: int
    contributions: Whole
    shares: Floats
    rounds_played: int
    as_played: bool
    weights: Floats

    @property
    def endowments(self) -> Whole:
        """`N` coins."""
        return np.array(self.game.endowments(self.tail_endowment))

    @property
    def funds(self) -> Floats:
        """`S` coins: the fund after growth."""
        funds: Floats = self.game.multiplier * self.contributions.sum(axis=1)
        return funds


def condition(
    policy: FrozenPolicy, tail_endowment: int, played: Mapping[int, Whole] | None = None
) -> Condition:
    """Read one condition from a table.

    Args:
        policy: The table.
        tail_endowment: Coins each tail receives.
        played: Result of `play_counts`; without it all profiles have equal weight,
            in each order of their tails.

    Raises:
        ValueError: The table has no such condition.
    """
    if tail_endowment not in policy.tables:
        raise ValueError(f"the table has no condition with tail endowment {tail_endowment}")
    game = policy.game
    rows = distinct_rows(game, tail_endowment)
    counts = (played or {}).get(tail_endowment, np.zeros(len(rows), dtype=np.int64))
    rounds = int(counts.sum())
    # In the first profile nobody contributes: an empty fund is not divided.
    as_played = int(counts[1:].sum()) >= MIN_ROUNDS
    alike = distinct_orders(rows)
    weights = counts / rounds if as_played else alike / alike.sum()
    return Condition(
        game,
        tail_endowment,
        rows,
        shares_at(policy, tail_endowment, rows),
        rounds,
        as_played,
        weights,
    )


def play_counts(groups: Iterable[PlayedGroup], mechanism: str, game: Game) -> dict[int, Whole]:
    """How often each contribution profile was played with a mechanism, by tail endowment.

    Imported groups, which met none of the study's mechanisms, and rounds with other endowments than
    the game's are passed over.

    Args:
        groups: The groups as played.
        mechanism: Its name.
        game: Whose conditions are counted.

    Returns:
        `S` rounds for each condition of the game.
    """
    counts = {
        tail: np.zeros(distinct_count(game, tail), dtype=np.int64) for tail in game.tail_endowments
    }
    for group in groups:
        for stage in group.stages_here:
            if stage.mechanism != mechanism:
                continue
            for endowments, given in zip(stage.endowments, stage.contributions, strict=True):
                tail = endowments[-1]
                if tail in counts and endowments == game.endowments(tail):
                    counts[tail][distinct_index(game, tail, given)] += 1
    return counts
