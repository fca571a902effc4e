"""What a study is made with: the schedule of its loop and the sizes of its learning."""

from dataclasses import dataclass

from hcmd_lab.errors import UsageError
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.game.settings import parse, setting
from hcmd_lab.jobs import Compute
from hcmd_lab.restriction import NO_REFERENCE, Restriction


@dataclass(frozen=True, slots=True)
class StudySettings:
    """A study's settings; the defaults are the paper's (sections 3.3 and 3.4, Table 1)."""

    name: str = setting("Public Investment Game", "Name of the study, for reports.")
    participants: str = setting(
        "people",
        "Who plays: people, or simulated participants. What is not of this kind never enters MODEL "
        "or EVALUATE, and everything made from simulated participants is labelled as such.",
        choices=("people", "simulated"),
    )
    seed: int = setting(1, "From which every random choice is drawn.", minimum=0, maximum=2**31)
    groups: tuple[int, ...] = setting(
        (73, 45, 51, 101, 53, 49, 42),
        "Groups to acquire in each iteration; the length of the list limits the iterations.",
        unit="groups", minimum=4, maximum=10_000,
    )  # fmt: skip
    least_iterations: int = setting(
        1,
        "Iterations that are made in any case: with few groups CONVERGENCE may find the first "
        "advantage negligible only because people are not well known yet.",
        unit="iterations", minimum=1, maximum=1000,
    )  # fmt: skip
    evaluation_groups: int = setting(
        100, "New groups that meet the trained mechanism and the baseline in EVALUATE.",
        unit="groups", minimum=4, maximum=10_000,
    )  # fmt: skip
    baseline: str = setting(
        "liberal_egalitarian", "Mechanism to compare with in EVALUATE.", choices=tuple(BASELINES)
    )
    policy_width: int = setting(
        32, "Width of the mechanism's graph network.", unit="units", minimum=2, maximum=512
    )
    minimum_share: float = setting(
        0.0,
        "Share of the fund that every mechanism of the study gives to each participant in any "
        "case.",
        unit="of the fund", minimum=0.0, maximum=0.25,
    )  # fmt: skip
    monotone: bool = setting(
        False,
        "Whether a participant who gives more, the others unchanged, never receives a smaller "
        "share under any mechanism of the study.",
    )
    reference: str = setting(
        NO_REFERENCE,
        "Mechanism to which every mechanism of the study stays close; none leaves them free.",
        choices=(NO_REFERENCE, *BASELINES),
    )
    reference_distance: float = setting(
        0.25,
        "With a reference: the largest part of the fund that may be divided otherwise than the "
        "reference would divide it.",
        unit="of the fund", minimum=0.01, maximum=1.0,
    )  # fmt: skip
    warm_start: str = setting(
        "",
        "Folder of another study whose newest mechanism is the first one here; empty draws a "
        "random one.",
    )
    inputs: str = setting(
        "full",
        "What the participant models see: full adds the previous payout and what the others gave "
        "for contributions, and the logarithm of the own reward for votes, to what the paper "
        "names.",
        choices=("full", "paper"),
    )
    linear_sizes: tuple[int, ...] = setting(
        (8, 32), "Sizes of the contribution model's input layer to choose among.",
        unit="units", minimum=1, maximum=512,
    )  # fmt: skip
    lstm_sizes: tuple[int, ...] = setting(
        (4, 8), "Sizes of its LSTM, one for each size of the input layer.",
        unit="units", minimum=1, maximum=512,
    )  # fmt: skip
    vote_penalties: tuple[float, ...] = setting(
        (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 100.0),
        "Penalties (l2) of the vote model to choose among.",
        minimum=1e-9,
        maximum=1e6,
    )
    max_epochs: int = setting(
        300, "Most passes over the data in MODEL.", unit="epochs", minimum=1, maximum=100_000
    )
    splits: int = setting(
        3, "Random 70/30 splits by group in MODEL's cross-validation.",
        unit="splits", minimum=1, maximum=100,
    )  # fmt: skip
    games: int = setting(
        1000, "Games in a batch of OPTIMIZE, divided equally among the conditions.",
        unit="games", minimum=10, maximum=1_000_000,
    )  # fmt: skip
    updates: tuple[int, ...] = setting(
        (2000, 2000, 2000, 2000, 2000, 2000, 10_000),
        "Updates of OPTIMIZE in each iteration.", unit="updates", minimum=1, maximum=10_000_000,
    )  # fmt: skip
    learning_rate: float = setting(
        4e-5, "Learning rate of OPTIMIZE (Adam).", minimum=1e-9, maximum=1.0
    )
    repetitions: int = setting(
        400, "Games per condition of a vote share in simulation (the paper's 100 are the least).",
        unit="games", minimum=4, maximum=100_000,
    )  # fmt: skip
    device: str = setting(
        "auto", "Where to train: auto takes cuda, then mps, then cpu.",
        choices=("auto", "cuda", "mps", "cpu"),
    )  # fmt: skip
    threads: int = setting(
        0, "CPU threads for training; 0 takes one per core.", unit="threads", minimum=0, maximum=256
    )

    @property
    def iterations(self) -> int:
        """The maximum number of iterations."""
        return len(self.groups)

    @property
    def iterations_in_any_case(self) -> int:
        """The number of iterations made regardless of CONVERGENCE."""
        return min(self.least_iterations, self.iterations)

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
        if self.reference == NO_REFERENCE:
            return Restriction(self.minimum_share, self.monotone)
        return Restriction(
            self.minimum_share, self.monotone, self.reference, self.reference_distance
        )


PRESETS: dict[str, dict[str, object]] = {
    # All of Table 1, whatever CONVERGENCE says in between.
    "paper": {"least_iterations": 7},
    "quick": {
        "groups": (15, 15),
        "least_iterations": 2,
        "evaluation_groups": 15,
        "linear_sizes": (8,),
        "lstm_sizes": (4,),
        "vote_penalties": (0.3, 3.0, 30.0),
        "max_epochs": 120,
        "splits": 2,
        "games": 250,
        "updates": (120, 120),
        # The paper's rate would not move the policy in so few updates.
        "learning_rate": 3e-3,
        "repetitions": 100,
    },
}
"""`paper` is the full schedule of Table 1; `quick` shows the whole loop in minutes."""


def game_of(settings: StudySettings) -> Game:
    """The parameters of a study's game; this version plays only the paper's."""
    del settings
    return PAPER_GAME


def make_settings(preset: str, changes: dict[str, object]) -> StudySettings:
    """A preset's settings with changes.

    Raises:
        UsageError: The preset or a setting is unknown, a value is not allowed, or no mechanism
            can keep to what is asked of it.
    """
    if preset not in PRESETS:
        raise UsageError(
            "There is no preset {preset}; the presets are {presets}.",
            preset=preset,
            presets=", ".join(PRESETS),
        )
    settings = parse(StudySettings, PRESETS[preset] | changes)
    if len(settings.updates) != len(settings.groups):
        raise UsageError(
            "The setting updates names {n} iteration(s) and the setting groups "
            "{groups}; give both the same number of entries.",
            n=len(settings.updates),
            groups=len(settings.groups),
        )
    if len(settings.linear_sizes) != len(settings.lstm_sizes):
        raise UsageError(
            "The settings linear_sizes and lstm_sizes are pairs; give both the same number of "
            "entries."
        )
    settings.restriction.mixture(game_of(settings).seats)
    return settings
