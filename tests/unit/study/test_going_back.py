"""Steps are taken anew, and a study goes back: nothing is lost, and nothing set aside is used."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from stubbed_training import run_stubbed

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.requests import ModelJob, OptimizeJob
from hcmd_lab.jobs.trained import OptimizeResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study.arena import plan_contrast
from hcmd_lab.study.audit import audit
from hcmd_lab.study.counting import Exclusion
from hcmd_lab.study.deviations import DeviationKind
from hcmd_lab.study.going_back import Goal, find_goal, go_back, goals, plan_way_back, set_aside
from hcmd_lab.study.library import MechanismKind, library
from hcmd_lab.study.making import make_study
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.registration import preregister, registration
from hcmd_lab.study.resting import resting
from hcmd_lab.study.run_standing import RunStanding, run_standings
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.steps import Anew, begun_step, job_folder, prepare
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LogKind, is_whole
from hcmd_lab.study.trained_names import names_at
from hcmd_lab.study.whole import check_whole
from hcmd_lab.telling.audit import audit_in_words
from hcmd_lab.telling.going_back import set_aside_in_words, way_back_in_words
from hcmd_lab.training import write_job

SETTINGS: dict[str, object] = {
    "groups": [4, 4], "updates": [2, 3], "evaluation_groups": 4, "min_iterations": 2,
    "participants": "simulated",
}  # fmt: skip


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with make_study(tmp_path / "study", make_settings("quick", SETTINGS)) as store:
        opened = Study(store, run_stubbed)
        list(opened.perform(Step.INITIALISE))
        yield opened


def take(study: Study, *steps: Step, anew: Anew | None = None) -> None:
    """Take steps one after another; one that plays gets the groups that it needs."""
    for step in steps:
        if step is Step.ACQUIRE:
            play_simulated(study, "acquire", study.status().groups_missing)
        else:
            list(study.perform(step, anew=anew))


ITERATION = (Step.ACQUIRE, Step.MODEL, Step.OPTIMIZE, Step.CONVERGENCE)


def back(study: Study, step: Step, iteration: int | None = None, **how: bool) -> None:
    way = plan_way_back(study, find_goal(study, step, iteration))
    go_back(study, way, "the instructions were wrong", **how)


def evaluated(study: Study) -> None:
    """Take the study to its end."""
    take(study, *ITERATION, *ITERATION)
    play_simulated(study, "evaluate", 4)
    take(study, Step.EVALUATE)


# --- taken anew ------------------------------------------------------------------------------


def test_optimize_is_taken_anew_and_the_earlier_mechanism_stays_by_its_name(study: Study) -> None:
    take(study, *ITERATION[:3])
    first = study.mechanisms.newest()
    now = study.status()
    assert (now.step, now.again, now.again_iteration) == (Step.CONVERGENCE, Step.OPTIMIZE, 1)
    take(study, Step.OPTIMIZE, anew=Anew(new_seed=True))
    second = study.mechanisms.newest()
    assert second != first
    assert len(study.mechanisms.trained_tables()) == 2
    assert study.mechanisms.trained_names() == ("theta_0", "theta_1.2")
    known = {entry.name: entry.kind for entry in library(study)}
    assert (known["theta_1"], known["theta_1.2"]) == (
        MechanismKind.EARLIER, MechanismKind.TRAINED,
    )  # fmt: skip
    assert study.mechanisms.table("theta_1").sha256 == first
    assert [entry.kind for entry in study.log()] == [LogKind.TAKEN_AGAIN]
    standings = run_standings(study.store.learned)
    assert list(standings.values()) == [
        RunStanding.IN_USE, RunStanding.IN_USE, RunStanding.TAKEN_AGAIN, RunStanding.IN_USE,
    ]  # fmt: skip
    earlier, newer = study.store.learned.runs(Step.OPTIMIZE)
    assert (study.mechanisms.table_of(earlier), study.mechanisms.table_of(newer)) == (first, second)
    assert names_at(study.store, earlier) == ("theta_0", "theta_1")
    take(study, Step.CONVERGENCE)
    assert study.checkpoint(1) == study.result(Step.OPTIMIZE, 1, OptimizeResult).checkpoint
    assert check_whole(study) == []


def test_the_same_seed_gives_the_same_and_other_settings_another(study: Study) -> None:
    take(study, *ITERATION[:3])
    first = study.mechanisms.newest()
    take(study, Step.OPTIMIZE)
    assert study.mechanisms.newest() == first
    assert study.mechanisms.trained_names() == ("theta_0", "theta_1"), "it is the same mechanism"
    take(study, Step.OPTIMIZE, anew=Anew(updates=7))
    other = study.mechanisms.newest()
    assert other != first
    assert study.result(Step.OPTIMIZE, 1, OptimizeResult).updates == 7
    assert study.mechanisms.trained_names() == ("theta_0", "theta_1.3")
    take(study, Step.OPTIMIZE, anew=Anew(new_seed=True))
    assert study.mechanisms.newest() not in (first, other)
    assert check_whole(study) == []


def test_convergence_is_taken_anew_in_the_iteration_that_it_belongs_to(study: Study) -> None:
    take(study, *ITERATION)
    now = study.status()
    assert (now.iteration, now.again, now.again_iteration) == (2, Step.CONVERGENCE, 1)
    assert now.iteration_of(Step.CONVERGENCE) == 1
    take(study, Step.CONVERGENCE, anew=Anew(new_seed=True))
    runs = study.store.learned.runs(Step.CONVERGENCE)
    assert [run.iteration for run in runs] == [1, 1]
    assert runs[0].job.seed != runs[1].job.seed
    assert study.status().iteration == 2


def test_a_pilot_and_all_that_came_since_rests_on_a_result(study: Study) -> None:
    take(study, *ITERATION[:3])
    run = study.store.learned.runs()[-1]
    assert list(resting(study.store, run)) == []
    play_simulated(study, "pilot", 1)
    assert study.status().again is None
    told = list(map(str, resting(study.store, run)))
    assert told == [
        "1 session has been opened or imported since.", "1 group has met its mechanism.",
    ]  # fmt: skip
    with pytest.raises(OperatorError, match="OPTIMIZE is not possible now"):
        study.require(Step.OPTIMIZE)


def test_a_registration_and_a_planned_contrast_rest_on_a_result(study: Study) -> None:
    take(study, *ITERATION)
    assert study.status().again is Step.CONVERGENCE
    preregister(study)
    assert study.status().again is None
    run = study.store.learned.runs()[-1]
    (told,) = resting(study.store, run)
    assert str(told) == "The comparison has been registered since."


def test_a_contrast_with_a_mechanism_rests_on_it(study: Study) -> None:
    take(study, *ITERATION[:3])
    plan_contrast(study, "theta_1", "strict_egalitarian", 4)
    assert study.status().again is None


def test_a_step_begun_anew_goes_on_with_the_seed_that_it_began_with(study: Study) -> None:
    take(study, *ITERATION[:3])
    begun = prepare(study, Step.OPTIMIZE, Anew(new_seed=True, updates=9))
    write_job(begun.folder, begun.job)
    assert begun_step(study) is Step.OPTIMIZE
    continued = prepare(study, Step.OPTIMIZE)
    assert continued.job == begun.job
    assert isinstance(continued.job, OptimizeJob)
    assert continued.job.updates == 9
    study.discard(Step.OPTIMIZE)
    assert prepare(study, Step.OPTIMIZE).job == study.store.learned.runs()[-1].job


def test_going_back_says_that_what_has_begun_is_forgotten(study: Study) -> None:
    take(study, *ITERATION[:-1])
    goal = goals(study)[0]
    assert plan_way_back(study, goal).begun == ()
    begun = prepare(study, Step.CONVERGENCE)
    write_job(begun.folder, begun.job)
    way = plan_way_back(study, goal)
    assert way.begun == (Step.CONVERGENCE,)
    lost = "CONVERGENCE has begun and has no result yet; what it has saved is deleted."
    assert lost in way_back_in_words(way, keep_data=True).remains
    go_back(study, way, "a bad curve")
    assert not begun.folder.exists()


def test_what_had_begun_on_an_earlier_result_is_not_continued(study: Study) -> None:
    take(study, *ITERATION[:3])
    begun = prepare(study, Step.CONVERGENCE)
    write_job(begun.folder, begun.job)
    take(study, Step.OPTIMIZE, anew=Anew(new_seed=True))
    assert not job_folder(study, Step.CONVERGENCE).exists()


def test_what_had_begun_anew_is_forgotten_once_another_step_rests_on_the_result(
    study: Study,
) -> None:
    take(study, *ITERATION[:3])
    begun = prepare(study, Step.OPTIMIZE, Anew(new_seed=True))
    write_job(begun.folder, begun.job)
    take(study, Step.CONVERGENCE)
    assert not begun.folder.exists()
    assert begun_step(study) is None


@pytest.mark.parametrize(
    ("step", "anew", "said"),
    [
        (Step.OPTIMIZE, Anew(new_seed=True), "has had no result yet"),
        (Step.MODEL, Anew(updates=3), "Only OPTIMIZE has updates"),
    ],
)
def test_a_first_result_is_computed_as_planned(
    study: Study, step: Step, anew: Anew, said: str
) -> None:
    take(study, Step.ACQUIRE, Step.MODEL)
    with pytest.raises(UsageError, match=said):
        prepare(study, step, anew)


# --- going back ------------------------------------------------------------------------------


def test_going_back_sets_aside_exactly_what_it_says(study: Study) -> None:
    evaluated(study)
    preregistered = registration(study)
    assert preregistered is None
    way = plan_way_back(study, find_goal(study, Step.OPTIMIZE, 1))
    assert [(run.kind, run.iteration) for run in way.runs] == [
        ("optimize", 1), ("convergence", 1), ("model", 2), ("optimize", 2), ("convergence", 2),
        ("evaluate", 2),
    ]  # fmt: skip
    assert (len(way.sessions), way.groups, way.compared, way.data) == (2, 8, 4, 4)
    assert [row.name for row in way.mechanisms] == ["theta_1", "theta_2"]
    told = way_back_in_words(way, keep_data=True).sentences
    assert told[0] == "Going back to OPTIMIZE of iteration 1 sets aside:"
    assert "2 results of OPTIMIZE." in told
    assert f"2 sessions with 8 groups counting now and {way.votes} votes." in told
    assert "2 mechanisms: θ₁, θ₂." in told
    assert told[-1] == "Only what 4 groups did in ACQUIRE stays data for MODEL."

    go_back(study, way, "the instructions were wrong")
    now = study.status()
    assert (now.iteration, now.step, now.again) == (1, Step.OPTIMIZE, Step.MODEL)
    assert str(now.news) == "4 groups have come since MODEL."
    assert len(study.store.learned.every_run()) == 8, "nothing is deleted"
    assert [run.kind for run in study.store.learned.runs()] == ["initialise", "model"]
    assert study.mechanisms.trained_names() == ("theta_0",)
    assert study.evaluations() == []
    assert len(study.played(("acquire", "evaluate"))) == 4
    assert len(study.to_model(1)) == 8
    assert study.model_data(1).groups == 8
    aside = set_aside(study)
    assert (len(aside.runs), len(aside.sessions), aside.groups, aside.data) == (6, 2, 8, 4)
    assert "2 sessions are set aside" in " ".join(set_aside_in_words(aside))
    entry = study.log()[-1]
    assert (entry.kind, entry.details["step"]) == (
        LogKind.WENT_BACK, "optimize",
    )  # fmt: skip
    assert is_whole(study.log())
    told = audit_in_words(audit(study))
    assert any("went back to OPTIMIZE of iteration 1" in line for line in told)
    assert check_whole(study) == []


def test_a_study_that_went_back_goes_on_to_its_end(study: Study) -> None:
    evaluated(study)
    old = set(study.mechanisms.trained_tables())
    back(study, Step.OPTIMIZE, 1)
    take(study, Step.MODEL)
    model = study.result(Step.MODEL, 1, ModelResult)
    assert model.groups == 8
    job = study.store.learned.runs(Step.MODEL)[-1].job
    assert isinstance(job, ModelJob)
    assert len(job.set_aside) == 4
    assert study.status().news is None
    take(study, Step.OPTIMIZE, anew=Anew(new_seed=True))
    assert study.mechanisms.trained_names() == ("theta_0", "theta_1.2")
    take(study, Step.CONVERGENCE)
    now = study.status()
    assert (now.step, now.groups, now.groups_missing) == (Step.ACQUIRE, 0, 4)
    take(study, *ITERATION)
    newest = study.store.learned.runs(Step.MODEL)[-1].job
    assert isinstance(newest, ModelJob)
    assert (len(newest.data), len(newest.set_aside)) == (12, 4)
    assert not old.intersection(study.mechanisms.trained_tables()[1:])
    play_simulated(study, "evaluate", 4)
    take(study, Step.EVALUATE)
    (result,) = study.evaluations()
    assert (result.mechanism, result.groups) == ("theta_2.2", 4)
    assert study.status().step is Step.DONE
    assert check_whole(study) == []


def test_data_said_to_be_unusable_are_used_by_nothing(study: Study) -> None:
    take(study, *ITERATION)
    play_simulated(study, "acquire", 4)
    take(study, Step.MODEL)
    back(study, Step.OPTIMIZE, 1, keep_data=False)
    assert study.status().news is None
    assert len(study.to_model()) == 4
    assert {count.exclusion for _, count in study.group_counts()} == {None, Exclusion.SET_ASIDE}
    assert set_aside(study).data == 0


def test_going_back_to_model_keeps_the_groups_of_its_iteration(study: Study) -> None:
    take(study, *ITERATION)
    back(study, Step.MODEL)
    now = study.status()
    assert (now.iteration, now.step, study.facts().acquired[1]) == (1, Step.MODEL, 4)
    play_simulated(study, "acquire", 2)  # more groups, before the next mechanism is met
    take(study, Step.MODEL)
    assert study.result(Step.MODEL, 1, ModelResult).groups == 6


def test_more_groups_before_the_next_mechanism_is_met(study: Study) -> None:
    take(study, Step.ACQUIRE)
    play_simulated(study, "acquire", 1)
    take(study, Step.MODEL)
    play_simulated(study, "acquire", 1)
    take(study, Step.OPTIMIZE)
    with pytest.raises(OperatorError, match="study back STUDY --to optimize"):
        study.plan_session("acquire", 1)
    back(study, Step.OPTIMIZE)
    play_simulated(study, "acquire", 1)
    take(study, Step.MODEL)
    assert study.result(Step.MODEL, 1, ModelResult).groups == 7


def test_going_back_from_the_end_to_a_new_comparison(study: Study) -> None:
    take(study, *ITERATION, *ITERATION)
    preregister(study)
    play_simulated(study, "evaluate", 4)
    take(study, Step.EVALUATE)
    assert goals(study)[0] == Goal(Step.EVALUATE, 2)
    way = plan_way_back(study, goals(study)[0])
    assert way.registration is not None
    assert way.mechanisms == ()
    assert "What 4 groups" not in " ".join(way_back_in_words(way, keep_data=False).sentences)
    go_back(study, way, "a kiosk showed the wrong coins")
    assert study.status().step is Step.EVALUATE
    assert study.hides_votes
    assert registration(study) is None
    told = audit_in_words(audit(study))
    assert told[0].startswith("No plan of the comparison is frozen now: the one that was frozen")
    assert any(": the plan of the comparison was frozen." in line for line in told)
    (back_then,) = [line for line in told if ": the study went back to" in line]
    assert "“a kiosk showed the wrong coins”. Set aside: " in back_then
    assert "The plan of the comparison that was frozen before was set aside, too." in back_then
    again = preregister(study)
    then = audit_in_words(audit(study))
    assert then[0].startswith("The plan of the comparison was frozen on ")
    assert any(": the plan of the comparison was frozen." in line for line in then)
    assert again.played == 0
    found = audit(study)
    assert [each.kind for each in found.deviations] == [DeviationKind.SET_ASIDE]
    assert "4 groups that had played a comparison were set aside" in " ".join(audit_in_words(found))
    assert study.model_data(2).groups == 8, "votes of a comparison never become data for MODEL"
    assert study.contrasts()[0].played == 0
    play_simulated(study, "evaluate", 4)
    take(study, Step.EVALUATE)
    assert [each.groups for each in study.evaluations()] == [4]


def test_contrasts_with_what_is_set_aside_leave_the_plan(study: Study) -> None:
    take(study, *ITERATION)
    plan_contrast(study, "theta_1", "strict_egalitarian", 4)
    plan_contrast(study, "newest", "libertarian", 4)
    way = plan_way_back(study, find_goal(study, Step.OPTIMIZE, None))
    assert [plan.mechanism for plan in way.contrasts] == ["theta_1"]
    go_back(study, way, "why not")
    assert [plan.mechanism for plan in study.planned_contrasts()] == ["newest"]


def test_going_back_is_refused_with_a_reason(study: Study) -> None:
    with pytest.raises(OperatorError, match="has not taken any step yet that it could go back"):
        find_goal(study, Step.OPTIMIZE, None)
    take(study, *ITERATION[:3])
    with pytest.raises(UsageError, match=r"MODEL of iteration 2, which .*: optimize 1, model 1"):
        find_goal(study, Step.MODEL, 2)
    way = plan_way_back(study, find_goal(study, Step.MODEL, None))
    with pytest.raises(UsageError, match="Give the reason"):
        go_back(study, way, "  ")
    take(study, Step.CONVERGENCE)
    with pytest.raises(OperatorError, match="has changed meanwhile"):
        go_back(study, way, "too late")
    assert not set_aside(study)


def test_a_mark_that_is_lost_is_found(study: Study) -> None:
    take(study, *ITERATION)
    play_simulated(study, "acquire", 1)
    back(study, Step.OPTIMIZE)
    database = study.store._database.sqlite.conn
    database.execute("UPDATE run SET set_aside_utc = '' WHERE kind = 'optimize'")
    told = " ".join(map(str, check_whole(study)))
    assert "training step number 3 was set aside by the study's log, and is not marked so" in told


def test_what_is_set_aside_is_derived_from_the_log_of_the_session(study: Study) -> None:
    take(study, *ITERATION)
    play_simulated(study, "acquire", 2)
    back(study, Step.CONVERGENCE)
    before = study.store.tables.groups(), study.store.tables.tally()
    study.store.tables_from_log.rebuild()
    assert (study.store.tables.groups(), study.store.tables.tally()) == before
    with Store.read(study.store.folder.path) as store:
        assert set_aside(Study(store)).groups == 2
