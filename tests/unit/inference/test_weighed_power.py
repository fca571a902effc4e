"""What is said of the power of groups that tell unequally much is the power that they have."""

import numpy as np
import pytest

from benchmarks.drawn_votes import drawn_ballots
from hcmd_lab.inference.assumed_votes import vote_chances
from hcmd_lab.inference.ballots import Ballots
from hcmd_lab.inference.counting import order_effect
from hcmd_lab.inference.order import counted_votes, shifts
from hcmd_lab.inference.verdict import judge
from hcmd_lab.inference.vote_power import simulated_power, smallest_share
from hcmd_lab.inference.vote_shares import scores
from hcmd_lab.inference.weighed_power import WeighedDesign
from hcmd_lab.vote_plan import Looks, VotePlan, Weighting

STUDIES = 200
NOBODY = np.array([], dtype=np.int64)
ADJUSTED = VotePlan(order_adjusted=True)
EVEN = VotePlan(weighting=Weighting.CONDITIONS)


def of_conditions(sizes: tuple[int, ...], share: float, seed: int) -> Ballots:
    """So many groups of each tail endowment."""
    groups = sum(sizes)
    won = np.random.default_rng(seed).choice(5, groups, p=vote_chances(share, 4, 0.1))
    tails = np.repeat((2, 4, 6, 8, 10), sizes)
    return Ballots(won, np.full(groups, 4), tails, np.resize([1, -1], groups), ("",) * groups)


def of_orders(groups: int, second: float, share: float, seed: int) -> Ballots:
    """Groups of which a part meets the mechanism second."""
    return drawn_ballots(groups, share, 0.1, seed, second_part=second)


def had(studies: list[Ballots], plan: VotePlan) -> float:
    """How often the test that is made finds a preference."""
    found = 0
    for counted in studies:
        order = order_effect(counted, (NOBODY, NOBODY), plan)
        found += judge(counted, plan, order.used, imbalance=order.imbalance).p_value < 0.05
    return found / len(studies)


def p_value(counted: Ballots) -> float:
    """Of the test alone, without its interval."""
    order = order_effect(counted, (NOBODY, NOBODY), ADJUSTED)
    by_which = counted_votes(counted, order.imbalance)
    out = shifts(counted, order.used)
    return scores(counted.won, counted.cast, shifts=out, counted=by_which).p_value


@pytest.mark.parametrize(
    ("sizes", "share"), [((20, 5, 5, 5, 5), 0.65), ((60, 10, 10, 10, 10), 0.6)]
)
def test_unequal_conditions_find_what_is_said(sizes: tuple[int, ...], share: float) -> None:
    studies = [of_conditions(sizes, share, seed) for seed in range(STUDIES)]
    design = WeighedDesign(studies[0], NOBODY, EVEN)
    told = design.power(share, 0.1, np.random.default_rng(1))
    assert design.is_unequal
    assert had(studies, EVEN) == pytest.approx(told, abs=4 * (0.25 / STUDIES) ** 0.5)
    assert told < simulated_power(share, {4: sum(sizes)}, 0.1, np.random.default_rng(1)) - 0.05


@pytest.mark.parametrize(("second", "share"), [(0.75, 0.65), (0.9, 0.7)])
def test_unequal_orders_find_what_is_said(second: float, share: float) -> None:
    studies = [of_orders(40, second, share, seed) for seed in range(STUDIES)]
    design = WeighedDesign(studies[0], NOBODY, ADJUSTED)
    told = design.power(share, 0.1, np.random.default_rng(1))
    assert design.is_unequal
    assert had(studies, ADJUSTED) == pytest.approx(told, abs=4 * (0.25 / STUDIES) ** 0.5)
    assert told < simulated_power(share, {4: 40}, 0.1, np.random.default_rng(1)) - 0.1


@pytest.mark.parametrize(("cast", "groups"), [(4, 6), (4, 9), (4, 12), (3, 8), (4, 20)])
def test_what_is_planned_is_found_once_the_order_is_taken_out(cast: int, groups: int) -> None:
    """Few groups find more than if nothing were taken out: fewer sums are as far from 0."""
    found = smallest_share({cast: groups}, 0.1, ADJUSTED)
    assert found is not None
    votes = np.random.default_rng(5).choice(
        cast + 1, (500, groups), p=vote_chances(found, cast, 0.1)
    )
    second, alike = np.resize([1, -1], groups), np.full(groups, cast)
    studies = [Ballots(won, alike, alike, second, ("",) * groups) for won in votes]
    rejected = sum(p_value(each) < 0.05 for each in studies) / len(studies)
    # Four standard errors of both simulations.
    assert rejected == pytest.approx(0.8, abs=4 * (0.16 / 500 + 0.16 / 2000) ** 0.5)
    assert found <= (smallest_share({cast: groups}, 0.1) or 1)


def test_groups_that_play_one_mechanism_twice_tell_of_the_order() -> None:
    counted, twice = of_orders(40, 0.9, 0.7, 1), np.full(80, 4)
    alone, helped = (
        WeighedDesign(counted, cast, ADJUSTED).power(0.7, 0.1, np.random.default_rng(1))
        for cast in (NOBODY, twice)
    )
    assert helped > alone + 0.2


def test_groups_that_tell_alike_are_no_unequal_ones() -> None:
    balanced = of_conditions((8, 8, 8, 8, 8), 0.6, 1)
    lopsided = of_conditions((20, 5, 5, 5, 5), 0.6, 1)
    assert not WeighedDesign(balanced, NOBODY, EVEN).is_unequal
    assert not WeighedDesign(balanced, NOBODY, ADJUSTED).is_unequal
    assert not WeighedDesign(lopsided, NOBODY, VotePlan()).is_unequal
    sequential = VotePlan(looks=Looks.SEQUENTIAL, weighting=Weighting.CONDITIONS)
    assert not WeighedDesign(lopsided, NOBODY, sequential).is_unequal


def test_groups_from_whom_the_order_is_taken_are_judged_by_another_test() -> None:
    balanced = of_conditions((8, 8, 8, 8, 8), 0.6, 1)
    sequential = VotePlan(looks=Looks.SEQUENTIAL, order_adjusted=True)
    assert WeighedDesign(balanced, NOBODY, ADJUSTED).is_told_apart
    assert not WeighedDesign(balanced, NOBODY, VotePlan()).is_told_apart
    assert not WeighedDesign(balanced, NOBODY, sequential).is_told_apart
