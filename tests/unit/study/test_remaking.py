"""Checkpoints and tables that are missing or damaged are made again, bit by bit the same."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hcmd_lab.codes import new_code
from hcmd_lab.game.events import SessionOpened
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.trained import InitialiseResult, OptimizeResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study.arena import stored_table
from hcmd_lab.study.making import make_study
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.remaking import Remade, remake
from hcmd_lab.study.simulated import play_missing_groups, run_here
from hcmd_lab.study.status import Step, played_in
from hcmd_lab.study.study import Study
from hcmd_lab.study.whole import check_whole
from hcmd_lab.timestamps import utc_now

TINY: dict[str, object] = {
    "groups": [4, 4], "updates": [2, 2], "games": 20, "repetitions": 4, "max_epochs": 2,
    "splits": 1, "linear_sizes": [8], "lstm_sizes": [4], "vote_penalties": [1.0],
    "evaluation_groups": 4, "min_iterations": 2, "participants": "simulated",
    "acquire": "informative", "policy_width": 4,
}  # fmt: skip

COMMAND = "hcmd-lab study remake"


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study whose groups have also played variations of the mechanism, after OPTIMIZE."""
    folder = tmp_path_factory.mktemp("made") / "study"
    with make_study(folder, make_settings("quick", TINY)) as store:
        opened = Study(store, run_here)
        while (step := opened.status().step) is not Step.CONVERGENCE:
            if played_in(step):
                play_missing_groups(opened)
            else:
                list(opened.perform(step))
    return folder


@pytest.fixture
def study(trained: Path, tmp_path: Path) -> Iterator[Study]:
    """A copy of that study."""
    shutil.copytree(trained, tmp_path / "study")
    with Store.open(tmp_path / "study") as store:
        yield Study(store, run_here)


def findings(study: Study) -> list[str]:
    return [str(each) for each in check_whole(study)]


def made_again(study: Study) -> list[Remade]:
    return [each for each in remake(study, run_here) if isinstance(each, Remade)]


def networks(study: Study) -> dict[str, Path]:
    """The checkpoint of each step, by step and iteration."""
    folder = study.store.folder.checkpoints
    return {
        f"{run.kind} {run.iteration}": folder / f"{run.result.checkpoint}.safetensors"
        for run in study.store.learned.runs()
        if isinstance(run.result, InitialiseResult | ModelResult | OptimizeResult)
    }


def someone_withdraws(study: Study) -> None:
    person = study.store.tables.participants()[0]
    study.store.private.withdraw(person.session, person.code, utc_now(), "asked")


def lose(file: Path) -> None:
    file.unlink()


def rot(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1] + b"?")


def lose_table(study: Study, sha256: str) -> None:
    connection = study.store._database.sqlite.conn
    connection.execute("DELETE FROM mechanism WHERE sha256 = ?", (sha256,))
    connection.commit()


def rot_table(study: Study, sha256: str) -> None:
    connection = study.store._database.sqlite.conn
    connection.execute("UPDATE mechanism SET bytes = x'00' WHERE sha256 = ?", (sha256,))
    connection.commit()


@pytest.mark.parametrize(("harm", "word"), [(lose, "missing"), (rot, "damaged")])
def test_each_kind_of_checkpoint(study: Study, harm: Callable[[Path], None], word: str) -> None:
    before = {name: file.read_bytes() for name, file in networks(study).items()}
    assert len(before) == 3
    assert made_again(study) == []
    for name, file in networks(study).items():
        harm(file)
        (found,) = findings(study)
        assert f"its checkpoint {file.stem[:12]} is {word}" in found
        assert COMMAND in found
        (each,) = made_again(study)
        assert f"{each.step} {each.iteration}" == name
        assert each.is_identical, str(each.sentence)
        assert str(each.sentence).endswith("is there again, bit-identical.")
        assert file.read_bytes() == before[name]
        assert findings(study) == []
    for file in networks(study).values():
        harm(file)
    told = findings(study)
    assert [COMMAND in each for each in told] == [True] * 3
    assert [each.is_identical for each in made_again(study)] == [True] * 3
    assert findings(study) == []
    assert list(study.store.folder.jobs.iterdir()) == []


@pytest.mark.parametrize(("harm", "word"), [(lose_table, "missing"), (rot_table, "damaged")])
def test_each_kind_of_table(study: Study, harm: Callable[[Study, str], None], word: str) -> None:
    rows = {row.sha256: row for row in study.store.learned.mechanisms()}
    kinds = {"variation" if "variation" in row.provenance else "trained" for row in rows.values()}
    assert kinds == {"variation", "trained"}
    for sha256, row in rows.items():
        if row.provenance.get("step") is None:
            continue
        harm(study, sha256)
        assert any(f"is {word}" in each and COMMAND in each for each in findings(study))
        (each,) = made_again(study)
        assert each.is_identical, str(each.sentence)
        after = {again.sha256: again for again in study.store.learned.mechanisms()}
        assert after[sha256].name == row.name
        assert after[sha256].provenance == row.provenance
        assert study.store.learned.mechanism(sha256).sha256 == sha256
        assert findings(study) == []


def test_everything_at_once(study: Study) -> None:
    for file in networks(study).values():
        lose(file)
    for row in study.store.learned.mechanisms():
        if "step" in row.provenance:
            rot_table(study, row.sha256)
    assert all(each.is_identical for each in made_again(study))
    assert findings(study) == []


def test_what_does_not_come_out_the_same_is_not_taken(study: Study) -> None:
    """As on another device: the recorded network is not what its job gives."""
    connection = study.store._database.sqlite.conn
    connection.execute("UPDATE run SET job = json_set(job, '$.seed', 7) WHERE kind = 'initialise'")
    study.store.learned._decoded.clear()
    file = networks(study)["initialise 0"]
    lose(file)
    files = sorted(study.store.folder.checkpoints.iterdir())
    tables = study.store.learned.mechanisms()
    (each,) = made_again(study)
    assert not each.is_identical
    assert f"instead of {file.stem[:12]}" in str(each.sentence)
    assert sorted(study.store.folder.checkpoints.iterdir()) == files
    assert study.store.learned.mechanisms() == tables
    assert list(study.store.folder.jobs.iterdir()) == []


def test_a_model_whose_data_have_changed_is_not_promised(study: Study) -> None:
    file = networks(study)["model 1"]
    lose(file)
    someone_withdraws(study)
    assert not any(COMMAND in each for each in findings(study) if "checkpoint" in each)
    (each,) = made_again(study)
    assert not each.is_identical
    assert "the data that it used are not the same any more" in str(each.sentence)
    assert not file.exists()


def test_a_step_whose_input_is_lost_for_good_is_not_promised(study: Study) -> None:
    someone_withdraws(study)
    lose(networks(study)["model 1"])
    lose(networks(study)["optimize 1"])
    assert not any(COMMAND in each for each in findings(study) if "checkpoint" in each)
    first, second = made_again(study)
    assert "which it rests on, is missing or damaged as well" in str(second.sentence)
    assert not first.is_identical


def test_nothing_is_done_to_a_study_open_for_reading(study: Study) -> None:
    lose(networks(study)["optimize 1"])
    with Store.read(study.store.folder.path) as store:
        (found,) = (str(each) for each in check_whole(Study(store)))
    assert COMMAND in found


@pytest.mark.parametrize(("harm", "word"), [(lose_table, "missing"), (rot_table, "damaged")])
def test_a_table_of_a_closed_form(
    study: Study, harm: Callable[[Study, str], None], word: str
) -> None:
    """That a group has met, as in practice rounds: it is made again; a table of others is not."""
    sha256 = stored_table(study, "strict_egalitarian")
    own = freeze(BASELINES["libertarian"], replace(study.game, tail_endowments=(2,)))
    study.store.learned.add_mechanism(replace(own, name="brought"), {"imported": "brought.csv"})
    study.store.log.append(new_code(), [session_that_meets(study, sha256)], utc_now())
    harm(study, sha256)
    assert any(COMMAND in each and "strict_egalitarian" in each for each in findings(study)), word
    (each,) = made_again(study)
    assert each.is_identical
    assert study.store.learned.mechanism(sha256).sha256 == sha256
    assert not any(COMMAND in each for each in findings(study))
    rot_table(study, own.sha256)
    assert any("hcmd-lab restore STUDY" in each and "brought" in each for each in findings(study))
    (each,) = made_again(study)
    assert not each.is_identical
    assert "the table of brought is missing or damaged" in str(each.sentence)


def session_that_meets(study: Study, sha256: str) -> SessionOpened:
    """The opening of a session whose practice rounds use a table."""
    plan, _ = study.plan_session("pilot", 1)
    groups = tuple(replace(group, practice_mechanism=sha256) for group in plan.groups)
    return SessionOpened(0, replace(plan, groups=groups))
