import copy
import math
from pathlib import Path

import msgspec
import numpy as np
import pytest
import torch

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.record import Z_95, Interval
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.jobs.requests import Compute, ConvergenceJob, DeviceKind
from hcmd_lab.jobs.trained import ConvergenceResult, Improvement
from hcmd_lab.learning.metagame import conclude, converge
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork


@pytest.fixture(scope="module")
def checkpoints(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("checkpoints")


@pytest.fixture(scope="module")
def job(checkpoints: Path) -> ConvergenceJob:
    """Three random policies under people who vote for what the tails are paid."""
    dice = torch.Generator().manual_seed(1)
    models = ParticipantModels(ParticipantArchitecture(4, 3))
    models.contribution.reset_parameters(dice)
    models.vote.weight.data[:, :, 2] = torch.tensor([1.0, -0.5, 0.3, 0.3])
    policies = []
    for _ in range(3):
        policy = PolicyNetwork(PolicyArchitecture(4))
        policy.reset_parameters(dice)
        policies.append(policy.save(checkpoints))
    return ConvergenceJob(
        game=PAPER_GAME,
        seed=3,
        policies=tuple(policies),
        participants=ParticipantSet.of(models).save(checkpoints),
        repetitions=30,
        compute=Compute(device=DeviceKind.CPU, threads=1),
    )


def run(job: ConvergenceJob, checkpoints: Path) -> ConvergenceResult:
    *_, result = converge(job, checkpoints, checkpoints, lambda: False)
    assert isinstance(result, ConvergenceResult)
    return result


def test_shares_of_a_pair_sum_to_one(job: ConvergenceJob, checkpoints: Path) -> None:
    result = run(job, checkpoints)
    shares = np.array(result.shares)
    np.testing.assert_array_equal(shares + shares.T, np.ones((3, 3)))
    np.testing.assert_array_equal(np.diag(shares), [0.5] * 3)
    for i, j in np.ndindex(3, 3):
        one, other = result.intervals[i][j], result.intervals[j][i]
        assert one.estimate == shares[i, j]
        assert (one.low, one.high) == pytest.approx((1 - other.high, 1 - other.low))
        assert (one.low < one.estimate < one.high) is (i != j)
    assert sum(result.nash) == pytest.approx(1)


def test_the_same_seed_gives_the_same_result(job: ConvergenceJob, checkpoints: Path) -> None:
    assert run(job, checkpoints) == run(job, checkpoints)
    other = msgspec.structs.replace(job, seed=4)
    assert run(other, checkpoints).shares != run(job, checkpoints).shares


def test_a_copy_ties_exactly_and_stops_the_loop(job: ConvergenceJob, checkpoints: Path) -> None:
    newest = job.policies[-1]
    result = run(msgspec.structs.replace(job, policies=(newest, newest)), checkpoints)
    assert result.shares == [[0.5, 0.5], [0.5, 0.5]]
    assert result.intervals == [[Interval.of_share(0.5, 0.0)] * 2] * 2
    assert result.converged
    assert not result.beats_all


def test_shares_do_not_depend_on_who_else_is_compared(
    job: ConvergenceJob, checkpoints: Path
) -> None:
    pair = run(msgspec.structs.replace(job, policies=job.policies[1:]), checkpoints)
    assert pair.shares[1][0] == run(job, checkpoints).shares[2][1]


def test_it_reports_each_mechanism_and_stops_when_asked(
    job: ConvergenceJob, checkpoints: Path
) -> None:
    *progress, _ = converge(job, checkpoints, checkpoints, lambda: False)
    assert [r.step for r in progress if isinstance(r, Progress)] == [1, 2, 3]
    (stopped,) = converge(job, checkpoints, checkpoints, lambda: True)
    assert stopped == Stopped(step=0)


def test_jobs_that_cannot_be_are_refused(job: ConvergenceJob, checkpoints: Path) -> None:
    alone = msgspec.structs.replace(job, policies=job.policies[:1])
    with pytest.raises(UsageError, match="at least two mechanisms"):
        run(alone, checkpoints)
    unknown = msgspec.structs.replace(job, participants="0" * 64)
    with pytest.raises(OperatorError, match="cannot be read"):
        run(unknown, checkpoints)


def width(found: Interval) -> float:
    return found.high - found.low


def square(*lower: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """A meta-game from the entries below its diagonal, row by row."""
    count = round((1 + math.sqrt(1 + 8 * len(lower))) / 2)
    shares = np.full((count, count), 0.5)
    shares[np.tril_indices(count, -1)] = lower
    return np.tril(shares) + np.triu(1 - shares.T, 1)


def concluded(
    shares: np.ndarray, error: float, against: int = 1, *, shortened: bool = False
) -> ConvergenceResult:
    newest = Interval(estimate=0.05, low=0.0, high=0.1)
    expected = [[Interval.of_share(float(s), Z_95 * error) for s in row] for row in shares]
    return conclude(expected, against, newest, shortened=shortened)


def test_a_shortened_step_is_no_sign_that_nothing_is_left_to_win() -> None:
    shares = square(0.6, 0.6, 0.501)
    assert concluded(shares, 0.001).improvement is Improvement.NEGLIGIBLE
    short = concluded(shares, 0.001, shortened=True)
    assert not short.converged
    assert short.improvement is Improvement.CUT_SHORT


def test_it_goes_on_while_the_newest_beats_all() -> None:
    result = concluded(square(0.6, 0.65, 0.55), 0.01)
    assert (result.improvement, result.beats_all) == (Improvement.IMPROVES, True)
    assert not result.converged
    assert result.advantage.estimate == pytest.approx(0.05)


def test_it_goes_on_when_one_is_not_beaten_with_confidence() -> None:
    """The groups of another iteration are what narrows the interval."""
    result = concluded(square(0.6, 0.515, 0.55), 0.01)
    assert (result.improvement, result.beats_all) == (Improvement.UNDECIDED, False)
    assert not result.converged


def test_it_is_known_whom_the_newest_beats_and_who_beats_it() -> None:
    lost = concluded(square(0.6, 0.4, 0.55), 0.01)
    assert lost.improvement is Improvement.BEATEN
    assert (lost.beaten_by, lost.open_against, lost.converged) == ([0], [], False)
    unsure = concluded(square(0.6, 0.515, 0.55), 0.01)
    assert (unsure.beaten_by, unsure.open_against) == ([], [0])


def test_what_is_known_of_the_newest_comes_before_what_a_short_step_leaves_open() -> None:
    short = concluded(square(0.6, 0.4, 0.501), 0.001, shortened=True)
    assert short.improvement is Improvement.BEATEN
    wins = concluded(square(0.6, 0.6, 0.505), 0.001, shortened=True)
    assert wins.improvement is Improvement.IMPROVES


def test_a_refused_step_is_one_half_however_little_the_models_know(
    job: ConvergenceJob, checkpoints: Path
) -> None:
    first, second, _ = job.policies
    refused = (first, second, second)
    changed = msgspec.structs.replace(job, policies=refused, groups_known=4, shortened=True)
    result = run(changed, checkpoints)
    assert result.advantage == Interval(estimate=0.0, low=0.0, high=0.0)
    assert result.doubled == result.advantage
    assert result.intervals[2][0] == result.intervals[1][0]
    assert width(result.intervals[2][0]) > 0.5
    assert result.improvement is Improvement.CUT_SHORT


@pytest.mark.parametrize("share", [0.505, 0.5, 0.4])
def test_it_stops_when_the_advantage_is_negligible(share: float) -> None:
    result = concluded(square(0.6, 0.65, share), 0.001)
    assert result.improvement is Improvement.NEGLIGIBLE
    assert result.converged


def test_it_goes_on_while_a_small_advantage_is_not_yet_known_to_be_negligible() -> None:
    result = concluded(square(0.6, 0.65, 0.508), 0.003)
    assert result.improvement is Improvement.IMPROVES
    assert not result.converged


def test_the_advantage_is_over_the_mechanism_it_was_trained_from() -> None:
    result = concluded(square(0.4, 0.52, 0.7), 0.001, against=0)
    assert result.advantage.estimate == pytest.approx(0.02)
    assert result.compared_with == 0


def test_a_set_that_disagrees_decides_nothing(job: ConvergenceJob, checkpoints: Path) -> None:
    """The same simulated games; only that the members want opposite things."""
    alone = ParticipantSet.load(checkpoints, job.participants)[0]
    other = copy.deepcopy(alone)
    other.vote.weight.data.neg_()
    both = ParticipantSet.of(alone, other).save(checkpoints)
    sure = run(job, checkpoints)
    unsure = run(msgspec.structs.replace(job, participants=both), checkpoints)
    assert unsure.improvement is Improvement.UNDECIDED
    assert width(unsure.intervals[2][1]) > 10 * width(sure.intervals[2][1])
    assert unsure.doubled is not None
    assert unsure.advantage.low < unsure.doubled.low < unsure.doubled.high < unsure.advantage.high


def test_intervals_are_widened(job: ConvergenceJob, checkpoints: Path) -> None:
    alone = ParticipantSet.load(checkpoints, job.participants)[0]
    other = copy.deepcopy(alone)
    other.vote.weight.data.mul_(0.9)
    both = ParticipantSet.of(alone, other).save(checkpoints)
    told, wider = (
        run(msgspec.structs.replace(job, participants=both, widening=by), checkpoints)
        for by in (1.0, 2.0)
    )
    assert width(wider.intervals[2][1]) > width(told.intervals[2][1])


def test_circles_count_only_where_they_are_beyond_the_noise() -> None:
    circle = square(0.6, 0.4, 0.6)
    assert concluded(circle, 0.01).cycles
    assert not concluded(circle, 0.1).cycles
