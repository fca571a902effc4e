"""Contrasts and the library in the export."""

import csv
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from counted_studies import counted_study
from step_results import MODELLED, OPTIMIZED
from told_studies import CONVERGED, Bookshelf, Told, add_result, evaluation

from hcmd_lab.export.study_export import export_study
from hcmd_lab.game.mechanisms import NEWEST, NEWEST_RULE
from hcmd_lab.jobs.evaluated import RoleShare
from hcmd_lab.jobs.record import Interval
from hcmd_lab.storage.store import Store
from hcmd_lab.study.adding import add_family_member
from hcmd_lab.study.arena import plan_contrast
from hcmd_lab.study.audit import audit
from hcmd_lab.study.library import library
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.vote_plan import VotePlan

TRAINED = {Step.MODEL: MODELLED, Step.OPTIMIZE: OPTIMIZED, Step.CONVERGENCE: CONVERGED}


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """Three contrasts have been played, and the votes of the first have been counted."""
    shelf = Bookshelf(tmp_path_factory.mktemp("studies"))
    with Store.open(shelf.study(Told("trained", TRAINED, simulated=True))) as store:
        study = Study(store)
        add_family_member(study, 0.4, 0.8, "third way")
        plan_contrast(study, NEWEST, "liberal_egalitarian", 4)
        plan_contrast(study, NEWEST_RULE, "liberal_egalitarian", 4)
        plan_contrast(study, "third way", NEWEST_RULE, 4)
        play_simulated(study, "evaluate", 12)
        heads = RoleShare(
            role="head", tail_endowment=None, groups=4, votes=4,
            share=Interval(estimate=0.25, low=0.1, high=0.7),
        )  # fmt: skip
        result = msgspec.structs.replace(
            evaluation(3, 3, 3, 3), mechanism="theta_1", baseline="liberal_egalitarian",
            by_role=(heads,), plan=VotePlan(),
        )  # fmt: skip
        add_result(store, Step.EVALUATE, result)
        yield study


@pytest.fixture(scope="module")
def exported(study: Study, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export_study(study.store, tmp_path_factory.mktemp("export")).folder


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_only_groups_whose_votes_were_not_counted_are_told_to_be_exported(
    study: Study, exported: Path
) -> None:
    """Votes stay hidden in the window until all three contrasts are counted; one has been."""
    assert exported.is_dir()
    assert [each.uncounted for each in study.contrasts()] == [0, 4, 4]
    assert study.uncounted_groups == 8
    assert [each.groups for each in audit(study).exported] == [8]


def test_the_share_of_all_votes_says_of_how_many(exported: Path) -> None:
    """And the dictionary says where there is no number."""
    contrast = rows(exported, "contrasts")[0]
    of_all = [row for row in rows(exported, "vote_shares") if row["contrast.role"] == "all"]
    (every,) = [row for row in of_all if not row["group.tail_endowment"]]
    for name in ("groups", "votes", "share"):
        assert every[f"contrast.{name}"] == contrast[f"contrast.{name}"] != ""
    conditions = [row for row in of_all if row["group.tail_endowment"]]
    assert conditions
    told = {row["column"]: row["meaning"] for row in rows(exported, "data_dictionary")
            if row["table"] == "vote_shares"}  # fmt: skip
    for name in ("groups", "votes"):
        assert {row[f"contrast.{name}"] for row in conditions} == {""}
        assert "empty" in told[f"contrast.{name}"]


def test_a_contrast_has_its_votes_and_the_objectives_beside_them(
    study: Study, exported: Path
) -> None:
    first, second, third = rows(exported, "contrasts")
    result = study.contrasts()[0].result
    assert result is not None
    assert (first["contrast.mechanism"], first["contrast.other"]) == (
        "theta_1", "liberal_egalitarian",
    )  # fmt: skip
    assert (first["contrast.target"], first["contrast.played"]) == ("4", "4")
    assert float(first["contrast.share"]) == result.share.estimate
    assert float(first["contrast.p_value"]) == result.p_value
    assert first["contrast.preferred"] == result.preferred
    assert (first["contrast.looks"], first["contrast.weighting"]) == ("fixed", "votes")
    assert [first[f"contrast.head_{name}"] for name in ("votes", "share", "share_high")] == [
        "4", "0.25", "0.7",
    ]  # fmt: skip
    assert result.objectives
    for each in result.objectives:
        assert float(first[f"contrast.{each.kind}_mechanism"]) == each.mechanism
        assert float(first[f"contrast.{each.kind}_other"]) == each.baseline
        assert each.difference is not None
        assert float(first[f"contrast.{each.kind}_difference_low"]) == each.difference.low
    for waiting in (second, third):
        told = {name: value for name, value in waiting.items() if value}
        assert set(told) == {
            "contrast.number", "contrast.mechanism", "contrast.other", "contrast.target",
            "contrast.played", "contrast.time_planned_utc", "contrast.counted_before",
        }  # fmt: skip


def test_every_row_of_a_group_says_its_contrast(study: Study, exported: Path) -> None:
    pairs = {
        frozenset((each.mechanism, each.other)): str(each.number) for each in study.contrasts()
    }
    groups = {
        (row["session.code"], row["group.id_in_subsession"]): row
        for row in rows(exported, "groups")
    }
    for row in groups.values():
        names = frozenset((row["group.mechanism_1"], row["group.mechanism_2"]))
        assert row["group.contrast"] == pairs.get(names, "")
    assert {row["group.contrast"] for row in groups.values()} == {"", "1", "2", "3"}
    for row in rows(exported, "long"):
        of = groups[row["session.code"], row["group.id_in_subsession"]]
        assert row["group.contrast"] == of["group.contrast"]
    people = {
        (row["session.code"], row["participant.code"]): row["group.id_in_subsession"]
        for row in rows(exported, "participants")
    }
    for row in rows(exported, "wide"):
        of = groups[row["session.code"], people[row["session.code"], row["participant.code"]]]
        assert row["group.contrast"] == of["group.contrast"]
    assert {row["session.contrasts"] for row in rows(exported, "sessions")} == {"", "1,2,3"}


def test_a_mechanism_says_where_it_comes_from(study: Study, exported: Path) -> None:
    found = {row["mechanism.name"]: row for row in rows(exported, "mechanisms")}
    stored = [entry for entry in library(study) if entry.sha256]
    assert {name: row["mechanism.kind"] for name, row in found.items()} == {
        entry.name: entry.kind.value for entry in stored
    }
    assert found["third way"]["mechanism.own_weight"] == "0.4"
    assert found["third way"]["mechanism.relative_weight"] == "0.8"
    assert found["rule_of_theta_1"]["mechanism.rule_of"] == found["theta_1"]["mechanism.sha256"]
    assert {row["mechanism.kind"] for row in found.values()} >= {"trained", "family", "rule"}


@pytest.mark.parametrize("is_adjusted", [False, True])
def test_the_share_of_the_second_stage_is_there_where_it_is_taken_out(
    tmp_path: Path, *, is_adjusted: bool
) -> None:
    changes = {"order_adjusted": is_adjusted, "rounds": 1, "tail_endowments": [2]}
    with Store.read(counted_study(tmp_path / "study", 4, changes)) as store:
        (row,) = rows(export_study(store, tmp_path / "export").folder, "contrasts")
    assert row["contrast.order_adjusted"] == f"{is_adjusted:d}"
    assert bool(row["contrast.second_share"]) == is_adjusted
