"""What all records of jobs are made of, and the levels that their conclusions share."""

import msgspec

LEVEL = 0.05
"""Of the two-sided tests; intervals hold the rest, 95%."""

Z_95 = 1.959964
"""Standard errors to each side of a 95% interval."""

PAPER_SHARE = 0.543
"""The paper's share of votes for the trained mechanism: the effect whose power is reported."""

SEEN_OFTEN = 5
"""Decisions seen in a situation that make it known (see `hcmd_lab.insight.territory`)."""

WANTED_POWER = 0.8
"""At which an effect counts as detectable."""


class Base(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base class of all records of jobs: immutable, strict, keyword-only."""


class Interval(Base, frozen=True):
    """An estimate with its 95% confidence interval."""

    estimate: float
    low: float
    high: float

    @classmethod
    def of_share(cls, share: float, reach: float) -> "Interval":
        """The interval that reaches so far to each side of a share, within 0 and 1."""
        return cls(estimate=share, low=max(0.0, share - reach), high=min(1.0, share + reach))

    def of_the_other(self) -> "Interval":
        """The share that the other of two gets, where this is the share of the one."""
        return Interval(estimate=1 - self.estimate, low=1 - self.high, high=1 - self.low)
