"""Payouts that a file lacks, computed where everyone was given the same share of the fund."""

from collections.abc import Mapping
from dataclasses import replace

from hcmd_lab.game.rules import HUNDREDTHS, Game, divide_fund
from hcmd_lab.storage.importers.shape import Decision

MECHANISM = "equal_shares_computed"
"""What the mechanism of such stages is called: the name says that nobody recorded the payouts."""


def paid_equally(
    decisions: Mapping[tuple[int, int], Decision], game: Game
) -> dict[tuple[int, int], Decision]:
    """The decisions of a stage with the payouts that equal shares give.

    Args:
        decisions: By round (from 1) and seat, none missing.
        game: The study's game.

    Returns:
        The same with payouts that add up to each round's fund, in hundredths of a coin.
    """
    paid: dict[tuple[int, int], Decision] = {}
    for number in sorted({number for number, _ in decisions}):
        seats = [decisions[number, seat] for seat in range(game.seats)]
        given = [made.contribution for made in seats]
        hundredths = divide_fund([1] * game.seats, given, number, game)
        paid |= {
            (number, seat): replace(made, payout=amount / HUNDREDTHS)
            for seat, (made, amount) in enumerate(zip(seats, hundredths, strict=True))
        }
    return paid
