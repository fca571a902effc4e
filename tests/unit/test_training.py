import multiprocessing
from pathlib import Path

import msgspec
import pretended_training
import pytest

from hcmd_lab import training
from hcmd_lab.dataset import write_dataset
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.report import Failure, Stopped
from hcmd_lab.jobs.requests import EvaluateJob, InitialiseJob, Job
from hcmd_lab.jobs.trained import InitialiseResult
from hcmd_lab.training import TrainingProcess, run_job, write_job

JOB = EvaluateJob(game=PAPER_GAME, seed=1, mechanism="theta_1", baseline="liberal_egalitarian")


def test_a_job_is_written_as_it_is(tmp_path: Path) -> None:
    write_job(tmp_path / "job", JOB)
    written = (tmp_path / "job" / "job.json").read_bytes()
    assert msgspec.json.decode(written, type=Job) == JOB
    assert [path.name for path in (tmp_path / "job").iterdir()] == ["job.json"]


def test_a_job_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "job").touch()
    with pytest.raises(OperatorError, match="cannot be written"):
        write_job(tmp_path / "job", JOB)


def test_a_real_job_runs_in_a_process_of_its_own(tmp_path: Path) -> None:
    checkpoints = tmp_path / "checkpoints"
    checkpoints.mkdir()
    *progress, result = run_job(
        InitialiseJob(game=PAPER_GAME, seed=1), tmp_path / "job", checkpoints
    )
    assert all(isinstance(report, Progress) for report in progress)
    assert isinstance(result, InitialiseResult)
    assert (checkpoints / f"{result.checkpoint}.safetensors").exists()
    assert (tmp_path / "job" / result.frozen).exists()


def test_a_process_started_ahead_runs_the_job_and_a_dead_one_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_enter", pretended_training.says_its_number)
    ready = TrainingProcess()
    (number,) = {child.pid for child in multiprocessing.active_children()}
    (told,) = run_job(JOB, tmp_path, tmp_path, process=ready)
    assert told == Stopped(step=number)
    (told,) = run_job(JOB, tmp_path, tmp_path, process=ready)
    assert told != Stopped(step=number)
    assert isinstance(told, Stopped)


def test_a_process_that_is_not_needed_ends_at_once() -> None:
    process = TrainingProcess()
    process.discard()
    assert not process.is_alive


def test_a_fault_of_the_data_comes_back_as_a_sentence(tmp_path: Path) -> None:
    write_dataset(tmp_path / "dataset.jsonl", [])
    (failure,) = run_job(JOB, tmp_path, tmp_path)
    assert isinstance(failure, Failure)
    assert failure.operator
    assert failure.sentence


def test_a_process_that_dies_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_enter", pretended_training.dies)
    progress, failure = run_job(JOB, tmp_path, tmp_path)
    assert isinstance(progress, Progress)
    assert isinstance(failure, Failure)
    assert "ended unexpectedly (code 9)" in str(failure.sentence)


def test_a_job_is_stopped_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "_enter", pretended_training.obeys)
    seen: list[object] = []
    for report in run_job(JOB, tmp_path, tmp_path, should_stop=lambda: bool(seen)):
        seen.append(report)  # noqa: PERF402 - the job looks at the list in between
    assert seen[-1] == Stopped(step=7)


def test_a_job_that_nobody_watches_any_more_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_enter", pretended_training.notices)
    reports = run_job(JOB, tmp_path, tmp_path)
    assert isinstance(next(reports), Progress)
    reports.close()  # type: ignore[attr-defined]  # it is a generator
    assert (tmp_path / "saved").exists()
