"""Studies whose votes have been counted by EVALUATE's own arithmetic, without training anything."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path

import msgspec
from step_results import COMPARED, MODELLED, OPTIMIZED
from studies import WHEN, playable_study

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import ClosedForm
from hcmd_lab.inference.counting import compared_groups
from hcmd_lab.jobs.modelled import BehaviourShift, Feature, FeatureCheck
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.requests import EvaluateJob, InitialiseJob
from hcmd_lab.learning.evaluation import judged
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study

MODEL = msgspec.structs.replace(
    MODELLED,
    checkpoint="a" * 64,
    dataset_sha256="b" * 64,
    shift=BehaviourShift(contribution=[[1.5, 1.75], [1.25, 1.5]], vote=[[0.7, None], [0.6, 0.5]]),
    features=(
        FeatureCheck(
            feature=Feature.HALF, observed=0.25,
            expected=Interval(estimate=0.2, low=0.1, high=0.3),
        ),
    ),
)  # fmt: skip


def counted_study(
    folder: Path,
    groups: int = 6,
    changes: Mapping[str, object] | None = None,
    *,
    is_counted: bool = True,
) -> Path:
    """A study of simulated participants that has come to its end.

    Args:
        folder: Is made.
        groups: Of ACQUIRE, and of EVALUATE.
        changes: To the settings, among them the game and the plan of the comparison.
        is_counted: Whether its votes have been; otherwise it is at EVALUATE.
    """
    own = {"groups": [groups], "updates": [10], "evaluation_groups": groups, "min_iterations": 1}
    playable_study(folder, groups, own_game={**own, **(changes or {})})
    with Store.open(folder) as store:
        study = Study(store)
        table = dataclasses.replace(
            freeze(ClosedForm("mixed", 0.8, 0.9), study.game), name="theta_1"
        )
        store.learned.add_mechanism(table, {})
        store.facts.set("table of theta_1", table.sha256)
        play_simulated(study, "acquire", groups)
        trained = msgspec.structs.replace(OPTIMIZED, checkpoint="c" * 64)
        compared = msgspec.structs.replace(COMPARED, converged=True)
        for step, result in (
            (Step.MODEL, MODEL), (Step.OPTIMIZE, trained), (Step.CONVERGENCE, compared),
        ):  # fmt: skip
            _add(study, step, result)
        play_simulated(study, "evaluate", groups)
        if not is_counted:
            return folder
        plan = study.settings
        job = EvaluateJob(
            seed=1, mechanism="theta_1", baseline=plan.baseline, looks=plan.looks,
            weighting=plan.weighting, order_adjusted=plan.order_adjusted, game=study.game,
        )  # fmt: skip
        played = study.played(("acquire", "evaluate"))
        groups_met = compared_groups(played, job.mechanism, job.baseline, study.game)
        voted = [each for each in groups_met if each.cast]
        _add(study, Step.EVALUATE, judged(job, voted, played))
    return folder


def _add(study: Study, step: Step, result: object) -> None:
    job = InitialiseJob(seed=1, game=study.game)
    study.store.learned.add_run(step.value, 1, job, result, WHEN, WHEN)
