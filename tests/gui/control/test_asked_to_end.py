"""Signals that end the control window: the study is closed as *Quit* closes it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from studies import playable_study
from terminal import from_a_terminal

from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.steps import begun_step
from hcmd_lab.study.study import Study

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of other systems")

_ROOT = Path(__file__).parents[3]
_PATIENCE_S = 60
_WORDS = {
    "SIGINT": "Ctrl+C was pressed; HCMD Lab ends.",
    "SIGTERM": "HCMD Lab was asked to end.",
    "SIGHUP": "The terminal was closed; HCMD Lab ends.",
}


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Starts the window, and returns when what is to go on goes on."""
    programs: list[subprocess.Popen[str]] = []

    def started(study: Path, *what: str) -> "subprocess.Popen[str]":
        program = subprocess.Popen(
            [sys.executable, str(_ROOT / "tests/support/living_window.py"), str(study), *what],
            env=os.environ
            | {"HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join([str(_ROOT), *sys.path])},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        programs.append(program)
        assert program.stdout is not None
        assert program.stdout.readline() == "goes on\n"
        return program

    with from_a_terminal():
        yield started
    for program in programs:
        with program:
            program.kill()


def is_closed_in_order(study: Path) -> bool:
    """The database is whole in one file."""
    return not any(log.stat().st_size for log in study.glob("*-wal"))


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("SIGINT", []),
        ("SIGINT", ["session"]),
        ("SIGTERM", ["session", "question"]),
        ("SIGHUP", ["session"]),
    ],
)
def test_the_study_is_closed_and_a_session_can_be_resumed(
    start: Callable[..., "subprocess.Popen[str]"],
    tmp_path: Path,
    name: str,
    what: list[str],
) -> None:
    number = signal.Signals[name]
    study = playable_study(tmp_path / "study", 4)
    program = start(study, *what)
    program.send_signal(number)
    _, told = program.communicate(timeout=_PATIENCE_S)
    assert program.returncode == 128 + number
    assert told.startswith(f"hcmd-lab: {_WORDS[name]}\n")
    assert ("resume the session" in told) == ("session" in what)
    assert "Traceback" not in told
    assert is_closed_in_order(study)
    with Store.open(study) as store:
        assert (store.sessions.unfinished() is not None) == ("session" in what)


def test_training_saves_its_state_first(
    start: Callable[..., "subprocess.Popen[str]"], tmp_path: Path
) -> None:
    study = playable_study(tmp_path / "study", 5)
    with Store.open(study) as store:
        play_simulated(Study(store), "acquire", 5)
    program = start(study, "training")
    program.send_signal(signal.SIGTERM)
    _, told = program.communicate(timeout=_PATIENCE_S)
    assert program.returncode == 128 + signal.SIGTERM
    assert "MODEL is running, and is stopped." in told
    with Store.read(study) as store:
        assert begun_step(Study(store)) is not None


def test_a_second_interrupt_does_not_wait(
    start: Callable[..., "subprocess.Popen[str]"], tmp_path: Path
) -> None:
    study = playable_study(tmp_path / "study", 5)
    with Store.open(study) as store:
        play_simulated(Study(store), "acquire", 5)
    program = start(study, "training", "deaf")
    program.send_signal(signal.SIGINT)
    assert program.stderr is not None
    told = [program.stderr.readline() for _ in range(3)]
    assert told[-1] == "hcmd-lab: Ctrl+C again leaves without waiting for it.\n"
    time.sleep(1)  # by then it is no echo of the first one
    program.send_signal(signal.SIGINT)
    assert program.wait(_PATIENCE_S) == -signal.SIGINT
