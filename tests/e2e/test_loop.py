"""The whole loop through the real programs, on a small scale."""

import json
import math
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hcmd_lab.errors import OperatorError
from hcmd_lab.export.study_export import export_study
from hcmd_lab.processes import lab_command
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import game_from

ANALYSIS = Path(__file__).parents[2] / "docs" / "analysis"
SMALL = [
    "groups=[5, 5]", "evaluation_groups=4", "max_epochs=6", "splits=1", "updates=[4, 4]",
    "games=50", "repetitions=10", "vote_penalties=[0.1]", "linear_sizes=[8]", "lstm_sizes=[4]",
]  # fmt: skip
CHANGES = [word for change in SMALL for word in ("--set", change)]


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    result = subprocess.run(
        lab_command(*arguments), capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stderr
    return result


THREES = {"tails": 2, "rounds": 8, "growth": 2.0, "tail_endowments": [4, 10]}
SIXES = {"tails": 5, "rounds": 5, "head_endowment": 20, "tail_endowments": [4, 8]}
ALIKE = {"rounds": 4, "head_endowment": 12, "tail_endowments": [12]}
FIVES = {"tails": 4, "rounds": 6, "head_endowment": 12, "tail_endowments": [5, 12]}


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("groups", "own_game"),
    [
        pytest.param([4], THREES, id="3 seats x 8 rounds, growth 2"),
        pytest.param([4], FIVES, id="5 seats x 6 rounds", marks=pytest.mark.release),
        pytest.param([4], SIXES, id="6 seats x 5 rounds, to 20", marks=pytest.mark.release),
        pytest.param([4], ALIKE, id="everyone alike", marks=pytest.mark.release),
        pytest.param([5, 5], {}, id="the paper's game", marks=pytest.mark.release),
    ],
)
def test_the_demo_plays_learns_and_reports(
    tmp_path: Path, groups: list[int], own_game: dict[str, object]
) -> None:
    study, figures = tmp_path / "study", tmp_path / "figures.json"
    game = game_from(own_game)
    changes = own_game | {"groups": groups, "updates": [4] * len(groups)}
    words = [word for name, value in changes.items() for word in ("--set", f"{name}={value}")]
    run("demo", "--headless", "--study", str(study), "--json", str(figures), *CHANGES, *words)
    told = json.loads(figures.read_text(encoding="utf-8"))
    assert [turn["groups"] for turn in told["iterations"]] == groups
    for turn in told["iterations"]:
        assert turn["decisions"] == groups[0] * 3 * game.rounds * game.seats
        references = turn["contribution_cross_entropy"]["references"]
        assert set(references) == {"uniform", "endowment_marginal", "repeat_last"}
        assert turn["contribution_cross_entropy"]["held_out"] > 0
        assert turn["vote_cross_entropy"]["references"]["coin_toss"] == pytest.approx(math.log(2))
        assert turn["updates"] == 4
        assert turn["ms_per_update"] > 0
        share = turn["vote_share"]
        assert 0 <= share["low"] <= share["estimate"] <= share["high"] <= 1
    assert told["evaluation"]["groups"] == 4
    assert told["evaluation"]["votes"] == 4 * game.seats
    pictures = {path.name for path in (study / "report").iterdir()}
    assert {"report.html", "policies.png", "meta_game.png"} <= pictures
    with Store.read(study) as store:
        assert check_study(store) == []
        played = [group for group in store.tables.groups() if group.status == "complete"]
        assert len(played) == sum(groups) + 4
        assert len({session.code for session in store.tables.sessions()}) == len(groups) + 1
        export_study(store, tmp_path / "export")
    said = subprocess.run(
        [sys.executable, ANALYSIS / "recompute_payments.py", tmp_path / "export"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    people = len(played) * game.seats
    assert said.strip() == f"All {people} payments are what the decisions make them."


@pytest.mark.timeout(600)
@pytest.mark.parametrize("rounds", [3, pytest.param(10, marks=pytest.mark.release)])
def test_the_demo_in_windows_plays_the_loop_by_itself(
    rounds: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    study, figures = tmp_path / "study", tmp_path / "figures.json"
    changes = [
        *CHANGES, "--set", "groups=[4]", "--set", "updates=[4]", "--set", f"rounds={rounds}",
    ]  # fmt: skip
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
        assert stations == {str(number) for number in range(1, 13)}


def kill_in_training(study: Path, command: list[str], runs: int) -> None:
    """Start a simulated study and kill it when it has taken further training steps."""
    process = subprocess.Popen(
        lab_command(*command, "--study", str(study)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while taken(study) < runs:
        assert process.poll() is None, "the study was over before the kill"
        time.sleep(0.01)
    process.kill()
    process.wait()


def taken(study: Path) -> int:
    """How many training steps a study has taken; none before it is made."""
    try:
        with Store.read(study) as store:
            return len(store.learned.runs())
    except OperatorError:
        return 0


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    "kills", [(3,), pytest.param((1, 2, 3, 4, 5, 6, 7), marks=pytest.mark.release)]
)
def test_a_simulated_study_is_the_same_every_time_and_through_kills(
    tmp_path: Path, kills: tuple[int, ...], record_property: Callable[[str, object], None]
) -> None:
    command = ["simulate", "--seed", "7", "--json", *CHANGES]
    undisturbed = run(*command).stdout
    assert json.loads(undisturbed)["evaluation"]["votes"] == 16
    for runs in kills:
        kill_in_training(tmp_path / "study", command, runs)
    through_kills = run(*command, "--study", str(tmp_path / "study")).stdout
    record_property("times", len(kills))
    record_property("changed", int(through_kills != undisturbed))
    assert through_kills == undisturbed


@pytest.mark.release
@pytest.mark.timeout(600)
def test_another_seed_gives_another_study() -> None:
    first, second = (run("simulate", "--seed", seed, "--json", *CHANGES).stdout for seed in "78")
    assert first != second
