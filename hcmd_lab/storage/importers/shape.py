"""The common shape of imported data, and its rows as stage tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hcmd_lab.errors import UsageError
from hcmd_lab.game.played import PlayedStage
from hcmd_lab.game.rules import HUNDREDTHS, Game
from hcmd_lab.sentence import Sentence


def require_groups_of(seats: int, game: Game) -> None:
    """Refuse published data whose groups are not as large as the study's.

    Args:
        seats: Participants of a group in the data.
        game: The study's game.

    Raises:
        UsageError: They are of another size.
    """
    if game.seats != seats:
        raise UsageError(
            "In these data {seats} people form a group, in the study {ours}; they belong in a "
            "study with groups of {seats}. Nothing was imported.",
            seats=seats,
            ours=game.seats,
        )


@dataclass(frozen=True, slots=True)
class Decision:
    """One seat in one round.

    Attributes:
        endowment: Coins.
        contribution: Coins.
        payout: Coins from the fund.
        own_choice: Whether the player decided, and no timeout or stand-in.
    """

    endowment: int
    contribution: int
    payout: float
    own_choice: bool = True


@dataclass(frozen=True, slots=True)
class ImportedGroup:
    """A group as described by a file.

    Attributes:
        stages: Stages in the order played.
        votes: Per seat the stage voted for, or None.
        name: The file's name of the group; empty if it has none.
    """

    stages: tuple[PlayedStage, ...]
    votes: tuple[int | None, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A group of a file that is not taken.

    Attributes:
        name: The file's name of the group.
        reason: Why, as the end of a sentence.
    """

    name: str
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """Content of a whole file.

    Attributes:
        groups: Groups in file order.
        left_out: Number of groups that the layout's rules leave out.
        named: Those of them that the layout names.
        recognised: What the file's cells were taken for, where that was found out.
        columns: By role what each column was taken for; empty if the layout fixes it.
    """

    groups: tuple[ImportedGroup, ...]
    left_out: int
    named: tuple[LeftOut, ...] = ()
    recognised: tuple[Sentence, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)


def make_stage(
    stage: int, mechanism: str, seats: int, decisions: Mapping[tuple[int, int], Decision]
) -> PlayedStage | None:
    """A stage from its decisions by round (from 1) and seat; None if any are missing."""
    if first_gap(seats, decisions) is not None:
        return None
    return full_stage(stage, mechanism, seats, decisions)


def full_stage(
    stage: int, mechanism: str, seats: int, decisions: Mapping[tuple[int, int], Decision]
) -> PlayedStage:
    """A stage from its decisions by round (from 1) and seat, of which none is missing."""
    rounds = max(round_number for round_number, _ in decisions)
    slots = [[(t, seat) for seat in range(seats)] for t in range(1, rounds + 1)]
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
        own_choice=tuple(tuple(d.own_choice for d in row) for row in table),
    )


def first_gap(seats: int, decisions: Mapping[tuple[int, int], Decision]) -> tuple[int, int] | None:
    """The first round (from 1) and seat that has no decision; None if all have one."""
    rounds = max((round_number for round_number, _ in decisions), default=1)
    slots = ((t, seat) for t in range(1, rounds + 1) for seat in range(seats))
    return next((slot for slot in slots if slot not in decisions), None)
