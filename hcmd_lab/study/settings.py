"""Study settings: the schedule of the loop and the sizes of its learning."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from hcmd_lab.game.acquisition import Acquire
from hcmd_lab.game.game_limits import MAX_ENDOWMENT, MAX_ROUNDS, MAX_TAILS, MIN_TAILS
from hcmd_lab.game.mechanisms import BaselineName
from hcmd_lab.game.people_choice import MAX_SPREAD, People
from hcmd_lab.game.rules import Game
from hcmd_lab.game.setting_values import from_log, parse
from hcmd_lab.game.settings import Choice, OnlyIf, Unless, setting
from hcmd_lab.jobs.requests import Compute, DeviceKind, Inputs, Pretraining, StepRule
from hcmd_lab.restriction import Reference, Restriction
from hcmd_lab.vote_plan import Looks, VotePlan, Weighting


class ParticipantKind(Choice):
    """Kind of participants in a study's sessions."""

    PEOPLE = "people", "People", "People play at stations."
    SIMULATED = (
        "simulated",
        "Simulated participants",
        "Programs play; everything made from their games is labelled as simulated.",
    )


GAME_SETTINGS = ("rounds", "growth", "tails", "head_endowment", "tail_endowments")
"""Names of the settings that say which game is played."""


@dataclass(frozen=True, slots=True)
class StudySettings:
    """A study's settings; the defaults are the paper's (sections 3.3 and 3.4, Table 1)."""

    name: str = setting(
        "Public Investment Game", "Name of the study, for reports.",
        title="Name of the study", longest=200,
    )  # fmt: skip
    participants: ParticipantKind = setting(
        ParticipantKind.PEOPLE,
        "Who plays. Games of the other kind never enter MODEL or EVALUATE; imported games do.",
        title="Participants",
    )
    rounds: int = setting(
        10, "Rounds in each of the three stages.",
        title="Rounds", unit="round(s)", minimum=1, maximum=MAX_ROUNDS,
    )  # fmt: skip
    growth: float = setting(
        1.6,
        "Factor by which the fund grows before it is divided, in steps of 0.01.",
        title="Growth of the fund", minimum=0.1, maximum=20.0,
    )  # fmt: skip
    tails: int = setting(
        3, "Participants in a group beside its head.",
        title="Tails", unit="tail(s)", minimum=MIN_TAILS, maximum=MAX_TAILS,
    )  # fmt: skip
    head_endowment: int = setting(
        10, "Coins that the head of a group receives in each round.",
        title="Endowment of the head", unit="coin(s)", minimum=1, maximum=MAX_ENDOWMENT,
    )  # fmt: skip
    tail_endowments: tuple[int, ...] = setting(
        (2, 4, 6, 8, 10),
        "Coins that each tail receives in each round. Every number is a condition; a group has one "
        "of them in all stages.",
        title="Endowments of the tails", unit="coin(s)", minimum=1, maximum=MAX_ENDOWMENT,
    )  # fmt: skip
    people: People = setting(
        People.CALIBRATED,
        "Which simulated people play. The calibrated ones come closest to published figures; the "
        "others show how far a result hangs on who plays.",
        title="Simulated people",
        only_if=Unless("participants", ParticipantKind.PEOPLE),
        before=People.FIRST,
    )
    people_spread: float = setting(
        1.0,
        "How far simulated people differ from each other, as a factor of the calibrated spread; "
        "at 0 they all have the same traits.",
        title="Differences between simulated people", minimum=0.0, maximum=MAX_SPREAD,
        only_if=Unless("participants", ParticipantKind.PEOPLE),
    )  # fmt: skip
    seed: int = setting(
        1, "Number from which the study's random draws follow.",
        title="Random seed", minimum=0, maximum=2**31,
    )  # fmt: skip
    groups: tuple[int, ...] = setting(
        (73, 45, 51, 101, 53, 49, 42),
        "Groups to acquire in each iteration; the length of the list limits the iterations.",
        title="Groups per iteration", unit="group(s)", minimum=4, maximum=10_000,
    )  # fmt: skip
    min_iterations: int = setting(
        1,
        "Iterations that are made in any case, as far as the list of groups goes: with few groups "
        "CONVERGENCE may find the first advantage negligible only because people are not well "
        "known yet.",
        title="Minimum of iterations", unit="iteration(s)", minimum=1, maximum=1000,
        formerly=("least_iterations",),
    )  # fmt: skip
    acquire: Acquire = setting(
        Acquire.PAPER, "What the groups of ACQUIRE play before they vote.",
        title="Mechanisms of ACQUIRE",
    )  # fmt: skip
    evaluation_groups: int = setting(
        100,
        "New groups that meet the trained mechanism and the baseline in EVALUATE, unless contrasts "
        "are planned for the study.",
        title="Groups of EVALUATE", unit="group(s)", minimum=4, maximum=10_000,
    )  # fmt: skip
    baseline: BaselineName = setting(
        BaselineName.LIBERAL_EGALITARIAN,
        "Mechanism that the trained one is compared with in EVALUATE, unless contrasts are planned "
        "for the study.",
        title="Baseline",
    )
    looks: Looks = setting(
        Looks.FIXED,
        "When the votes of EVALUATE may be looked at. It is decided before the first of its groups "
        "plays.",
        title="Looks at the votes",
    )
    weighting: Weighting = setting(
        Weighting.VOTES,
        "What EVALUATE’s share of votes is a mean over, where tail endowments have unequal numbers "
        "of votes.",
        title="Weight of the conditions",
        only_if=Unless("looks", Looks.SEQUENTIAL),
    )
    order_adjusted: bool = setting(
        True,
        "Whether EVALUATE takes out the preference for the stage played second, which does not "
        "depend on the mechanism.",
        title="Adjust for the order", before=False,
    )  # fmt: skip
    policy_width: int = setting(
        32, "Width of the mechanism's graph network.",
        title="Width of the network", unit="unit(s)", minimum=2, maximum=512,
    )  # fmt: skip
    minimum_share: float = setting(
        0.0,
        "Share of the fund that every mechanism trained in the study gives to each participant in "
        "any case.",
        title="Minimum share", unit="of the fund", minimum=0.0, maximum=0.33,
    )  # fmt: skip
    monotone: bool = setting(
        False,
        "Whether a participant who gives more, the others unchanged, never receives a smaller "
        "share under any mechanism trained in the study.",
        title="Monotone shares",
    )
    reference: Reference = setting(
        Reference.NONE,
        "Mechanism to which every mechanism trained in the study stays close.",
        title="Reference",
    )
    reference_distance: float = setting(
        0.25,
        "The largest part of the fund that may be divided otherwise than the reference would "
        "divide it.",
        title="Distance from the reference", unit="of the fund", minimum=0.01, maximum=1.0,
        only_if=Unless("reference", Reference.NONE),
    )  # fmt: skip
    warm_start: str = setting(
        "",
        "Folder of another study whose newest mechanism is the first one here; empty draws a "
        "random one.",
        title="Start from another study",
        longest=4096,
    )
    inputs: Inputs = setting(
        Inputs.FULL, "What the participant models see.", title="Inputs of the participant models"
    )
    pretraining: Pretraining = setting(
        Pretraining.NONE,
        "What the models of contributions know of people before they see the study’s groups.",
        title="Pretraining of the participant models",
        only_if=Unless("participants", ParticipantKind.SIMULATED),
    )
    linear_sizes: tuple[int, ...] = setting(
        (8, 32), "Sizes of the contribution model's input layer to choose among.",
        title="Sizes of the input layer", unit="unit(s)", minimum=1, maximum=512,
    )  # fmt: skip
    lstm_sizes: tuple[int, ...] = setting(
        (4, 8), "Sizes of its LSTM, one for each size of the input layer.",
        title="Sizes of the LSTM", unit="unit(s)", minimum=1, maximum=512,
    )  # fmt: skip
    vote_penalties: tuple[float, ...] = setting(
        (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 100.0),
        "Penalties (l2) of the vote model to choose among.",
        title="Penalties of the vote model", above=0.0, maximum=1e6,
    )  # fmt: skip
    max_epochs: int = setting(
        300, "Largest number of passes over the data in MODEL.",
        title="Maximum of epochs", unit="epoch(s)", minimum=1, maximum=100_000,
    )  # fmt: skip
    splits: int = setting(
        3, "Random 70/30 splits by group in MODEL's cross-validation.",
        title="Splits in cross-validation", unit="split(s)", minimum=1, maximum=100,
    )  # fmt: skip
    members: int = setting(
        8,
        "Fits of the participant models, each to another resample of the groups. Where they agree, "
        "the data say so; where they differ, the data do not.",
        title="Fits of the participant models", unit="fit(s)", minimum=1, maximum=64,
    )  # fmt: skip
    games: int = setting(
        1000, "Games in a batch of OPTIMIZE, divided equally among the conditions.",
        title="Games in a batch", unit="game(s)", minimum=10, maximum=1_000_000,
    )  # fmt: skip
    updates: tuple[int, ...] = setting(
        (2000, 2000, 2000, 2000, 2000, 2000, 10_000),
        "Updates of OPTIMIZE in each iteration.",
        title="Updates per iteration", unit="update(s)", minimum=1, maximum=10_000_000,
    )  # fmt: skip
    learning_rate: float = setting(
        4e-5, "Learning rate of OPTIMIZE (Adam).",
        title="Learning rate", above=0.0, maximum=1.0,
    )  # fmt: skip
    step_rule: StepRule = setting(
        StepRule.CAUTIOUS,
        "How far OPTIMIZE goes in each iteration: the participant models judge the mechanisms that "
        "training passes.",
        title="Length of a step", before=StepRule.WHOLE,
    )  # fmt: skip
    caution: float = setting(
        1.5,
        "What a cautious step takes off the expected share of votes, in standard deviations "
        "between the participant models.",
        title="Caution", unit="standard deviation(s)", minimum=0.0, maximum=10.0,
        only_if=OnlyIf("step_rule", StepRule.CAUTIOUS),
    )  # fmt: skip
    repetitions: int = setting(
        400, "Games per condition for a vote share in simulation (the paper: at least 100).",
        title="Games for a vote share", unit="game(s)", minimum=4, maximum=100_000,
    )  # fmt: skip
    gate_gain: float = setting(
        0.0,
        "Before a mechanism enters a session: how much better than a guess the participant models "
        "have to predict decisions and votes of groups that they have not seen.",
        title="Least gain over a guess", unit="nats", minimum=0.0, maximum=1.0,
    )  # fmt: skip
    gate_known: float = setting(
        0.5,
        "Before a mechanism enters a session: which part of the play that is predicted under it "
        "has to lie where decisions have been seen.",
        title="Least part within the data", unit="of the decisions", minimum=0.0, maximum=1.0,
    )  # fmt: skip
    gate_lost: float = setting(
        0.5,
        "Before a mechanism enters a session: in which part of the groups, at most, somebody may "
        "be predicted to earn less than by keeping everything.",
        title="Most groups in which somebody loses", unit="of the groups", minimum=0.0, maximum=1.0,
    )  # fmt: skip
    device: DeviceKind = setting(DeviceKind.AUTO, "Where to train.", title="Device")
    threads: int = setting(
        0, "CPU threads for training.",
        title="CPU threads", unit="thread(s)", minimum=0, maximum=256,
        zero="all cores but one, four at most",
    )  # fmt: skip

    @property
    def simulated(self) -> bool:
        """Whether participants are simulated."""
        match self.participants:
            case ParticipantKind.PEOPLE:
                return False
            case ParticipantKind.SIMULATED:
                return True
            case _:
                assert_never(self.participants)

    @property
    def vote_plan(self) -> VotePlan:
        """How the votes of EVALUATE are judged."""
        return VotePlan(
            looks=self.looks, weighting=self.weighting, order_adjusted=self.order_adjusted
        )

    @property
    def iterations(self) -> int:
        """The maximum number of iterations."""
        return len(self.groups)

    @property
    def iterations_in_any_case(self) -> int:
        """The number of iterations made regardless of CONVERGENCE."""
        return min(self.min_iterations, self.iterations)

    @property
    def sizes(self) -> tuple[tuple[int, int], ...]:
        """Candidate pairs (linear size, LSTM size) for the contribution model."""
        return tuple(zip(self.linear_sizes, self.lstm_sizes, strict=True))

    @property
    def compute(self) -> Compute:
        """Device and resources for the training steps."""
        return Compute(device=self.device, threads=self.threads)

    @property
    def restriction(self) -> Restriction:
        """The restriction on every mechanism of the study."""
        if self.reference is Reference.NONE:
            return Restriction(self.minimum_share, self.monotone)
        return Restriction(
            self.minimum_share, self.monotone, self.reference, self.reference_distance
        )


def stored_settings(values: Mapping[str, object]) -> StudySettings:
    """The settings that a study or a bundle holds; one of an earlier version means what it did.

    Raises:
        UsageError: A name is unknown, or a value is not allowed.
    """
    return parse(StudySettings, from_log(StudySettings, values))


def game_of(settings: StudySettings) -> Game:
    """The parameters of a study's game; the conditions in ascending order."""
    return Game(
        rounds=settings.rounds,
        head_endowment=settings.head_endowment,
        tail_endowments=tuple(sorted(settings.tail_endowments)),
        tails=settings.tails,
        multiplier_percent=round(100 * settings.growth),
    )
