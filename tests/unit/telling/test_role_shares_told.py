"""A share of a role's votes says what it is a mean over: five heads cannot give 75% of theirs."""

from collections.abc import Sequence

import msgspec
import pytest
from figure_records import evaluate_result

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.inference.counting import Compared, role_shares
from hcmd_lab.insight.explanation import explain
from hcmd_lab.jobs.evaluated import RoleShare
from hcmd_lab.telling.insight import minority_sentences
from hcmd_lab.telling.objectives import objective_sentences
from hcmd_lab.vote_plan import VotePlan, Weighting

ORDERS = (1, 2, 1, 2, 2)


def shares(plan: VotePlan, heads_of: Sequence[int] = (1, 2)) -> tuple[RoleShare, ...]:
    """Of five groups; heads vote where the mechanism was played in one of these stages."""
    compared = [
        Compared(4, {}, second, (second if second in heads_of else None, 1, 2, 2))
        for second in ORDERS
    ]
    return role_shares(compared, [], PAPER_GAME, plan)


def explained(votes: Sequence[RoleShare]) -> str:
    table = freeze(BASELINES["libertarian"], PAPER_GAME)
    return " ".join(map(str, minority_sentences(explain(table, [], "liberal_egalitarian", votes))))


@pytest.mark.parametrize(
    ("plan", "mean"),
    [
        (VotePlan(), "every vote counts alike, not adjusted for the order"),
        (VotePlan(order_adjusted=True), "every vote counts alike, adjusted for the order"),
        (
            VotePlan(weighting=Weighting.CONDITIONS),
            "every tail endowment counts alike, not adjusted for the order",
        ),
    ],
)
def test_both_surfaces_say_the_mean(plan: VotePlan, mean: str) -> None:
    votes = shares(plan)
    assert explained(votes).endswith(f"In these shares {mean}.")
    result = msgspec.structs.replace(evaluate_result(), by_role=votes)
    heads = objective_sentences(result)[-1]
    assert heads.startswith("Heads cast 5 votes;")
    assert heads.endswith(f": {mean}.")


def test_a_role_whose_votes_do_not_tell_the_order_is_not_said_to_be_adjusted_for_it() -> None:
    votes = shares(VotePlan(order_adjusted=True), heads_of=(2,))
    assert explained(votes).endswith(
        "In the heads' share every vote counts alike, not adjusted for the order; in the tails' "
        "share every vote counts alike, adjusted for the order."
    )


def test_the_heads_votes_alone_are_no_mean_over_groups() -> None:
    result = msgspec.structs.replace(evaluate_result(), by_role=shares(VotePlan()), objectives=())
    assert "means over groups" not in " ".join(objective_sentences(result))


def test_results_of_before_say_no_mean() -> None:
    votes = [msgspec.structs.replace(each, plan=None) for each in shares(VotePlan())]
    assert "In these shares" not in explained(votes)


def test_shares_of_roles_say_against_which_mechanism() -> None:
    """A study can compare a mechanism with several others, and its heads vote otherwise in each."""
    told = explained(shares(VotePlan()))
    assert "The share of votes for libertarian against liberal egalitarian is" in told
