"""Votes are counted once, or whenever one likes if that was planned; looks are logged."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from told_studies import BEFORE_EVALUATE, GROUPS, Bookshelf, Told, add_result

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.jobs.evaluated import EvaluateResult, Preferred
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.report import Report
from hcmd_lab.jobs.requests import EvaluateJob, Job
from hcmd_lab.learning.evaluation import evaluate
from hcmd_lab.storage.store import Store
from hcmd_lab.study.arena import plan_contrast
from hcmd_lab.study.audit import audit
from hcmd_lab.study.status import Step, StudyStanding
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LogKind
from hcmd_lab.telling.audit import audit_in_words
from hcmd_lab.vote_plan import Looks


def count(
    job: Job, folder: Path, checkpoints: Path, should_stop: Callable[[], bool]
) -> Iterator[Report]:
    """Count the votes in this process."""
    assert isinstance(job, EvaluateJob)
    yield from evaluate(job, folder, checkpoints, should_stop)


def comparing(shelf: Bookshelf, looks: Looks, target: int) -> Path:
    """A study in which four groups have compared the mechanism with the baseline."""
    changes: dict[str, object] = {"looks": looks, "evaluation_groups": target}
    return shelf.study(Told("comparing", BEFORE_EVALUATE, True, evaluated=True, changes=changes))


@pytest.fixture
def sequential(shelf: Bookshelf) -> Iterator[Study]:
    with Store.open(comparing(shelf, Looks.SEQUENTIAL, 2 * GROUPS)) as store:
        yield Study(store, count)


def test_a_fixed_plan_counts_no_votes_before_all_groups_have_played(shelf: Bookshelf) -> None:
    with Store.open(comparing(shelf, Looks.FIXED, 2 * GROUPS)) as store:
        study = Study(store, count)
        assert not study.may_look
        assert study.hides_votes
        with pytest.raises(OperatorError, match="EVALUATE is not possible now"):
            study.require(Step.EVALUATE)
        with pytest.raises(OperatorError, match="only if the study’s setting looks is sequential"):
            study.add_evaluation_groups(4)


def test_a_look_is_logged_and_ends_nothing(sequential: Study) -> None:
    assert sequential.may_look
    assert sequential.uncounted_groups == GROUPS
    assert "or EVALUATE to look at the votes" in str(sequential.status().sentence)
    *_, result = sequential.perform(Step.EVALUATE)
    assert isinstance(result, EvaluateResult)
    assert result.plan is not None
    assert result.plan.looks is Looks.SEQUENTIAL
    assert result.preferred is Preferred.UNDECIDED  # four groups cannot decide
    (look,) = sequential.log()
    assert look.kind is LogKind.LOOKED
    assert (look.details["played"], look.details["planned"]) == (GROUPS, 2 * GROUPS)
    now = sequential.status()
    assert (now.standing, now.groups_missing) == (StudyStanding.COMPARING, GROUPS)
    assert not sequential.may_look
    assert sequential.hides_votes
    assert sequential.uncounted_groups == 0, "the look has counted them"
    assert str(now.sentence).endswith("liberal egalitarian so far; run a session.")
    with pytest.raises(OperatorError, match="EVALUATE is not possible now"):
        sequential.require(Step.EVALUATE)


def test_the_newest_look_is_the_result(sequential: Study) -> None:
    for groups in (3, 4):
        result = EvaluateResult(
            mechanism="theta_1", baseline="liberal_egalitarian", groups=groups, votes=4 * groups,
            share=Interval(estimate=0.5, low=0.1, high=0.9), by_tail_endowment={}, p_value=1.0,
            within_group_correlation=0.0, power=0.0, smallest_effect=1.0, contributions={},
            surplus={},
        )  # fmt: skip
        job = EvaluateJob(seed=1, mechanism="", baseline="", game=sequential.game)
        sequential.store.learned.add_run("evaluate", 1, job, result, "", "")
    found = sequential.find_result(Step.EVALUATE, 1, EvaluateResult)
    assert found is not None
    assert found.groups == 4


def test_all_planned_groups_end_a_sequential_study_until_more_are_added(shelf: Bookshelf) -> None:
    with Store.open(comparing(shelf, Looks.SEQUENTIAL, GROUPS)) as store:
        study = Study(store, count)
        list(study.perform(Step.EVALUATE))
        assert study.status().step is Step.DONE
        study.add_evaluation_groups(3)
        now = study.status()
        assert (now.step, now.groups_missing) == (Step.EVALUATE, 3)
        added = study.log()[-1]
        assert added.kind is LogKind.GROUPS_ADDED
        assert (added.details["added"], added.details["planned"]) == (3, GROUPS + 3)
        with pytest.raises(UsageError, match="at least 1"):
            study.add_evaluation_groups(0)


def test_the_order_is_taken_out_by_what_groups_of_acquire_did(sequential: Study) -> None:
    *_, result = sequential.perform(Step.EVALUATE)
    assert isinstance(result, EvaluateResult)
    assert result.second_stage is not None
    assert result.second_stage.twice_groups == GROUPS
    assert result.second_stage.compared_groups == GROUPS


def contrasting(shelf: Bookshelf) -> Path:
    """The study of `sequential` with a plan of two contrasts."""
    folder = comparing(shelf, Looks.SEQUENTIAL, GROUPS)
    with Store.open(folder) as store:
        plan_contrast(Study(store), "newest", "libertarian", 6)
    return folder


def test_a_contrast_gets_more_groups(shelf: Bookshelf) -> None:
    with Store.open(contrasting(shelf)) as store:
        study = Study(store, count)
        list(study.perform(Step.EVALUATE))
        with pytest.raises(UsageError, match=r"Say which contrast gets the groups.*: 1, 2"):
            study.add_evaluation_groups(3)
        with pytest.raises(UsageError, match="There is no contrast 3"):
            study.add_evaluation_groups(3, 3)
        study.add_evaluation_groups(3, 1)
        first, second = study.contrasts()
        assert (first.target, first.missing, second.target) == (GROUPS + 3, 3, 6)
        assert study.settings.evaluation_groups == GROUPS, "that of no contrast"
        added = study.log()[-1]
        assert (added.kind, added.details["planned"]) == (LogKind.GROUPS_ADDED, GROUPS + 3)
        assert (added.details["mechanism"], added.details["baseline"]) == (
            "theta_1", "liberal_egalitarian",
        )  # fmt: skip
        said = audit_in_words(audit(study))
        assert any("added to the contrast of θ₁ with liberal egalitarian" in line for line in said)


def test_a_decided_contrast_gets_no_more_groups(shelf: Bookshelf) -> None:
    with Store.open(contrasting(shelf)) as store:
        study = Study(store, count)
        *_, result = study.perform(Step.EVALUATE)
        decided = msgspec.structs.replace(result, p_value=0.01)
        assert decided.preferred is not Preferred.UNDECIDED
        add_result(store, Step.EVALUATE, decided)
        with pytest.raises(OperatorError, match="the votes have not decided yet"):
            study.add_evaluation_groups(3, 1)
        study.add_evaluation_groups(3)  # the other one is the only one left
        assert study.contrasts()[1].target == 9
