"""A user's own files with names of the standard library or of ours harm no process of the program.

They lie in the folder in which the programs are started.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hcmd_lab.processes import kiosk_command, lab_command
from hcmd_lab.safe_path import python_module

ROOT = Path(__file__).parents[2]
OWN = ("statistics", "ui", "resources", "random", "socket", "pickle", "copyreg", "hcmd_lab")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A user's folder of scripts, each of which would end whoever imports it."""
    for name in OWN:
        (tmp_path / f"{name}.py").write_text(f"raise SystemExit('the own {name}.py')\n")
    return tmp_path


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    paths = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONSAFEPATH"} | paths
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_without_care_the_own_file_is_taken(folder: Path) -> None:
    assert "the own" in run([sys.executable, "-m", "hcmd_lab", "--version"], folder).stderr


@pytest.mark.parametrize("command", [lab_command("--version"), kiosk_command("--version")])
def test_our_programs_are_started_past_the_folder(folder: Path, command: list[str]) -> None:
    done = run(command, folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("hcmd-")


def test_python_modules_of_ours_are_too(folder: Path) -> None:
    assert run([*python_module("hcmd_lab"), "power", "--help"], folder).returncode == 0


SPAWNS = """
import json, sys
from hcmd_lab.replications.workers import local_workers

if __name__ == "__main__":
    with local_workers(1, 1) as workers:
        print(json.dumps(workers.executor.submit(sum, [1, 2]).result()))
"""


def test_processes_of_multiprocessing_are_too(folder: Path) -> None:
    script = folder / "scripts" / "spawns.py"
    script.parent.mkdir()
    script.write_text(SPAWNS, encoding="utf-8")
    done = run([sys.executable, str(script)], folder)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder that is worked in")
@pytest.mark.parametrize(
    "words",
    [("study", "new", "mine"), ("simulate",), ("demo", "--headless"), ("replicate", "runs")],
    ids=lambda words: words[0],
)
def test_from_a_folder_that_is_gone_nothing_is_begun(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    gone = (
        "import os, subprocess, sys; os.rmdir(os.getcwd()); sys.exit(subprocess.call(sys.argv[1:]))"
    )
    (tmp_path / "gone").mkdir()
    command = [sys.executable, "-c", gone, *lab_command(), *words]
    done = run(command, tmp_path / "gone")
    assert done.returncode == 2
    assert done.stderr.startswith("hcmd-lab: The folder that this terminal is in is not there")
    assert len(done.stderr.splitlines()) == 1
