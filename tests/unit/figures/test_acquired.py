"""Means and standard errors over groups."""

import dataclasses
import math
from dataclasses import replace

import figure_records as records
import pytest

from hcmd_lab.figures.acquired import curves
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import PAPER_GAME

ENDOWMENTS = (10, 4, 4, 4)


def group(*contributions: tuple[int, ...], own: tuple[bool, ...] = (True,) * 4) -> PlayedGroup:
    rounds = len(contributions)
    stage = PlayedStage(
        1, "theta_0", (ENDOWMENTS,) * rounds, contributions,
        ((0.0,) * 4,) * rounds, (own,) * rounds,
    )  # fmt: skip
    return PlayedGroup("s-1", 1, "simulated", "acquire", (stage,), (1, 1, 1, 1))


def test_a_group_counts_once_and_fractions_are_of_the_endowment() -> None:
    head, tail = curves([group((5, 0, 2, 4)), group((10, 4, 4, 4))], PAPER_GAME)
    assert (head.stage, head.role, tail.role) == (1, "head", "tail")
    assert head.means == pytest.approx([0.75])
    assert tail.means == pytest.approx([0.75])
    # Two groups half a fraction apart: standard deviation 0.25 sqrt 2, over sqrt 2.
    assert head.standard_errors == pytest.approx([0.25])


def test_what_people_did_not_decide_is_left_out() -> None:
    absent_head = group((0, 0, 2, 4), own=(False, True, True, False))
    head, tail = curves([absent_head, group((10, 4, 4, 4))], PAPER_GAME)
    assert head.means == pytest.approx([1.0])
    assert math.isnan(head.standard_errors[0])
    assert tail.means == pytest.approx([(0.25 + 1.0) / 2])


def test_one_group_has_no_standard_error() -> None:
    head, _ = curves([group((5, 0, 2, 4), (5, 0, 2, 4))], PAPER_GAME)
    assert head.means == pytest.approx([0.5, 0.5])
    assert all(math.isnan(error) for error in head.standard_errors)


def test_an_unfinished_stage_is_left_out() -> None:
    head, _ = curves([group((5, 0, 2, 4), (5, 0, 2, 4)), group((10, 4, 4, 4))], PAPER_GAME)
    assert head.means == pytest.approx([0.5, 0.5])


def test_all_stages_have_both_roles() -> None:
    found = curves(records.played_groups(1), PAPER_GAME)
    assert [(curve.stage, curve.role) for curve in found] == [
        (stage, role) for stage in (1, 2, 3) for role in ("head", "tail")
    ]


def test_where_all_have_the_same_coins_everyone_has_one_curve() -> None:
    game = replace(PAPER_GAME, tail_endowments=(10,))
    (curve,) = curves([group((5, 0, 1, 2)), group((10, 4, 4, 4))], game)
    assert curve.role == "everyone"
    assert curve.means == pytest.approx([(0.5 + 0 + 0.25 + 0.5) / 8 + 0.5])


def test_nothing_played_has_no_curves() -> None:
    empty = dataclasses.replace(group((1, 1, 1, 1)), stages=())
    assert curves([empty], PAPER_GAME) == []
