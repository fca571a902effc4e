"""What a report is made from: records only, no database and no training."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.insight.explanation import Explanation
from hcmd_lab.jobs import ConvergenceResult, EvaluateResult, ModelResult, OptimizeResult, Origin
from hcmd_lab.restriction import Restriction


@dataclass(frozen=True, slots=True)
class IterationReport:
    """One turn of the loop, as far as it got.

    Attributes:
        iteration: 1 for the first.
        groups: Groups acquired in it.
        decisions: Contributions they made.
        model: What MODEL found.
        optimize: What OPTIMIZE found.
        convergence: What CONVERGENCE found.
        must_go_on: Whether the settings ask for more iterations although it says stop.
    """

    iteration: int
    groups: int
    decisions: int
    model: ModelResult | None = None
    optimize: OptimizeResult | None = None
    convergence: ConvergenceResult | None = None
    must_go_on: bool = False


@dataclass(frozen=True, slots=True)
class StudyReport:
    """A study so far.

    Attributes:
        name: As the experimenter named it; any text.
        simulated: Whether simulated participants played.
        seed: From which every random choice was drawn.
        iterations: In order, from the first.
        evaluation: The comparison with the baseline by new participants, if there was one.
        policies: The mechanisms as tables: theta_0, theta_1, ..., and the baseline last.
        played: Groups of ACQUIRE, for the contribution curves; others are passed over.
        explanation: What the newest trained mechanism does and whom it serves, if there is one.
        versions: Of the software, by name.
        device: Where training was computed.
        created_utc: When the report was made, ISO 8601.
        restriction: What the study asks of its mechanisms.
        origin: Where theta_0 comes from; None if it was drawn at random.
    """

    name: str
    simulated: bool
    seed: int
    iterations: tuple[IterationReport, ...]
    evaluation: EvaluateResult | None = None
    policies: tuple[FrozenPolicy, ...] = ()
    played: tuple[PlayedGroup, ...] = ()
    explanation: Explanation | None = None
    versions: Mapping[str, str] = field(default_factory=dict)
    device: str = ""
    created_utc: str = ""
    restriction: Restriction = field(default_factory=Restriction)
    origin: Origin | None = None
