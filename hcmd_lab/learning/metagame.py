"""CONVERGENCE: the meta-game between all checkpoints (paper section 3.4).

Entry (i, j) of the meta-game is the share of votes expected for mechanism i against j under the
newest participant models (`contest` says how it is computed, without sampling votes). Each
mechanism is played once, and all pairs compare the same episodes: a pair's difference is freed of
the noise both have in common. Its standard error takes the group as the unit, since the votes of
one group depend on each other.
"""

from collections.abc import Callable, Iterator, Sequence
from math import comb
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hcmd_lab.errors import UsageError
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.jobs.requests import ConvergenceJob
from hcmd_lab.jobs.trained import NEGLIGIBLE, ConvergenceResult, Improvement
from hcmd_lab.learning.contest import Contest, Contestant
from hcmd_lab.learning.devices import prepare
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.policy import PolicyNetwork
from hcmd_lab.learning.seeds import generator
from hcmd_lab.learning.symmetric_games import alpha_rank, has_cycle, nash_mixture

Floats = NDArray[np.float64]


def converge(
    job: ConvergenceJob, folder: Path, checkpoints: Path, should_stop: Callable[[], bool]
) -> Iterator[Progress | ConvergenceResult | Stopped]:
    """Play all mechanisms and compare them; takes seconds, so a stopped job starts again.

    Args:
        job: The job.
        folder: The job's own folder, of which nothing is needed.
        checkpoints: The folder of the mechanisms and the participant models.
        should_stop: Asked before each mechanism.

    Raises:
        OperatorError: A checkpoint cannot be used, or the job cannot.
    """
    if len(job.policies) < 2 or job.repetitions < 2:
        raise UsageError(
            "CONVERGENCE compares at least two mechanisms in at least two games per "
            "condition, not {mechanisms} in {games}.",
            mechanisms=len(job.policies),
            games=job.repetitions,
        )
    device = prepare(job.compute)
    participants = ParticipantSet.load(checkpoints, job.participants).to(device.torch)
    contest = Contest(
        participants,
        job.game,
        job.repetitions,
        generator(job.seed, "convergence/contest"),
        job.groups_known,
        device.threads_for_parts(),
    )
    contestants: list[Contestant] = []
    entered: dict[str, Contestant] = {}  # a refused step leaves the mechanism before
    for step, sha256 in enumerate(job.policies, start=1):
        if should_stop():
            yield Stopped(step=step - 1)
            return
        if sha256 not in entered:
            policy = PolicyNetwork.load(checkpoints, sha256).to(device.torch)
            entered[sha256] = contest.enter(policy)
        contestants.append(entered[sha256])
        yield Progress(
            phase=JobPhase.META_GAME,
            step=step,
            total=len(job.policies),
            device=device.name,
            metrics={"pairs": comb(step, 2), "pairs_total": comb(len(job.policies), 2)},
        )
    newest = len(contestants) - 1
    against = newest - 1 if job.against < 0 else job.against
    doubled = contest.expected(contestants[newest], contestants[against]).of_more_groups(2)
    yield conclude(
        meta_game(contest, contestants, job.widening),
        against,
        _above_half(doubled.interval(job.widening)),
        shortened=job.shortened,
    )


def meta_game(
    contest: Contest, contestants: Sequence[Contestant], widening: float
) -> list[list[Interval]]:
    """Expected shares `K x K`, with their 95% intervals of the models and of the simulation.

    Only half of the pairs are computed: the other half are their complements, and a mechanism's
    share against itself is one half.
    """
    count = len(contestants)
    found = [[Interval.of_share(0.5, 0.0)] * count for _ in range(count)]
    for i in range(count):
        for j in range(i):
            won = contest.expected(contestants[i], contestants[j]).interval(widening)
            found[i][j] = won
            found[j][i] = won.of_the_other()
    return found


def conclude(
    expected: list[list[Interval]], against: int, doubled: Interval, *, shortened: bool
) -> ConvergenceResult:
    """The result of a meta-game, including whether the loop should continue.

    It stops when the interval of the newest mechanism's advantage over the one it was trained from
    lies below one percentage point: what could still be won is not worth an iteration. It goes on
    while the newest beats every earlier one with its 95% interval above one half, and also where
    the intervals do not decide, because the groups of another iteration are what narrows them, or
    where an earlier one beats it, because OPTIMIZE may begin with that one again. A step that was
    shortened or refused says nothing on what could still be won: it is short because the models do
    not know.

    Args:
        expected: `K x K` shares of votes, oldest first, at least two.
        against: Number of the mechanism that the newest was trained from.
        doubled: Interval of the advantage with twice the groups.
        shortened: Whether the step to the newest was shortened or refused.
    """
    shares = np.array([[each.estimate for each in row] for row in expected])
    low = np.array([[each.low for each in row] for row in expected])
    beats = low > 0.5
    newest = len(shares) - 1
    advantage = _above_half(expected[newest][against])
    beats_all = bool(beats[-1, :newest].all())
    is_little = advantage.high < NEGLIGIBLE
    if is_little and not shortened:
        improvement = Improvement.NEGLIGIBLE
    elif beats_all:
        improvement = Improvement.IMPROVES
    elif beats[:newest, -1].any():
        improvement = Improvement.BEATEN
    else:
        improvement = Improvement.CUT_SHORT if is_little else Improvement.UNDECIDED
    return ConvergenceResult(
        shares=shares.tolist(),
        intervals=expected,
        nash=nash_mixture(shares).tolist(),
        alpha_rank=alpha_rank(shares).tolist(),
        cycles=has_cycle(beats),
        beats_all=beats_all,
        advantage=advantage,
        converged=improvement is Improvement.NEGLIGIBLE,
        improvement=improvement,
        against=against,
        doubled=doubled,
    )


def _above_half(share: Interval) -> Interval:
    return Interval(estimate=share.estimate - 0.5, low=share.low - 0.5, high=share.high - 0.5)
