"""What is expected of a vote, with both of its errors: of the models and of the simulation.

Simulating more games makes the second error as small as one likes. The first stays: other groups
would have given other models. The members of a set stand for those other models, and `s` is their
standard deviation. It is not all. Where `n` groups say little, every member is drawn towards even
votes in the same way, and all of them agree on what none of them knows: `f = SHARED_ERROR / n`
stands for that, where `n` counts groups by what their votes say (`game.usable_votes`). Both are
widened by a factor `k`, which the checks of predictions against people give
(`hcmd_lab.prediction_checks`). With the simulation's standard error `e` the 95% interval is

    mean ± t_{M-1} sqrt(k² (s² + f²) + e²),

with Student's quantile, or the normal one where there is one model alone.

Shapes: `M` members, `C` conditions, `R` groups a condition.
"""

from dataclasses import dataclass, replace
from math import hypot

from scipy.special import stdtrit
from torch import Tensor

from hcmd_lab.jobs.record import Z_95, Interval

SHARED_ERROR = 1.2
"""Error in the share of votes that members share, times groups; from `benchmarks.coverage`."""

GIVING_ERROR = 10.0
"""The same in the fraction contributed under a mechanism that people had not met, by groups that
contributed: chosen on four replications, see `docs/learning.md`."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """An expected share of votes.

    Attributes:
        mean: Over the members, and over equally weighted conditions.
        spread: Standard deviation over the members (0 for one model).
        shared: Error that the members share.
        simulation_error: Standard error of the mean over the simulated groups.
        members: Number of models.
    """

    mean: float
    spread: float
    shared: float
    simulation_error: float
    members: int

    @property
    def model_error(self) -> float:
        """Both errors of the models together, not widened."""
        return hypot(self.spread, self.shared)

    def error(self, widening: float) -> float:
        """The error of which `Z_95` to each side make the 95% interval."""
        quantile = Z_95 if self.members == 1 else float(stdtrit(self.members - 1, 0.975))
        return quantile / Z_95 * hypot(widening * self.model_error, self.simulation_error)

    def interval(self, widening: float) -> Interval:
        """The mean with its 95% interval; no share lies below 0 or above 1."""
        return Interval.of_share(self.mean, Z_95 * self.error(widening))

    def of_more_groups(self, times: float) -> "Expectation":
        """The same with so many times the groups behind the models.

        The spread falls with the root of the groups, as that of any mean; the shared error falls
        with the groups themselves.
        """
        return replace(self, spread=self.spread / times**0.5, shared=self.shared / times)


def expectation(shares_by_member: Tensor, groups_known: float = 0) -> Expectation:
    """What a set expects.

    Args:
        shares_by_member: `[M, C, R]`, one number per member and simulated group; groups are
            independent, and all members play the same ones.
        groups_known: Groups whose votes the set was fitted to; 0 if it is not known, which counts
            no shared error.
    """
    members, conditions, groups = shares_by_member.shape
    exact = shares_by_member.cpu().double()
    by_member = exact.mean((1, 2))
    spread = by_member.std().item() if members > 1 else 0.0
    variance = exact.mean(0).var(1).sum() / groups / conditions**2
    return Expectation(
        by_member.mean().item(),
        spread,
        shared_error(groups_known),
        variance.sqrt().item(),
        members,
    )


def shared_error(groups_known: float, error: float = SHARED_ERROR) -> float:
    """The error that the members of a set have in common; 0 if the groups are not known."""
    return error / groups_known if groups_known else 0.0
