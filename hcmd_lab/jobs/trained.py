"""What INITIALISE, OPTIMIZE and CONVERGENCE have found."""

from enum import StrEnum

import msgspec

from hcmd_lab.game.acquisition import Variation
from hcmd_lab.jobs.curve import Curve
from hcmd_lab.jobs.record import Z_95, Base, Interval

NEGLIGIBLE = 0.01
"""An advantage below one percentage point of the votes is not worth another iteration."""


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

    Attributes:
        checkpoint: SHA-256 of its checkpoint.
        frozen: The table's file in the job's folder.
        updates: Number of gradient steps.
        ms_per_update: Milliseconds that one took, on average.
        device: What computed them.
        vote_share: Expected share of votes against the mechanism that training began with.
        signal_to_noise: Signal-to-noise ratio of the last gradients.
        variations: SHA-256 of the tables of its variations, in the files `variation_file` there.
        against: Iteration of the mechanism that training began with; None in results of earlier
            versions, which always began with the one before.
        kept_at: After how many updates the mechanism was kept, where the step was shortened; 0
            where it was refused and the mechanism is the one that training began with; None where
            the step went the whole way.
        curves: Its course; none in the results of versions that stored none.
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
    curves: tuple[Curve, ...] = ()


class Improvement(StrEnum):
    """Whether the newest mechanism improves on the earlier ones."""

    IMPROVES = "improves"  # it beats every earlier one with confidence
    NEGLIGIBLE = "negligible"  # its advantage is too little to be worth an iteration
    CUT_SHORT = "cut_short"  # as little, but its step was shortened or refused
    BEATEN = "beaten"  # some earlier one beats it with confidence
    UNDECIDED = "undecided"  # the models do not know people well enough to tell
    UNPROVEN = "unproven"  # some earlier one is not beaten with confidence (earlier versions)


# Earlier versions stored an English sentence about `converged`, which is ignored.
class ConvergenceResult(Base, tag="compared", frozen=True, forbid_unknown_fields=False):
    """The meta-game and whether the newest mechanism still improves.

    What follows for the study is its `hcmd_lab.study.recommendation`.

    Attributes:
        shares: `K x K`; row i, column j: expected share of votes of checkpoint i against j.
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
        intervals: `K x K`; the shares with their 95% intervals, of the models (widened) and of the
            simulation together.
        standard_errors: `K x K`; what earlier versions stored instead: `Z_95` of them to each side
            make the interval. Never set once it is read.
    """

    shares: list[list[float]]
    nash: list[float]
    alpha_rank: list[float]
    cycles: bool
    beats_all: bool
    advantage: Interval
    converged: bool
    improvement: Improvement = Improvement.UNDECIDED
    against: int | None = None
    doubled: Interval | None = None
    intervals: list[list[Interval]] = msgspec.field(default_factory=list)
    standard_errors: list[list[float]] | msgspec.UnsetType = msgspec.UNSET

    def __post_init__(self) -> None:
        """Derive the intervals and the conclusion of results stored before they had them.

        Raises:
            ValueError: There are neither intervals nor standard errors of all shares.
        """
        if self.standard_errors is not msgspec.UNSET:
            derived = [
                [Interval.of_share(share, Z_95 * error) for share, error in zip(*row, strict=True)]
                for row in zip(self.shares, self.standard_errors, strict=True)
            ]
            msgspec.structs.force_setattr(self, "intervals", derived)
            msgspec.structs.force_setattr(self, "standard_errors", msgspec.UNSET)
        if [len(row) for row in self.intervals] != [len(row) for row in self.shares]:
            raise ValueError("every share of votes needs an interval")
        if self.doubled is None:
            found = Improvement.NEGLIGIBLE if self.converged else Improvement.IMPROVES
            found = found if self.beats_all else Improvement.UNPROVEN
            msgspec.structs.force_setattr(self, "improvement", found)

    def expected(self, mechanism: int, other: int) -> Interval:
        """The expected share of votes of one checkpoint against another, with its 95% interval."""
        return self.intervals[mechanism][other]

    @property
    def beaten_by(self) -> list[int]:
        """The earlier checkpoints that beat the newest with confidence."""
        return [n for n, found in enumerate(self.intervals[-1][:-1]) if found.high < 0.5]

    @property
    def open_against(self) -> list[int]:
        """The earlier checkpoints that the newest may beat or not, as far as the intervals tell."""
        earlier = self.intervals[-1][:-1]
        return [n for n, found in enumerate(earlier) if found.low <= 0.5 <= found.high]

    @property
    def compared_with(self) -> int:
        """The iteration of the mechanism that `advantage` is against."""
        return len(self.nash) - 2 if self.against is None else self.against
