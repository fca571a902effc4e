import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hcmd_lab import processes
from hcmd_lab.processes import BotStations, end_process, kiosk_command, lab_command


def packaged(monkeypatch: pytest.MonkeyPatch, executable: Path) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(executable))


def test_from_source_the_interpreter_runs_the_modules() -> None:
    python = [sys.executable, "-P", "-m"]
    assert lab_command("check", "trust") == [*python, "hcmd_lab", "check", "trust"]
    assert kiosk_command("--bot") == [*python, "hcmd_lab.kiosk", "--bot"]


@pytest.mark.parametrize("suffix", ["", ".exe"])
@pytest.mark.parametrize("running", ["hcmd-lab", "hcmd-kiosk"])
def test_packaged_programs_are_started_as_they_are(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, running: str, suffix: str
) -> None:
    packaged(monkeypatch, tmp_path / running / f"{running}{suffix}")
    program = tmp_path / running / f"{running}{suffix}"
    assert lab_command("check", "trust") == [str(program), "check", "trust"]
    as_station = ["kiosk"] if running == "hcmd-lab" else []
    assert kiosk_command("--bot") == [str(program), *as_station, "--bot"]


def test_a_link_to_a_packaged_program_leads_to_where_it_lies(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "programs" / "hcmd-lab" / "hcmd-lab"
    program.parent.mkdir(parents=True)
    program.touch()
    link = tmp_path / "bin" / "lab-0.1"
    link.parent.mkdir()
    try:
        link.symlink_to(program)
    except OSError:
        pytest.skip("this system lets only administrators make links")
    packaged(monkeypatch, link)
    assert lab_command() == [str(program)]
    assert kiosk_command() == [str(program), "kiosk"]


class Host:
    """Stands for a host: what is ended with it."""

    def __init__(self) -> None:
        self.process = subprocess.Popen([sys.executable, "-c", "input()"], **PIPES)


PIPES: Any = {
    "stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True
}  # fmt: skip


def station_that(code: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", code], **PIPES)


def test_a_bot_station_that_gives_up_is_started_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_LOOK_S", 0.05)
    host, started = Host(), []

    def start(number: int) -> "subprocess.Popen[str]":
        started.append(number)
        gives_up = number == 2 and started.count(2) < 3
        return station_that("raise SystemExit(1)" if gives_up else "input()")

    with BotStations(host, 3, start) as stations:  # type: ignore[arg-type]
        wait_until(lambda: started.count(2) == 3)
        assert stations.problem == ""
        assert host.process.poll() is None
    assert sorted(started) == [1, 2, 2, 2, 3]
    end_process(host.process)


def test_a_session_ends_if_a_station_cannot_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_LOOK_S", 0.05)
    host, started = Host(), []

    def start(number: int) -> "subprocess.Popen[str]":
        started.append(number)
        return station_that("raise SystemExit('hcmd-kiosk: It did not answer for 60 s.')")

    with BotStations(host, 1, start) as stations:  # type: ignore[arg-type]
        wait_until(lambda: host.process.poll() is not None)
    assert stations.problem == "It did not answer for 60 s."
    assert len(started) == 4


def test_a_station_whose_session_is_over_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_LOOK_S", 0.05)
    host, started = Host(), []

    def start(number: int) -> "subprocess.Popen[str]":
        started.append(number)
        return station_that("pass")

    with BotStations(host, 2, start):  # type: ignore[arg-type]
        time.sleep(0.5)
    assert started == [1, 2]
    end_process(host.process)


def wait_until(there: Callable[[], bool]) -> None:
    give_up = time.monotonic() + 30
    while not there():
        assert time.monotonic() < give_up
        time.sleep(0.02)
