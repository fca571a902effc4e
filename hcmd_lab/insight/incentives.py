"""Incentives: the return of one more coin to the seat that contributes it.

For a seat that gives `c` coins while the others give `d`, one more returns

    payout(c + 1, d) - payout(c, d)

coins to itself, averaged over the others' contributions `d`. Giving it pays where this is more than
the coin itself; under equal shares it is 1.6 / 4 = 0.4, under libertarian 1.6.
"""

from dataclasses import dataclass

import numpy as np

from hcmd_lab.insight.condition import Condition, Floats


@dataclass(frozen=True, slots=True)
class Incentive:
    """Returns of contributing for one role in one condition, the others unchanged.

    Attributes:
        returns: `e` numbers: coins received for the first, second, ... coin given.
        best: The contribution with the highest expected reward; the smallest of several.
        gain: Coins a round that it brings over giving nothing.
        share: `e + 1` numbers: the seat's share of the fund by what it gives, as coins received of
            coins in the funds; None where the fund is always empty.
    """

    returns: list[float]
    best: int
    gain: float
    share: list[float | None]


def incentive(condition: Condition, role: str, shares: Floats | None = None) -> Incentive:
    """Returns of contributing for the head or, averaged over the tail seats, for a tail.

    The others' contributions count as often as they were played, whatever the seat itself gave
    then, so that every level of giving meets the same others.

    Args:
        condition: The mechanism.
        role: `head` or `tail`.
        shares: `S x N`, other shares than the mechanism's, such as those of a rule.
    """
    divided = condition.shares if shares is None else shares
    seats = [0] if role == "head" else list(range(1, condition.game.seats))
    paid = np.mean([_expected(condition, divided, seat)[0] for seat in seats], axis=0)
    funds = np.mean([_expected(condition, divided, seat)[1] for seat in seats], axis=0)
    rewards = paid - np.arange(len(paid))
    # Differences in the last digits are not a reason to give more.
    best = int(np.argmax(rewards >= rewards.max() - 1e-6))
    return Incentive(
        np.diff(paid).tolist(),
        best,
        float(rewards[best] - rewards[0]),
        [float(p / f) if f > 0 else None for p, f in zip(paid, funds, strict=True)],
    )


def _expected(condition: Condition, shares: Floats, seat: int) -> tuple[Floats, Floats]:
    """`e + 1` expected payouts of a seat and expected funds, by the seat's own contribution."""
    others = condition.weights.reshape(condition.shape).sum(axis=seat)
    funds = np.moveaxis(condition.funds.reshape(condition.shape), seat, 0)
    paid = np.moveaxis((shares[:, seat] * condition.funds).reshape(condition.shape), seat, 0)
    axes = tuple(range(1, condition.game.seats))
    return (paid * others).sum(axis=axes), (funds * others).sum(axis=axes)
