"""ACQUIRE with variations: planned, stored, told, replayed and sent like every mechanism."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.bundles.merging import plan_merge
from hcmd_lab.bundles.starting import start_study
from hcmd_lab.errors import UsageError
from hcmd_lab.export.mechanism_tables import mechanism_list
from hcmd_lab.game.acquisition import Variation
from hcmd_lab.game.session import replay
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.hosting.preflight import Check, examine
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.session_contents import Content, session_contents
from hcmd_lab.study.simulated import play_simulated, run_here
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.telling.mechanism_names import in_sentence, role_of_row
from hcmd_lab.telling.session_contents import content_words

NAMES = ["theta_0", "theta_0_head_more", "theta_0_head_less"]


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    changes: dict[str, object] = {
        "participants": "simulated", "acquire": "informative", "groups": [40, 20],
        "minimum_share": 0.05, "monotone": True, "policy_width": 8,
    }  # fmt: skip
    facts = {"settings": msgspec.to_builtins(make_settings("quick", changes))}
    with Store.create(tmp_path / "study", facts) as store:
        made = Study(store, run_here)
        list(made.perform(Step.INITIALISE))
        yield made


def test_the_first_mechanism_comes_with_its_variations(study: Study) -> None:
    rows = study.store.learned.mechanisms()
    assert [row.name for row in rows] == NAMES
    newest = study.mechanisms.newest()
    assert newest == rows[0].sha256
    assert "variation_of" not in rows[0].provenance
    for row, variation in zip(rows[1:], Variation, strict=True):
        assert row.provenance["variation_of"] == newest
        assert row.provenance["variation"] == variation
        assert row.checkpoint == rows[0].checkpoint
    assert study.mechanisms.trained_tables() == [newest], "a variation is not trained"
    assert "theta_0_head_more" not in study.mechanisms.names()


def test_groups_compare_it_with_each_variation_in_both_orders(study: Study) -> None:
    plan, tables = study.plan_session("acquire", 40)
    newest, more, less = (row.sha256 for row in study.store.learned.mechanisms())
    orders = [(newest, more), (more, newest), (newest, less), (less, newest)]
    counted = Counter((group.tail_endowment, group.mechanisms) for group in plan.groups)
    assert counted == {(tail, order): 2 for tail in study.game.tail_endowments for order in orders}
    assert {table.name for table in tables.values()} == set(NAMES)


def test_balance_holds_over_sessions_and_for_a_group_that_is_added(study: Study) -> None:
    play_simulated(study, "acquire", 13)
    plan, _ = study.plan_session("acquire", 7)
    play_simulated(study, "acquire", 7)
    counted = Counter(group.mechanisms for group in study.store.tables.groups())
    assert len(counted) == 4
    assert max(counted.values()) - min(counted.values()) <= 2
    assert {group.mechanisms for group in plan.groups} <= set(counted)
    _, state = study.session_state()
    assert study.another_group(state).mechanisms in counted


def test_the_third_stage_is_the_winners_and_the_log_is_replayed(study: Study) -> None:
    play_simulated(study, "acquire", 8)
    assert check_study(study.store) == []
    for group in study.played(("acquire",)):
        first, second, third = (stage.mechanism for stage in group.stages)
        assert "theta_0" in (first, second)
        assert first != second
        assert third in (first, second)
    code, state = study.session_state()
    assert replay(study.store.log.events(code)) == state


def test_everybody_is_told_what_is_played(study: Study) -> None:
    assert "compares the newest mechanism with a variation of it" in str(study.status().sentence)
    contents = session_contents(study, "acquire", 4, GAME_ALONE)
    assert contents.pairs == (("theta_0", NAMES[1]), ("theta_0", NAMES[2]))
    words = content_words(contents, Content.GAME)
    assert "θ₀ with more for seat 1 or θ₀ with less for seat 1" in words
    assert "All stages" not in words
    assert in_sentence("theta_12_head_less") == "θ₁₂ with less for seat 1"
    assert role_of_row(NAMES[1], NAMES, almost_equal=False) == "variation"


def test_the_export_names_what_a_variation_is_of(study: Study) -> None:
    rows = list(mechanism_list(study.store.learned.mechanisms(), {}).rows([]))
    assert [row["mechanism.variation"] for row in rows] == [None, "head_more", "head_less"]
    assert rows[1]["mechanism.variation_of"] == rows[0]["mechanism.sha256"]


def test_another_lab_gets_the_variations_or_nothing(study: Study, tmp_path: Path) -> None:
    make_bundle(study, tmp_path / "design.hcmd")
    bundle = read_bundle(tmp_path / "design.hcmd")
    start_study(bundle, tmp_path / "other")
    with Store.open(tmp_path / "other") as store:
        there = Study(store)
        assert there.pairs_for("acquire") == study.pairs_for("acquire")
    bundle.mechanisms.pop()
    (tmp_path / "empty").mkdir()
    facts = {"settings": msgspec.to_builtins(study.settings)}
    with (
        Store.create(tmp_path / "empty", facts) as store,
        pytest.raises(UsageError, match="lacks the mechanism"),
    ):
        plan_merge(Study(store), bundle)


def test_the_gate_judges_every_mechanism_that_people_would_meet(study: Study) -> None:
    findings = examine(study, "acquire", address="127.0.0.1", port=0)
    judged = [found.facts["mechanism"] for found in findings if found.check is Check.GATE]
    assert judged == NAMES
