from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from step_results import MODELLED, OPTIMIZED
from studies import WHEN
from told_studies import CONVERGED, Told, add_result, evaluation
from told_studies import Bookshelf as Shelf

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.mechanisms import NEWEST, NEWEST_RULE
from hcmd_lab.game.session import replay
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.game.simulation import SimulatedSession
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.requests import EvaluateJob
from hcmd_lab.learning.evaluation import evaluate
from hcmd_lab.storage.codec import encode
from hcmd_lab.storage.store import Store
from hcmd_lab.study import steps
from hcmd_lab.study.adding import add_family_member
from hcmd_lab.study.arena import drop_contrast, plan_contrast
from hcmd_lab.study.audit import audit
from hcmd_lab.study.contrasts import CONTRASTS_FACT
from hcmd_lab.study.library import library
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step, StudyStanding
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LogKind, is_whole
from hcmd_lab.study.summary import summarise
from hcmd_lab.telling.audit import audit_in_words

TRAINED = {Step.MODEL: MODELLED, Step.OPTIMIZE: OPTIMIZED, Step.CONVERGENCE: CONVERGED}


def opened(shelf: Shelf, case: Told) -> Iterator[Study]:
    with Store.open(shelf.study(case)) as store:
        yield Study(store)


@pytest.fixture
def study(shelf: Shelf) -> Iterator[Study]:
    """Training has ended; nobody has compared anything."""
    yield from opened(shelf, Told("stops", TRAINED, simulated=True))


@pytest.fixture
def acquiring(shelf: Shelf) -> Iterator[Study]:
    yield from opened(shelf, Told("acquiring", acquired=False, simulated=True))


@pytest.fixture
def compared(shelf: Shelf) -> Iterator[Study]:
    """The contrast of the settings has been played and evaluated."""
    results = TRAINED | {Step.EVALUATE: evaluation(3, 3, 3, 3)}
    yield from opened(shelf, Told("done", results, simulated=True, evaluated=True))


def result_of(study: Study, mechanism: str, other: str) -> EvaluateResult:
    """A result of a contrast, stored as if it had been computed."""
    result = msgspec.structs.replace(evaluation(3, 3, 3, 3), mechanism=mechanism, baseline=other)
    add_result(study.store, Step.EVALUATE, result)
    return result


def sides(study: Study) -> list[tuple[str, str]]:
    return [(each.mechanism, each.other) for each in study.contrasts()]


THREE = [(NEWEST, "liberal_egalitarian"), (NEWEST_RULE, "liberal_egalitarian"),
         (NEWEST, NEWEST_RULE)]  # fmt: skip


def plan_three(study: Study, groups: int = 4) -> None:
    for mechanism, other in THREE:
        plan_contrast(study, mechanism, other, groups)


def test_without_a_plan_there_is_the_contrast_of_the_settings(study: Study) -> None:
    (found,) = study.contrasts()
    assert (found.mechanism, found.other) == ("theta_1", "liberal_egalitarian")
    assert (found.target, found.played, found.result) == (4, 0, None)
    assert study.status().sentence.template.startswith("Training ended")


def test_the_first_planned_contrast_takes_its_place(study: Study) -> None:
    add_family_member(study, 0.3, 0.7, "third way")
    planned = plan_contrast(study, "third way", "libertarian", 6)
    assert (planned.number, planned.target, planned.by != "") == (1, 6, True)
    assert sides(study) == [("third way", "libertarian")]
    assert study.status().groups_missing == 6
    assert "third way with libertarian" in str(study.status().sentence)


def test_a_contrast_of_the_settings_that_was_played_stays(compared: Study) -> None:
    before = compared.contrasts()[0]
    assert compared.status().standing is StudyStanding.COMPLETE
    plan_contrast(compared, NEWEST, "libertarian", 4)
    first, second = compared.contrasts()
    assert (first.mechanism, first.other, first.target, first.played, first.result) == (
        before.mechanism, before.other, before.target, before.played, before.result,
    )  # fmt: skip
    assert (second.mechanism, second.other, second.played) == ("theta_1", "libertarian", 0)
    assert compared.status().standing is StudyStanding.COMPARING
    assert compared.status().groups_missing == 4


def test_what_stands_for_the_newest_is_settled_when_training_has_ended(
    acquiring: Study, study: Study
) -> None:
    for each in (acquiring, study):
        plan_three(each)
    assert sides(acquiring) == THREE
    assert sides(study) == [
        ("theta_1", "liberal_egalitarian"),
        ("rule_of_theta_1", "liberal_egalitarian"),
        ("theta_1", "rule_of_theta_1"),
    ]


@pytest.mark.parametrize(
    ("mechanism", "other", "groups", "words"),
    [
        ("nobody", "libertarian", 4, "There is no mechanism nobody"),
        ("libertarian", "libertarian", 4, "two different mechanisms"),
        (NEWEST, "theta_1", 4, "two different mechanisms"),
        ("libertarian", NEWEST, 3, "needs 4 to"),
        ("liberal_egalitarian", "theta_1", 4, "planned already, for 4 groups"),
    ],
)
def test_what_cannot_be_planned_is_told(
    study: Study, mechanism: str, other: str, groups: int, words: str
) -> None:
    plan_contrast(study, NEWEST, "liberal_egalitarian", 4)
    with pytest.raises(UsageError, match=words):
        plan_contrast(study, mechanism, other, groups)
    assert len(study.planned_contrasts()) == 1


def test_contrasts_are_played_side_by_side_and_evaluated_one_by_one(study: Study) -> None:
    plan_three(study)
    now = study.status()
    assert (now.step, now.groups_missing) == (Step.EVALUATE, 12)
    assert "0 of 12 groups played in 3 contrasts" in str(now.sentence)
    play_simulated(study, "evaluate", 6)
    assert [each.played for each in study.contrasts()] == [2, 2, 2]
    play_simulated(study, "evaluate", 6)
    assert [each.played for each in study.contrasts()] == [4, 4, 4]
    assert study.status().standing is StudyStanding.COMPARED
    for number, (mechanism, other) in enumerate(sides(study), start=1):
        prepared = steps.prepare(study, Step.EVALUATE)
        assert isinstance(prepared.job, EvaluateJob)
        assert (prepared.job.mechanism, prepared.job.baseline) == (mechanism, other)
        study.keep(
            prepared,
            msgspec.structs.replace(evaluation(3, 3, 3, 3), mechanism=mechanism, baseline=other),
        )
        assert len(study.evaluations()) == number
    assert study.status().standing is StudyStanding.COMPLETE
    assert [each.mechanism for each in summarise(study, timings=False).evaluations] == [
        "theta_1", "rule_of_theta_1", "theta_1",
    ]  # fmt: skip


def test_each_contrast_is_balanced_over_orders_and_conditions(study: Study) -> None:
    plan_three(study, 10)
    plan, tables = study.plan_session("evaluate", 30, GAME_ALONE)
    assert {table.name for table in tables.values()} == {
        "theta_1", "rule_of_theta_1", "liberal_egalitarian",
    }  # fmt: skip
    by_contrast = Counter(frozenset(group.mechanisms) for group in plan.groups)
    assert set(by_contrast.values()) == {10}
    cells = Counter((group.mechanisms, group.tail_endowment) for group in plan.groups)
    assert set(cells.values()) == {1}  # 3 contrasts, 2 orders, 5 conditions
    assert len(cells) == 30


def test_one_contrast_can_be_chosen_for_a_session(study: Study) -> None:
    plan_three(study)
    plan, tables = study.plan_session("evaluate", 4, GAME_ALONE, contrast=2)
    names = {sha256: table.name for sha256, table in tables.items()}
    assert {names[each] for group in plan.groups for each in group.mechanisms} == {
        "rule_of_theta_1", "liberal_egalitarian",
    }  # fmt: skip
    with pytest.raises(UsageError, match="There is no contrast 4; the study has 3 contrasts"):
        study.plan_session("evaluate", 4, GAME_ALONE, contrast=4)


def test_conditions_and_mechanisms_are_foretold(study: Study) -> None:
    plan_three(study)
    foretold = study.conditions("evaluate", 7), study.pairs_for("evaluate")
    made = len(library(study))
    assert "rule_of_theta_1" in study.mechanisms.names(), "stored when its contrast was planned"
    assert len(library(study)) == made
    plan, tables = study.plan_session("evaluate", 7, GAME_ALONE)
    assert tuple(group.tail_endowment for group in plan.groups) == foretold[0]
    names = {sha256: table.name for sha256, table in tables.items()}
    assert {frozenset(pair) for pair in foretold[1]} == {
        frozenset(names[each] for each in group.mechanisms) for group in plan.groups
    }


def test_a_contrast_is_evaluated_while_others_still_play(study: Study) -> None:
    plan_three(study)
    session = SimulatedSession(*study.plan_session("evaluate", 5, GAME_ALONE, contrast=2))
    study.store.log.append(session.code, session.play(), WHEN)
    now = study.status()
    assert (now.standing, now.groups_missing) == (StudyStanding.COMPARED, 0)
    assert "the rule of θ₁ with liberal egalitarian have played" in str(now.sentence)
    assert study.groups_wanted == 8
    result_of(study, "rule_of_theta_1", "liberal_egalitarian")
    now = study.status()
    assert (now.standing, now.groups_missing) == (StudyStanding.COMPARING, 8)
    # Groups go to the others from now on.
    assert {frozenset(pair) for pair in study.pairs_for("evaluate")} == {
        frozenset({"theta_1", "liberal_egalitarian"}), frozenset({"theta_1", "rule_of_theta_1"}),
    }  # fmt: skip


def test_one_more_group_of_a_session_is_of_a_contrast_that_it_plays(study: Study) -> None:
    plan_three(study)
    session = SimulatedSession(*study.plan_session("evaluate", 5, GAME_ALONE))
    events = list(session.play())
    study.store.log.append(session.code, events, WHEN)
    state = replay(events)
    drawn = study.another_group(state)
    played = Counter(frozenset(group.mechanisms) for group in state.plan.groups)
    assert played[frozenset(drawn.mechanisms)] == 1, "the contrast with the fewest groups"


def test_a_contrast_that_nobody_has_begun_can_be_dropped(study: Study) -> None:
    plan_three(study)
    play_simulated(study, "evaluate", 1)
    (begun,) = [each.number for each in study.contrasts() if each.played]
    with pytest.raises(OperatorError, match="stays in the plan") as refused:
        drop_contrast(study, begun)
    assert refused.value.exit_code == 1, "the command was no mistake"
    other = next(each for each in study.contrasts() if not each.played)
    drop_contrast(study, other.number)
    assert len(study.contrasts()) == 2
    with pytest.raises(UsageError, match="There is no contrast 3"):
        drop_contrast(study, 3)


def test_the_newest_rule_is_in_the_library_before_anybody_plays_it(shelf: Shelf) -> None:
    results = {Step.MODEL: MODELLED, Step.OPTIMIZE: OPTIMIZED}
    for study in opened(shelf, Told("optimized", results, simulated=True)):
        plan_contrast(study, NEWEST_RULE, "libertarian", 4)
        assert "rule_of_theta_1" not in study.mechanisms.names()
        prepared = steps.prepare(study, Step.CONVERGENCE)
        study.keep(prepared, CONVERGED)
        assert study.status().step is Step.EVALUATE
        assert "rule_of_theta_1" in study.mechanisms.names()


def test_planning_and_dropping_are_logged_with_who_and_when(study: Study) -> None:
    plan_contrast(study, "libertarian", "liberal_egalitarian", 4)
    plan_contrast(study, NEWEST, "liberal_egalitarian", 5)
    drop_contrast(study, 1)
    with pytest.raises(UsageError):
        plan_contrast(study, "nobody", "libertarian", 4)
    entries = study.log()
    assert is_whole(entries)
    assert [(each.kind, each.details["mechanism"]) for each in entries] == [
        (LogKind.CONTRAST_PLANNED, "libertarian"),
        (LogKind.CONTRAST_PLANNED, NEWEST),
        (LogKind.CONTRAST_DROPPED, "libertarian"),
    ]
    assert [each.details.get("replaces") for each in entries[:2]] == ["liberal_egalitarian", None]
    assert all(each.utc and each.by for each in entries)
    first, second, dropped = audit_in_words(audit(study))[2:5]
    assert first.endswith(
        "the contrast of libertarian with liberal egalitarian was planned, for 4 groups. It takes "
        "the place of the comparison of the newest mechanism with liberal egalitarian, which the "
        "settings plan."
    )
    assert second.endswith(
        "the contrast of the newest mechanism with liberal egalitarian was planned, for 5 groups."
    )
    assert dropped.endswith("was dropped; no group had begun it.")


def test_the_contrast_of_the_settings_takes_no_other_ones_place(study: Study) -> None:
    plan_contrast(study, NEWEST, "liberal_egalitarian", 5)
    (entry,) = study.log()
    assert entry.details["replaces"] is None


def test_without_a_plan_there_is_none_to_drop(study: Study) -> None:
    with pytest.raises(UsageError, match="No contrast is planned"):
        drop_contrast(study, 1)


def test_a_plan_that_cannot_be_read_is_told(study: Study) -> None:
    study.store.facts.set(CONTRASTS_FACT, [{"mechanism": 1}])
    with pytest.raises(OperatorError, match="planned contrasts cannot be read"):
        study.contrasts()


def test_evaluation_is_refused_while_no_contrast_has_its_groups(study: Study) -> None:
    plan_three(study)
    with pytest.raises(OperatorError, match="EVALUATE is not possible now"):
        steps.prepare(study, Step.EVALUATE)


def test_groups_of_another_contrast_do_not_enter_an_evaluation(
    study: Study, tmp_path: Path
) -> None:
    plan_three(study)
    play_simulated(study, "evaluate", 12)
    prepared = steps.prepare(study, Step.EVALUATE)
    assert isinstance(prepared.job, EvaluateJob)
    *_, result = evaluate(prepared.job, prepared.folder, tmp_path, lambda: False)
    assert isinstance(result, EvaluateResult)
    assert (result.groups, result.mechanism, result.baseline) == (
        4, "theta_1", "liberal_egalitarian",
    )  # fmt: skip


def test_names_of_mechanisms_never_enter_a_session(study: Study) -> None:
    add_family_member(study, 0.3, 0.7, "third way")
    plan_contrast(study, "third way", "libertarian", 4)
    session = SimulatedSession(*study.plan_session("evaluate", 4, GAME_ALONE))
    # All that a station is sent follows from the session's events.
    told = " ".join(encode(event)[1] for event in session.play())
    assert study.mechanisms.table("third way").sha256 in told
    assert "third" not in told
    assert "libertarian" not in told
