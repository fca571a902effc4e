"""What INITIALISE, OPTIMIZE and CONVERGENCE have found."""

from enum import StrEnum

import msgspec

from hcmd_lab.game.acquisition import Variation
from hcmd_lab.jobs.record import Z_95, Base, Interval


class InitialiseResult(Base, tag="initialised", frozen=True):
    """The first policy.

    Attributes:
        checkpoint: SHA-256 of its checkpoint.
        frozen: The table's file in the job's folder.
        variations: SHA-256 of the tables of its variations, in the files `variation_file` there.
    """

    checkpoint: str
    frozen: str
    variations: dict[Variation, str] = msgspec.field(default_factory=dict)


class OptimizeResult(Base, tag="optimized", frozen=True):
    """The trained policy.

    `frozen` and `variations` are as in `InitialiseResult`. `against` is the iteration of the
    mechanism that training began with, which `vote_share` is against; earlier versions always
    began with the one before and stored none. `kept_at` is after how many of the `updates` the
    mechanism was kept, where the step was shortened; 0 where it was refused and the mechanism is
    the one that training began with; None where the step went the whole way.
    """

    checkpoint: str
    frozen: str
    updates: int
    ms_per_update: float
    device: str
    vote_share: Interval
    signal_to_noise: float
    variations: dict[Variation, str] = msgspec.field(default_factory=dict)
    against: int | None = None
    kept_at: int | None = None


class Improvement(StrEnum):
    """Whether the newest mechanism improves on the earlier ones."""

    IMPROVES = "improves"  # it beats every earlier one with confidence
    NEGLIGIBLE = "negligible"  # its advantage is too little to be worth an iteration
    UNDECIDED = "undecided"  # the models do not know people well enough to tell
    UNPROVEN = "unproven"  # some earlier one is not beaten with confidence (earlier versions)


# Earlier versions stored an English sentence about `converged`, which is ignored.
class ConvergenceResult(Base, tag="compared", frozen=True, forbid_unknown_fields=False):
    """The meta-game and whether the newest mechanism still improves.

    What follows for the study is its `hcmd_lab.study.recommendation`.

    Attributes:
        shares: `K x K`; row i, column j: expected share of votes of checkpoint i against j.
        standard_errors: `K x K`, of the models (widened) and of the simulation together.
        nash: `K`; a symmetric Nash mixture.
        alpha_rank: `K`; stationary mass.
        cycles: Whether some checkpoints beat each other in a circle.
        beats_all: Whether the newest beats every earlier one with confidence.
        advantage: Vote share of the newest against the one it was trained from, minus one half.
        converged: Whether it improves no more, or by too little to be worth an iteration.
        improvement: The conclusion; derived for results stored before there was one.
        against: Iteration of the mechanism that the newest was trained from; None in results of
            versions that always began with the one before.
        doubled: What the interval of the advantage would be with twice the groups; None in results
            of earlier versions.
    """

    shares: list[list[float]]
    standard_errors: list[list[float]]
    nash: list[float]
    alpha_rank: list[float]
    cycles: bool
    beats_all: bool
    advantage: Interval
    converged: bool
    improvement: Improvement = Improvement.UNDECIDED
    against: int | None = None
    doubled: Interval | None = None

    def __post_init__(self) -> None:
        """Derive the conclusion of results stored before they had one."""
        if self.doubled is None:
            found = Improvement.NEGLIGIBLE if self.converged else Improvement.IMPROVES
            found = found if self.beats_all else Improvement.UNPROVEN
            msgspec.structs.force_setattr(self, "improvement", found)

    def expected(self, mechanism: int, other: int) -> Interval:
        """The expected share of votes of one checkpoint against another, with its 95% interval."""
        error = self.standard_errors[mechanism][other]
        return Interval.of_share(self.shares[mechanism][other], Z_95 * error)

    @property
    def compared_with(self) -> int:
        """The iteration of the mechanism that `advantage` is against."""
        return len(self.nash) - 2 if self.against is None else self.against
