"""A simulated session depends on its seed alone, and what goes wrong in it is always told."""

import json
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import simulate as simulating
from lab_simulation.session import Simulation, simulate

from benchmarks.reliability import simulation
from hcmd_lab import timestamps
from hcmd_lab.hosting import command_turn
from hcmd_lab.hosting.session_runner import SessionRunner
from hcmd_lab.network.station_messages import Read

ROOT = Path(__file__).parents[2]
_CLOCKS = ("monotonic", "time", "perf_counter", "clock_gettime", "monotonic_ns", "time_ns")
_DICE = ("token_hex", "token_bytes", "token_urlsafe", "choice", "randbelow")


def test_no_clock_and_no_dice_but_its_own_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a busy computer plays another session than an idle one, and a fault is not found again.

    The product in it may not ask; Python, Qt and the tests may.
    """
    asked: set[str] = set()

    def watched(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def ask(*values: object) -> object:
            caller = sys._getframe(1).f_globals["__name__"]
            if caller.startswith("hcmd_lab."):
                asked.add(f"{caller} asks {name}")
            return real(*values)

        return ask

    with Simulation(4) as session:  # made first: a study has a secret, which nothing depends on
        for name in _CLOCKS:
            monkeypatch.setattr(time, name, watched(name, getattr(time, name)))
        for name in _DICE:
            monkeypatch.setattr(secrets, name, watched(name, getattr(secrets, name)))
        now = watched("the date", datetime.now)
        monkeypatch.setattr(timestamps, "datetime", SimpleNamespace(now=now))

        def crowd() -> None:
            """More than one commit takes in."""
            for _ in range(40):
                session.runner._command_received("s1", Read("n"))

        session.world.later(9000, crowd, session.program)
        session.play()
    assert asked == set()


def test_a_busy_computer_commits_as_an_idle_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    def committed() -> list[int]:
        sizes: list[int] = []
        real = SessionRunner._keep

        def keep(self: SessionRunner, draft: Any) -> None:
            sizes.append(len(draft.events))
            real(self, draft)

        with Simulation(4) as session, monkeypatch.context() as patched:
            patched.setattr(SessionRunner, "_keep", keep)

            def crowd() -> None:
                for _ in range(40):
                    session.runner._command_received("s1", Read("n"))

            session.world.later(9000, crowd, session.program)
            session.play()
        return sizes

    idle = committed()
    real = command_turn.answer

    def slow(*values: Any, **more: Any) -> Any:
        time.sleep(0.003)
        return real(*values, **more)

    monkeypatch.setattr(command_turn, "answer", slow)
    assert committed() == idle


def test_a_seed_is_the_same_session_in_another_process() -> None:
    """Sets of texts have another order in each process."""
    told = []
    for salt in ("1", "2"):
        done = subprocess.run(
            [sys.executable, str(ROOT / "tests/support/simulate.py"), "4", "2", "--trace"],
            env=os.environ | {"PYTHONHASHSEED": salt, "PYTHONPATH": str(ROOT)},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        told.append((done.stdout, done.stderr))
    assert told[0] == told[1]


def test_a_session_that_stops_in_the_middle_is_told_by_its_seed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An exception ends Python with 1 as well, and would hide which seed it was."""
    real = Simulation.play

    def broken(self: Simulation) -> Any:
        if self.seed == 4:
            raise KeyError("no such station")
        return real(self)

    monkeypatch.setattr(Simulation, "play", broken)
    assert simulating.main(["3", "3"]) == 1
    printed, errors = capsys.readouterr()
    told = json.loads(printed)
    assert told["failing"] == [4]
    assert told["acknowledged"] == simulate(3).acknowledged + simulate(5).acknowledged
    for words in (told["wrong"]["4"], errors):
        assert "seed 4, again by: python tests/support/simulate.py 4" in words
        assert "KeyError: 'no such station'" in words


class _Ended:
    """A program that has ended with 1, having printed something or nothing."""

    args, returncode = ("simulate.py", "3", "1"), 1

    def __init__(self, printed: str) -> None:
        self._printed = printed

    def communicate(self) -> tuple[str, None]:
        return self._printed, None


def test_the_measurement_keeps_what_was_wrong_in_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: dict[str, Any] = dict.fromkeys(simulation._SUMMED, 0)
    told |= {"failing": [3], "wrong": {"3": "seed 3, again by: ..."}, "faults_by_kind": {}}
    monkeypatch.setattr(simulation, "_started", lambda *_: _Ended(json.dumps(told)))
    failures = tmp_path / "failures"
    asked = ["--sessions", "1", "--failures", str(failures)]
    assert simulation.main(asked) == 1
    assert json.loads(capsys.readouterr().out)["failing"] == [3]
    assert "seed 3, again by" in failures.read_text("utf-8")


def test_a_program_that_has_printed_nothing_is_no_failing_seed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(simulation, "_started", lambda *_: _Ended(""))
    failures = tmp_path / "failures"
    assert simulation.main(["--sessions", "1", "--failures", str(failures)]) == 2
    words = "simulate.py 3 1 ended with 1 before its end"
    assert words in capsys.readouterr().err
    assert words in failures.read_text("utf-8")
