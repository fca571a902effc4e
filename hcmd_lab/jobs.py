"""Training jobs as records: requests, progress, results.

They cross the boundary between the lab's process and the training process as JSON, so they hold
names, numbers and file names only. Nothing here imports torch.

A job owns a folder: `job.json` (the job itself), what it was given (`dataset.jsonl`), what it needs
to go on after being stopped (`resume.safetensors`) and what it made. Checkpoints are written to
`checkpoints`, named by the SHA-256 of their bytes.
"""

import math
from enum import StrEnum
from typing import TypeAlias

import msgspec

from hcmd_lab.game.acquisition import Acquire, Variation
from hcmd_lab.game.played import Purpose
from hcmd_lab.game.rules import Game
from hcmd_lab.game.settings import Choice
from hcmd_lab.restriction import Restriction
from hcmd_lab.sentence import Sentence
from hcmd_lab.vote_plan import Looks, VotePlan, Weighting

JOB_FILE = "job.json"
"""The job itself, in its folder."""

DATASET_FILE = "dataset.jsonl"
"""What was played, in the folder of a job that needs it (`hcmd_lab.dataset`)."""

MECHANISM_FILE = "mechanism.bin"
"""The table that a job is to foresee."""

BASELINE_FILE = "baseline.bin"
"""The table that it is compared with."""

RESUME_FILE = "resume.safetensors"
"""What a job that was stopped goes on from, in its folder; it is there once something is saved."""

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

STOP = b"stop"
"""What is sent to the training process to make it save its state and end."""


class Base(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base class of all records in this file: immutable, strict, keyword-only."""


# --- jobs ------------------------------------------------------------------------------------
#
# A field that a setting of the study gives has the setting's name, and is copied by it. Jobs are
# kept with the study: where their JSON has had another name from the start, it keeps that name.


class DeviceKind(Choice):
    """Kind of computing device."""

    AUTO = "auto", "Automatic", "An NVIDIA GPU if there is one, else an Apple GPU, else the CPU."
    CUDA = "cuda", "NVIDIA GPU", "An NVIDIA GPU, through CUDA."
    MPS = "mps", "Apple GPU", "The GPU of an Apple computer, through Metal."
    CPU = "cpu", "CPU", "The computer's processor."


class Inputs(Choice):
    """Inputs of the participant models."""

    FULL = (
        "full",
        "Extended",
        "What the paper names; for contributions also the previous payout, what the others gave "
        "and the last choice as one of the possible ones, for votes also the logarithm of the own "
        "reward and which stage came first.",
    )
    PAPER = (
        "paper",
        "As in the paper",
        "What the paper names, and nothing else; also the paper's plain penalty of the vote model.",
    )


class Compute(Base, frozen=True):
    """Device and resources for a job's computation.

    Attributes:
        device: Where.
        threads: CPU threads; 0 leaves a core to the rest of the computer and takes at most four.
    """

    device: DeviceKind = DeviceKind.AUTO
    threads: int = 0


class Origin(Base, frozen=True):
    """Origin of a mechanism that was trained in another study.

    Attributes:
        study: Name of that study.
        iteration: After which the mechanism was its newest.
        simulated: Whether simulated participants had a part in it, there or still earlier.
        checkpoint: SHA-256 of the policy's checkpoint.
    """

    study: str
    iteration: int
    simulated: bool
    checkpoint: str


class InitialiseJob(Base, tag="initialise", frozen=True, kw_only=True):
    """Create the policy theta_0 that ACQUIRE starts from.

    Attributes:
        seed: Seed of a random policy.
        policy_width: Width of its network.
        restriction: Restriction on it and on every policy trained from it.
        origin: The policy to start from instead, whose checkpoint is there; None draws one.
        acquire: What the groups of ACQUIRE play, which says what is frozen beside the policy.
    """

    seed: int
    policy_width: int = msgspec.field(default=32, name="width")
    restriction: Restriction = Restriction()
    origin: Origin | None = None
    acquire: Acquire = Acquire.PAPER
    game: Game
    compute: Compute = Compute()


class ModelJob(Base, tag="model", frozen=True, kw_only=True):
    """MODEL: fit the participant models to `dataset.jsonl` (paper section 3.3.2).

    Attributes:
        seed: Seed of the splits, the initialisation and the order of the batches.
        sizes: Pairs (linear size, LSTM size) that cross-validation chooses among.
        vote_penalties: Penalties (l2) of the vote model that cross-validation chooses among.
        max_epochs: Upper limit; the number used is chosen by cross-validation.
        splits: Random 70/30 splits by group for the contribution model.
        inputs: What the models see.
        members: Fits to resamples of the groups, which together are the participant models. Jobs
            of earlier versions made one fit, to all groups.
        earlier: Checkpoints of the models of the iterations before, from the first: how well they
            predict the newest people says how much behaviour has changed.
        played: Names of the mechanisms that the newest people met, whose tables are the files
            `played_file` there: what the models before expected under them is checked.
        widening: Factor of their error by then (`hcmd_lab.prediction_checks`).
        data: Names of the groups whose data it models; earlier versions stored none.
    """

    seed: int
    sizes: tuple[tuple[int, int], ...] = ((8, 4), (32, 8))
    vote_penalties: tuple[float, ...] = msgspec.field(
        default=(1e-2, 1e-1, 1.0, 10.0), name="l2_grid"
    )
    max_epochs: int = 300
    splits: int = 3
    inputs: Inputs = Inputs.FULL
    members: int = 1
    earlier: tuple[str, ...] = ()
    played: tuple[str, ...] = ()
    widening: float = 1.0
    data: tuple[str, ...] = ()
    game: Game
    compute: Compute = Compute()


def played_file(number: int) -> str:
    """The file of a mechanism's table in a job's folder; `number` counts the job's `played`."""
    return f"played-{number}.bin"


class StepRule(Choice):
    """How far a step of OPTIMIZE goes along the path of its training."""

    WHOLE = (
        "whole",
        "The whole way",
        "As far as training came; the participant models have no say in it.",
    )
    BEST = (
        "best",
        "Best on average",
        "To the point of training at which the models expect most votes on average; if they expect "
        "no gain at any, the mechanism stays as it was.",
    )
    CAUTIOUS = (
        "cautious",
        "Cautious",
        "To the point of training at which most votes are expected after a multiple of the models’ "
        "disagreement is taken off; if that leaves no gain at any, the mechanism stays as it was.",
    )
    WORST = (
        "worst",
        "Worst case",
        "To the point of training at which the model that expects least expects most; if it "
        "expects no gain at any, the mechanism stays as it was.",
    )


class OptimizeJob(Base, tag="optimize", frozen=True, kw_only=True):
    """OPTIMIZE: train the mechanism by self-play to win votes (paper section 3.3.3).

    Attributes:
        seed: Seed of every random draw.
        policy: Checkpoint of theta_{s-1}.
        participants: Checkpoint of the participant models.
        games: Games in a batch, split equally among the conditions.
        updates: Number of Adam steps.
        checkpoint_every: Updates between two saves of the resume file.
        repetitions: Games per condition for the vote share against theta_{s-1}.
        acquire: What the groups of ACQUIRE play, which says what is frozen beside the policy.
        earlier: Checkpoints of theta_0 ... theta_{s-2}. If the models expect one of them to beat
            theta_{s-1} with confidence, the step to theta_{s-1} is rejected: training begins with
            that one again.
        step_rule: How far the step goes; jobs of earlier versions went the whole way.
        caution: How many standard deviations between the models a cautious step takes off.
        widening: Factor of the models' error in intervals (`hcmd_lab.prediction_checks`).
        groups_known: Groups that the models were fitted to; 0 in jobs of earlier versions.
    """

    seed: int
    policy: str
    participants: str
    games: int = 1000
    updates: int = 2000
    learning_rate: float = 4e-5
    checkpoint_every: int = 100
    repetitions: int = msgspec.field(default=400, name="evaluation_games")
    acquire: Acquire = Acquire.PAPER
    earlier: tuple[str, ...] = ()
    step_rule: StepRule = StepRule.WHOLE
    caution: float = 1.0
    widening: float = 1.0
    groups_known: int = 0
    game: Game
    compute: Compute = Compute()


class ConvergenceJob(Base, tag="convergence", frozen=True, kw_only=True):
    """CONVERGENCE: the meta-game between all checkpoints (paper section 3.4).

    Attributes:
        policies: Checkpoints theta_0 ... theta_s, oldest first.
        participants: Checkpoint of the newest participant models.
        repetitions: Games per condition and pair.
        against: Number of the policy that the newest was trained from; -1 for the one before it.
        shortened: Whether the step to the newest was shortened or refused.
        widening: Factor of the models' error in intervals (`hcmd_lab.prediction_checks`).
        groups_known: Groups that the models were fitted to; 0 in jobs of earlier versions.
    """

    seed: int
    policies: tuple[str, ...]
    participants: str
    repetitions: int = 400
    against: int = -1
    shortened: bool = False
    widening: float = 1.0
    groups_known: int = 0
    game: Game
    compute: Compute = Compute()


# Earlier versions stored the number of bootstrap samples, which is ignored.
class EvaluateJob(Base, tag="evaluate", frozen=True, forbid_unknown_fields=False, kw_only=True):
    """EVALUATE: votes of new people for the mechanism against a baseline (paper section 4.1).

    Attributes:
        seed: Not needed: counting votes draws nothing.
        mechanism: Name under which the trained mechanism stands in `dataset.jsonl`.
        baseline: Name under which the baseline stands there.
        looks: When the votes may be looked at.
        weighting: What the share of votes is a mean over.
        order_adjusted: Whether the preference for the stage played second is taken out.
        labs: Where groups of other labs were played, by the session of the group.
        participants: Checkpoint of the newest participant models, whose expectations are checked;
            empty in jobs of earlier versions, which checked none.
        played: Names of both mechanisms, whose tables are the files `played_file` there.
        widening: Factor of the models' error (`hcmd_lab.prediction_checks`).
        groups_known: Groups that the models were fitted to.
    """

    seed: int
    mechanism: str
    baseline: str
    looks: Looks = Looks.FIXED
    weighting: Weighting = Weighting.VOTES
    order_adjusted: bool = False
    labs: dict[str, str] = {}
    participants: str = ""
    played: tuple[str, ...] = ()
    widening: float = 1.0
    groups_known: int = 0
    game: Game
    compute: Compute = Compute()

    @property
    def plan(self) -> VotePlan:
        """How the votes are judged."""
        return VotePlan(
            looks=self.looks, weighting=self.weighting, order_adjusted=self.order_adjusted
        )


class ForeseeJob(Base, tag="foresee", frozen=True, kw_only=True):
    """Foresee what would happen under a mechanism, by the participant models.

    The job's folder holds the tables `MECHANISM_FILE` and `BASELINE_FILE`, and `DATASET_FILE`.

    Attributes:
        seed: Seed of every random draw.
        mechanism: SHA-256 of the table that is to enter a session.
        baseline: Of the table it is compared with.
        participants: Checkpoint of the newest participant models.
        repetitions: Games per condition and model.
        widening: Factor of the models' error in intervals (`hcmd_lab.prediction_checks`).
        groups_known: Groups that the models were fitted to; 0 in jobs of earlier versions.
    """

    seed: int
    mechanism: str
    baseline: str
    participants: str
    repetitions: int = 400
    widening: float = 1.0
    groups_known: int = 0
    game: Game
    compute: Compute = Compute()


Job: TypeAlias = InitialiseJob | ModelJob | OptimizeJob | ConvergenceJob | EvaluateJob | ForeseeJob


# --- progress --------------------------------------------------------------------------------


class JobPhase(StrEnum):
    """A job's current activity, in a word or two for the reader."""

    CROSS_VALIDATION = "cross-validation"
    REFIT = "fit to all groups"
    VOTES = "fit to the votes"
    SELF_PLAY = "self-play"
    META_GAME = "meta-game"
    COUNTING = "counting of votes"
    FORESEEING = "simulated games"


class Progress(Base, tag="progress", frozen=True):
    """A progress report of a running job.

    Attributes:
        phase: Current activity.
        step: Amount done.
        total: Amount to do.
        device: Name of the computing device, as shown on screen.
        metrics: Current figures by name. Those with an `epoch` among them are told once an epoch.
        head_share: Per tail endowment, the head's share of the fund by head contribution (rows)
            and mean tail contribution (columns); only in some reports.
    """

    phase: JobPhase
    step: int
    total: int
    device: str = "CPU"
    metrics: dict[str, float] = {}
    head_share: dict[int, list[list[float]]] = {}


# --- results ---------------------------------------------------------------------------------


class Interval(Base, frozen=True):
    """An estimate with its 95% confidence interval."""

    estimate: float
    low: float
    high: float

    @classmethod
    def of_share(cls, share: float, reach: float) -> "Interval":
        """The interval that reaches so far to each side of a share, within 0 and 1."""
        return cls(estimate=share, low=max(0.0, share - reach), high=min(1.0, share + reach))


def variation_file(variation: Variation) -> str:
    """The file of a variation's table, in the folder of the job that made it."""
    return f"frozen-{variation.value}.bin"


class InitialiseResult(Base, tag="initialised", frozen=True):
    """The first policy.

    Attributes:
        checkpoint: SHA-256 of its checkpoint.
        frozen: The table's file in the job's folder.
        variations: SHA-256 of the tables of its variations, in the files `variation_file` there.
    """

    checkpoint: str
    frozen: str
    variations: dict[Variation, str] = {}


class Reference(StrEnum):
    """A simple reference predictor that gives a model's cross-entropy a meaning."""

    UNIFORM = "uniform"  # all possible contributions are equally likely
    ENDOWMENT_MARGINAL = "endowment_marginal"  # as often as it was made from this endowment
    REPEAT_LAST = "repeat_last"  # with a fitted probability the last fraction again
    COIN_TOSS = "coin_toss"  # of a vote


class CrossEntropies(Base, frozen=True):
    """Cross-entropies per decision in nats, with the references that give them a meaning.

    Attributes:
        held_out: The chosen model on held-out groups, averaged over the splits.
        training: The model refitted to all groups, on these groups.
        references: By `Reference`, on the same groups left out.
    """

    held_out: float
    training: float
    references: dict[str, float]


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
        model_error: Of the models, not widened: the spread of the members and, for votes, what
            they share (`hcmd_lab.learning.expectation`).
        simulation_error: Standard error of the simulation.
        observed: In these groups.
        observed_error: Its standard error, over groups.
        widening: Factor of the models' error when the prediction was made.
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

    @property
    def expected(self) -> Interval:
        """The prediction with its 95% interval."""
        reach = Z_95 * math.hypot(self.widening * self.model_error, self.simulation_error)
        return Interval.of_share(self.predicted, reach)

    @property
    def seen(self) -> Interval:
        """What came, with its 95% interval over groups."""
        return Interval.of_share(self.observed, Z_95 * self.observed_error)

    @property
    def held(self) -> bool:
        """Whether prediction and observation agree, given the 95% errors of both."""
        errors = (self.widening * self.model_error, self.simulation_error, self.observed_error)
        return abs(self.observed - self.predicted) <= Z_95 * math.hypot(*errors)


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
        members: Number of fits in the checkpoint's set.
        shift: None in the results of versions that did not compute it.
        checks: How what the models of the iteration before expected of the newest people has
            come true.
        features: Posterior predictive checks; none in the results of versions without.
        curve: The same for the mean share that heads and tails contributed in each round; none in
            the results of versions without.
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
    checks: tuple[PredictionCheck, ...] = ()
    features: tuple[FeatureCheck, ...] = ()
    curve: tuple[FeatureCheck, ...] = ()


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
    variations: dict[Variation, str] = {}
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
    """

    twice: Interval | None
    twice_groups: int
    compared: Interval | None
    compared_groups: int
    used: float


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
    """

    role: str
    tail_endowment: int | None
    groups: int
    votes: int
    share: Interval


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
        share: Share of votes for the mechanism; its interval is that of the same test (the
            earliest versions stored intervals of a bootstrap).
        by_tail_endowment: The same per condition; all of these intervals hold together.
        p_value: Two-sided, of the sign-flip test over groups, counting every flip; under a
            sequential plan of the bets, right at every look.
        checks: How what the models expected of these groups has come true.
        preferred: The test's conclusion, always derived from `p_value` and `share`.
        within_group_correlation: Within-group correlation of the votes.
        power: To detect 54.3% with as many groups, at the 5% level, by simulation.
        smallest_effect: Share of votes that this many groups detect with 80% power; 1 if none.
        contributions: Mean fraction by mechanism, role, tail endowment: one number a round.
        surplus: Per mechanism one pair (sum of log rewards, Gini coefficient) per group.
        plan: How the votes were judged; None in results of earlier versions.
        won: Votes for the mechanism, as they were cast.
        unadjusted: The share without taking out the order; None where it is `share`.
        unadjusted_p_value: Its p-value.
        second_stage: The preference for the stage played second.
        by_role: Votes of heads and tails, by condition and together.
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

    def __post_init__(self) -> None:
        """Derive the conclusion, also for results stored before they had one."""
        found = Preferred.UNDECIDED
        if self.p_value < LEVEL:
            is_ahead = self.share.estimate > 0.5
            found = Preferred.MECHANISM if is_ahead else Preferred.BASELINE
        msgspec.structs.force_setattr(self, "preferred", found)


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
    """A figure by each of several models: their mean, and the lowest and highest of them."""

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


Result: TypeAlias = (
    InitialiseResult
    | ModelResult
    | OptimizeResult
    | ConvergenceResult
    | EvaluateResult
    | ForeseeResult
)


class Failure(Base, tag="failed", frozen=True):
    """A job that ended with an error: one the operator can fix, or a bug with its traceback."""

    sentence: Sentence
    operator: bool
    traceback: str = ""


class Stopped(Base, tag="stopped", frozen=True):
    """A job that was paused or cancelled; running it again in its folder resumes it."""

    step: int


Report: TypeAlias = (
    Progress
    | InitialiseResult
    | ModelResult
    | OptimizeResult
    | ConvergenceResult
    | EvaluateResult
    | ForeseeResult
    | Failure
    | Stopped
)
