"""A mechanism in one endowment condition as arrays, with the profiles people really play.

`S` contribution profiles in the order of `profiles`, `N` seats.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hcmd_lab.game.frozen import FrozenPolicy, profile_count, profile_index
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import WEIGHT_UNITS, Game

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

MIN_ROUNDS = 20
"""With fewer played rounds of a condition in which anybody gave, nobody knows where people play;
all profiles then count alike."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A mechanism in one condition, given by the tails' endowment.

    Attributes:
        game: The game.
        tail_endowment: Coins each tail receives.
        contributions: `S x N` coins.
        shares: `S x N`, of the fund.
        rounds_played: Rounds of the condition that were played with the mechanism.
        as_played: Whether profiles count as often as they were played; otherwise all count alike.
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

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape that turns a column of `S` numbers into one axis per seat."""
        return tuple(int(e) + 1 for e in self.endowments)


def condition(
    policy: FrozenPolicy, tail_endowment: int, played: Mapping[int, Whole] | None = None
) -> Condition:
    """Read one condition from a table.

    Args:
        policy: The table.
        tail_endowment: Coins each tail receives.
        played: Result of `play_counts`; without it all profiles have equal weight.

    Raises:
        ValueError: The table has no such condition.
    """
    if tail_endowment not in policy.tables:
        raise ValueError(f"the table has no condition with tail endowment {tail_endowment}")
    game = policy.game
    states = profile_count(game, tail_endowment)
    counts = (played or {}).get(tail_endowment, np.zeros(states, dtype=np.int64))
    rounds = int(counts.sum())
    # In the first profile nobody contributes: an empty fund is not divided.
    as_played = int(counts[1:].sum()) >= MIN_ROUNDS
    weights = counts / rounds if as_played else np.full(states, 1 / states)
    axes = np.indices([e + 1 for e in game.endowments(tail_endowment)])
    table = np.frombuffer(policy.tables[tail_endowment], dtype=np.uint32)
    return Condition(
        game,
        tail_endowment,
        axes.reshape(game.seats, -1).T.astype(np.int64),
        table.reshape(-1, game.seats) / WEIGHT_UNITS,
        rounds,
        as_played,
        weights,
    )


def play_counts(groups: Iterable[PlayedGroup], mechanism: str, game: Game) -> dict[int, Whole]:
    """How often each contribution profile was played with a mechanism, by tail endowment.

    Rounds with other endowments than the game's (in imported data) are passed over.

    Args:
        groups: The groups as played.
        mechanism: Its name.
        game: Whose conditions are counted.

    Returns:
        `S` rounds for each condition of the game.
    """
    counts = {
        tail: np.zeros(profile_count(game, tail), dtype=np.int64) for tail in game.tail_endowments
    }
    for group in groups:
        for stage in group.stages:
            if stage.mechanism != mechanism:
                continue
            for endowments, given in zip(stage.endowments, stage.contributions, strict=True):
                tail = endowments[-1]
                if tail in counts and endowments == game.endowments(tail):
                    counts[tail][profile_index(endowments, given)] += 1
    return counts
