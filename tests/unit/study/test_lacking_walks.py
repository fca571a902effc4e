"""What is said to lack does lack, and nothing else does, wherever a study has been walked to."""

import itertools
import random
from pathlib import Path

import pytest
from stubbed_training import run_stubbed

from hcmd_lab.codes import new_code
from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.importers.importing import import_csv
from hcmd_lab.storage.importers.map_file import read_map
from hcmd_lab.study.going_back import find_goal, go_back, plan_way_back
from hcmd_lab.study.making import make_study
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.study.taking_back import take_back
from hcmd_lab.timestamps import utc_now

SMALL: dict[str, object] = {"groups": [4], "updates": [2], "rounds": 2, "evaluation_groups": 4}
GAMES: dict[str, dict[str, object]] = {
    "the head has more": {"tail_endowments": [4, 6]},
    "everyone alike": {"tail_endowments": [10]},
    "six seats": {"tails": 5, "head_endowment": 12, "tail_endowments": [3]},
}
_ACTS = 9
VOTES, GROUPS = "OPTIMIZE will lack votes", "MODEL will lack groups"


class Walk:
    """A study on which things are done at random; no import is like another."""

    def __init__(self, study: Study, folder: Path, seed: int) -> None:
        self.study = study
        self.chance = random.Random(seed)  # noqa: S311 - not a secret
        self.folder = folder
        self.files = 0

    def bring(self, *, usable: bool = False) -> None:
        """Import a few groups, with or without votes, in stages of one length or another."""
        self.files += 1
        game = self.study.game
        rounds = game.rounds if usable else self.chance.choice([game.rounds, game.rounds + 1])
        vote = "2" if usable else self.chance.choice(["", "1", "2"])
        rows = ["group,stage,round,seat,endowment,contribution,payout,vote"]
        for group in range(self.chance.choice([1, 2, 4])):
            coins = game.endowments(self.chance.choice(game.tail_endowments))
            for stage, number in itertools.product((1, 2), range(1, rounds + 1)):
                for seat, had in enumerate(coins):
                    given = (self.files + seat + number) % (had + 1)
                    rows.append(f"{group},{stage},{number},{seat},{had},{given},,{vote}")
        path = self.folder / f"{self.files}.csv"
        path.write_text("\n".join(rows), encoding="utf-8")
        asked = read_map(["payouts=equal"])
        import_csv(
            self.study.store, path, "auto", game, self.study.status().iteration, utc_now(),
            new_code(), asked,
        )  # fmt: skip

    def take_back(self) -> None:
        """Take one of the imports back."""
        sessions = sorted(self.study.store.log.imported_files())
        if sessions:
            take_back(self.study, self.chance.choice(sessions), "a wrong file")

    def go_back(self) -> None:
        """Make MODEL the next step again."""
        go_back(
            self.study, plan_way_back(self.study, find_goal(self.study, Step.MODEL, None)),
            "a mistake", keep_data=self.chance.random() < 0.5,
        )  # fmt: skip

    def train(self) -> None:
        """Take the step that comes next, if it computes, or MODEL again."""
        now = self.study.status()
        step = self.chance.choice([now.step, Step.MODEL])
        list(self.study.perform(step))

    def act(self) -> None:
        """Do something, or be refused."""
        act = self.chance.choice([self.bring, self.bring, self.take_back, self.go_back, self.train])
        try:
            act()
        except OperatorError:
            return


def said(study: Study) -> set[str]:
    return {str(each).partition(":")[0] for each in study.lacking()}


@pytest.mark.parametrize("own", GAMES.values(), ids=GAMES)
@pytest.mark.parametrize("seed", range(6))
def test_what_is_said_to_lack_lacks_and_nothing_else(
    own: dict[str, object], seed: int, tmp_path: Path
) -> None:
    with make_study(tmp_path / "study", make_settings("quick", SMALL | own)) as store:
        study = Study(store, run_stubbed)
        list(study.perform(Step.INITIALISE))
        walk = Walk(study, tmp_path, seed)
        for _ in range(_ACTS):
            walk.act()
        # However it was left, it is led on by bringing what is said to lack.
        for _ in range(2 * _ACTS):
            now, lacks = study.status(), said(study)
            if now.step is Step.ACQUIRE or lacks & {VOTES, GROUPS}:
                walk.bring(usable=True)
            elif now.step is Step.MODEL:
                list(study.perform(Step.MODEL))
                assert study.status().step is Step.OPTIMIZE, "nothing was said to lack"
            elif now.step is Step.OPTIMIZE:
                list(study.perform(Step.OPTIMIZE))
        assert study.status().step is Step.CONVERGENCE


@pytest.mark.parametrize("seed", range(6))
def test_a_model_that_was_said_to_lack_votes_leads_to_no_optimize(
    seed: int, tmp_path: Path
) -> None:
    with make_study(tmp_path / "study", make_settings("quick", SMALL)) as store:
        study = Study(store, run_stubbed)
        list(study.perform(Step.INITIALISE))
        walk = Walk(study, tmp_path, seed)
        models = 0
        for _ in range(4 * _ACTS):
            if study.status().step is Step.MODEL:
                lacked = VOTES in said(study)
                list(study.perform(Step.MODEL))
                models += 1
                assert (study.status().step is not Step.OPTIMIZE) is lacked
            walk.act()
            if models == 3:
                break
        assert models
