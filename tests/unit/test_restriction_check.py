from array import array

import pytest

from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import BASELINES, ClosedForm
from hcmd_lab.game.profiles import profile_index
from hcmd_lab.game.rules import PAPER_GAME, WEIGHT_UNITS, Game
from hcmd_lab.restriction import Reference, Restriction
from hcmd_lab.restriction_check import examine, judge

GAME = Game(head_endowment=4, tail_endowments=(2, 3), tails=2)


def moved(policy: FrozenPolicy, contributions: tuple[int, ...], units: int) -> FrozenPolicy:
    """The mechanism with some units taken from seat 0 and given to the tail that gives most, in one
    row of its table."""
    tail = policy.game.tail_endowments[-1]
    table = array("I", policy.tables[tail])
    start = profile_index(policy.game, tail, contributions) * policy.game.seats
    table[start] -= units
    table[start + 1] += units
    return FrozenPolicy(policy.name, policy.game, {**policy.tables, tail: table})


@pytest.mark.parametrize("name", BASELINES)
def test_the_references_never_punish_giving(name: str) -> None:
    assert examine(freeze(BASELINES[name], PAPER_GAME)).lowered == 0


def test_a_mechanism_that_punishes_giving_is_found_out() -> None:
    punishing = freeze(ClosedForm("punishing", own_weight=0.1, relative_weight=0), GAME)
    assert examine(punishing).lowered > 0
    (verdict,) = judge(punishing, Restriction(monotone=True))
    assert not verdict.kept
    assert "states where contributing more lowers the share" in str(verdict.sentence)


def test_a_single_row_is_found() -> None:
    even = freeze(ClosedForm("even", own_weight=1 / 3, relative_weight=0), GAME)
    assert judge(even, Restriction(monotone=True))[0].kept
    # From (1, 3, 0) into the row, which stands for the tails in either order.
    found = examine(moved(even, (2, 3, 0), 1000), "strict_egalitarian")
    # The part that is left over by thirds is the first seat's.
    assert found.smallest_share == WEIGHT_UNITS // 3 + 1 - 1000
    assert found.lowered == 2


def test_rounding_by_one_unit_lowers_nothing() -> None:
    even = freeze(ClosedForm("even", own_weight=1 / 3, relative_weight=0), GAME)
    assert examine(moved(even, (2, 3, 0), 1)).lowered == 0
    assert examine(moved(even, (2, 3, 0), 2)).lowered == 2


def test_the_smallest_share_is_held_against_what_is_asked() -> None:
    table = freeze(ClosedForm("mild", own_weight=0.5, relative_weight=0), GAME)
    smallest = examine(table).smallest_share
    (kept,) = judge(table, Restriction(minimum_share=0.25))
    assert (kept.kept, str(kept.sentence)) == (
        True,
        "smallest share 0.25, at least 0.25 required",
    )
    assert smallest == WEIGHT_UNITS // 4
    assert not judge(table, Restriction(minimum_share=0.2501))[0].kept


def test_the_distance_is_the_part_divided_otherwise() -> None:
    table = freeze(BASELINES["libertarian"], PAPER_GAME)
    # One participant alone gives: all of the fund instead of a quarter.
    assert examine(table, "strict_egalitarian").distance == 3 * WEIGHT_UNITS // 4
    restriction = Restriction(reference=Reference.STRICT_EGALITARIAN, reference_distance=0.7)
    (verdict,) = judge(table, restriction)
    assert not verdict.kept
    assert str(verdict.sentence) == (
        "greatest distance from strict egalitarian 0.75, at most 0.7 allowed"
    )
    assert judge(table, Restriction(reference=Reference.LIBERTARIAN, reference_distance=0.01))[
        0
    ].kept


def test_nothing_asked_nothing_judged() -> None:
    assert judge(freeze(BASELINES["libertarian"], GAME), Restriction()) == []
