"""Which groups' votes count, against small groups that were counted by hand."""

import dataclasses

import pytest

from hcmd_lab.game.played import UNKNOWN_MECHANISM, PlayedGroup, PlayedStage, Purpose
from hcmd_lab.game.rules import Game
from hcmd_lab.inference.counting import (
    all_votes,
    compared_groups,
    order_effect,
    role_shares,
    votes_for_second,
)
from hcmd_lab.vote_plan import Looks, VotePlan

TWO_ROUNDS = Game(rounds=2, tail_endowments=(2, 4))
PLAN = VotePlan()
Votes = tuple[int | None, ...]


def stage(number: int, mechanism: str, tail: int) -> PlayedStage:
    given = ((0,) * 4,) * 2
    paid = ((0.0,) * 4,) * 2
    return PlayedStage(
        number, mechanism, ((10, tail, tail, tail),) * 2, given, paid, ((True,) * 4,) * 2
    )


def group(
    first: str, second: str, votes: Votes, tail: int = 2, purpose: Purpose = "evaluate",
    name: str = "S-1",
) -> PlayedGroup:  # fmt: skip
    stages = (stage(1, first, tail), stage(2, second, tail))
    return PlayedGroup(name, 1, "human", purpose, stages, votes)


GROUPS = (
    group("theta_1", "libertarian", (2, 1, 1, None)),
    group("libertarian", "theta_1", (2, 2, 1, 2), 4, name="B-1"),
)
TWICE = (
    group("theta_1", "theta_1", (2, 2, 2, 1), purpose="acquire"),
    group("theta_0", "theta_0", (None, 1, 2, 2), purpose="acquire"),
)


def test_a_group_counts_if_it_met_both_whatever_the_order() -> None:
    found = all_votes(compared_groups(GROUPS, "theta_1", "libertarian", TWO_ROUNDS, {"B": "Basel"}))
    assert (found.won.tolist(), found.cast.tolist()) == ([2, 3], [3, 4])
    assert (found.tails.tolist(), found.second.tolist()) == ([2, 4], [-1, 1])
    assert found.labs == ("", "Basel")
    assert found.for_second_stage.tolist() == [1, 3]


def test_groups_that_do_not_count() -> None:
    short = dataclasses.replace(GROUPS[0].stages[1], endowments=((10, 2, 2, 2),))
    others = (
        *TWICE,
        group("theta_1", "strict_egalitarian", (1,) * 4),
        group("theta_1", "libertarian", (1,) * 4, purpose="acquire"),
        dataclasses.replace(GROUPS[0], stages=(GROUPS[0].stages[0], short)),
    )
    assert compared_groups(others, "theta_1", "libertarian", TWO_ROUNDS) == []
    silent = group("theta_1", "libertarian", (None,) * 4)
    met_both = compared_groups([silent], "theta_1", "libertarian", TWO_ROUNDS)
    assert len(met_both) == 1
    assert all_votes(met_both).groups == 0


def test_votes_by_role() -> None:
    compared = compared_groups(GROUPS, "theta_1", "libertarian", TWO_ROUNDS)
    votes = {
        (row.role, row.tail_endowment): row
        for row in role_shares(compared, GROUPS, TWO_ROUNDS, PLAN)
    }
    assert votes["head", None].share.estimate == 0.5
    assert votes["head", 2].share.estimate == 0
    tails = votes["tail", None]
    assert (tails.groups, tails.votes) == (2, 5)
    assert tails.share.estimate == pytest.approx(4 / 5)
    assert tails.share.low < 4 / 5 <= tails.share.high
    assert votes["tail", 2].votes == 2
    assert votes["tail", 4].share.estimate == pytest.approx(2 / 3)


def test_a_role_that_never_voted_has_no_share() -> None:
    silent = compared_groups(
        [group("theta_1", "libertarian", (None, 1, 1, 2))], "theta_1", "libertarian", TWO_ROUNDS
    )
    assert {row.role for row in role_shares(silent, GROUPS, TWO_ROUNDS, PLAN)} == {"tail"}


def test_groups_that_played_one_mechanism_twice_tell_what_the_order_does() -> None:
    won, cast = votes_for_second((*GROUPS, *TWICE), TWO_ROUNDS)
    assert (won.tolist(), cast.tolist()) == ([3, 2], [4, 3])
    assert votes_for_second(GROUPS, TWO_ROUNDS)[0].tolist() == []


def test_two_unknown_mechanisms_are_not_taken_for_one() -> None:
    unknown = group(UNKNOWN_MECHANISM, UNKNOWN_MECHANISM, (2, 2, 2, 2), purpose="acquire")
    won, cast = votes_for_second((unknown, *TWICE), TWO_ROUNDS)
    assert (won.tolist(), cast.tolist()) == ([3, 2], [4, 3])
    assert votes_for_second([unknown], TWO_ROUNDS)[0].tolist() == []


def test_a_sequential_plan_takes_out_what_was_known_before() -> None:
    counted = all_votes(compared_groups(GROUPS, "theta_1", "libertarian", TWO_ROUNDS))
    twice = votes_for_second(TWICE, TWO_ROUNDS)
    assert order_effect(counted, twice, PLAN).used == pytest.approx((4 + 5) / (7 + 7))
    sequential = VotePlan(looks=Looks.SEQUENTIAL)
    assert order_effect(counted, twice, sequential).used == pytest.approx(5 / 7)
    none = votes_for_second([], TWO_ROUNDS)
    assert order_effect(counted, none, sequential).used == 0.5
