"""Made-up records for the tests of pictures and the report."""

import math
import random
from functools import cache

from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN, ClosedForm
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.inference.counting import compared_groups, role_shares
from hcmd_lab.insight.explanation import Explanation, explain
from hcmd_lab.insight.territory import known_cells
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.modelled import (
    BehaviourShift,
    Checked,
    CrossEntropies,
    Feature,
    FeatureCheck,
    ModelResult,
    PredictionCheck,
)
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.trained import ConvergenceResult, OptimizeResult
from hcmd_lab.study.recommendation import Recommendation
from hcmd_lab.study.report import IterationReport, StudyReport
from hcmd_lab.vote_plan import VotePlan

TAILS = PAPER_GAME.tail_endowments
ROUNDS = PAPER_GAME.rounds


def policy(name: str, own_weight: float, relative_weight: float) -> FrozenPolicy:
    """A frozen policy of the closed-form family under any name."""
    return freeze(ClosedForm(name, own_weight, relative_weight), PAPER_GAME)


@cache
def policies(count: int = 3) -> tuple[FrozenPolicy, ...]:
    """`count` mechanisms that go from equal shares to rewarding relative contributions."""
    trained = [
        policy(f"theta_{s}", 0.25 + 0.75 * s / max(1, count - 1), s / max(1, count - 1))
        for s in range(count)
    ]
    return (*trained, freeze(LIBERAL_EGALITARIAN, PAPER_GAME))


def behaviour_shift(count: int) -> BehaviourShift:
    """Models that are the worse the newer the people are; nobody voted in the first iteration."""

    def table(own: float, worse: float) -> list[list[float | None]]:
        return [
            [own * (1 + worse * max(0, column - row)) for column in range(count)]
            for row in range(count)
        ]

    vote = table(0.66, 0.02)
    return BehaviourShift(contribution=table(1.5, 0.1), vote=[[None, *row[1:]] for row in vote])


def model_result(iteration: int) -> ModelResult:
    """Plausible cross-entropies that fall a little from one iteration to the next."""
    better = 0.04 * iteration
    return ModelResult(
        checkpoint=f"{iteration}" * 64, dataset_sha256="d" * 64,
        groups=10 * iteration, decisions=1200 * iteration, votes=40 * iteration,
        linear_size=8, lstm_size=4, epochs=80, l2=0.1,
        contribution=CrossEntropies(
            held_out=1.62 - better, training=1.55 - better,
            references={
                "uniform": 1.97, "endowment_marginal": 1.83 - better / 2, "repeat_last": 1.71,
            },
        ),
        vote=CrossEntropies(
            held_out=0.671 - better / 4, training=0.62 - better / 4,
            references={"coin_toss": math.log(2)},
        ),
        shift=behaviour_shift(iteration), features=features(), curve=curve(),
        checks=predictions(iteration) if iteration > 1 else (),
    )  # fmt: skip


def features() -> tuple[FeatureCheck, ...]:
    """Every feature of all rounds, and votes in two conditions; every third is elsewhere."""
    votes = (Feature.HEADS_FOR_MORE, Feature.TAILS_FOR_MORE)
    rounds = (Feature.HEADS_GIVE, Feature.TAILS_GIVE)
    kinds = [(feature, None) for feature in Feature if feature not in (*votes, *rounds)]
    found = []
    for number, (feature, tail) in enumerate(
        [*kinds, *((feature, tail) for feature in votes for tail in (2, 10))]
    ):
        middle = 0.3 + 0.02 * number
        expected = Interval(estimate=middle, low=middle - 0.05, high=middle + 0.05)
        observed = middle + (0.08 if number % 3 == 2 else 0.01)
        found.append(
            FeatureCheck(feature=feature, observed=observed, expected=expected, tail_endowment=tail)
        )
    return tuple(found)


def curve() -> tuple[FeatureCheck, ...]:
    """Heads and tails who contribute less and less, as expected but in the last round."""
    return tuple(
        FeatureCheck(
            feature=feature,
            observed=level - 0.01 * number + (0.1 if number == ROUNDS else 0),
            expected=Interval(
                estimate=level - 0.01 * number,
                low=level - 0.01 * number - 0.03,
                high=level - 0.01 * number + 0.03,
            ),
            round=number,
        )
        for feature, level in ((Feature.HEADS_GIVE, 0.5), (Feature.TAILS_GIVE, 0.7))
        for number in range(1, ROUNDS + 1)
    )


def predictions(iteration: int) -> tuple[PredictionCheck, ...]:
    """A prediction of votes that came true, and one of contributions that did not."""
    of = dict.fromkeys(("model_error", "observed_error"), 0.02) | {"simulation_error": 0.005}
    name = f"theta_{iteration - 1}"
    return (
        PredictionCheck(
            quantity=Checked.VOTES, purpose="acquire", iteration=iteration, first=name,
            second=f"{name}_head_more", groups=10, predicted=0.52, observed=0.53, **of,
        ),
        PredictionCheck(
            quantity=Checked.CONTRIBUTIONS, purpose="acquire", iteration=iteration, first=name,
            groups=10, predicted=0.6, observed=0.75, **of,
        ),
    )  # fmt: skip


def optimize_result(iteration: int, share: float = 0.56) -> OptimizeResult:
    return OptimizeResult(
        checkpoint="c" * 64, frozen="policy.frozen", updates=120, ms_per_update=84.2, device="cpu",
        vote_share=Interval(estimate=share, low=share - 0.021, high=share + 0.021),
        signal_to_noise=1.7,
    )  # fmt: skip


def convergence_result(count: int) -> ConvergenceResult:
    """A meta-game of `count` checkpoints in which later ones win."""
    shares = [[0.5 + 0.12 * math.tanh(0.5 * (i - j)) for j in range(count)] for i in range(count)]
    errors = [[0.0 if i == j else 0.004 for j in range(count)] for i in range(count)]
    return ConvergenceResult(
        shares=shares, standard_errors=errors,
        nash=[*[0.0] * (count - 1), 1.0],
        alpha_rank=[*[0.01] * (count - 1), 1 - 0.01 * (count - 1)],
        cycles=False, beats_all=True, advantage=Interval(estimate=0.055, low=0.047, high=0.063),
        converged=False,
    )  # fmt: skip


def evaluate_result(
    mechanism: str = "theta_2", baseline: str = "liberal_egalitarian"
) -> EvaluateResult:
    dice = random.Random(3)  # noqa: S311 - reproducible, not secret

    def curve(level: float, slope: float) -> list[float]:
        return [level + slope * r + dice.gauss(0, 0.012) for r in range(ROUNDS)]

    return EvaluateResult(
        mechanism=mechanism, baseline=baseline, groups=100, votes=400,
        share=Interval(estimate=0.543, low=0.499, high=0.587),
        by_tail_endowment={
            tail: Interval(estimate=0.5 + x, low=0.5 + x - 0.09, high=0.5 + x + 0.09)
            for tail, x in zip(TAILS, (0.02, 0.055, 0.075, 0.04, 0.01), strict=True)
        },
        p_value=0.058, within_group_correlation=0.11, power=0.31,
        smallest_effect=0.586,
        contributions={
            mechanism: {
                "head": {t: curve(0.40 + 0.025 * t, 0.005) for t in TAILS},
                "tail": {t: curve(0.74 - 0.008 * t, 0.004) for t in TAILS},
            },
            baseline: {
                "head": {t: curve(0.38 + 0.025 * t, 0.001) for t in TAILS},
                "tail": {t: curve(0.70 - 0.008 * t, 0.002) for t in TAILS},
            },
        },
        surplus={
            name: [
                (dice.gauss(10 + shift, 0.35), max(0.01, dice.gauss(0.14 - shift / 8, 0.05)))
                for _ in range(100)
            ]
            for name, shift in ((mechanism, 0.08), (baseline, 0.0))
        },
    )  # fmt: skip


def played_groups(iterations: int = 2, groups: int = 10) -> tuple[PlayedGroup, ...]:
    """Groups whose tails contribute a larger fraction than their head."""
    dice = random.Random(5)  # noqa: S311 - reproducible, not secret
    made = []
    for iteration in range(1, iterations + 1):
        for number in range(groups):
            tail = TAILS[number % len(TAILS)]
            endowments = PAPER_GAME.endowments(tail)
            warmth = dice.gauss(0, 0.12)
            stages = tuple(
                PlayedStage(
                    stage, f"theta_{iteration - 1}",
                    (endowments,) * ROUNDS,
                    tuple(
                        tuple(
                            round(e * min(1, max(0, dice.gauss(level + warmth, 0.2))))
                            for e, level in zip(endowments, (0.4, 0.65, 0.65, 0.65), strict=True)
                        )
                        for _ in range(ROUNDS)
                    ),
                    ((0.0,) * 4,) * ROUNDS,
                    ((True,) * 4,) * ROUNDS,
                )
                for stage in (1, 2, 3)
            )  # fmt: skip
            made.append(
                PlayedGroup(
                    f"s{iteration}-{number}",
                    iteration,
                    "simulated",
                    "acquire",
                    stages,
                    (1, 2, 2, 1),
                )
            )
    return tuple(made)


def evaluated_groups(
    mechanism: str = "theta_2", baseline: str = "liberal_egalitarian", groups: int = 15
) -> tuple[PlayedGroup, ...]:
    """Groups that met both; the mechanism pays equal shares, the baseline nothing to the head."""
    dice = random.Random(7)  # noqa: S311 - reproducible, not secret
    made = []
    for number in range(groups):
        endowments = PAPER_GAME.endowments(TAILS[number % len(TAILS)])
        stages = []
        for stage, name in enumerate((mechanism, baseline), start=1):
            given = [tuple(dice.randint(0, e) for e in endowments) for _ in range(ROUNDS)]
            parts = (0.25,) * 4 if name == mechanism else (0.0, 1 / 3, 1 / 3, 1 / 3)
            paid = [tuple(1.6 * sum(coins) * part for part in parts) for coins in given]
            stages.append(
                PlayedStage(
                    stage, name, (endowments,) * ROUNDS, tuple(given), tuple(paid),
                    ((True,) * 4,) * ROUNDS,
                )
            )  # fmt: skip
        votes = (1, 2, 2, 1 + number % 2)
        made.append(PlayedGroup(f"e-{number}", 2, "simulated", "evaluate", tuple(stages), votes))
    return tuple(made)


@cache
def explanation() -> Explanation:
    """The newest of three mechanisms, explained."""
    policy, groups, baseline = policies(3)[2], evaluated_groups(), "liberal_egalitarian"
    compared = compared_groups(groups, policy.name, baseline, PAPER_GAME)
    votes = role_shares(compared, groups, PAPER_GAME, VotePlan())
    return explain(policy, groups, baseline, votes)


def study_report(name: str = "Spring study", *, simulated: bool = True) -> StudyReport:
    """Two iterations and a comparison."""
    iterations = tuple(
        IterationReport(
            number, groups=10, decisions=1200, model=model_result(number),
            optimize=optimize_result(number), convergence=convergence_result(number + 1),
            recommendation=(Recommendation.GO_ON, Recommendation.NOTHING)[number - 1],
        )
        for number in (1, 2)
    )  # fmt: skip
    return StudyReport(
        name=name, simulated=simulated, seed=7, game=PAPER_GAME, iterations=iterations,
        evaluations=(evaluate_result(),), policies=policies(3), played=played_groups(2),
        explanation=explanation(),
        versions={"HCMD Lab": "0.1.0", "torch": "2.13.0"}, device="cpu",
        created_utc="2030-01-02T03:04:05.678+00:00", checks=predictions(2),
        territories={"theta_2": known_cells(played_groups(2))},
    )  # fmt: skip
