"""What all records of jobs are made of, and the levels that their conclusions share."""

import math

import msgspec

LEVEL = 0.05
"""Of the two-sided tests; intervals hold the rest, 95%."""

Z_95 = 1.959964
"""Standard errors to each side of a 95% interval."""

_ALIKE = 1e-9
"""Standard error that is but the rounding of floats."""

PAPER_SHARE = 0.543
"""The paper's share of votes for the trained mechanism: the effect whose power is reported."""

SEEN_OFTEN = 5
"""Decisions seen in a situation that make it known (see `hcmd_lab.insight.territory`)."""

WANTED_POWER = 0.8
"""At which an effect counts as detectable."""


class Base(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base class of all records of jobs: immutable, strict, keyword-only."""


class Interval(Base, frozen=True):
    """An estimate with its 95% confidence interval.

    Attributes:
        estimate: The estimate.
        low: Lower end of the interval.
        high: Upper end of the interval.
    """

    estimate: float
    low: float
    high: float

    @classmethod
    def of_share(cls, share: float, reach: float) -> "Interval":
        """The interval that reaches so far to each side of a share, within 0 and 1."""
        return cls(estimate=share, low=max(0.0, share - reach), high=min(1.0, share + reach))

    @classmethod
    def of_groups(cls, mean: float, error: float, groups: int) -> "Interval":
        """The interval of a mean over groups of numbers between 0 and 1: Student's, cut there.

        Groups that are all alike have no error, and are no certainty: Wilson's then, as if each
        number were a chance of which its group has tried once.

        Args:
            mean: Over groups.
            error: Its standard error, from how the groups differ.
            groups: How many, at least two.
        """
        if error < _ALIKE:
            square = Z_95**2 / groups
            middle = (mean + square / 2) / (1 + square)
            reach = math.sqrt(mean * (1 - mean) * square + square**2 / 4) / (1 + square)
            low, high = max(0.0, middle - reach), min(1.0, middle + reach)
            return cls(estimate=mean, low=min(mean, low), high=max(mean, high))
        return cls.of_share(mean, student_quantile(groups - 1) * error)

    def reach_towards(self, value: float) -> float:
        """How far the interval reaches from its estimate to the side of a value."""
        return self.high - self.estimate if value > self.estimate else self.estimate - self.low

    def of_the_other(self) -> "Interval":
        """The share that the other of two gets, where this is the share of the one."""
        return Interval(estimate=1 - self.estimate, low=1 - self.high, high=1 - self.low)


def student_quantile(freedom: int) -> float:
    """Standard errors to each side of a 95% interval, by Student's t."""
    from scipy.special import stdtrit  # noqa: PLC0415 - most that read records need it not

    return float(stdtrit(freedom, 1 - LEVEL / 2))
