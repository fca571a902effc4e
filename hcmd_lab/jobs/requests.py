"""What a training process is asked to do.

A field that a setting of the study gives has the setting's name, and is copied by it. Jobs are kept
with the study: where their JSON has had another name from the start, it keeps that name.
"""

from typing import TypeAlias

import msgspec

from hcmd_lab.game.acquisition import Acquire
from hcmd_lab.game.rules import Game
from hcmd_lab.game.settings import Choice
from hcmd_lab.jobs.record import Base
from hcmd_lab.restriction import Restriction
from hcmd_lab.vote_plan import Looks, VotePlan, Weighting


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


class Pretraining(Choice):
    """What the contribution models know of people before they see a study's groups."""

    NONE = "none", "Nothing", "The models know people from the study’s groups alone."
    SIMULATED = (
        "simulated",
        "Simulated people",
        "The models of contributions first learn to predict simulated people, then the study’s "
        "groups: meant for studies with few groups. Votes are learned from the study’s groups "
        "alone.",
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
        pretraining: What the contribution models know before.
        members: Fits to resamples of the groups, which together are the participant models. Jobs
            of earlier versions made one fit, to all groups.
        earlier: Checkpoints of the models of the iterations before, from the first: how well they
            predict the newest people says how much behaviour has changed.
        played: Names of the mechanisms that the newest people met, whose tables are the files
            `played_file` there: what the models before expected under them is checked.
        widening: Factor of their error in votes by then (`hcmd_lab.prediction_checks`).
        giving_widening: Of their error in contributions; None in jobs of earlier versions, which
            had one for both.
        data: Names of the groups whose data it models; earlier versions stored none.
        set_aside: Those of them that met what the study has set aside since: they are fitted, and
            are people of no iteration.
    """

    seed: int
    sizes: tuple[tuple[int, int], ...] = ((8, 4), (32, 8))
    vote_penalties: tuple[float, ...] = msgspec.field(
        default=(1e-2, 1e-1, 1.0, 10.0), name="l2_grid"
    )
    max_epochs: int = 300
    splits: int = 3
    inputs: Inputs = Inputs.FULL
    pretraining: Pretraining = Pretraining.NONE
    members: int = 1
    earlier: tuple[str, ...] = ()
    played: tuple[str, ...] = ()
    widening: float = 1.0
    giving_widening: float | None = None
    data: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    game: Game
    compute: Compute = Compute()


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
        groups_known: Groups by what the models know of their votes (`ModelResult.vote_groups`);
            0 in jobs of earlier versions.
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
    groups_known: float = 0
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
        groups_known: Groups by what the models know of their votes (`ModelResult.vote_groups`);
            0 in jobs of earlier versions.
    """

    seed: int
    policies: tuple[str, ...]
    participants: str
    repetitions: int = 400
    against: int = -1
    shortened: bool = False
    widening: float = 1.0
    groups_known: float = 0
    game: Game
    compute: Compute = Compute()


# Earlier versions stored the number of bootstrap samples, which is ignored.
class EvaluateJob(Base, tag="evaluate", frozen=True, forbid_unknown_fields=False, kw_only=True):
    """EVALUATE: votes of new people for the mechanism against a baseline (paper section 4.1).

    Attributes:
        seed: Of the games in which what the models expected is simulated; counting votes draws
            nothing.
        mechanism: Name under which the trained mechanism stands in `dataset.jsonl`.
        baseline: Name under which the baseline stands there.
        looks: When the votes may be looked at.
        weighting: What the share of votes is a mean over.
        order_adjusted: Whether the preference for the stage played second is taken out.
        labs: Where groups of other labs were played, by the session of the group.
        participants: Checkpoint of the newest participant models, whose expectations are checked;
            empty in jobs of earlier versions, which checked none.
        played: Names of both mechanisms, whose tables are the files `played_file` there.
        widening: Factor of the models' error in votes (`hcmd_lab.prediction_checks`).
        giving_widening: Of their error in contributions; None in jobs of earlier versions, which
            had one for both.
        groups_known: Groups whose votes the models know, as for `ForeseeJob`.
        groups_modelled: Groups whose contributions they know; 0 in jobs of earlier versions.
    """

    seed: int
    mechanism: str
    baseline: str
    looks: Looks = Looks.FIXED
    weighting: Weighting = Weighting.VOTES
    order_adjusted: bool = False
    labs: dict[str, str] = msgspec.field(default_factory=dict)
    participants: str = ""
    played: tuple[str, ...] = ()
    widening: float = 1.0
    giving_widening: float | None = None
    groups_known: float = 0
    groups_modelled: int = 0
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
        groups_known: Groups by what the models know of their votes (`ModelResult.vote_groups`);
            0 in jobs of earlier versions.
    """

    seed: int
    mechanism: str
    baseline: str
    participants: str
    repetitions: int = 400
    widening: float = 1.0
    groups_known: float = 0
    game: Game
    compute: Compute = Compute()


Job: TypeAlias = InitialiseJob | ModelJob | OptimizeJob | ConvergenceJob | EvaluateJob | ForeseeJob
