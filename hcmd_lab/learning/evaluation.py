"""EVALUATE: new people's votes for the mechanism against a baseline (paper section 4.1, Fig. 3).

Which groups count is said in `hcmd_lab.inference.counting`, and how they are judged in
`hcmd_lab.inference.verdict`.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from hcmd_lab.dataset import read_dataset
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.mechanism_names import spoken_name
from hcmd_lab.game.people import gini
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.roles import roles
from hcmd_lab.game.rules import Game
from hcmd_lab.inference.correlation import within_group_correlation
from hcmd_lab.inference.counting import (
    Compared,
    all_votes,
    compared_groups,
    order_effect,
    plan_kept,
    role_shares,
    votes_for_second,
    without_preference,
)
from hcmd_lab.inference.labs import lab_effect
from hcmd_lab.inference.verdict import by_condition, judge
from hcmd_lab.inference.vote_power import USUAL_CORRELATION, simulated_power, smallest_found
from hcmd_lab.inference.weighed_power import WeighedDesign
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.job_folder import DATASET_FILE
from hcmd_lab.jobs.modelled import PredictionCheck
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.jobs.record import PAPER_SHARE
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.jobs.requests import EvaluateJob
from hcmd_lab.learning.objectives import objectives

MIN_REWARD = 0.01
"""Coins that count at least as a person's reward, so that it has a logarithm."""

_POWER_SEED = 1
"""The same groups have the same power, whatever the study's seed."""


def evaluate(
    job: EvaluateJob, folder: Path, checkpoints: Path, should_stop: Callable[[], bool]
) -> Iterator[Progress | EvaluateResult | Stopped]:
    """Count the votes; takes about a second, so a stopped job starts again.

    Args:
        job: The job.
        folder: Holds `dataset.jsonl`: groups of EVALUATE and of ACQUIRE.
        checkpoints: Holds the participant models.
        should_stop: Asked before the counting.

    Raises:
        OperatorError: The data cannot be read, or no group met both mechanisms and voted.
    """
    groups, _ = read_dataset(folder / DATASET_FILE)
    met_both = compared_groups(groups, job.mechanism, job.baseline, job.game, job.labs)
    compared = [group for group in met_both if group.cast]
    if not compared:
        raise OperatorError(
            "No group has played both {mechanism} and {baseline} and voted; run evaluation "
            "sessions with these two first.",
            mechanism=spoken_name(job.mechanism),
            baseline=spoken_name(job.baseline),
        )
    yield Progress(phase=JobPhase.COUNTING, step=1, total=1)
    if should_stop():
        yield Stopped(step=0)
        return
    newest = [group for group in groups if group.purpose == "evaluate"]
    checks = _checked(job, folder, checkpoints, newest)
    yield msgspec.structs.replace(judged(job, compared, groups), checks=checks)


def judged(
    job: EvaluateJob, compared: Sequence[Compared], groups: Sequence[PlayedGroup]
) -> EvaluateResult:
    """The result of groups that met both mechanisms and voted, at least one.

    Args:
        job: The job.
        compared: The groups of the comparison.
        groups: All groups, among them those that played one mechanism twice.
    """
    counted = all_votes(compared)
    twice = votes_for_second(groups, job.game)
    order = order_effect(counted, twice, job.plan)
    plan = plan_kept(job.plan, order)
    verdict = judge(counted, plan, order.used, imbalance=order.imbalance)
    order = without_preference(order, verdict.share.estimate)
    plain = judge(counted, plan)
    correlation = within_group_correlation(counted.won, counted.cast)
    assumed = USUAL_CORRELATION if correlation is None else max(0.0, correlation)
    power, smallest = _power(WeighedDesign(counted, twice[1], plan), assumed)
    names = (job.mechanism, job.baseline)
    return EvaluateResult(
        mechanism=job.mechanism,
        baseline=job.baseline,
        groups=counted.groups,
        votes=int(counted.cast.sum()),
        share=verdict.share,
        by_tail_endowment=by_condition(counted, plan, order.used),
        p_value=verdict.p_value,
        within_group_correlation=0.0 if correlation is None else correlation,
        assumed_correlation=assumed,
        power=power,
        smallest_effect=1.0 if smallest is None else smallest,
        contributions={name: contribution_curves(compared, name, job.game) for name in names},
        surplus={name: [surplus(c.stages[name]) for c in compared] for name in names},
        plan=plan,
        won=int(counted.won.sum()),
        unadjusted=plain.share if plan.order_adjusted else None,
        unadjusted_p_value=plain.p_value if plan.order_adjusted else None,
        second_stage=order,
        by_role=role_shares(compared, groups, job.game, plan),
        labs=lab_effect(counted, plan, order.used),
        objectives=objectives(compared, job.mechanism, job.baseline),
    )


def _power(groups: WeighedDesign, correlation: float) -> tuple[float, float | None]:
    """The power for the paper's share, and the smallest share found with 80% power, if any is."""
    alike = Counter(groups.counted.cast.tolist())

    def power(share: float) -> float:
        dice = np.random.default_rng(_POWER_SEED)
        if groups.is_told_apart:
            return groups.power(share, correlation, dice)
        return simulated_power(share, alike, correlation, dice, groups.plan)

    return power(PAPER_SHARE), smallest_found(power)


def _checked(
    job: EvaluateJob, folder: Path, checkpoints: Path, groups: Sequence[PlayedGroup]
) -> tuple[PredictionCheck, ...]:
    """What the newest models expected of these people, and what came.

    Counting votes does not wait for models: without their checkpoint nothing is compared.
    """
    if not job.participants:
        return ()
    # Without models nobody waits for torch.
    from hcmd_lab.learning.check_predictions import (  # noqa: PLC0415
        ModelErrors,
        check_predictions,
        read_played,
    )
    from hcmd_lab.learning.participant_set import ParticipantSet  # noqa: PLC0415

    try:
        models = ParticipantSet.load(checkpoints, job.participants)
    except OperatorError:
        return ()
    tables = read_played(folder, job.played)
    errors = ModelErrors(job.widening, job.giving_widening, job.groups_known, job.groups_modelled)
    return check_predictions(models, tables, groups, job.game, job.seed, errors)


def contribution_curves(
    compared: Sequence[Compared], mechanism: str, game: Game
) -> dict[str, dict[int, list[float]]]:
    """Mean fraction contributed, by role and tail endowment: one number per round.

    Only people's own choices count, unless a round has none.
    """
    curves: dict[str, dict[int, list[float]]] = {role: {} for role in roles(game)}
    for tail in sorted({c.tail_endowment for c in compared}):
        stages = [c.stages[mechanism] for c in compared if c.tail_endowment == tail]
        fractions = np.array([s.contributions for s in stages]) / np.array(
            [s.endowments for s in stages]
        )
        own = np.array([s.own_choice for s in stages])
        for role, seats in roles(game).items():
            curves[role][tail] = _mean_by_round(fractions[:, :, seats], own[:, :, seats])
    return curves


def surplus(stage: PlayedStage) -> tuple[float, float]:
    """Sum of the logarithms of the seats' rewards in a stage, and their Gini coefficient."""
    rewards = (
        np.array(stage.payouts) + np.array(stage.endowments) - np.array(stage.contributions)
    ).sum(0)
    return float(np.log(np.maximum(rewards, MIN_REWARD)).sum()), float(gini(rewards))


def _mean_by_round(fractions: NDArray[np.float64], own: NDArray[np.bool_]) -> list[float]:
    """Means over groups and seats of `[G, T, N]`."""
    counted = own | ~own.any((0, 2), keepdims=True)
    means: list[float] = np.mean(fractions, (0, 2), where=counted).tolist()
    return means
