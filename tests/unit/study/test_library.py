from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest
from step_results import store_turn
from studies import playable_study
from told_studies import play

from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.bundles.taking import add_from_bundle
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.export.mechanism_tables import write_mechanism
from hcmd_lab.game import events as ev
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import BASELINES, LIBERAL_EGALITARIAN, ClosedForm
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.simulation import SimulatedSession
from hcmd_lab.insight.explanation import explain
from hcmd_lab.insight.rule import Rule
from hcmd_lab.storage.store import Store
from hcmd_lab.study import adding, candidates
from hcmd_lab.study.arena import drop_contrast, plan_contrast
from hcmd_lab.study.library import MechanismKind, library, require_name
from hcmd_lab.study.registration import preregister
from hcmd_lab.study.study import Study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with Store.open(playable_study(tmp_path / "study", 4)) as store:
        yield Study(store)


def kinds(study: Study) -> dict[str, MechanismKind]:
    return {entry.name: entry.kind for entry in library(study)}


def test_a_new_study_has_its_first_mechanism_and_the_closed_forms(study: Study) -> None:
    expected = dict.fromkeys(BASELINES, MechanismKind.CLOSED_FORM)
    assert kinds(study) == {"theta_0": MechanismKind.TRAINED, **expected}


def test_a_member_of_the_family_divides_as_the_family_does(study: Study) -> None:
    entry = adding.add_family_member(study, 0.4, 0.8)
    assert (entry.name, entry.kind) == ("own 0.4 relative 0.8", MechanismKind.FAMILY)
    table = study.mechanisms.table(entry.name)
    expected = ClosedForm("", 0.4, 0.8).weights((10, 4, 4, 4), (7, 1, 0, 4))
    assert table.weights((10, 4, 4, 4), (7, 1, 0, 4)) == pytest.approx(expected, abs=1e-8)
    assert entry.added_by == entry.provenance["added_by"]
    assert entry.added_utc == entry.provenance["added_utc"] != ""


@pytest.mark.parametrize(("own", "relative"), [(1.5, 0.0), (0.5, -0.1)])
def test_a_weight_lies_between_0_and_1(study: Study, own: float, relative: float) -> None:
    with pytest.raises(UsageError, match="must lie between 0 and 1"):
        adding.add_family_member(study, own, relative)


def test_a_rule_is_the_one_that_the_explanation_tells(study: Study) -> None:
    play(study, "acquire")
    entry = adding.add_rule(study)
    assert (entry.name, entry.kind) == ("rule_of_theta_0", MechanismKind.RULE)
    policy = study.mechanisms.table("theta_0")
    told = explain(policy, study.played(("acquire",)), "libertarian")
    for found, kept in zip(told.conditions, entry.provenance["rules"], strict=True):
        rule = found.rule
        assert kept["tail_endowment"] == found.tail_endowment
        assert kept["fund_alike"] == pytest.approx(found.fidelity.fund)
        values = [kept[name] for name in Rule.__dataclass_fields__]
        assert Rule(*values) == rule
    table = study.mechanisms.table(entry.name)
    found = told.conditions[2]
    profile = (7, 1, 3, 6)
    read = table.weights(found.endowments, profile)
    expected = found.rule.shares(np.array(found.endowments), np.array([profile]))[0]
    assert read == pytest.approx(expected.tolist(), abs=1e-8)


def test_a_file_comes_into_the_library(study: Study, tmp_path: Path) -> None:
    path = tmp_path / "Für alle!.csv"
    write_mechanism(path, freeze(ClosedForm("any", 0.3, 0.3), study.game), each_once=True)
    entry = adding.add_file(study, path)
    assert (entry.name, entry.kind) == ("F_r alle", MechanismKind.FILE)
    assert entry.provenance["given"] + entry.provenance["completed"] == 28_105


def test_the_same_table_is_not_taken_twice(study: Study, tmp_path: Path) -> None:
    adding.add_family_member(study, 0.4, 0.8, "first")
    with pytest.raises(UsageError, match="already: first divides every fund alike"):
        adding.add_family_member(study, 0.4, 0.8, "second")
    with pytest.raises(UsageError, match="already: liberal_egalitarian divides"):
        adding.add_family_member(study, 1, 1)
    # Nor where only the last decimals of a file differ.
    path = tmp_path / "hand.csv"
    write_mechanism(path, freeze(LIBERAL_EGALITARIAN, study.game), each_once=True)
    with pytest.raises(UsageError, match="already: liberal_egalitarian divides"):
        adding.add_file(study, path)


@pytest.mark.parametrize(
    "name",
    [
        "theta_7",
        "theta_7_head_more",
        "newest",
        "newest_rule",
        "Libertarian",
        "libertarian",
        "theta_0",
    ],
)
def test_a_name_is_not_taken_twice(study: Study, name: str) -> None:
    with pytest.raises(UsageError, match="is taken"):
        adding.add_family_member(study, 0.4, 0.8, name)


@pytest.mark.parametrize("name", ["../x", "Größe", "x" * 65, "-x", "a/b", "x\n", "x "])
def test_a_name_fits_a_file(study: Study, name: str) -> None:
    with pytest.raises(UsageError, match="cannot be the name"):
        adding.add_family_member(study, 0.4, 0.8, name)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    folder = playable_study(tmp_path / "other", 4)
    with Store.open(folder) as store:
        adding.add_family_member(Study(store), 0.1, 0.9, "theirs")
    return folder


@pytest.mark.parametrize("from_bundle", [False, True])
def test_a_mechanism_of_another_study_comes_with_its_origin(
    study: Study, other: Path, tmp_path: Path, from_bundle: bool
) -> None:
    if from_bundle:
        path = tmp_path / "other.hcmd"
        with Store.read(other) as store:
            make_bundle(Study(store), path)
        entry = add_from_bundle(study, path, "theirs")
    else:
        entry = adding.add_from_study(study, other, "theirs")
    assert entry.kind is MechanismKind.STUDY
    assert entry.name == "theirs of Public Investment Game"
    found = entry.provenance
    assert (found["study"], found["name_there"]) == ("Public Investment Game", "theirs")
    assert found["simulated"] is True
    assert found["provenance_there"]["own_weight"] == 0.1
    with Store.read(other) as store:
        assert entry.sha256 == Study(store).mechanisms.table("theirs").sha256


def test_what_another_study_does_not_have_is_told(
    study: Study, other: Path, tmp_path: Path
) -> None:
    with pytest.raises(OperatorError, match="There is no mechanism ours"):
        adding.add_from_study(study, other, "ours")
    with Store.read(other) as store:
        make_bundle(Study(store), tmp_path / "other.hcmd")
    with pytest.raises(UsageError, match="has no mechanism ours; it has: theta_0, theirs"):
        add_from_bundle(study, tmp_path / "other.hcmd", "ours")
    # The newest is the same here and there.
    for take in (lambda: adding.add_from_study(study, other), lambda: add_from_bundle(
        study, tmp_path / "other.hcmd")):  # fmt: skip
        with pytest.raises(UsageError, match="already: theta_0"):
            take()


def test_a_mechanism_of_another_game_stays_there(study: Study) -> None:
    game = Game(rounds=10, head_endowment=10, tail_endowments=(2, 4), tails=3)
    table = freeze(ClosedForm("small", 0.2, 0.2), game)
    assert game != PAPER_GAME
    with pytest.raises(UsageError, match="made for a different game"):
        candidates.foreign(study, table, {}, "theirs", simulated=False)


def test_what_another_version_has_kept_is_in_the_library(study: Study) -> None:
    table = freeze(ClosedForm("strange", 0.2, 0.2), study.game)
    study.store.learned.add_mechanism(table, {"kind": "not known yet"})
    assert kinds(study)["strange"] is MechanismKind.OTHER


def test_what_nobody_uses_is_renamed_and_removed(study: Study) -> None:
    adding.add_family_member(study, 0.3, 0.8, "third way")
    assert adding.rename(study, "third way", "Third way").name == "Third way"
    with pytest.raises(UsageError, match="taken by a mechanism"):
        adding.rename(study, "Third way", "libertarian")
    with pytest.raises(UsageError, match="cannot be the name"):
        adding.rename(study, "Third way", "a/b")
    adding.remove(study, "Third way")
    assert "Third way" not in kinds(study)
    with pytest.raises(UsageError, match="There is no mechanism Third way; the study has: theta_0"):
        adding.remove(study, "Third way")


def test_what_somebody_relies_on_stays_with_its_name(study: Study) -> None:
    def stays(name: str, why: str) -> None:
        before = library(study)
        for change in (lambda: adding.remove(study, name), lambda: adding.rename(study, name, "x")):
            with pytest.raises(OperatorError, match=why):
                change()
        assert library(study) == before

    stays("theta_0", "belongs to the study itself")
    stays("libertarian", "belongs to the study itself")
    adding.add_family_member(study, 0.3, 0.8, "third way")
    adding.add_rule(study, "third way")
    stays("third way", "First remove the rule of third way, which describes third way")
    adding.remove(study, "rule_of_third way")
    plan_contrast(study, "third way", "libertarian", 4)
    stays("third way", "A contrast is planned with third way")
    preregister(study)
    drop_contrast(study, 1)
    stays("third way", "The registered plan names third way")


def before_evaluate(study: Study) -> Study:
    """The study after its only iteration, with a contrast of a mechanism of its library."""
    adding.add_family_member(study, 0.3, 0.8, "third way")
    store_turn(study.store)
    values = msgspec.to_builtins(replace(study.settings, groups=(4,), updates=(10,)))
    study.store.facts.set("settings", values)
    again = Study(study.store)
    plan_contrast(again, "third way", "libertarian", 4)
    return again


def test_a_mechanism_that_groups_have_met_stays(study: Study) -> None:
    again = before_evaluate(study)
    play(again, "evaluate")
    with pytest.raises(OperatorError, match="Groups have met third way"):
        adding.remove(again, "third way")


def test_a_mechanism_of_a_planned_session_stays_before_anybody_has_met_it(study: Study) -> None:
    again = before_evaluate(study)
    plan, _ = again.plan_session("evaluate", 4, SessionRules(SessionSettings(), NO_SCRIPT))
    again.store.log.append("K7M2QX", [ev.SessionOpened(0, plan)], "2026-11-30T08:00:00Z")
    (entry,) = (each for each in library(again) if each.name == "third way")
    assert adding.groups_that_met(again, [entry]) == {"third way": 0}
    with pytest.raises(OperatorError, match="A session has been planned with third way"):
        adding.remove(again, "third way")


def test_a_group_that_ended_before_it_came_to_a_mechanism_has_not_met_it(study: Study) -> None:
    again = before_evaluate(study)
    rules = SessionRules(SessionSettings(intro_s=0, decide_s=0, outcome_s=0), NO_SCRIPT)
    session = SimulatedSession(*again.plan_session("evaluate", 4, rules))
    events = []
    for event in session.play():
        if isinstance(event, ev.FundDivided) and event.stage == 2:
            break
        events.append(replace(event, is_bot=False) if isinstance(event, ev.CheckedIn) else event)
    events.append(ev.GroupEnded(events[-1].at_ms, 1, "void", ""))
    again.store.log.append(session.code, events, "2026-11-30T08:00:00Z")
    paid = {(e.group, e.mechanism) for e in events if isinstance(e, ev.FundDivided) and e.stage}
    met = adding.groups_that_met(again, library(again))
    counted = {each.sha256: met[each.name] for each in library(again)}
    assert {sha: sum(by == sha for _, by in paid) for sha in counted} == counted
    # Somebody has met one of the two, and nobody both.
    assert sum(counted.values()) == len({group for group, _ in paid}) > 0


@pytest.mark.parametrize(
    "name", ["x" * 10_000, "\u202ebad", "a\nb", "a\x1b[2Jb", "", " ", "\u05d0\u05d1"]
)
def test_what_is_no_name_is_told_so_that_it_can_be_read(study: Study, name: str) -> None:
    with pytest.raises(UsageError) as told:
        require_name(study, name)
    said = str(told.value)
    assert said.startswith("'")
    assert said.isprintable()
    assert len(said) < 300
