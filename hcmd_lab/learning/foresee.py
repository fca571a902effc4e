"""FORESEE: what the participant models expect of a mechanism before people meet it.

The mechanism is played as a session would play it, from its table, by every model of the set: whom
it serves, how often somebody would have done better to keep everything, how much of what is
predicted lies where data are, and how far the models agree. Nothing here is observed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.dataset import read_dataset
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.insight.territory import Cells, cells, known_cells
from hcmd_lab.jobs.foreseen import ConditionProspect, ForeseeResult, Remedy, Spread
from hcmd_lab.jobs.job_folder import BASELINE_FILE, DATASET_FILE, MECHANISM_FILE
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.jobs.requests import ForeseeJob
from hcmd_lab.learning.contest import Contest
from hcmd_lab.learning.devices import prepare
from hcmd_lab.learning.expectation import Expectation
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantModels
from hcmd_lab.learning.rollout import (
    by_inverse_cdf,
    condition_endowments,
    draw_uniforms,
    play,
)
from hcmd_lab.learning.seeds import generator
from hcmd_lab.learning.table_policy import TablePolicy
from hcmd_lab.restriction import UNRESTRICTED, Mixture, Reference, Restriction

Floats = NDArray[np.float64]

_PARTS_OF_EQUAL = (0.2, 0.4, 0.6, 0.8)
"""Minimum shares that are tried, as parts of an equal share."""

_DISTANCES = (0.5, 0.25, 0.1)
"""Distances from each reference that are tried."""

_ROUNDING = 1e-4
"""Coins a round: what 32-bit sums of payouts may be away from the endowment."""


@dataclass(frozen=True)
class _Games:
    """Simulated games of one mechanism under one model.

    Attributes:
        endowment: `[C, R, T, N]` coins; conditions, groups, rounds, seats.
        contribution: `[C, R, T, N]` coins.
        payout: `[C, R, T, N]` coins.
    """

    endowment: Floats
    contribution: Floats
    payout: Floats

    @property
    def gain(self) -> Floats:
        """`[C, R, N]` coins a round beyond the endowment."""
        gained: Floats = (self.payout - self.contribution).mean(2)
        return gained

    @property
    def somebody_lost(self) -> Floats:
        """`[C]`: share of groups in which a seat earned less than by keeping everything."""
        share: Floats = (self.gain.min(-1) < -_ROUNDING).mean(1)
        return share


def foresee(
    job: ForeseeJob, folder: Path, checkpoints: Path, should_stop: Callable[[], bool]
) -> Iterator[Progress | ForeseeResult | Stopped]:
    """Play a mechanism with every model; takes seconds, so a stopped job starts again.

    Args:
        job: The job.
        folder: Holds the two tables and the data.
        checkpoints: The folder of the participant models.
        should_stop: Asked before each model.

    Raises:
        OperatorError: A table, the data or the models cannot be read.
        UsageError: There are too few games.
    """
    if job.repetitions < 2:
        raise UsageError(
            "At least two games in each condition are simulated, not {n}.", n=job.repetitions
        )
    device = prepare(job.compute)
    members = ParticipantSet.load(checkpoints, job.participants).to(device.torch)
    mechanism, baseline = (_table(folder / file) for file in (MECHANISM_FILE, BASELINE_FILE))
    groups, _ = read_dataset(folder / DATASET_FILE)
    known = known_cells(groups)
    games, lost, baseline_lost = [], [], []
    tried = remedies(job.game.seats)
    remedied: list[list[float]] = [[] for _ in tried]
    for number, model in enumerate(members):
        if should_stop():
            yield Stopped(step=number)
            return
        yield Progress(
            phase=JobPhase.FORESEEING, step=number, total=len(members), device=device.name
        )
        played = _play(mechanism, model, job)
        games.append(played)
        lost.append(float(played.somebody_lost.mean()))
        other = _play(baseline, model, job)
        baseline_lost.append(float(other.somebody_lost.mean()))
        for remedy, figures in zip(tried, remedied, strict=True):
            mixture = remedy.mixture(job.game.seats)
            figures.append(float(_play(mechanism, model, job, mixture).somebody_lost.mean()))
    votes = _votes(mechanism, baseline, members, job)
    yield ForeseeResult(
        mechanism=job.mechanism,
        baseline=job.baseline,
        participants=job.participants,
        models=len(members),
        groups=job.repetitions,
        conditions=tuple(
            _prospect(tail, row, games, known) for row, tail in enumerate(job.game.tail_endowments)
        ),
        somebody_lost=_spread(lost),
        baseline_lost=_spread(baseline_lost),
        vote_share=_spread(votes.by_member),
        expected=votes.expected.interval(job.widening),
        remedies=tuple(
            Remedy(restriction=remedy, somebody_lost=float(np.mean(figures)))
            for remedy, figures in zip(tried, remedied, strict=True)
        ),
    )


def remedies(seats: int) -> tuple[Restriction, ...]:
    """Restrictions that are tried on a mechanism, the weakest of each kind first.

    Args:
        seats: Of a group: four have minimum shares of .05, .1, .15 and .2.
    """
    return (
        *(Restriction(minimum_share=round(part / seats, 3)) for part in _PARTS_OF_EQUAL),
        *(
            Restriction(reference=reference, reference_distance=distance)
            for reference in Reference
            if reference is not Reference.NONE
            for distance in _DISTANCES
        ),
    )


def _table(path: Path) -> FrozenPolicy:
    try:
        return FrozenPolicy.from_bytes(read_bounded(path, FileKind.JOB), path.stem)
    except (OSError, ValueError) as error:
        raise OperatorError(
            "The mechanism's table in {path} cannot be read ({error}); start again.",
            path=path,
            error=error,
        ) from error


@torch.no_grad()
def _play(
    table: FrozenPolicy, model: ParticipantModels, job: ForeseeJob, mixture: Mixture = UNRESTRICTED
) -> _Games:
    """Games that differ between mechanisms only as far as these make them."""
    like = model.vote.weight
    endowment = condition_endowments(job.game, job.repetitions, like)
    draws = draw_uniforms(job.game.rounds, endowment, generator(job.seed, "foresee"))
    choose = by_inverse_cdf(draws, endowment)
    policy = TablePolicy(table, like, mixture)
    played = play(policy, model, endowment, choose, job.game.multiplier)
    shape = (len(job.game.tail_endowments), job.repetitions, job.game.rounds, job.game.seats)
    given = played.contribution.double().cpu().numpy().reshape(shape)
    coins = endowment.double().cpu().numpy().reshape(shape[0], shape[1], 1, shape[3])
    return _Games(
        np.broadcast_to(coins, shape), given, played.payout.double().cpu().numpy().reshape(shape)
    )


@dataclass(frozen=True)
class _Votes:
    """Expected share of votes for the mechanism.

    Attributes:
        by_member: By each model.
        expected: By the set.
    """

    by_member: list[float]
    expected: Expectation


def _votes(
    mechanism: FrozenPolicy, baseline: FrozenPolicy, members: ParticipantSet, job: ForeseeJob
) -> _Votes:
    dice = generator(job.seed, "foresee/votes")
    contest = Contest(members, job.game, job.repetitions, dice, job.groups_known)
    weight = members[0].vote.weight
    ours = contest.enter(TablePolicy(mechanism, weight))
    is_same = job.mechanism == job.baseline
    theirs = ours if is_same else contest.enter(TablePolicy(baseline, weight))
    by_member = contest.shares_by_member(ours, theirs).mean((1, 2)).tolist()
    return _Votes(by_member, contest.expected(ours, theirs))


def _prospect(tail: int, row: int, games: Sequence[_Games], known: Cells) -> ConditionProspect:
    """The condition in row `row`, over all models."""
    endowment, contribution, payout, gain = (
        np.concatenate([each[row] for each in figures])
        for figures in (
            [played.endowment for played in games],
            [played.contribution for played in games],
            [played.payout for played in games],
            [played.gain for played in games],
        )
    )
    fraction = contribution / endowment
    is_known = np.isin(cells(endowment, contribution, payout), known)
    are_least = gain <= gain.min(-1, keepdims=True) + _ROUNDING
    return ConditionProspect(
        tail_endowment=tail,
        head_gives=float(fraction[..., 0].mean()),
        tail_gives=float(fraction[..., 1:].mean()),
        head_gain=float(gain[:, 0].mean()),
        tail_gain=float(gain[:, 1:].mean()),
        somebody_lost=float(np.mean([played.somebody_lost[row] for played in games])),
        heads_among_least=float((are_least[:, 0] / are_least.sum(-1)).mean()),
        known=float(is_known.mean()),
        gives_known=_mean(fraction[is_known]),
        gives_beyond=_mean(fraction[~is_known]),
    )


def _mean(figures: Floats) -> float | None:
    return float(figures.mean()) if figures.size else None


def _spread(figures: Sequence[float]) -> Spread:
    return Spread(mean=float(np.mean(figures)), lowest=min(figures), highest=max(figures))
