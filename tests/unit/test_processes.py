import sys
from pathlib import Path

import pytest

from hcmd_lab.processes import kiosk_command, lab_command


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
