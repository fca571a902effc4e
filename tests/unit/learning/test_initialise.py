from pathlib import Path

import pytest

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.rules import Game
from hcmd_lab.jobs import InitialiseJob
from hcmd_lab.learning.initialise import initialise
from hcmd_lab.learning.policy import PolicyNetwork

GAME = Game(head_endowment=3, tail_endowments=(1, 3), tails=1)


def test_the_seed_decides_the_policy_and_its_table(tmp_path: Path) -> None:
    results = []
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        (result,) = initialise(
            InitialiseJob(seed=seed, width=5, game=GAME), tmp_path / name, tmp_path
        )
        data = (tmp_path / name / result.frozen).read_bytes()
        results.append((result.checkpoint, data))
        assert FrozenPolicy.from_bytes(data, "theta_0").game == GAME
    assert results[0] == results[1]
    assert results[0] != results[2]
    assert PolicyNetwork.load(tmp_path, results[0][0]).architecture.width == 5


def test_a_width_that_cannot_be_built_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="between 1 and 4096, not 0"):
        list(initialise(InitialiseJob(seed=1, width=0), tmp_path, tmp_path))


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    job = InitialiseJob(seed=1, width=2, game=GAME)
    with pytest.raises(OperatorError, match="table cannot be written"):
        list(initialise(job, tmp_path / "file", tmp_path))
