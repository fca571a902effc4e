"""What MODEL has found: how well it predicts, and which features of behaviour it shows."""

import math
from collections.abc import Collection
from enum import StrEnum

import msgspec

from hcmd_lab.game.played import Purpose
from hcmd_lab.game.usable_votes import SAME_MECHANISM
from hcmd_lab.jobs.curve import Curve
from hcmd_lab.jobs.record import Z_95, Base, Interval, student_quantile


class Reference(StrEnum):
    """A simple reference predictor that gives a model's cross-entropy a meaning."""

    UNIFORM = "uniform"  # all possible contributions are equally likely
    ENDOWMENT_MARGINAL = "endowment_marginal"  # as often as it was made from this endowment
    REPEAT_LAST = "repeat_last"  # with a fitted probability the last fraction again
    COIN_TOSS = "coin_toss"  # of a vote


class Against(StrEnum):
    """How a model stands against guesses on groups that it has not seen."""

    BETTER = "better"  # than each of them, beyond what the choice of groups explains
    WORSE = "worse"  # than one of them, likewise
    OPEN = "open"  # the groups do not tell


class CrossEntropies(Base, frozen=True):
    """Cross-entropies per decision in nats, with the references that give them a meaning.

    Attributes:
        held_out: The chosen model on held-out groups, averaged over the splits.
        training: The model refitted to all groups, on these groups.
        references: By `Reference`, on the same groups left out.
        leads: By `Reference`; how far the model is below it, with the 95% interval of other
            groups. None of them with a single split, and in the results of earlier versions.
    """

    held_out: float
    training: float
    references: dict[str, float]
    leads: dict[str, Interval] = msgspec.field(default_factory=dict)

    def against(self, guesses: Collection[str], least: float = 0.0) -> Against:
        """How the model stands against those of some guesses that it was compared with.

        Args:
            guesses: Names of references.
            least: Nats by which it has to be below them.
        """
        compared = [guess for guess in guesses if guess in self.references]
        leads = [self.leads[guess] for guess in compared if guess in self.leads]
        if any(lead.high < least for lead in leads):
            return Against.WORSE
        if compared and len(leads) == len(compared) and all(lead.low > least for lead in leads):
            return Against.BETTER
        return Against.OPEN


class BehaviourShift(Base, frozen=True):
    """How well each iteration's models predict each iteration's people (paper Fig. 4, left).

    Row i, column j: the models fitted to the people of iterations 1 to i + 1, on the people of
    iteration j + 1. Only right of the diagonal are these people new to the models.

    Attributes:
        contribution: `K x K`, nats per decision; None where nobody decided.
        vote: `K x K`, nats per vote; None where nobody voted.
    """

    contribution: list[list[float | None]]
    vote: list[list[float | None]]


class Checked(StrEnum):
    """A predicted quantity that people's play has checked."""

    VOTES = "votes"  # share of votes for the first mechanism against the second
    CONTRIBUTIONS = "contributions"  # mean fraction of the endowment under the first mechanism


class PredictionCheck(Base, frozen=True, kw_only=True):
    """A prediction of the models before a session, and what people then did.

    Attributes:
        quantity: What was predicted.
        purpose: Of the sessions that were played.
        iteration: In which they were played.
        first: Name of the mechanism.
        second: Of the other one, for votes.
        groups: Groups observed.
        predicted: Mean over the members of the set.
        model_error: Of the models, not widened: the spread of the members and what they share
            (`hcmd_lab.learning.expectation`).
        simulation_error: Standard error of the simulation.
        observed: In these groups.
        observed_error: Its standard error, over groups.
        widening: Factor of the models' error when the prediction was made.
        members: Models of which the spread of votes is known, so that its interval is Student's,
            as it was when the share was told before; 0 for the normal one, by which the shared
            error of contributions was chosen, and in the results of earlier versions.
        observed_interval: What came with its 95% interval: of votes that of the test which
            EVALUATE makes, of contributions Student's. None in the results of earlier versions.
    """

    quantity: Checked
    purpose: Purpose
    iteration: int
    first: str
    second: str = ""
    groups: int
    predicted: float
    model_error: float
    simulation_error: float
    observed: float
    observed_error: float
    widening: float = 1.0
    members: int = 0
    observed_interval: Interval | None = None

    @property
    def could_fail(self) -> bool:
        """Whether the prediction left out anything: whatever share comes lies between 0 and 1."""
        return self.expected.low > 0 or self.expected.high < 1

    @property
    def expected(self) -> Interval:
        """The prediction with its 95% interval."""
        return Interval.of_share(self.predicted, self._reach)

    @property
    def seen(self) -> Interval:
        """What came, with its 95% interval over groups."""
        if self.observed_interval is not None:
            return self.observed_interval
        return Interval.of_groups(self.observed, self.observed_error, self.groups)

    @property
    def held(self) -> bool:
        """Whether prediction and observation agree, given the 95% errors of both."""
        came = self.seen.reach_towards(self.predicted)
        return abs(self.observed - self.predicted) <= math.hypot(self._reach, came)

    @property
    def _reach(self) -> float:
        """Of the prediction's 95% interval to each side, if shares had no bounds."""
        quantile = student_quantile(self.members - 1) if self.members > 1 else Z_95
        return quantile * math.hypot(self.widening * self.model_error, self.simulation_error)


class Feature(StrEnum):
    """A feature of how groups behave, by which fitted participants are compared with them."""

    FIRST_ROUND = "first_round"  # mean share contributed in the first round
    LAST_ROUND = "last_round"  # in the last round
    NOTHING = "nothing"  # how often nothing was contributed
    HALF = "half"  # exactly half of the endowment
    EVERYTHING = "everything"  # all of it
    ALIKE_IN_GROUPS = "alike_in_groups"  # part of people's differences that lies between groups
    OWN_LAST = "own_last"  # coefficient of the own last share
    OTHERS_LAST = "others_last"  # coefficient of the others' last share
    HEADS_FOR_MORE = "heads_for_more"  # heads' votes for the stage in which they earned more
    TAILS_FOR_MORE = "tails_for_more"  # tails' votes for the stage in which they earned more
    HEADS_GIVE = "heads_give"  # heads' mean share contributed in a round
    TAILS_GIVE = "tails_give"  # tails' mean share contributed in a round
    VOTES_FOR_MORE = "votes_for_more"  # the first two of everyone where all have the same coins
    EVERYONE_GIVES = "everyone_gives"  # the mean share contributed, likewise


class FeatureCheck(Base, frozen=True):
    """A feature of the groups, and what fitted participants do in their place.

    Attributes:
        feature: The feature.
        observed: As the groups had it.
        expected: As the fitted participants have it: mean, and where 95% of repetitions lie.
        tail_endowment: The condition that it is about; None for all.
        round: The round that it is about, 1 for the first; None for all.
    """

    feature: Feature
    observed: float
    expected: Interval
    tail_endowment: int | None = None
    round: int | None = None

    @property
    def is_shown(self) -> bool:
        """Whether the fitted participants show the feature as the groups do."""
        return self.expected.low <= self.observed <= self.expected.high


class ModelResult(Base, tag="modelled", frozen=True):
    """Fitted participant models and how well they predict.

    Attributes:
        checkpoint: SHA-256 of the models' checkpoint.
        dataset_sha256: SHA-256 of the data that they were fitted to.
        groups: Groups in these data.
        decisions: Contributions in these data.
        votes: Votes in these data.
        linear_size: Units of the contribution model's input layer, as chosen on the data.
        lstm_size: Units of its LSTM, as chosen on the data.
        epochs: Passes through the data, as chosen on them.
        l2: Penalty of the vote model's weights, as chosen on the data.
        contribution: How well contributions are predicted.
        vote: How well votes are predicted.
        members: Number of fits in the checkpoint's set.
        pretrained: Simulated groups that the contribution models knew before the study's.
        vote_groups: Groups by what their votes say (`hcmd_lab.game.usable_votes`); None in the
            results of versions that did not weigh them.
        shift: None in the results of versions that did not compute it.
        checks: How what the models of the iteration before expected of the newest people has
            come true.
        features: Posterior predictive checks; none in the results of versions without.
        curve: The same for the mean share that each role contributed in each round; none in
            the results of versions without.
        curves: Cross-entropies over the course of the fits; none in the results of versions that
            stored none, and without `training` for sizes that such a version had finished.
    """

    checkpoint: str
    dataset_sha256: str
    groups: int
    decisions: int
    votes: int
    linear_size: int
    lstm_size: int
    epochs: int
    l2: float
    contribution: CrossEntropies
    vote: CrossEntropies
    shift: BehaviourShift | None = None
    members: int = 1
    pretrained: int = 0
    vote_groups: float | None = None
    checks: tuple[PredictionCheck, ...] = ()
    features: tuple[FeatureCheck, ...] = ()
    curve: tuple[FeatureCheck, ...] = ()
    curves: tuple[Curve, ...] = ()

    @property
    def predicted(self) -> tuple[tuple[str, CrossEntropies], ...]:
        """What the models predict, each with how well; votes only where there were any."""
        found = (("contribution", self.contribution), ("vote", self.vote))
        return found if self.votes else found[:1]

    def groups_known(self, seats: int) -> float:
        """Groups by what their votes say, for the error that all fits share.

        Without votes they are counted as one group that says little: 0 would stand for jobs of
        earlier versions, which counted no such error, and nothing would be told as certain.

        Args:
            seats: Of a group.
        """
        known = self.votes / seats if self.vote_groups is None else self.vote_groups
        return max(known, SAME_MECHANISM)
