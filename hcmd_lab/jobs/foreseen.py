"""What is predicted of a mechanism before people meet it."""

from hcmd_lab.jobs.record import Base, Interval
from hcmd_lab.restriction import Restriction


class ConditionProspect(Base, frozen=True):
    """What is predicted in one condition; means over groups and models.

    Attributes:
        tail_endowment: The condition.
        head_gives: Mean fraction of the endowment that the head contributes.
        tail_gives: The same for a tail.
        head_gain: Coins a round beyond the endowment (what keeping everything earns) of the head.
        tail_gain: The same for a tail.
        somebody_lost: Share of groups in which a seat earns less than by keeping everything.
        heads_among_least: Share of groups in which the head gains least.
        known: Share of the predicted decisions that lie where data are.
        gives_known: Mean fraction contributed there; None if no decision lies there.
        gives_beyond: The same in the other decisions.
    """

    tail_endowment: int
    head_gives: float
    tail_gives: float
    head_gain: float
    tail_gain: float
    somebody_lost: float
    heads_among_least: float
    known: float
    gives_known: float | None
    gives_beyond: float | None


class Remedy(Base, frozen=True):
    """A restriction under which the same mechanism, not trained anew, would do less harm.

    Attributes:
        restriction: The restriction.
        somebody_lost: As in `ConditionProspect`, over all conditions.
    """

    restriction: Restriction
    somebody_lost: float


class Spread(Base, frozen=True):
    """A figure by each of several models.

    Attributes:
        mean: Their mean.
        lowest: The lowest of them.
        highest: The highest of them.
    """

    mean: float
    lowest: float
    highest: float


class ForeseeResult(Base, tag="foreseen", frozen=True):
    """What the participant models expect of a mechanism; conditions weigh the same.

    Attributes:
        mechanism: SHA-256 of its table.
        baseline: SHA-256 of the other table.
        participants: Checkpoint of the models.
        models: Number of models in it, each of which played all games.
        groups: Simulated games in each condition under each model.
        conditions: By tail endowment.
        somebody_lost: Share of groups in which a seat earns less than by keeping everything.
        baseline_lost: The same under the baseline.
        vote_share: Expected share of votes against the baseline, by the single models.
        remedies: Restrictions that were tried, the weakest of each kind first.
        expected: The share that the set expects, with the 95% interval of models and simulation;
            None in results of earlier versions.
    """

    mechanism: str
    baseline: str
    participants: str
    models: int
    groups: int
    conditions: tuple[ConditionProspect, ...]
    somebody_lost: Spread
    baseline_lost: Spread
    vote_share: Spread
    remedies: tuple[Remedy, ...] = ()
    expected: Interval | None = None

    @property
    def is_compared(self) -> bool:
        """Whether the other mechanism is another one: a baseline may be foreseen too."""
        return self.mechanism != self.baseline

    @property
    def is_decided(self) -> bool:
        """Whether the models know well enough on which side of one half the share lies."""
        if self.models == 1:
            return False
        if self.expected is None:
            return self.vote_share.lowest > 0.5 or self.vote_share.highest < 0.5
        return self.expected.low > 0.5 or self.expected.high < 0.5

    @property
    def known(self) -> float:
        """Share of the predicted decisions that lie where data are."""
        return sum(each.known for each in self.conditions) / len(self.conditions)

    @property
    def gives_known(self) -> float | None:
        """Mean fraction contributed where data are; None if no decision lies there."""
        return _weighted([(each.known, each.gives_known) for each in self.conditions])

    @property
    def gives_beyond(self) -> float | None:
        """Mean fraction contributed elsewhere; None if every decision lies where data are."""
        return _weighted([(1 - each.known, each.gives_beyond) for each in self.conditions])


def _weighted(parts: list[tuple[float, float | None]]) -> float | None:
    weight = sum(part for part, value in parts if value is not None)
    total = sum(part * value for part, value in parts if value is not None)
    return total / weight if weight else None
