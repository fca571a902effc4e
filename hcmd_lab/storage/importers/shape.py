"""The common shape of imported data, and its rows as stage tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hcmd_lab.game.played import PlayedStage
from hcmd_lab.game.rules import HUNDREDTHS


@dataclass(frozen=True, slots=True)
class Decision:
    """One seat in one round.

    Attributes:
        endowment: Coins.
        contribution: Coins.
        payout: Coins from the fund.
    """

    endowment: int
    contribution: int
    payout: float


@dataclass(frozen=True, slots=True)
class ImportedGroup:
    """A group as described by a file.

    Attributes:
        stages: Stages in the order played.
        votes: Per seat the stage voted for, or None.
    """

    stages: tuple[PlayedStage, ...]
    votes: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Content of a whole file.

    Attributes:
        groups: Groups in file order.
        left_out: Groups that the layout's rules leave out.
    """

    groups: tuple[ImportedGroup, ...]
    left_out: int


def make_stage(
    stage: int, mechanism: str, seats: int, decisions: Mapping[tuple[int, int], Decision]
) -> PlayedStage | None:
    """A stage from its decisions by round (from 1) and seat; None if any are missing."""
    rounds = max((round_number for round_number, _ in decisions), default=0)
    slots = [[(t, seat) for seat in range(seats)] for t in range(1, rounds + 1)]
    if not rounds or any(slot not in decisions for row in slots for slot in row):
        return None
    table: Sequence[Sequence[Decision]] = [[decisions[slot] for slot in row] for row in slots]
    return PlayedStage(
        stage=stage,
        mechanism=mechanism,
        endowments=tuple(tuple(d.endowment for d in row) for row in table),
        contributions=tuple(tuple(d.contribution for d in row) for row in table),
        # A study counts in hundredths of a coin.
        payouts=tuple(
            tuple(round(HUNDREDTHS * d.payout) / HUNDREDTHS for d in row) for row in table
        ),
        own_choice=((True,) * seats,) * rounds,
    )
