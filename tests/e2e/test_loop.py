"""The whole loop through the real programs, on a small scale."""

import json
import math
import subprocess
from pathlib import Path

import pytest

from hcmd_lab.processes import lab_command
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.store import Store

SMALL = [
    "groups=[5, 5]", "evaluation_groups=4", "max_epochs=6", "splits=1", "updates=[4, 4]",
    "games=50", "repetitions=10", "vote_penalties=[0.1]",
]  # fmt: skip
CHANGES = [word for change in SMALL for word in ("--set", change)]


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    result = subprocess.run(
        lab_command(*arguments), capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stderr
    return result


@pytest.mark.timeout(300)
def test_the_demo_plays_learns_and_reports(tmp_path: Path) -> None:
    study, figures = tmp_path / "study", tmp_path / "figures.json"
    run("demo", "--headless", "--study", str(study), "--json", str(figures), *CHANGES)
    told = json.loads(figures.read_text(encoding="utf-8"))
    assert [turn["groups"] for turn in told["iterations"]] == [5, 5]
    for turn in told["iterations"]:
        assert turn["decisions"] == 5 * 3 * 10 * 4
        references = turn["contribution_cross_entropy"]["references"]
        assert set(references) == {"uniform", "endowment_marginal", "repeat_last"}
        assert turn["contribution_cross_entropy"]["held_out"] > 0
        assert turn["vote_cross_entropy"]["references"]["coin_toss"] == pytest.approx(math.log(2))
        assert turn["updates"] == 4
        assert turn["ms_per_update"] > 0
        share = turn["vote_share"]
        assert 0 <= share["low"] <= share["estimate"] <= share["high"] <= 1
    assert told["evaluation"]["groups"] == 4
    assert told["evaluation"]["votes"] == 16
    pictures = {path.name for path in (study / "report").iterdir()}
    assert {"report.html", "policies.png", "meta_game.png"} <= pictures
    with Store.read(study) as store:
        assert check_study(store) == []
        played = [group for group in store.tables.groups() if group.status == "complete"]
        assert len(played) == 14
        assert len({session.code for session in store.tables.sessions()}) == 3


@pytest.mark.timeout(300)
def test_the_demo_in_windows_plays_the_loop_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    study, figures = tmp_path / "study", tmp_path / "figures.json"
    changes = [*CHANGES, "--set", "groups=[4]", "--set", "updates=[4]"]
    run(
        "demo", "--windows", "--fast", "--close", "--study", str(study), "--json", str(figures),
        *changes,
    )  # fmt: skip
    told = json.loads(figures.read_text(encoding="utf-8"))
    assert [turn["groups"] for turn in told["iterations"]] == [4]
    assert told["evaluation"]["votes"] == 16
    with Store.read(study) as store:
        assert check_study(store) == []
        stations = {participant.station for participant in store.tables.participants()}
        # Four kiosks in windows, and the company that plays the other groups.
        assert stations == {str(number) for number in range(1, 9)}


@pytest.mark.timeout(300)
def test_a_simulated_study_is_the_same_every_time_and_through_kills(tmp_path: Path) -> None:
    command = ["simulate", "--seed", "7", "--json", *CHANGES]
    undisturbed = run(*command).stdout
    assert json.loads(undisturbed)["evaluation"]["votes"] == 16
    killed = 0
    for seconds in (3, 4, 5):
        process = subprocess.Popen(
            lab_command(*command, "--study", str(tmp_path / "study")),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            killed += 1
    assert killed
    assert run(*command, "--study", str(tmp_path / "study")).stdout == undisturbed
    other = run("simulate", "--seed", "8", "--json", *CHANGES).stdout
    assert other != undisturbed
