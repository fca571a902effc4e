"""Plausible results of the training steps, for tests of what is shown of them."""

import dataclasses
from functools import cache

import msgspec
from studies import WHEN

from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import ClosedForm
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.curve import Curve, Measure
from hcmd_lab.jobs.evaluated import EvaluateResult, Objective, ObjectiveKind
from hcmd_lab.jobs.modelled import CrossEntropies, ModelResult
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.requests import InitialiseJob
from hcmd_lab.jobs.trained import ConvergenceResult, OptimizeResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study.status import Step

MODELLED = ModelResult(
    checkpoint="m", dataset_sha256="d", groups=5, decisions=600, votes=20, linear_size=8,
    lstm_size=4, epochs=40, l2=0.1,
    contribution=CrossEntropies(
        held_out=1.6, training=1.5, references={"uniform": 2.0, "repeat_last": 1.8},
        leads={
            "uniform": Interval(estimate=0.4, low=0.3, high=0.5),
            "repeat_last": Interval(estimate=0.2, low=0.05, high=0.35),
        },
    ),
    vote=CrossEntropies(
        held_out=0.7, training=0.65, references={"coin_toss": 0.693},
        leads={"coin_toss": Interval(estimate=-0.007, low=-0.05, high=0.036)},
    ),
    curves=(
        Curve(measure=Measure.HELD_OUT, size="8/4", places=(1, 2, 3), values=(1.9, 1.7, 1.6)),
        Curve(measure=Measure.TRAINING, size="8/4", places=(1, 2, 3), values=(1.8, 1.6, 1.4)),
        Curve(measure=Measure.REFIT, places=(1, 2, 3, 4), values=(1.9, 1.7, 1.6, 1.5)),
        Curve(measure=Measure.VOTE_HELD_OUT, places=(0.1, 1.0), values=(0.7, 0.75)),
    ),
)  # fmt: skip

OPTIMIZED = OptimizeResult(
    checkpoint="c1", frozen="frozen.bin", updates=2000, ms_per_update=12.4, device="Card 1",
    vote_share=Interval(estimate=0.531, low=0.52, high=0.542), signal_to_noise=0.25,
    curves=(
        Curve(
            measure=Measure.VOTE_SHARE, places=(0, 1000, 2000), values=(0.5, 0.52, 0.53),
            errors=(0.0, 0.01, 0.6), groups=80,
        ),
        Curve(measure=Measure.SIGNAL_TO_NOISE, places=(1000, 2000), values=(0.5, 0.25)),
    ),
)  # fmt: skip

COMPARED = ConvergenceResult(
    shares=[[0.5, 0.4], [0.6, 0.5]], standard_errors=[[0.0, 0.01], [0.01, 0.0]], nash=[0.0, 1.0],
    alpha_rank=[0.0, 1.0], cycles=False, beats_all=True,
    advantage=Interval(estimate=0.1, low=0.08, high=0.12), converged=False,
)  # fmt: skip

EVALUATED = EvaluateResult(
    mechanism="theta_1", baseline="liberal_egalitarian", groups=100, votes=400,
    share=Interval(estimate=0.6, low=0.55, high=0.65),
    by_tail_endowment={
        2: Interval(estimate=0.5, low=0.4, high=0.6),
        4: Interval(estimate=0.7, low=0.6, high=0.8),
    },
    p_value=0.001, within_group_correlation=0.1, power=0.9, smallest_effect=0.55,
    contributions={}, surplus={},
    objectives=tuple(
        Objective(
            kind=kind, mechanism=1.25, baseline=1.5,
            difference=Interval(estimate=-0.25, low=-0.5, high=0.125),
        )
        for kind in ObjectiveKind
    ),
)  # fmt: skip


@cache
def trained_mechanism() -> FrozenPolicy:
    """A closed form that stands for theta_1."""
    return dataclasses.replace(freeze(ClosedForm("trained", 0.7, 0.3), PAPER_GAME), name="theta_1")


def store_turn(store: Store, modelled: ModelResult = MODELLED) -> None:
    """Put a whole turn of the loop into a study, as if it had been computed."""
    store.learned.add_mechanism(trained_mechanism(), {})
    store.facts.set("table of theta_1", trained_mechanism().sha256)
    for step, result in (
        (Step.MODEL, modelled),
        (Step.OPTIMIZE, OPTIMIZED),
        (Step.CONVERGENCE, COMPARED),
    ):
        store.learned.add_run(
            step.value, 1, InitialiseJob(game=PAPER_GAME, seed=1), result, WHEN, WHEN
        )


def better(result: ModelResult, held_out: float, error: float = 0.005) -> ModelResult:
    """A result whose votes are predicted with another cross-entropy, known to so many nats."""
    lead = result.vote.references["coin_toss"] - held_out
    leads = {"coin_toss": Interval(estimate=lead, low=lead - error, high=lead + error)}
    vote = msgspec.structs.replace(result.vote, held_out=held_out, leads=leads)
    return msgspec.structs.replace(result, vote=vote)
