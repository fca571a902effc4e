"""Power where groups are told apart, by condition or by the order of their mechanisms.

What `vote_power` simulates by itself are groups that count alike. Here each simulated evaluation
keeps the conditions and orders of the groups, and is judged as they are: weighed, and with the
order taken out.

Shapes: `S` evaluations, `G` groups, `H` groups that played one mechanism twice.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hcmd_lab.inference.assumed_votes import Design, vote_chances
from hcmd_lab.inference.ballots import Ballots
from hcmd_lab.inference.order import counted_votes, imbalance
from hcmd_lab.inference.sign_flips import Counts, Floats
from hcmd_lab.inference.vote_shares import scores
from hcmd_lab.jobs.record import LEVEL, Z_95
from hcmd_lab.vote_plan import Looks, VotePlan

EVALUATIONS = 2000
"""Simulated evaluations; the power is known to 1.1 percentage points."""

_ALIKE = 0.95
"""Of the votes cast: groups whose votes weigh as much as that count as if they were alike."""

_EVERY_FLIP_UP_TO = 10  # groups, whose flips are 1,024; the sum of more is all but normal
_FEW = 60  # groups, up to which the steps of their sum are wide enough to matter
_FOURTH = (Z_95**3 - 3 * Z_95) / 24  # of the excess kurtosis, by which the 5% point moves
_ROUNDING = 1e-9  # of sums whose order of terms differs


@dataclass(frozen=True)
class WeighedDesign:
    """Groups that are told apart.

    Attributes:
        counted: The groups; only their conditions, orders and votes cast matter.
        twice: `[H]` votes cast by groups that played one mechanism twice.
        plan: How votes are judged.
    """

    counted: Ballots
    twice: Counts
    plan: VotePlan

    @classmethod
    def alike(cls, design: Design, plan: VotePlan) -> "WeighedDesign":
        """Groups of one condition, every other of which meets the mechanism second."""
        cast = np.repeat(list(design), list(design.values())).astype(np.int64)
        second = np.resize(np.array([1, -1], dtype=np.int64), len(cast))
        nobody = np.zeros(0, dtype=np.int64)
        return cls(Ballots(cast, cast, np.zeros_like(cast), second), nobody, plan)

    @property
    def is_unequal(self) -> bool:
        """Whether the groups tell less than as many that count alike would."""
        if self.plan.looks is Looks.SEQUENTIAL:
            return False  # its bets count every group alike
        unequal = imbalance(self.counted, self.twice)
        weighed = scores(
            self.counted.won,
            self.counted.cast,
            self.counted.weights(self.plan.weighting),
            counted=counted_votes(self.counted, unequal) if self.plan.order_adjusted else None,
        )
        return weighed.votes < _ALIKE * int(self.counted.cast.sum())

    @property
    def is_told_apart(self) -> bool:
        """Whether another test is made of these votes than of as many that count alike."""
        takes_out = self.plan.looks is Looks.FIXED and self.plan.order_adjusted
        return takes_out or self.is_unequal

    def power(self, share: float, correlation: float, dice: np.random.Generator) -> float:
        """The fraction of simulated evaluations that find a preference.

        Args:
            share: True share of votes in every condition; the order does not matter.
            correlation: Correlation of the votes of one group.
            dice: For the votes.
        """
        drawn = list(self._drawn(share, correlation, dice))
        for_second = _votes_won(self.twice, 0.5, correlation, dice)
        for kind in drawn:
            for_second += kind.counts @ (kind.won if kind.second > 0 else kind.cast - kind.won)
        every = int(self.counted.cast.sum() + self.twice.sum())
        shift = 2 * for_second / every - 1 if self.plan.order_adjusted else np.zeros(EVALUATIONS)
        scored = [(kind, kind.scores(shift)) for kind in drawn]
        if self.counted.groups <= _EVERY_FLIP_UP_TO:
            return float((_flipped(_by_group(scored)) < LEVEL).mean())
        is_whole = self.counted.weights(self.plan.weighting) is None
        steps = every if self.plan.order_adjusted else 1
        step = _steps(scored, steps) if is_whole and self.counted.groups <= _FEW else 0.0
        return float(_are_rejected(scored, step).mean())

    def _drawn(
        self, share: float, correlation: float, dice: np.random.Generator
    ) -> Iterator["_Kind"]:
        """The groups that are alike, with how many of them won how many votes."""
        weights = self.counted.weights(self.plan.weighting)
        weight = np.ones(self.counted.groups) if weights is None else weights
        rows = np.column_stack([self.counted.cast, self.counted.second, weight])
        for (cast, second, each), many in zip(
            *np.unique(rows, axis=0, return_counts=True), strict=True
        ):
            chances = vote_chances(share, int(cast), correlation)
            counts = dice.multinomial(many, chances, size=EVALUATIONS)
            yield _Kind(int(cast), int(second), float(each), counts)


@dataclass(frozen=True)
class _Kind:
    """Groups that cast as many votes in one order, with one weight.

    Attributes:
        cast: Votes of each.
        second: 1 where they met the mechanism second, -1 where first.
        weight: Of their votes.
        counts: `[S, cast + 1]` how many of them won 0, 1, ... votes.
    """

    cast: int
    second: int
    weight: float
    counts: Counts

    @property
    def won(self) -> Counts:
        """`[cast + 1]` votes for the mechanism."""
        return np.arange(self.cast + 1)

    def scores(self, shift: Floats) -> Floats:
        """`[S, cast + 1]` scores, by votes won.

        Args:
            shift: `[S]` surplus of a vote that comes of the order.
        """
        surplus = (2.0 * self.won - self.cast)[None, :]
        return np.asarray(self.weight * (surplus - shift[:, None] * self.second * self.cast))


Scored = list[tuple[_Kind, Floats]]
"""All kinds with their scores."""


def _votes_won(cast: Counts, share: float, correlation: float, dice: np.random.Generator) -> Counts:
    """`[S]` votes won by all of some groups, which cast so many each."""
    won = np.zeros(EVALUATIONS, dtype=np.int64)
    for votes, many in zip(*np.unique(cast, return_counts=True), strict=True):
        chances = vote_chances(share, int(votes), correlation)
        won += dice.multinomial(many, chances, size=EVALUATIONS) @ np.arange(votes + 1)
    return won


def _by_group(scored: Scored) -> Floats:
    """`[S, G]` scores, one for each group."""
    counts = np.concatenate([kind.counts for kind, _ in scored], axis=1)
    score = np.concatenate([each for _, each in scored], axis=1)
    groups = int(counts[0].sum())
    which = np.repeat(np.tile(np.arange(counts.shape[1]), len(counts)), counts.ravel())
    return np.take_along_axis(score, which.reshape(len(counts), groups), axis=1)


def _flipped(score: Floats) -> Floats:
    """`[S]` p-values of `[S, G]` scores: all flips of their signs are counted."""
    groups = score.shape[1]
    # A flip and its opposite are as far from 0.
    rest = itertools.product((1.0, -1.0), repeat=groups - 1)
    signs = np.array([(1.0, *each) for each in rest])
    far = np.abs(score.sum(1)) - _ROUNDING
    found: Floats = (np.abs(score @ signs.T) >= far[:, None]).mean(1)
    return found


def _are_rejected(scored: Scored, step: Floats | float) -> Counts:
    """`[S]` whether a sum of many scores is rejected.

    Over all flips it has mean 0, variance `sum a^2` and excess kurtosis `-2 sum a^4 / variance^2`,
    by which its 5% point is moved from that of the normal distribution (Cornish and Fisher). Half
    a step of the sum belongs to what is as far from 0.
    """
    total, square, fourth = (
        sum((kind.counts * each**power).sum(1) for kind, each in scored) for power in (1, 2, 4)
    )
    variance = np.maximum(square, _ROUNDING)
    critical = Z_95 + _FOURTH * -2 * fourth / variance**2
    return np.asarray(np.abs(total) - step > critical * np.sqrt(variance))


def _steps(scored: Scored, parts: int) -> Floats:
    """`[S]` half of the steps in which a sum of scores moves, which are parts of a vote.

    A flip moves it by twice a score, and all scores are multiples of their greatest common measure.
    """
    multiples = [
        np.where(kind.counts > 0, np.rint(np.abs(each) * parts), 0) for kind, each in scored
    ]
    measure = np.gcd.reduce(np.concatenate(multiples, axis=1).astype(np.int64), axis=1)
    return np.asarray(measure / parts)
