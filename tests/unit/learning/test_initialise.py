import itertools
from pathlib import Path

import pytest

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.acquisition import Acquire
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.jobs.requests import InitialiseJob, Origin
from hcmd_lab.jobs.trained import InitialiseResult
from hcmd_lab.learning import freezing
from hcmd_lab.learning.initialise import initialise
from hcmd_lab.learning.policy import PolicyNetwork
from hcmd_lab.restriction import Restriction
from hcmd_lab.restriction_check import judge

GAME = Game(head_endowment=3, tail_endowments=(1, 3), tails=1)


def test_the_seed_decides_the_policy_and_its_table(tmp_path: Path) -> None:
    results = []
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        *_, result = initialise(
            InitialiseJob(seed=seed, policy_width=5, game=GAME), tmp_path / name, tmp_path
        )
        data = (tmp_path / name / result.frozen).read_bytes()
        results.append((result.checkpoint, data))
        assert FrozenPolicy.from_bytes(data, "theta_0").game == GAME
    assert results[0] == results[1]
    assert results[0] != results[2]
    assert PolicyNetwork.load(tmp_path, results[0][0]).architecture.width == 5


LARGE = Game(head_endowment=4, tail_endowments=(4, 6), tails=4)
"""Its tables are asked for in several parts below."""


@pytest.fixture
def in_small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freezing, "_ASKED_AS_A_WHOLE", 100)
    monkeypatch.setattr(freezing, "_ASKED_AT_ONCE", 100)


@pytest.mark.usefixtures("in_small_parts")
def test_how_far_the_tables_are_is_told(tmp_path: Path) -> None:
    job = InitialiseJob(seed=1, policy_width=2, game=LARGE, acquire=Acquire.INFORMATIVE)
    *progress, result = initialise(job, tmp_path, tmp_path)
    assert isinstance(result, InitialiseResult)
    told = [each for each in progress if isinstance(each, Progress)]
    assert {each.phase for each in told} == {JobPhase.FREEZING}
    # Three tables: the mechanism's and those of its two variations.
    assert {each.total for each in told} == {3 * 5 * (70 + 210)}
    steps = [each.step for each in told]
    assert steps == sorted(set(steps))
    assert len(steps) == 3 * (4 + 11)


@pytest.mark.usefixtures("in_small_parts")
@pytest.mark.parametrize("stop_after", [0, 1, 7, 20])
def test_the_tables_can_be_stopped_and_are_the_same_later(tmp_path: Path, stop_after: int) -> None:
    job = InitialiseJob(seed=1, policy_width=2, game=LARGE, acquire=Acquire.INFORMATIVE)
    *_, whole = initialise(job, tmp_path, tmp_path)
    folder = tmp_path / "stopped"
    asked = itertools.count()
    *told, end = initialise(job, folder, tmp_path, lambda: next(asked) >= stop_after)
    assert end == Stopped(step=0)
    assert len(told) == stop_after
    assert not folder.exists()
    *_, again = initialise(job, folder, tmp_path)
    assert again == whole


def test_a_width_that_cannot_be_built_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="between 1 and 4,096, not 0"):
        list(initialise(InitialiseJob(game=PAPER_GAME, seed=1, policy_width=0), tmp_path, tmp_path))


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    job = InitialiseJob(seed=1, policy_width=2, game=GAME)
    with pytest.raises(OperatorError, match="table cannot be written"):
        list(initialise(job, tmp_path / "file", tmp_path))


RESTRICTION = Restriction(0.1, True)


def elsewhere(checkpoints: Path, restriction: Restriction = RESTRICTION) -> Origin:
    job = InitialiseJob(seed=8, policy_width=5, game=GAME, restriction=restriction)
    *_, result = initialise(job, checkpoints / "elsewhere", checkpoints)
    return Origin(study="Rehearsal", iteration=2, simulated=True, checkpoint=result.checkpoint)


def test_a_restricted_policy_keeps_to_it_before_anything_is_learned(tmp_path: Path) -> None:
    job = InitialiseJob(seed=3, policy_width=5, game=GAME, restriction=RESTRICTION)
    *_, result = initialise(job, tmp_path, tmp_path)
    table = FrozenPolicy.from_bytes((tmp_path / result.frozen).read_bytes(), "theta_0")
    assert [verdict.kept for verdict in judge(table, RESTRICTION)] == [True, True]


def test_a_warm_start_is_the_other_policy_itself(tmp_path: Path) -> None:
    origin = elsewhere(tmp_path)
    job = InitialiseJob(seed=1, policy_width=5, game=GAME, restriction=RESTRICTION, origin=origin)
    *_, result = initialise(job, tmp_path, tmp_path)
    assert result.checkpoint == origin.checkpoint
    before, after = (tmp_path / place / result.frozen for place in ("elsewhere", "."))
    assert before.read_bytes() == after.read_bytes()


@pytest.mark.parametrize(("width", "restriction"), [(6, RESTRICTION), (5, Restriction())])
def test_a_policy_of_another_kind_is_no_start(
    tmp_path: Path, width: int, restriction: Restriction
) -> None:
    origin = elsewhere(tmp_path)
    job = InitialiseJob(
        seed=1, policy_width=width, game=GAME, restriction=restriction, origin=origin
    )
    with pytest.raises(UsageError, match="study Rehearsal has a different width or different"):
        list(initialise(job, tmp_path, tmp_path))


def test_a_restriction_that_no_policy_can_keep_to_is_refused(tmp_path: Path) -> None:
    job = InitialiseJob(seed=1, policy_width=5, game=GAME, restriction=Restriction(0.5))
    with pytest.raises(UsageError, match="leaves nothing to learn"):
        list(initialise(job, tmp_path, tmp_path))
