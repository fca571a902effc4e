import dataclasses
import math
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from played_groups import played_groups

from hcmd_lab.dataset import write_dataset
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.jobs.requests import Compute, DeviceKind, ModelJob, Pretraining
from hcmd_lab.learning import fit
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.pretraining import GROUPS

JOB = ModelJob(
    game=PAPER_GAME,
    seed=5,
    sizes=((4, 2), (6, 3)),
    max_epochs=12,
    splits=2,
    compute=Compute(device=DeviceKind.CPU, threads=1),
)


def never() -> bool:
    return False


def stop_after(calls: int) -> Callable[[], bool]:
    """Says stop when it is asked for the `calls`th time."""
    asked: Iterator[int] = iter(range(1, 10**6))
    return lambda: next(asked) >= calls


def run(
    folder: Path,
    job: ModelJob = JOB,
    groups: tuple[PlayedGroup, ...] = played_groups(8),
    should_stop: Callable[[], bool] = never,
) -> list[Progress | ModelResult | Stopped]:
    folder.mkdir(exist_ok=True)
    write_dataset(folder / "dataset.jsonl", groups)
    return list(fit.model(job, folder, folder / "checkpoints", should_stop))


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> ModelResult:
    *_, last = run(tmp_path_factory.mktemp("model"))
    assert isinstance(last, ModelResult)
    return last


def test_the_result_says_what_was_learned_from_what(result: ModelResult, tmp_path: Path) -> None:
    assert (result.groups, result.decisions, result.votes) == (8, 8 * 2 * 10 * 4, 8 * 4)
    assert (result.linear_size, result.lstm_size) in JOB.sizes
    assert 1 <= result.epochs <= JOB.max_epochs
    assert result.l2 in JOB.vote_penalties
    assert list(result.contribution.references) == ["uniform", "endowment_marginal", "repeat_last"]
    assert result.vote.references == {"coin_toss": math.log(2)}
    assert result.dataset_sha256 == write_dataset(tmp_path / "again.jsonl", played_groups(8))


def test_progress_counts_up_to_its_total(tmp_path: Path) -> None:
    *progress, _ = run(tmp_path)
    steps = [report.step for report in progress]
    assert steps == sorted(steps)
    assert all(isinstance(report, Progress) for report in progress)
    last = progress[-1]
    assert isinstance(last, Progress)
    assert last.step == last.total


def test_the_checkpoint_holds_the_models_that_were_measured(tmp_path: Path) -> None:
    *_, last = run(tmp_path)
    assert isinstance(last, ModelResult)
    models = ParticipantSet.load(tmp_path / "checkpoints", last.checkpoint)
    assert models.architecture.lstm_size == last.lstm_size
    assert models[0].vote.weight.abs().sum() > 0


def test_the_same_seed_gives_the_same_result_and_another_another(
    result: ModelResult, tmp_path: Path
) -> None:
    *_, again = run(tmp_path / "again")
    assert again == result
    *_, other = run(tmp_path / "other", msgspec.structs.replace(JOB, seed=6))
    assert isinstance(other, ModelResult)
    assert other.checkpoint != result.checkpoint


@pytest.mark.parametrize("calls", [1, 7, 13, 20, 25])
def test_a_stopped_job_goes_on_to_the_same_result(
    result: ModelResult, tmp_path: Path, calls: int
) -> None:
    stopped = run(tmp_path, should_stop=stop_after(calls))
    assert isinstance(stopped[-1], Stopped)
    assert not (tmp_path / "checkpoints").exists()
    *progress, resumed = run(tmp_path)
    assert resumed == result
    first = progress[0]
    assert isinstance(first, Progress)
    finished_sizes = (calls - 1) // JOB.max_epochs
    assert first.step == min(finished_sizes, len(JOB.sizes)) * JOB.max_epochs + 1


def test_what_was_saved_for_other_data_or_another_job_is_not_used(tmp_path: Path) -> None:
    run(tmp_path, should_stop=stop_after(13))
    for job, groups in (
        (JOB, played_groups(8, seed=2)),
        (msgspec.structs.replace(JOB, seed=6), played_groups(8)),
    ):
        first, *_ = run(tmp_path, job, groups, stop_after(1))
        assert isinstance(first, Progress)
        assert first.step == 1
    run(tmp_path, should_stop=stop_after(13))
    (tmp_path / "resume.safetensors").write_bytes(b"damaged")
    first, *_ = run(tmp_path, should_stop=stop_after(1))
    assert isinstance(first, Progress)
    assert first.step == 1


def test_without_votes_every_vote_is_a_coin_toss(tmp_path: Path) -> None:
    *_, last = run(tmp_path, groups=played_groups(8, votes=False, stages=1))
    assert isinstance(last, ModelResult)
    assert last.votes == 0
    assert last.vote.held_out == last.vote.training == math.log(2)
    models = ParticipantSet.load(tmp_path / "checkpoints", last.checkpoint)
    assert all(not member.vote.weight.any() for member in models)


def test_too_few_groups_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match=r"at least 4 groups .* there are only 3"):
        run(tmp_path, groups=played_groups(3))


def test_groups_without_anything_usable_do_not_count(tmp_path: Path) -> None:
    *three, fourth = played_groups(4)
    void = dataclasses.replace(fourth, stages=())
    with pytest.raises(OperatorError, match="there are only 3"):
        run(tmp_path, groups=(*three, void))


def test_models_that_cannot_be_built_are_refused(tmp_path: Path) -> None:
    for change in ({"inputs": "all"}, {"sizes": ((0, 4),)}):
        with pytest.raises(UsageError, match="cannot be built"):
            run(tmp_path, msgspec.structs.replace(JOB, **change))  # type: ignore[arg-type]  # wrong


@pytest.mark.parametrize(
    "change",
    [
        {"sizes": ()},
        {"vote_penalties": ()},
        {"vote_penalties": (0.1, 0.0)},
        {"splits": 0},
        {"max_epochs": 0},
    ],
)
def test_settings_that_leave_nothing_to_choose_are_refused(
    tmp_path: Path, change: dict[str, object]
) -> None:
    with pytest.raises(UsageError, match="at least one size"):
        run(tmp_path, msgspec.structs.replace(JOB, **change))


def test_models_may_know_simulated_people_before_and_the_result_says_so(tmp_path: Path) -> None:
    job = msgspec.structs.replace(JOB, pretraining=Pretraining.SIMULATED, sizes=((4, 2),))
    *_, found = run(tmp_path / "pretrained", job)
    *_, without = run(tmp_path / "without", msgspec.structs.replace(JOB, sizes=((4, 2),)))
    assert isinstance(found, ModelResult)
    assert isinstance(without, ModelResult)
    assert (found.pretrained, without.pretrained) == (GROUPS, 0)
    assert (found.groups, found.decisions, found.votes) == (
        without.groups, without.decisions, without.votes,
    )  # fmt: skip
    assert found.checkpoint != without.checkpoint
    assert found.contribution.held_out != without.contribution.held_out
    # The reference predictors know the study's people alone.
    assert found.contribution.references == without.contribution.references


def test_a_pretrained_fit_that_was_stopped_ends_as_one_that_was_not(tmp_path: Path) -> None:
    job = msgspec.structs.replace(JOB, pretraining=Pretraining.SIMULATED)
    *_, straight = run(tmp_path / "straight", job)
    *_, stopped = run(tmp_path / "stopped", job, should_stop=stop_after(15))
    assert isinstance(stopped, Stopped)
    *_, resumed = run(tmp_path / "stopped", job)
    assert resumed == straight
