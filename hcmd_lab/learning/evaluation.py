"""EVALUATE: new people's votes for the mechanism against a baseline (paper section 4.1, Fig. 3).

A group counts if one of its first two stages was played with the mechanism and the other with the
baseline, both to the end. Its third stage is left out: what was played there hung on the vote.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hcmd_lab.dataset import read_dataset
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.people import gini
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.insight.vote_shares import share_interval, sign_flip_p_value
from hcmd_lab.jobs import (
    DATASET_FILE,
    PAPER_SHARE,
    EvaluateJob,
    EvaluateResult,
    JobPhase,
    Progress,
    Stopped,
)
from hcmd_lab.learning.vote_statistics import power, smallest_effect, within_group_correlation

MIN_REWARD = 0.01
"""Coins that count at least as a person's reward, so that it has a logarithm."""


@dataclass(frozen=True)
class Compared:
    """One group that played both mechanisms.

    Attributes:
        tail_endowment: Its condition.
        stages: Its stage with each mechanism, by the mechanism's name.
        won: Votes for the mechanism.
        cast: Votes cast.
    """

    tail_endowment: int
    stages: dict[str, PlayedStage]
    won: int
    cast: int


def evaluate(
    job: EvaluateJob, folder: Path, checkpoints: Path, should_stop: Callable[[], bool]
) -> Iterator[Progress | EvaluateResult | Stopped]:
    """Count the votes; takes about a second, so a stopped job starts again.

    Args:
        job: The job.
        folder: Holds `dataset.jsonl`.
        checkpoints: Unused.
        should_stop: Asked before the counting.

    Raises:
        OperatorError: The data cannot be read, or no group met both mechanisms and voted.
    """
    groups, _ = read_dataset(folder / DATASET_FILE)
    compared = [c for group in groups if (c := compare(group, job)) is not None and c.cast]
    if not compared:
        raise OperatorError(
            "No group has played both {mechanism} and {baseline} and voted; run evaluation "
            "sessions with these two first.",
            mechanism=job.mechanism,
            baseline=job.baseline,
        )
    yield Progress(phase=JobPhase.COUNTING, step=1, total=1)
    if should_stop():
        yield Stopped(step=0)
        return
    won = np.array([c.won for c in compared])
    cast = np.array([c.cast for c in compared])
    tails = np.array([c.tail_endowment for c in compared])
    correlation = within_group_correlation(won, cast)
    votes_per_group = float(cast.mean())
    names = (job.mechanism, job.baseline)
    yield EvaluateResult(
        mechanism=job.mechanism,
        baseline=job.baseline,
        groups=len(compared),
        votes=int(cast.sum()),
        share=share_interval(won, cast),
        by_tail_endowment={
            int(tail): share_interval(won[tails == tail], cast[tails == tail])
            for tail in np.unique(tails)
        },
        p_value=sign_flip_p_value(won, cast),
        within_group_correlation=correlation,
        power=power(PAPER_SHARE, len(compared), votes_per_group, correlation),
        smallest_effect=smallest_effect(len(compared), votes_per_group, correlation),
        contributions={name: contribution_curves(compared, name) for name in names},
        surplus={name: [surplus(c.stages[name]) for c in compared] for name in names},
    )


def compare(group: PlayedGroup, job: EvaluateJob) -> Compared | None:
    """A group's votes on the two mechanisms; None if it did not complete both."""
    number_of = {stage.mechanism: stage for stage in group.stages if stage.stage in (1, 2)}
    if set(number_of) != {job.mechanism, job.baseline}:
        return None
    if any(len(stage.endowments) != job.game.rounds for stage in number_of.values()):
        return None
    votes = [vote for vote in group.votes if vote is not None]
    favoured = number_of[job.mechanism].stage
    tail_endowment = number_of[job.mechanism].endowments[0][-1]
    return Compared(tail_endowment, number_of, votes.count(favoured), len(votes))


def contribution_curves(
    compared: Sequence[Compared], mechanism: str
) -> dict[str, dict[int, list[float]]]:
    """Mean fraction contributed, by role and tail endowment: one number per round.

    Only people's own choices count, unless a round has none.
    """
    curves: dict[str, dict[int, list[float]]] = {"head": {}, "tail": {}}
    for tail in sorted({c.tail_endowment for c in compared}):
        stages = [c.stages[mechanism] for c in compared if c.tail_endowment == tail]
        fractions = np.array([s.contributions for s in stages]) / np.array(
            [s.endowments for s in stages]
        )
        own = np.array([s.own_choice for s in stages])
        for role, seats in (("head", slice(0, 1)), ("tail", slice(1, None))):
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
