import errno
import multiprocessing
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec
import numpy as np
import pytest
import torch
from played_groups import played_groups

from hcmd_lab.dataset import write_dataset
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.job_folder import JOB_FILE, STOP
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.jobs.report import Failure, Report, Stopped
from hcmd_lab.jobs.requests import Compute, DeviceKind, EvaluateJob, InitialiseJob, Job, ModelJob
from hcmd_lab.jobs.trained import InitialiseResult
from hcmd_lab.learning import worker

JOB = ModelJob(
    game=PAPER_GAME,
    seed=1,
    sizes=((4, 2),),
    max_epochs=3,
    splits=1,
    compute=Compute(device=DeviceKind.CPU, threads=1),
)


def prepared(folder: Path, job: Job = JOB) -> Path:
    (folder / JOB_FILE).write_bytes(msgspec.json.encode(job))
    write_dataset(folder / "dataset.jsonl", played_groups(5, stages=2))
    return folder


def run(folder: Path, should_stop: Callable[[], bool] = lambda: False) -> list[Report]:
    return list(worker.reports(folder, folder / "checkpoints", should_stop))


def test_a_job_is_read_from_its_folder_and_ends_with_its_result(tmp_path: Path) -> None:
    *progress, last = run(prepared(tmp_path))
    assert isinstance(last, ModelResult)
    assert all(isinstance(report, Progress) for report in progress)


def test_every_kind_of_job_reaches_its_step(tmp_path: Path) -> None:
    *_, made = run(prepared(tmp_path, InitialiseJob(game=PAPER_GAME, seed=1, policy_width=2)))
    assert isinstance(made, InitialiseResult)
    (rejected,) = run(
        prepared(tmp_path, EvaluateJob(game=PAPER_GAME, seed=1, mechanism="a", baseline="b"))
    )
    assert isinstance(rejected, Failure)
    assert "No group has played both a and b" in str(rejected.sentence)


@pytest.mark.parametrize("text", [b"", b"{}", b'{"type":"model"}', b'{"type":"cook","seed":1}'])
def test_a_job_that_cannot_be_read_is_the_operators(tmp_path: Path, text: bytes) -> None:
    prepared(tmp_path)
    (tmp_path / JOB_FILE).write_bytes(text)
    (last,) = run(tmp_path)
    assert isinstance(last, Failure)
    assert last.operator
    assert "cannot be read" in str(last.sentence)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OperatorError("Do this."), "Do this."),
        (MemoryError(), "more memory than is available"),
        (torch.OutOfMemoryError("CUDA out of memory."), "more memory than is available"),
        (
            RuntimeError("[enforce fail] DefaultCPUAllocator: not enough memory: you tried"),
            "more memory than is available",
        ),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), "more memory than is available"),
        (OSError(errno.ENOSPC, "No space left on device"), "device); free some space, then"),
        (OSError(errno.EIO, "Input/output error"), "check that the disk is connected and sound"),
        (OSError(errno.EROFS, "Read-only file system"), "remove the write protection of the disk"),
    ],
)
def test_what_the_operator_can_put_right_is_said_in_a_sentence(
    error: Exception, words: str
) -> None:
    failure = worker.explain(error)
    assert failure.operator
    assert words in str(failure.sentence)
    assert not failure.traceback


@pytest.mark.parametrize(
    "take",
    [
        lambda: torch.empty(1 << 50, dtype=torch.float64),
        lambda: np.empty(1 << 50, dtype=np.float64),
        lambda: bytearray(1 << 55),
    ],
    ids=["torch", "numpy", "python"],
)
def test_a_real_lack_of_memory_is_recognised(take: Callable[[], object]) -> None:
    with pytest.raises((MemoryError, RuntimeError)) as caught:
        take()
    failure = worker.explain(caught.value)
    assert failure.operator
    assert "more memory than is available" in str(failure.sentence)


def test_a_bug_keeps_its_traceback() -> None:
    def break_down() -> None:
        raise RuntimeError("shapes differ")

    with pytest.raises(RuntimeError) as caught:
        break_down()
    failure = worker.explain(caught.value)
    assert not failure.operator
    assert "break_down" in failure.traceback
    assert "RuntimeError: shapes differ" in str(failure.sentence)


def test_progress_is_thinned_out_but_nothing_else() -> None:
    now_s = 0.0

    def job() -> Iterator[Report]:
        nonlocal now_s
        for step in range(100):
            now_s = step / 128
            picture = {2: [[1.0]]} if step == 5 else {}
            yield Progress(phase=JobPhase.SELF_PLAY, step=step, total=100, head_share=picture)
        yield Stopped(step=100)

    *kept, last = worker.throttled(job(), lambda: now_s)
    steps = [report.step for report in kept if isinstance(report, Progress)]
    assert steps == [0, 5, 31, 57, 83, 99]
    assert last == Stopped(step=100)


# --- in a process of its own -----------------------------------------------------------------


def started(folder: Path) -> tuple[Connection, multiprocessing.process.BaseProcess]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=worker.main, args=(theirs, folder, folder / "checkpoints"))
    process.start()
    theirs.close()
    return ours, process


def received(connection: Connection) -> list[Report]:
    reports: list[Report] = []
    while not reports or isinstance(reports[-1], Progress):
        assert connection.poll(60)
        reports.append(msgspec.json.decode(connection.recv_bytes(), type=Report))
    return reports


def test_a_process_stops_at_the_word_and_says_so_last(tmp_path: Path) -> None:
    long = msgspec.structs.replace(JOB, sizes=((4, 2), (8, 4)), max_epochs=4000)
    ours, process = started(prepared(tmp_path, long))
    with ours:
        assert ours.poll(60)
        ours.send_bytes(STOP)
        *_, last = received(ours)
        with pytest.raises(EOFError):
            ours.recv_bytes()
    process.join(60)
    assert isinstance(last, Stopped)
    assert process.exitcode == 0


def test_a_process_ends_by_itself_when_the_lab_is_gone(tmp_path: Path) -> None:
    long = msgspec.structs.replace(JOB, sizes=((16, 16),), max_epochs=100_000, splits=3)
    ours, process = started(prepared(tmp_path, long))
    assert ours.poll(60)
    ours.close()
    process.join(60)
    assert process.exitcode == 0
    assert not (tmp_path / "checkpoints").exists()
