"""The command lines of README and quick start, run as they are written, in their order."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHELL = re.compile(r"^```sh\n(.*?)^```", re.DOTALL | re.MULTILINE)
WAITS = ("hcmd-kiosk", "hcmd-lab serve", "hcmd-lab simulate", "hcmd-lab replicate")
"""They wait for people or for one another, or have tests of their own that take as long."""

COMPLETE = ("model", "optimize", "converge", "evaluate")
"""Of a study whose loop has ended, these tell that it has."""

BEFORE_THE_VOTES = ("preregister",)
"""These are for a study whose votes have not been counted; they are typed in a new one."""

pytestmark = pytest.mark.release


def lines(page: str, holds: str) -> list[str]:
    """The command lines of the block of a page that holds something."""
    (block,) = [each for each in SHELL.findall((ROOT / page).read_text("utf-8")) if holds in each]
    return [line for line in block.splitlines() if line.strip()]


def run(line: str, place: Path) -> subprocess.CompletedProcess[str]:
    words = shlex.split(line, comments=True)
    assert words[0] == "hcmd-lab"
    return subprocess.run(
        [sys.executable, "-m", "hcmd_lab", *words[1:]],
        cwd=place, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the first block of the quick start has been typed."""
    folder = tmp_path_factory.mktemp("as written")
    for line in lines("docs/quick-start.md", "simulate --study first"):
        done = run(line, folder)
        assert done.returncode == 0, f"{line}\n{done.stderr}"
    return folder


def test_the_quick_start_leaves_a_report_and_an_export(place: Path) -> None:
    assert (place / "first" / "report" / "report.pdf").stat().st_size > 10_000
    assert (place / "data" / "long.csv").exists()


def test_the_lines_of_the_readme_do_what_stands_beside_them(place: Path) -> None:
    shutil.copytree(place / "first", place / "trust2026")
    elsewhere = place / "before the votes"
    elsewhere.mkdir()
    assert run("hcmd-lab study new trust2026", elsewhere).returncode == 0
    for line in lines("README.md", "hcmd-lab study new trust2026"):
        if line.startswith(WAITS) or line.startswith("hcmd-lab study new trust2026 "):
            continue
        command = line.split()[1]
        where = elsewhere if command in BEFORE_THE_VOTES else place
        done = run(line.replace("/disk2/lab", "disk2"), where)
        if command in COMPLETE:
            assert (done.returncode, done.stdout) == (1, ""), line
            *_, said = done.stderr.splitlines()  # MODEL first says what data there are
            assert said.startswith("hcmd-lab: ")
            assert said.endswith("The study is complete.")
            assert "━" not in done.stderr
            continue
        if "--receipts" in line:  # nobody is paid in a simulation
            assert done.returncode == 1, line
            assert "no person is paid" in done.stderr, line
            continue
        may_end = (0, 3) if command == "gate" else (0,)  # 3: past a limit, as its page tells
        assert done.returncode in may_end, f"{line}\n{done.stderr}"
        assert done.stdout, line
    left = {each.name for each in place.iterdir()}
    assert {"codes.csv", "cards.pdf", "sent.hcmd", "shared", "help.zip", "disk2",
            "trust2027"} <= left  # fmt: skip
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "analysis" / "recompute_payments.py", "data"],
        cwd=place, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
