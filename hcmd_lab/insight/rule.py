"""A family of rules a person can read, and how well one fits a mechanism.

With the fraction `rho = c / e` that a seat gives, a threshold `tau` for its role, and `k` for what
the head's fraction counts beside a tail's (1 for a tail), what a seat gives counts as

    phi_i = k_i * max(0, rho_i - tau_i) / (1 - tau_i)

and a part `g` of the fund is divided in proportion to it, the rest in fixed parts, of which the
head has `q`:

    s_head = (1 - g) q                  + g phi_head / sum_j phi_j
    s_tail = (1 - g) (1 - q) / (N - 1)  + g phi_tail / sum_j phi_j

Where nothing counts, the part for giving is divided equally. The closed forms that the lab knows
are members: strict egalitarian `g = 0, q = 1/N`; libertarian `g = 1, k = e_head / e_tail`; liberal
egalitarian `g = 1, k = 1`. Of the two-parameter family in `game.mechanisms`, the purely absolute
and the purely relative forms with `own_weight >= 1/N` are members too:
`g = (N own_weight - 1) / (N - 1)`, `q = 1/N`; mixtures of the two forms are only approached.
"""

from dataclasses import dataclass

import numpy as np

from hcmd_lab.game.mechanisms import BaselineName
from hcmd_lab.insight.condition import Condition, Floats, Whole

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Rule:
    """A member of the family described at the top of this file, for one condition.

    Attributes:
        by_giving: `g`, the part of the fund that is divided by what is given.
        fixed_head: `q`, the head's part of the rest.
        head_counts: `k`, what a fraction given by the head counts, a tail's counting 1.
        head_threshold: Fraction up to which nothing counts that the head gives.
        tail_threshold: The same for a tail.
    """

    by_giving: float
    fixed_head: float
    head_counts: float = 1.0
    head_threshold: float = 0.0
    tail_threshold: float = 0.0

    def shares(self, endowments: Whole, contributions: Whole) -> Floats:
        """Shares of the fund under this rule.

        Args:
            endowments: `N` coins, the head's first.
            contributions: `S x N` coins.

        Returns:
            `S x N`; rows sum to one.
        """
        seats = len(endowments)
        fixed = np.full(seats, (1 - self.fixed_head) / (seats - 1))
        fixed[0] = self.fixed_head
        given = by_what_counts(
            contributions / endowments, self.head_counts, self.head_threshold, self.tail_threshold
        )
        shares: Floats = (1 - self.by_giving) * fixed + self.by_giving * given
        return shares


def by_what_counts(
    fractions: Floats, head_counts: float, head_threshold: float, tail_threshold: float
) -> Floats:
    """Shares proportional to the counted contributions: `phi_i / sum_j phi_j`, `S x N`.

    Args:
        fractions: `S x N`, given of the endowment.
        head_counts: As in `Rule`.
        head_threshold: As in `Rule`.
        tail_threshold: As in `Rule`.
    """
    seats = fractions.shape[1]
    threshold = np.array([head_threshold] + [tail_threshold] * (seats - 1))
    scale = np.array([head_counts] + [1.0] * (seats - 1)) / (1 - threshold)
    counted = np.maximum(fractions - threshold, 0.0) * scale
    total = counted.sum(axis=1, keepdims=True)
    nothing = total == 0
    shares: Floats = np.where(nothing, 1 / seats, counted / np.where(nothing, 1.0, total))
    return shares


def known_rules(condition: Condition) -> dict[str, Rule]:
    """The lab's closed forms as rules, by name; strict egalitarian means equal shares."""
    head, *tails = condition.endowments.tolist()
    equal = 1 / condition.game.seats
    return {
        BaselineName.STRICT_EGALITARIAN: Rule(0.0, equal),
        BaselineName.LIBERTARIAN: Rule(1.0, equal, head / tails[0]),
        BaselineName.LIBERAL_EGALITARIAN: Rule(1.0, equal),
    }


@dataclass(frozen=True, slots=True)
class Fidelity:
    """Agreement of a rule with a mechanism.

    Attributes:
        fund: Share of all coins in the funds that the rule hands to the same seats: 1 minus the
            mean total variation between the shares, weighted by the fund.
        r_squared: Part of the variance of all payouts that the rule explains. It may be below 0.
    """

    fund: float
    r_squared: float


def fidelity(condition: Condition, rule: Rule) -> Fidelity:
    """Compare a rule with the mechanism on all profiles, each with its weight."""
    found = rule.shares(condition.endowments, condition.contributions)
    coins = condition.weights * condition.funds
    variation = np.abs(found - condition.shares).sum(axis=1) / 2
    fund = 1.0 - float(coins @ variation / coins.sum())
    paid = condition.shares * condition.funds[:, None]
    missed = (found - condition.shares) * condition.funds[:, None]
    mean = (condition.weights @ paid).mean()
    spread = float(condition.weights @ ((paid - mean) ** 2).sum(axis=1))
    left = float(condition.weights @ (missed**2).sum(axis=1))
    # A single profile with equal payouts has no variance to explain.
    explained = 1.0 - left / spread if spread > _ROUNDING else float(left <= _ROUNDING)
    return Fidelity(fund, explained)
