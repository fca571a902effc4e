"""Incentives: the return of one more coin to the seat that contributes it.

For a seat that gives `c` coins while the others give `d`, one more returns

    payout(c + 1, d) - payout(c, d)

coins to itself, averaged over the others' contributions `d`. Giving it pays where this is more than
the coin itself; in the paper's game it is 1.6 / 4 = 0.4 under equal shares, under libertarian 1.6.
"""

from dataclasses import dataclass

import numpy as np

from hcmd_lab.game.profile_arrays import distinct_numbers
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
    payouts = divided * condition.funds[:, None]
    expected = _of_head if role == "head" else _of_tail
    paid, funds = expected(condition, payouts)
    rewards = paid - np.arange(len(paid))
    # Differences in the last digits are not a reason to give more.
    best = int(np.argmax(rewards >= rewards.max() - 1e-6))
    return Incentive(
        np.diff(paid).tolist(),
        best,
        float(rewards[best] - rewards[0]),
        [float(p / f) if f > 0 else None for p, f in zip(paid, funds, strict=True)],
    )


def _of_head(condition: Condition, payouts: Floats) -> tuple[Floats, Floats]:
    """`e + 1` expected payouts of the head and expected funds, by its own contribution."""
    by_head = (condition.game.head_endowment + 1, -1)  # its contribution varies slowest
    others = condition.weights.reshape(by_head).sum(axis=0)
    paid: Floats = payouts[:, 0].reshape(by_head) @ others
    funds: Floats = condition.funds.reshape(by_head) @ others
    return paid, funds


def _of_tail(condition: Condition, payouts: Floats) -> tuple[Floats, Floats]:
    """The same of a tail, any of its group with the same chance."""
    game, tail = condition.game, condition.tail_endowment
    rows = condition.contributions
    seats = range(1, game.seats)
    without = np.concatenate([np.delete(rows, seat, axis=1) for seat in seats])
    sizes = [endowment + 1 for endowment in game.endowments(tail)[:-1]]
    others, which = np.unique(np.ravel_multi_index(tuple(without.T), sizes), return_inverse=True)
    chances = np.tile(condition.weights / game.tails, game.tails)
    chance = np.bincount(which, chances, len(others))
    met = np.stack(np.unravel_index(others[chance > 0], sizes), axis=1)
    chance = chance[chance > 0]
    paid, funds = np.zeros(tail + 1), np.zeros(tail + 1)
    for own in range(tail + 1):
        profile = np.insert(met, 1, own, axis=1)
        number = distinct_numbers(game, tail, profile)
        seat = 1 + (met[:, 1:] > own).sum(axis=1)  # where the descending row has it
        paid[own] = chance @ payouts[number, seat]
        funds[own] = chance @ condition.funds[number]
    return paid, funds
