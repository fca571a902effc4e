"""What EVALUATE has found: one verdict, and what stands beside it."""

from enum import StrEnum

import msgspec

from hcmd_lab.jobs.modelled import PredictionCheck
from hcmd_lab.jobs.record import LEVEL, Base, Interval
from hcmd_lab.vote_plan import VotePlan


class Preferred(StrEnum):
    """The mechanism that new people preferred, if any."""

    MECHANISM = "mechanism"  # the trained one
    BASELINE = "baseline"
    UNDECIDED = "undecided"  # the test finds no preference


class SecondStage(Base, frozen=True):
    """The preference for the stage played second, as a share of the votes.

    Attributes:
        twice: In groups that played one mechanism twice, where nothing else differs; None if
            there are none.
        twice_groups: How many.
        compared: In the groups of the comparison, freed of the preference for a mechanism; None if
            all of them met the mechanisms in one order.
        compared_groups: How many.
        used: The share that is taken out where the plan says so.
        imbalance: By how many more of all these votes the mechanism was second than first, as a
            part of them; that part of a preference for it looks like one for the second stage.
            1 or -1 where nothing tells the two apart.
        mechanism_second: Groups of the comparison that met the mechanism second; None in results
            of earlier versions.
    """

    twice: Interval | None
    twice_groups: int
    compared: Interval | None
    compared_groups: int
    used: float
    imbalance: float = 0.0
    mechanism_second: int | None = None

    @property
    def is_lopsided(self) -> bool:
        """Whether more groups met the mechanism in one order than in the other."""
        second = self.mechanism_second
        return second is not None and 2 * second != self.compared_groups

    @property
    def can_be_told(self) -> bool:
        """Whether the order can be told from the preference for a mechanism."""
        return abs(self.imbalance) < 1


class LabShare(Base, frozen=True):
    """The votes of one lab's groups.

    Attributes:
        lab: Its name; empty for the lab that counts.
        groups: Number of its groups.
        share: Share of votes for the mechanism; the intervals of all labs hold together.
        without: The share in all other labs.
    """

    lab: str
    groups: int
    share: Interval
    without: Interval


class LabEffect(Base, frozen=True):
    """Labs whose groups were merged.

    Attributes:
        labs: By name.
        p_value: Of the test that labs do not differ, by relabelling groups.
    """

    labs: list[LabShare]
    p_value: float


class RoleShare(Base, frozen=True):
    """Votes of one role.

    Attributes:
        role: `head` or `tail`.
        tail_endowment: The condition; None for all together.
        groups: Number of groups in which the role cast a vote.
        votes: Votes cast.
        share: Share of votes for the mechanism; the intervals of a role's conditions hold
            together.
        plan: How the share was judged: as the votes of all, but that an order which the role's
            votes do not tell is not taken out. None in results of earlier versions.
    """

    role: str
    tail_endowment: int | None
    groups: int
    votes: int
    share: Interval
    plan: VotePlan | None = None


class ObjectiveKind(StrEnum):
    """An objective beside votes."""

    TOTAL_REWARD = "total_reward"  # coins a round that a group earns together
    GINI = "gini"  # inequality of its members' rewards
    WORST_OFF = "worst_off"  # coins a round of the seat that earns least


class Objective(Base, frozen=True):
    """An objective under both mechanisms, as means over groups.

    Attributes:
        kind: Which.
        mechanism: Under the mechanism.
        baseline: Under the other.
        difference: The first less the second, within groups; None with a single group.
    """

    kind: ObjectiveKind
    mechanism: float
    baseline: float
    difference: Interval | None


class EvaluateResult(Base, tag="evaluated", frozen=True):
    """Votes for the mechanism against the baseline; the unit of the test is the group.

    What results of earlier versions lack is None or empty; they were computed with the plan's
    defaults, and their intervals by condition do not hold together.

    Attributes:
        mechanism: Name of the mechanism whose votes are counted.
        baseline: Name of the other one.
        groups: Groups whose votes were counted.
        votes: Votes that were cast in them, for either.
        share: Share of votes for the mechanism; its interval is that of the same test (the
            earliest versions stored intervals of a bootstrap).
        by_tail_endowment: The same per condition; all of these intervals hold together.
        p_value: Two-sided, of the sign-flip test over groups, counting every flip; under a
            sequential plan of the bets, right at every look.
        checks: How what the models expected of these groups has come true.
        preferred: The test's conclusion, always derived from `p_value` and `share`.
        within_group_correlation: Within-group correlation of the votes; 0 where it cannot be known
            (`knows_correlation`).
        assumed_correlation: With which power was simulated; None in results of earlier versions.
        power: To detect 54.3% with as many groups, at the 5% level, by simulation.
        smallest_effect: Share of votes that this many groups detect with 80% power; 1 if none.
        contributions: Mean fraction by mechanism, role, tail endowment: one number a round.
        surplus: Per mechanism one pair (sum of log rewards, Gini coefficient) per group.
        plan: How the votes were judged; None in results of earlier versions.
        won: Votes for the mechanism, as they were cast.
        unadjusted: The share without taking out the order; None where it is `share`.
        unadjusted_p_value: Its p-value.
        second_stage: The preference for the stage played second.
        by_role: Votes of heads and tails, by condition and together; none where all are alike.
        labs: Whether merged labs agree; None for one lab.
        objectives: What groups earned under the two mechanisms.
    """

    mechanism: str
    baseline: str
    groups: int
    votes: int
    share: Interval
    by_tail_endowment: dict[int, Interval]
    p_value: float
    within_group_correlation: float
    power: float
    smallest_effect: float
    contributions: dict[str, dict[str, dict[int, list[float]]]]
    surplus: dict[str, list[tuple[float, float]]]
    preferred: Preferred = Preferred.UNDECIDED
    plan: VotePlan | None = None
    won: int | None = None
    assumed_correlation: float | None = None
    unadjusted: Interval | None = None
    unadjusted_p_value: float | None = None
    second_stage: SecondStage | None = None
    by_role: tuple[RoleShare, ...] = ()
    labs: LabEffect | None = None
    objectives: tuple[Objective, ...] = ()
    checks: tuple[PredictionCheck, ...] = ()

    @property
    def share_cast(self) -> float:
        """Votes for the mechanism as a part of those cast, neither weighed nor adjusted."""
        return self.share.estimate if self.won is None else self.won / self.votes

    @property
    def knows_correlation(self) -> bool:
        """Whether these votes tell how alike those of a group are."""
        return self.groups > 1 and self.votes > self.groups and self.won not in (0, self.votes)

    def __post_init__(self) -> None:
        """Derive the conclusion, also for results stored before they had one."""
        found = Preferred.UNDECIDED
        if self.p_value < LEVEL:
            is_ahead = self.share.estimate > 0.5
            found = Preferred.MECHANISM if is_ahead else Preferred.BASELINE
        msgspec.structs.force_setattr(self, "preferred", found)
