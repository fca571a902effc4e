"""Mechanisms: who gets which share of the fund, given endowments and contributions.

The closed-form family mixes a seat's own term with the mean of the others' (`own_weight`) and an
absolute with a relative form (`relative_weight`). With `c` the contributions, `rho = c / e`,
`C = sum c` and `P = sum rho`:

    y_abs_i = own_weight * c_i   + (1 - own_weight) * mean_{j != i} c_j
    y_rel_i = (C / P) * [own_weight * rho_i + (1 - own_weight) * mean_{j != i} rho_j]

and the weights are the mixture of the two, normalised. (Koster et al. 2022; paper section 4.1.)
"""

import math
import operator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Protocol, assert_never

from hcmd_lab.game.rules import WEIGHT_UNITS, apportion
from hcmd_lab.game.settings import Choice
from hcmd_lab.sentence import Sentence

NEWEST = "newest"
"""Stands for a study's newest mechanism, whichever that is when training has ended."""

NEWEST_RULE = "newest_rule"
"""Stands for the readable rule of the newest mechanism."""

RULE_OF = "rule_of_"
"""How the usual name of a mechanism's rule begins; the mechanism's follows."""


class Mechanism(Protocol):
    """A rule that divides the fund."""

    @property
    def name(self) -> str:
        """A short name for tables and plots."""

    def weights(self, endowments: Sequence[int], contributions: Sequence[int]) -> tuple[float, ...]:
        """Shares of the fund per seat: at least 0, summing to 1."""

    def __hash__(self) -> int:
        """It is a value: what it divides follows from it alone."""


@dataclass(frozen=True, slots=True)
class ClosedForm:
    """A member of the two-parameter family described at the top of this file.

    Attributes:
        name: A short name for tables and plots.
        own_weight: Weight of a seat's own term against the mean of the others', in [0, 1]; None
            stands for 1/N among N seats, with which the absolute form gives everyone the same.
        relative_weight: Weight of the relative form against the absolute one, in [0, 1].
    """

    name: str
    own_weight: float | None
    relative_weight: float

    def __post_init__(self) -> None:
        weights = {"own_weight": self.own_weight, "relative_weight": self.relative_weight}
        for field, weight in weights.items():
            if weight is not None and not 0 <= weight <= 1:
                raise ValueError(f"{field} must lie between 0 and 1, not {weight}")

    def own_weight_among(self, seats: int) -> float:
        """Weight of a seat's own term in a group of so many."""
        return 1 / seats if self.own_weight is None else self.own_weight

    def weights(self, endowments: Sequence[int], contributions: Sequence[int]) -> tuple[float, ...]:
        """Shares of the fund per seat; uniform when nobody contributes."""
        seats = len(contributions)
        total = float(sum(contributions))
        if total == 0:
            return (1 / seats,) * seats
        fractions = [c / e for c, e in zip(contributions, endowments, strict=True)]
        to_coins = total / _sum(fractions)
        absolute = self._mix([float(c) for c in contributions])
        relative = [to_coins * term for term in self._mix(fractions)]
        return tuple(
            ((1 - self.relative_weight) * a + self.relative_weight * r) / total
            for a, r in zip(absolute, relative, strict=True)
        )

    def _mix(self, terms: Sequence[float]) -> list[float]:
        total, others = _sum(terms), len(terms) - 1
        own_weight = self.own_weight_among(len(terms))
        return [own_weight * term + (1 - own_weight) * (total - term) / others for term in terms]


def _sum(terms: Sequence[float]) -> float:
    """The same on every Python: since 3.12 `sum` adds floats in a way of its own."""
    return reduce(operator.add, terms)


class BaselineName(Choice):
    """Named closed forms, as written in settings, tables and logs."""

    STRICT_EGALITARIAN = (
        "strict_egalitarian",
        "Strict egalitarian",
        "Everyone receives the same share.",
    )
    LIBERTARIAN = (
        "libertarian",
        "Libertarian",
        "Shares are proportional to the coins contributed.",
    )
    LIBERAL_EGALITARIAN = (
        "liberal_egalitarian",
        "Liberal egalitarian",
        "Shares are proportional to the fraction of the endowment contributed.",
    )

    @property
    def spoken(self) -> Sentence:
        """The name to use inside a sentence."""
        match self:
            case BaselineName.STRICT_EGALITARIAN:
                return Sentence("strict egalitarian")
            case BaselineName.LIBERTARIAN:
                return Sentence("libertarian")
            case BaselineName.LIBERAL_EGALITARIAN:
                return Sentence("liberal egalitarian")
            case _:
                assert_never(self)


STRICT_EGALITARIAN = ClosedForm(
    BaselineName.STRICT_EGALITARIAN.value, own_weight=None, relative_weight=0.0
)
LIBERTARIAN = ClosedForm(BaselineName.LIBERTARIAN.value, own_weight=1.0, relative_weight=0.0)
LIBERAL_EGALITARIAN = ClosedForm(
    BaselineName.LIBERAL_EGALITARIAN.value, own_weight=1.0, relative_weight=1.0
)

BASELINES: dict[str, ClosedForm] = {
    BaselineName.STRICT_EGALITARIAN: STRICT_EGALITARIAN,
    BaselineName.LIBERTARIAN: LIBERTARIAN,
    BaselineName.LIBERAL_EGALITARIAN: LIBERAL_EGALITARIAN,
}


def to_units(weights: Sequence[float]) -> tuple[int, ...]:
    """Weights as integer parts per billion that sum to exactly one billion.

    Raises:
        ValueError: A weight is negative or not a finite number, or they are all 0.
    """
    if not all(0 <= weight < math.inf for weight in weights):
        raise ValueError(f"weights must be finite numbers of at least 0, not {tuple(weights)}")
    # 2**40 steps keep a weight's relative error far below one part per billion.
    return apportion(WEIGHT_UNITS, [round(weight * 2**40) for weight in weights])
