"""Power where groups tell unequally much: conditions of unequal size, orders of unequal number.

What `vote_power` simulates are groups that count alike. Here each simulated evaluation keeps the
conditions and orders of the groups that played, and is judged as they are: weighed, and with the
order taken out.

Shapes: `S` evaluations, `G` groups, `H` groups that played one mechanism twice.
"""

from dataclasses import dataclass

import numpy as np

from hcmd_lab.inference.ballots import Ballots
from hcmd_lab.inference.order import counted_votes, imbalance
from hcmd_lab.inference.sign_flips import Counts, Floats, Sizes, p_value, sizes_of
from hcmd_lab.inference.vote_power import vote_chances
from hcmd_lab.inference.vote_shares import scores
from hcmd_lab.jobs.record import LEVEL, Z_95
from hcmd_lab.vote_plan import Looks, VotePlan

EVALUATIONS = 500
"""Simulated evaluations; the power is known to 2.2 percentage points."""

_ALIKE = 0.95
"""Of the votes cast: groups whose votes weigh as much as that count as if they were alike."""

_EXACT_UP_TO = 60
_STEPS = 600  # to which scores are rounded here, all together; power needs no finer ones


@dataclass(frozen=True)
class WeighedDesign:
    """Groups that tell unequally much.

    Attributes:
        counted: The groups; only their conditions, orders and votes cast matter.
        twice: `[H]` votes cast by groups that played one mechanism twice.
        plan: How votes are judged.
    """

    counted: Ballots
    twice: Counts
    plan: VotePlan

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

    def power(self, share: float, correlation: float, dice: np.random.Generator) -> float:
        """The fraction of simulated evaluations that find a preference.

        Args:
            share: True share of votes in every condition; the order does not matter.
            correlation: Correlation of the votes of one group.
            dice: For the votes.
        """
        found = self._scores(
            _drawn(self.counted.cast, share, correlation, dice),
            _drawn(self.twice, 0.5, correlation, dice),
        )
        if self.counted.groups > _EXACT_UP_TO:
            spread = np.sqrt((found**2).sum(1))
            return float((np.abs(found.sum(1)) > Z_95 * np.maximum(spread, 1e-9)).mean())
        return float(np.mean([p_value(_coarse(row)) < LEVEL for row in found]))

    def _scores(self, won: Counts, twice: Counts) -> Floats:
        """`[S, G]` scores of evaluations.

        Args:
            won: `[S, G]` votes for the mechanism.
            twice: `[S, H]` votes for the second stage.
        """
        cast, second = self.counted.cast, self.counted.second
        surplus = (2 * won - cast).astype(np.float64)
        if self.plan.order_adjusted:
            for_second = np.where(second > 0, won, cast - won).sum(1) + twice.sum(1)
            share = for_second / (cast.sum() + self.twice.sum())
            surplus -= (2 * share - 1)[:, None] * (second * cast)[None, :]
        weights = self.counted.weights(self.plan.weighting)
        return surplus if weights is None else surplus * weights


def _drawn(cast: Counts, share: float, correlation: float, dice: np.random.Generator) -> Counts:
    """`[S, G]` votes won by groups of so many votes."""
    won = np.zeros((EVALUATIONS, len(cast)), dtype=np.int64)
    for votes in np.unique(cast).tolist():
        those = cast == votes
        chances = vote_chances(share, votes, correlation)
        won[:, those] = dice.choice(votes + 1, (EVALUATIONS, int(those.sum())), p=chances)
    return won


def _coarse(score: Floats) -> Sizes:
    step = float(np.abs(score).sum()) / _STEPS
    return sizes_of(np.rint(score / step)) if step else sizes_of(score)
