"""The game is said in one place: a study of another game goes through the whole loop."""

from pathlib import Path

import msgspec
import pytest

from hcmd_lab.figures.report.writing import write_study_report
from hcmd_lab.insight.explanation import explain
from hcmd_lab.storage.store import Store
from hcmd_lab.study.settings import game_of, make_settings
from hcmd_lab.study.simulated import play_missing_groups, run_here
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study

TINY: dict[str, object] = {
    "participants": "simulated", "groups": (6,), "updates": (10,), "least_iterations": 1,
    "games": 60, "repetitions": 10, "max_epochs": 3, "splits": 1, "vote_penalties": (1.0,),
    "linear_sizes": (8,), "lstm_sizes": (4,), "evaluation_groups": 6,
}  # fmt: skip
GAMES: dict[str, dict[str, object]] = {
    "a sixth condition": {"tail_endowments": (2, 4, 5, 6, 8, 10)},
    "other numbers": {
        "rounds": 4, "head_endowment": 8, "tail_endowments": (3, 12), "growth": 2.0,
    },
    "three seats": {"tails": 2, "rounds": 8, "tail_endowments": (4, 10), "growth": 2.0},
    "five seats": {
        "tails": 4, "rounds": 6, "head_endowment": 12, "tail_endowments": (5, 12), "growth": 3.0,
        "acquire": "informative", "minimum_share": 0.05,
    },
}  # fmt: skip


@pytest.mark.parametrize("own", GAMES.values(), ids=GAMES)
def test_a_study_of_another_game_goes_through_the_whole_loop(
    own: dict[str, object], tmp_path: Path
) -> None:
    made = make_settings("quick", TINY | own)
    game = game_of(made)
    folder = tmp_path / "study"
    with Store.create(folder, {"settings": msgspec.to_builtins(made)}) as store:
        study = Study(store, run_here)
        while (now := study.status()).step is not Step.DONE:
            if now.groups_missing:
                play_missing_groups(study)
            else:
                list(study.perform(now.step))
        played = {
            stage.endowments[0] for group in study.played(("acquire",)) for stage in group.stages
        }
        assert played <= {game.endowments(tail) for tail in game.tail_endowments}
        assert len(played) == len(game.tail_endowments)
        newest = store.learned.mechanism(study.mechanisms.trained_tables()[-1])
        found = explain(newest, study.played(("acquire", "evaluate")), made.baseline)
        assert len(found.conditions) == len(game.tail_endowments)
        assert write_study_report(study).exists()
