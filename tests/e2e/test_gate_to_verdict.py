"""From the gate to the verdict in real windows: a study of people, three contrasts, one verdict.

The control window and the kiosks are the real programs on a display of their own. The experimenter
is read as a screen reader reads, and acts by keys; people play fast at real kiosks.
"""

import csv
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("jeepney", reason="jeepney is not installed")

from desktop import Desktop, desktop, missing_tools
from people_study import PeopleStudy

from hcmd_lab.processes import lab_command

pytestmark = [
    pytest.mark.release,
    pytest.mark.timeout(2400),
    pytest.mark.skipif(sys.platform != "linux", reason="a display of its own needs X11"),
    pytest.mark.skipif(bool(missing_tools()), reason=f"not installed: {missing_tools()}"),
]

ACQUIRED, COMPARED = 6, 4
SETTINGS = {
    "participants": "people", "name": "Three mechanisms", "groups": f"[{ACQUIRED}]",
    "updates": "[40]", "rounds": "2", "min_iterations": "1", "evaluation_groups": str(COMPARED),
    "members": "2", "gate_gain": "0.5",
}  # fmt: skip
NEWEST, RULE = 0, 1
"""Places in the lists of mechanisms; the other side is the baseline unless it is chosen."""

REASON = "An ethics board has seen the table"


@pytest.fixture
def lab(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Desktop]:
    shots = request.config.getoption("--shots")
    with desktop(tmp_path / "home", None if shots is None else Path(shots)) as made:
        yield made


def by_command(*arguments: str) -> str:
    done = subprocess.run(lab_command(*arguments), capture_output=True, text=True, check=True)
    return done.stdout


def test_people_meet_three_contrasts_and_every_surface_tells_one_verdict(
    lab: Desktop, tmp_path: Path
) -> None:
    folder = tmp_path / "study"
    given = [part for name, value in SETTINGS.items() for part in ("--set", f"{name}={value}")]
    by_command("study", "new", str(folder), "--preset", "quick", *given)
    study = PeopleStudy(lab, folder)
    study.open_session(ACQUIRED)
    study.let_people_play()
    study.train()
    for mechanism, other in ((NEWEST, None), (RULE, None), (NEWEST, RULE)):
        study.plan(mechanism, other)
    study.open_comparison(3 * COMPARED, REASON)  # as many as fit into one session
    study.let_people_play()
    for _ in range(3):
        study.count()
    told = study.verdicts()
    study.close()
    check_verdicts(folder, told, tmp_path)


def check_verdicts(folder: Path, told: list[str], tmp_path: Path) -> None:
    """Hold the window's verdicts against commands, report and export."""
    listed = json.loads(by_command("contrast", "list", str(folder), "--json"))
    said = by_command("contrast", "list", str(folder))
    by_command("report", str(folder))
    report = next(folder.rglob("*.html")).read_text(encoding="utf-8")
    report = re.sub(r"<style>.*?</style>|<[^>]*>", " ", report, flags=re.DOTALL)
    by_command("export", str(folder), str(tmp_path / "export"))
    with next((tmp_path / "export").rglob("contrasts.csv")).open(encoding="utf-8-sig") as file:
        exported = list(csv.DictReader(file))
    assert len(told) == len(listed) == len(exported) == 3
    for window, contrast, row in zip(told, listed, exported, strict=True):
        plain = re.sub(r"\s+", "", window)
        assert plain in re.sub(r"\s+", "", said)
        assert plain in re.sub(r"\s+", "", report)
        result = contrast["result"]
        assert row["contrast.preferred"] == result["preferred"]
        assert float(row["contrast.share"]) == result["share"]["estimate"]
        assert result["groups"] == COMPARED
