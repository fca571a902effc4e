"""A plan is frozen once, by its hash; every departure from it is found again."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from studies import playable_study
from told_studies import BEFORE_EVALUATE, GROUPS, PREFERRED, Bookshelf, Told, add_result, evaluation

from hcmd_lab.errors import OperatorError
from hcmd_lab.jobs.requests import InitialiseJob
from hcmd_lab.storage.store import Store
from hcmd_lab.study.arena import drop_contrast, plan_contrast, set_groups
from hcmd_lab.study.audit import audit
from hcmd_lab.study.deviations import DeviationKind, deviations
from hcmd_lab.study.making import make_study
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.registration import plan_now, preregister, registration
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LOG_FACT
from hcmd_lab.telling.audit import audit_in_words
from hcmd_lab.telling.registration import as_predicted, osf, registration_text
from hcmd_lab.timestamps import utc_now
from hcmd_lab.vote_plan import Looks, VotePlan


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with Store.open(playable_study(tmp_path / "study", 4)) as store:
        yield Study(store)


def set_settings(study: Study, **changes: object) -> None:
    study.settings = dataclasses.replace(study.settings, **changes)


def kinds(study: Study) -> list[DeviationKind]:
    frozen = registration(study)
    assert frozen is not None
    return [each.kind for each in deviations(study, frozen)]


def test_a_plan_is_frozen_once(study: Study) -> None:
    assert registration(study) is None
    frozen = preregister(study)
    assert registration(study) == frozen
    assert frozen.plan == plan_now(study)
    assert frozen.is_unchanged
    assert kinds(study) == []
    with pytest.raises(OperatorError, match="registered already"):
        preregister(study)


def test_the_hash_depends_on_every_value(study: Study) -> None:
    plan = plan_now(study)
    other = msgspec.structs.replace(plan, groups=plan.groups + 1)
    assert plan.sha256 != other.sha256
    assert plan.sha256 == plan_now(study).sha256


def test_a_changed_setting_is_a_deviation(study: Study) -> None:
    planned = preregister(study).plan.groups
    set_settings(study, evaluation_groups=planned + 5)
    frozen = registration(study)
    assert frozen is not None
    (found,) = deviations(study, frozen)
    assert (found.kind, found.name) == (DeviationKind.CHANGED, "groups")
    assert (found.planned, found.found) == (planned, planned + 5)
    said = audit_in_words(audit(study))
    assert f"groups was planned as {planned} and is {planned + 5} now." in said


def test_every_contrast_that_departs_from_the_plan_is_told(study: Study) -> None:
    plan_contrast(study, "libertarian", "liberal_egalitarian", 5)
    plan_contrast(study, "libertarian", "strict_egalitarian", 6)
    preregister(study)
    assert kinds(study) == []
    plan_contrast(study, "newest", "strict_egalitarian", 7)
    set_groups(study, 2, 9)
    drop_contrast(study, 1)
    assert kinds(study) == [
        DeviationKind.CONTRAST_DROPPED, DeviationKind.CONTRAST_GROUPS, DeviationKind.CONTRAST_ADDED,
    ]  # fmt: skip
    said = audit_in_words(audit(study))
    assert (
        "The contrast of libertarian with liberal egalitarian was in the plan and was dropped."
        in said
    )
    assert (
        "The contrast of libertarian with strict egalitarian was planned with 6 groups and has 9 "
        "groups now." in said
    )


def test_the_contrast_of_the_settings_is_in_the_plan(study: Study) -> None:
    groups = preregister(study).plan.groups
    plan_contrast(study, "newest", "liberal_egalitarian", groups)
    assert kinds(study) == []
    plan_contrast(study, "libertarian", "liberal_egalitarian", 5)
    assert kinds(study) == [DeviationKind.CONTRAST_ADDED]
    drop_contrast(study, 1)
    assert kinds(study) == [DeviationKind.CONTRAST_DROPPED, DeviationKind.CONTRAST_ADDED]
    drop_contrast(study, 1)
    assert kinds(study) == [], "that of the settings holds again"


def count_votes(study: Study) -> None:
    """Store a result of EVALUATE as if it had been computed now."""
    job, now = InitialiseJob(seed=1, game=study.game), utc_now()
    study.store.learned.add_run("evaluate", 1, job, evaluation(3, 3, 3, 3), now, now)


def test_a_contrast_planned_after_votes_were_counted_is_told(shelf: Bookshelf) -> None:
    case = Told("comparing", BEFORE_EVALUATE, evaluated=True, changes={"evaluation_groups": GROUPS})
    with Store.open(shelf.study(case)) as store:
        study = Study(store)
        preregister(study)
        plan_contrast(study, "libertarian", "liberal_egalitarian", 5)
        count_votes(study)
        plan_contrast(study, "libertarian", "strict_egalitarian", 6)
        early, late = study.contrasts()[1:]
        assert (early.counted_before, late.counted_before) == (0, 1)
        frozen = registration(study)
        assert frozen is not None
        added = [each for each in deviations(study, frozen) if each.contrast is not None]
        assert [(each.kind, each.counted) for each in added] == [
            (DeviationKind.CONTRAST_ADDED, 0), (DeviationKind.CONTRAST_ADDED, 1),
        ]  # fmt: skip
        said = audit_in_words(audit(study))
        drop_contrast(study, 3)
        then = audit_in_words(audit(study))
    words = "planned after the votes of 1 other contrast had been counted."
    assert any(words in line and "strict egalitarian was not in the plan" in line for line in said)
    (logged,) = [line for line in said if words in line and ": the contrast of" in line]
    assert logged in then, "what was dropped stays in the log"
    assert any("with strict egalitarian was dropped; no group had begun it." in x for x in then)


def test_what_the_log_has_no_entry_of_is_told_too(shelf: Bookshelf) -> None:
    case = Told("comparing", BEFORE_EVALUATE, evaluated=True, changes={"evaluation_groups": GROUPS})
    with Store.open(shelf.study(case)) as store:
        study = Study(store)
        plan_contrast(study, "libertarian", "liberal_egalitarian", 5)
        add_result(store, Step.EVALUATE, evaluation(3, 3, 3, 3))
        store.facts.set(LOG_FACT, [])  # as an earlier version left it
        said = " ".join(audit_in_words(audit(study)))
    assert "the contrast of libertarian with liberal egalitarian was planned, for 5 groups." in said
    assert (
        "The votes of 4 groups between θ₁ and liberal egalitarian were counted in another" in said
    )
    assert "The votes have not been counted." not in said


def test_an_altered_log_is_seen(study: Study) -> None:
    preregister(study)
    (entry,) = study.store.facts.get(LOG_FACT)
    entry["details"]["plan"]["groups"] = 999
    study.store.facts.set(LOG_FACT, [entry])
    assert DeviationKind.ALTERED in kinds(study)


def test_a_late_registration_and_other_ways_of_counting_are_deviations(shelf: Bookshelf) -> None:
    case = Told("comparing", BEFORE_EVALUATE, evaluated=True, changes={"evaluation_groups": GROUPS})
    with Store.open(shelf.study(case)) as store:
        study = Study(store)
        preregister(study)
        assert kinds(study) == [DeviationKind.LATE]
        other = msgspec.structs.replace(
            PREFERRED, plan=VotePlan(looks=Looks.SEQUENTIAL), baseline="libertarian"
        )
        add_result(store, Step.EVALUATE, other)
        assert set(kinds(study)) == {
            DeviationKind.LATE, DeviationKind.JUDGED, DeviationKind.BASELINE,
            DeviationKind.COUNTED,
        }  # fmt: skip
        said = " ".join(audit_in_words(audit(study)))
    assert "The plan was frozen after 4 groups of the comparison had played." in said
    assert "were judged by betting test over groups" in said
    assert "compared with liberal egalitarian, and was compared with libertarian." in said
    assert (
        f"{GROUPS} groups were planned, and the votes of {PREFERRED.groups} were counted." in said
    )


def test_counted_votes_cannot_be_registered_any_more(shelf: Bookshelf) -> None:
    with Store.open(shelf.study(Told("told", BEFORE_EVALUATE, evaluated=True))) as store:
        add_result(store, Step.EVALUATE, PREFERRED)
        with pytest.raises(OperatorError, match="have been counted"):
            preregister(Study(store))


def test_every_question_is_answered_from_the_settings(study: Study) -> None:
    plan = plan_now(study)
    for answers in (osf(plan), as_predicted(plan)):
        assert all(question and answer for question, answer in answers)
    text = " ".join(registration_text(plan))
    assert "against liberal egalitarian, is not one half (two-sided)" in text
    assert "15 groups of 4, 60 participants in all." in text
    assert "every vote counts alike, adjusted for the order" in text
    assert "The votes are counted once" in text
    assert "no program played in it" in text
    set_settings(study, looks=Looks.SEQUENTIAL)
    text = " ".join(registration_text(plan_now(study)))
    assert "each look is logged" in text
    assert "every group counts alike" in text


@pytest.mark.parametrize("tails", [(4,), (2,), (2, 4)])
def test_what_everyone_has_is_said_to_be_coins(study: Study, tails: tuple[int, ...]) -> None:
    plan = msgspec.structs.replace(plan_now(study), head_endowment=4, tail_endowments=tails)
    said = " ".join(answer for _, answer in osf(plan))
    assert "4 coins a round" in said


@pytest.mark.parametrize("is_adjusted", [True, False])
def test_votes_of_training_enter_the_comparison_only_where_the_order_is_taken_out(
    study: Study, is_adjusted: bool
) -> None:
    set_settings(study, order_adjusted=is_adjusted)
    for sections in (osf(plan_now(study)), as_predicted(plan_now(study))):
        told = " ".join(answer for _, answer in sections)
        assert ("their votes do not enter the comparison." in told) == (not is_adjusted)
        assert ("played one mechanism twice help to estimate" in told) == is_adjusted


def test_an_audit_of_a_study_without_anything(study: Study) -> None:
    assert audit_in_words(audit(study)) == [
        "The comparison was not registered.",
        "The votes have not been counted.",
        "No limit was passed over.",
        "The sessions’ logs tell of no alarm.",
        "The study’s log is whole.",
        "Settings, training steps and notes are as HCMD Lab stored them last.",
    ]


def test_the_page_shows_the_registration_of_a_quick_study(tmp_path: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "registration.md").read_text("utf-8")
    settings = make_settings("quick", {"seed": 1})
    with make_study(tmp_path / "study", settings) as store:
        frozen = preregister(Study(store))
    _, shown, _ = page.split("```")
    first, _, *text = shown.strip().split("\n")
    assert text == "\n".join(registration_text(frozen.plan)).split("\n")
    assert first.endswith(frozen.sha256)
