"""Before each step it is said what the next one will lack: the same in window, command and JSON."""

import csv
import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from stubbed_training import run_stubbed
from typer.testing import CliRunner

from hcmd_lab.cli.commands import lab_program
from hcmd_lab.codes import new_code
from hcmd_lab.storage.importers.importing import import_csv
from hcmd_lab.study.making import make_study
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.simulated import play_missing_groups
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.telling.translate import translate
from hcmd_lab.timestamps import utc_now
from ui.control.desk import Desk
from ui.control.study.offer import next_offer
from ui.control.study.study_history import read_story

app = lab_program()

OWN: dict[str, object] = {
    "participants": "simulated", "groups": [4], "updates": [2], "rounds": 2,
    "tail_endowments": [4, 6, 8], "evaluation_groups": 4,
}  # fmt: skip
VOTES = "OPTIMIZE will lack votes"
CONDITION = "No group has played with tails that have 8 coins per round"
UNUSABLE = "MODEL cannot use 16 votes"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    del qtbot  # there has to be an application
    make_study(tmp_path / "study", make_settings("quick", OWN)).close()
    made = Desk()
    made.open_study(tmp_path / "study")
    yield made
    made.close_study()


def take_in(study: Study, file: Path, tails: tuple[int, ...], rounds: int, vote: str) -> None:
    """Import four groups, the first two with the first of these endowments of the tails."""
    with file.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(
            ("group", "stage", "round", "seat", "endowment", "contribution", "payout", "vote")
        )
        for group, stage, number, seat in itertools.product(
            range(4), (1, 2), range(1, rounds + 1), range(4)
        ):
            coins = 10 if seat == 0 else tails[group // 2]
            given = (group + len(vote)) % 4
            rows.writerow((group, stage, number, seat, coins, given, 1.6 * given, vote))
    import_csv(study.store, file, "plain", study.game, 1, utc_now(), new_code())


def told_everywhere(desk: Desk) -> list[str]:
    """How begins what the window, the command and its JSON say; they have to say the same."""
    lacks = [translate(each) for each in desk.study.lacking()]
    offered = next_offer(desk, read_story(desk.study)).explanation
    folder = str(desk.study.store.folder.path)
    plain = json.loads(CliRunner().invoke(app, ["study", "status", folder, "--json"]).stdout)
    words = CliRunner().invoke(app, ["study", "status", folder]).stdout.splitlines()
    assert plain["lacking"] == lacks
    for each in lacks:
        assert each in offered
        assert each in words
    return [each.partition(":")[0] for each in lacks]


def test_from_the_first_mechanism_to_the_last_comparison(desk: Desk, tmp_path: Path) -> None:
    study = Study(desk.study.store, run_stubbed)
    assert study.status().step is Step.INITIALISE
    assert told_everywhere(desk) == []
    list(study.perform(Step.INITIALISE))

    assert study.status().step is Step.ACQUIRE
    assert told_everywhere(desk) == []  # as far as the groups that are to play vote
    take_in(study, tmp_path / "short.csv", (4, 6), 1, "1")
    assert study.status().step is Step.MODEL
    assert told_everywhere(desk) == [
        VOTES,
        UNUSABLE,
        CONDITION,
    ]

    list(study.perform(Step.MODEL))
    assert study.status().step is Step.ACQUIRE, "what was said to lack does lack"
    take_in(study, tmp_path / "voting.csv", (4, 8), 2, "1")
    assert study.status().step is Step.MODEL
    assert told_everywhere(desk) == [UNUSABLE]
    list(study.perform(Step.MODEL))

    # What is not said to lack is there: each step can be taken, to the end.
    assert study.status().step is Step.OPTIMIZE
    assert told_everywhere(desk) == [UNUSABLE]
    for step in (Step.OPTIMIZE, Step.CONVERGENCE):
        list(study.perform(step))
        assert told_everywhere(desk) == []
    assert study.status().step is Step.EVALUATE
    assert "4" in str(study.status().sentence)
    play_missing_groups(study)
    assert told_everywhere(desk) == []
    list(study.perform(Step.EVALUATE))
    assert study.status().step is Step.DONE
    assert told_everywhere(desk) == []
