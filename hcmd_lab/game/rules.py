"""One round of the Public Investment Game as pure arithmetic (paper section 3.1).

The real-valued functions use only `+ - *`, so the same code runs on floats, numpy arrays and
tensors: a "sequence of seats" holds one such quantity per seat.

What is displayed and paid is whole hundredths of a coin. The fund is `multiplier_percent * sum(c)`
hundredths, an integer, so no rounding is needed to know it; `divide_fund` hands it out by the
largest remainder, and the payouts therefore add up to the fund exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

HUNDREDTHS = 100
"""Hundredths of a coin in a coin: the unit of everything displayed and paid."""

WEIGHT_UNITS = 1_000_000_000
"""A mechanism's weights are whole parts per billion, so that every machine pays the same."""


class Quantity(Protocol):
    """A float, a numpy array or a tensor."""

    def __add__(self, other: Any, /) -> Any: ...  # noqa: ANN401
    def __sub__(self, other: Any, /) -> Any: ...  # noqa: ANN401
    def __mul__(self, other: Any, /) -> Any: ...  # noqa: ANN401


Q = TypeVar("Q", bound=Quantity)


@dataclass(frozen=True, slots=True)
class Game:
    """The parameters of the game; the defaults are the paper's (sections 3.1 and 4.1).

    Attributes:
        rounds: Rounds in a stage.
        head_endowment: Coins that seat 0 receives each round.
        tail_endowments: The conditions: coins each tail seat receives each round.
        tails: Number of tail seats.
        multiplier_percent: Growth of the fund in percent (160: it grows by 1.6).

    Raises:
        ValueError: A number is below 1, or the conditions are none or not all different.
    """

    rounds: int = 10
    head_endowment: int = 10
    tail_endowments: tuple[int, ...] = (2, 4, 6, 8, 10)
    tails: int = 3
    multiplier_percent: int = 160

    def __post_init__(self) -> None:
        numbers = (self.rounds, self.head_endowment, self.tails, self.multiplier_percent)
        if min(*numbers, *self.tail_endowments) < 1:
            raise ValueError(f"every number of a game must be at least 1: {self}")
        if not self.tail_endowments or len(set(self.tail_endowments)) < len(self.tail_endowments):
            raise ValueError(f"a game needs one or more different tail endowments: {self}")

    @property
    def seats(self) -> int:
        """Number of seats in a group."""
        return 1 + self.tails

    @property
    def multiplier(self) -> float:
        """Growth factor of the fund."""
        return self.multiplier_percent / 100

    @property
    def max_endowment(self) -> int:
        """The largest endowment of any seat in any condition."""
        return max(self.head_endowment, *self.tail_endowments)

    def endowments(self, tail_endowment: int) -> tuple[int, ...]:
        """Coins per seat in a condition: the head first, then the tails."""
        return (self.head_endowment,) + (tail_endowment,) * self.tails


PAPER_GAME = Game()
"""The game of the paper; `hcmd_lab.study.settings.game_of` says what a study plays."""


def fund(contributions: Sequence[Q], multiplier: float) -> Q:
    """The fund after growth, `multiplier * sum_i c_i`, in coins."""
    total: Any = contributions[0]
    for contribution in contributions[1:]:
        total = total + contribution
    grown: Q = total * multiplier
    return grown


def payouts(weights: Sequence[Q], contributions: Sequence[Q], multiplier: float) -> tuple[Q, ...]:
    """Each seat's payout from the fund, `w_i * fund`, in coins."""
    grown: Any = fund(contributions, multiplier)
    return tuple(weight * grown for weight in weights)


def rewards(
    endowments: Sequence[Q], contributions: Sequence[Q], paid: Sequence[Q]
) -> tuple[Q, ...]:
    """Each seat's earnings in the round, `payout_i + e_i - c_i`, in coins."""
    return tuple(
        payout + (endowment - contribution)
        for endowment, contribution, payout in zip(endowments, contributions, paid, strict=True)
    )


def apportion(total: int, shares: Sequence[int], first: int = 0) -> tuple[int, ...]:
    """Divide `total` indivisible units in proportion to integer `shares`, exactly.

    Largest remainder (Hamilton): everyone gets the whole part, the units left over go to the
    largest remainders. Equal remainders are served in seat order beginning at seat `first`.

    Args:
        total: Units to hand out, at least 0.
        shares: One non-negative integer per seat, not all 0.
        first: The seat that is served first among equal remainders.

    Returns:
        Units per seat; they sum to `total`.

    Raises:
        ValueError: The shares are negative or all 0.
    """
    whole = sum(shares)
    if whole <= 0 or min(shares) < 0:
        raise ValueError(f"shares must be at least 0 and not all 0, not {tuple(shares)}")
    count = len(shares)
    quotients = [divmod(total * share, whole) for share in shares]
    given = [quotient for quotient, _ in quotients]
    order = sorted(range(count), key=lambda seat: (-quotients[seat][1], (seat - first) % count))
    for seat in order[: total - sum(given)]:
        given[seat] += 1
    return tuple(given)


def fund_hundredths(contributions: Sequence[int], game: Game) -> int:
    """The fund after growth in hundredths of a coin; an exact integer."""
    return game.multiplier_percent * sum(contributions)


def divide_fund(
    weight_units: Sequence[int],
    contributions: Sequence[int],
    round_number: int,
    game: Game,
) -> tuple[int, ...]:
    """Payouts in hundredths of a coin; they sum to the fund exactly.

    The odd hundredth among equal remainders goes to another seat each round, so that over a stage
    no seat is favoured by rounding.

    Args:
        weight_units: The mechanism's weights in parts per billion, one per seat.
        contributions: Whole coins, one per seat.
        round_number: 1 for the first round of the stage.
        game: The parameters of the game.
    """
    return apportion(fund_hundredths(contributions, game), weight_units, first=round_number - 1)


def reward_hundredths(endowment: int, contribution: int, payout_hundredths: int) -> int:
    """A seat's earnings in the round, in hundredths of a coin."""
    return payout_hundredths + HUNDREDTHS * (endowment - contribution)
