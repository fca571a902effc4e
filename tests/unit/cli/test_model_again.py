"""`hcmd-lab model --again`: asked for where a result would be replaced, and only there."""

import json
from pathlib import Path

import pytest
from lab_commands import Lab
from step_results import MODELLED, OPTIMIZED, store_turn, trained_mechanism
from studies import WHEN, playable_study

from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.job_folder import JOB_FILE
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.jobs.requests import InitialiseJob
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.timestamps import utc_now


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study whose four groups have played."""
    folder = playable_study(tmp_path / "study", 4)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 4)
    return folder


def test_a_step_without_a_result_is_not_taken_again(lab: Lab, study: Path) -> None:
    code, _, words = lab("model", study, "--again")
    assert (code, "MODEL has no result yet that could be taken again" in words) == (2, True)


def test_a_result_is_replaced_only_when_that_is_asked_for(lab: Lab, study: Path) -> None:
    with Store.open(study) as store:
        job = InitialiseJob(seed=1, game=PAPER_GAME)
        store.learned.add_run("model", 1, job, MODELLED, WHEN, WHEN)
    code, _, words = lab("model", study)
    assert (code, "give --again; the earlier result is kept" in words) == (2, True)
    _, out, _ = lab("study", "status", study, "--json")
    told = json.loads(out)
    assert (told["step"], told["again"], told["data"]["votes"]) == ("optimize", "model", 16)


def test_what_rests_on_a_result_keeps_it(lab: Lab, study: Path) -> None:
    with Store.open(study) as store:
        store_turn(store)
    code, _, words = lab("model", study, "--again")
    assert (code, "OPTIMIZE of iteration 1 rests on it." in words) == (1, True)


def test_status_tells_what_the_next_steps_will_lack(lab: Lab, study: Path) -> None:
    _, words, _ = lab("study", "status", study)
    assert "Data for MODEL: 4 groups, with 16 votes of 4 groups that it can use;" in words
    assert "lack votes" not in words
    with Store.open(study) as store, store._database.writing() as connection:
        connection.execute("UPDATE vote SET choice = NULL")
        connection.execute("UPDATE session_group SET given = 0")
    told = "OPTIMIZE will lack votes: MODEL needs those of at least 4 groups"
    assert told in lab("study", "status", study)[1]
    _, out, _ = lab("study", "status", study, "--json")
    assert told in " ".join(json.loads(out)["lacking"])


def test_what_another_step_gives_up_is_said_before(
    lab: Lab, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(study) as store:
        job = InitialiseJob(seed=1, game=PAPER_GAME)
        store.learned.add_mechanism(trained_mechanism(), {})
        store.facts.set("table of theta_1", trained_mechanism().sha256)
        store.learned.add_run("model", 1, job, MODELLED, WHEN, WHEN)
        now = utc_now()  # after the groups have played
        store.learned.add_run("optimize", 1, job, OPTIMIZED, now, now)
        begun = store.folder.jobs / "optimize-1" / JOB_FILE
        begun.parent.mkdir()
        begun.touch()
    _, told, _ = lab("study", "status", study)
    assert "OPTIMIZE was begun." in told
    monkeypatch.setattr(Study, "perform", lambda *_: iter([Stopped(step=0)]))
    lost = "OPTIMIZE has begun and has no new result yet; what it has saved is deleted when "
    code, _, words = lab("converge", study)
    assert (code, lost + "CONVERGENCE has its result." in words) == (130, True)
    code, _, words = lab("optimize", study, "--again")
    assert (code, "what it has saved is deleted" in words) == (130, False)
