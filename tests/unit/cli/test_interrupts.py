"""Ctrl+C while a command computes in this process: what is asked, said and kept."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lab_commands import Lab

from hcmd_lab.cli import demo, interrupts, simulate
from hcmd_lab.cli.interrupts import stops_on_interrupt
from hcmd_lab.jobs.report import Report
from hcmd_lab.jobs.requests import Job
from hcmd_lab.study.simulated import run_here
from hcmd_lab.study.study import Study

SMALL = [
    f"--set={each}"
    for each in (
        "groups=4", "updates=4", "evaluation_groups=4", "members=2", "min_iterations=1",
        "repetitions=10", "splits=1", "max_epochs=3", "rounds=3",
    )
]  # fmt: skip


def interrupted(
    job: Job, folder: Path, checkpoints: Path, should_stop: Callable[[], bool]
) -> Iterator[Report]:
    """A job in whose midst Ctrl+C is pressed."""
    signal.raise_signal(signal.SIGINT)
    yield from run_here(job, folder, checkpoints, should_stop)


def test_a_simulated_study_stops_where_it_can_go_on(
    lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = ("simulate", *SMALL, "--study", tmp_path / "kept")
    before = signal.getsignal(signal.SIGINT)
    with monkeypatch.context() as patch:
        patch.setattr(simulate, "run_here", interrupted)
        code, out, words = lab(*kept)
        assert (code, out) == (130, "")
        assert "The study is not complete. The same command continues it." in words
        code, _, words = lab("simulate", *SMALL)
        assert code == 130
        assert "It was kept nowhere" in words
    assert signal.getsignal(signal.SIGINT) is before
    code, out, _ = lab(*kept)
    assert code == 0
    assert "votes" in out


def test_a_demo_that_is_stopped_says_how_to_go_on(
    lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "Study", lambda store: Study(store, interrupted))
    code, _, words = lab("demo", "--headless", *SMALL, "--study", tmp_path / "shown")
    assert code == 130
    assert f"continue with: hcmd-lab demo --study {tmp_path / 'shown'}" in words


def test_one_interrupt_that_arrives_twice_asks_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interrupts, "_ONE_INTERRUPT_S", 60.0)
    with stops_on_interrupt() as stop:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        assert stop.is_set()


def test_a_second_interrupt_leaves_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interrupts, "_ONE_INTERRUPT_S", -1.0)
    with stops_on_interrupt() as stop:
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        assert stop.is_set()
