import numpy as np
import pytest
from scipy.stats import betabinom, binom

from hcmd_lab.inference import vote_power
from hcmd_lab.inference.assumed_votes import vote_chances
from hcmd_lab.inference.vote_power import (
    EVALUATIONS,
    design_power,
    plan_power,
    simulated_power,
    smallest_share,
)
from hcmd_lab.inference.vote_shares import scores
from hcmd_lab.jobs.record import LEVEL
from hcmd_lab.vote_plan import Looks, VotePlan


def dice(seed: int) -> np.random.Generator:
    return np.random.default_rng(seed)


def within(seed_error: float) -> float:
    """Four standard errors of a simulated share."""
    return 4 * (seed_error * (1 - seed_error) / EVALUATIONS) ** 0.5


@pytest.mark.parametrize("cast", [1, 3, 4])
@pytest.mark.parametrize("rho", [0.0, 0.1, 0.6])
def test_the_chances_of_votes_are_scipys_beta_binomial(cast: int, rho: float) -> None:
    expected = binom(cast, 0.6)
    if rho:
        expected = betabinom(cast, 0.6 * (1 / rho - 1), 0.4 * (1 / rho - 1))
    assert vote_chances(0.6, cast, rho) == pytest.approx(expected.pmf(np.arange(cast + 1)))


@pytest.mark.parametrize("cast", [1, 3, 4])
def test_where_groups_vote_as_one_a_vote_tells_all_of_its_group(cast: int) -> None:
    chances = [0.4, *[0.0] * (cast - 1), 0.6]
    assert vote_chances(0.6, cast, 1.0).tolist() == pytest.approx(chances)
    assert vote_chances(0.6, cast, 1 - 1e-9) == pytest.approx(chances, abs=1e-8)


@pytest.mark.parametrize("looks", list(Looks))
def test_more_groups_that_vote_as_one_find_smaller_shares(looks: Looks) -> None:
    found = [smallest_share({4: groups}, 1.0, VotePlan(looks=looks)) for groups in (5, 20, 100)]
    assert found[0] is None
    assert found[1] is not None
    assert found[2] is not None
    assert found[2] < found[1]


@pytest.mark.parametrize("design", [{4: 10}, {4: 14, 3: 5, 1: 1}])
@pytest.mark.parametrize("share", [0.5, 0.65])
def test_power_is_the_rate_at_which_the_very_test_rejects(
    design: dict[int, int], share: float
) -> None:
    cast = np.repeat(list(design), list(design.values()))
    throw = dice(7)
    rejected = 0
    for _ in range(1500):
        won = [throw.choice(n + 1, p=vote_chances(share, n, 0.1)) for n in cast.tolist()]
        rejected += scores(np.array(won), cast).p_value < LEVEL
    found = simulated_power(share, design, 0.1, dice(8))
    error = 4 * (max(found, 0.02) / 1500 + found / EVALUATIONS) ** 0.5  # four standard errors
    assert found == pytest.approx(rejected / 1500, abs=error)


def test_the_exact_and_the_quick_way_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    exact = simulated_power(0.62, {4: 40}, 0.1, dice(4))
    monkeypatch.setattr(vote_power, "_EXACT_UP_TO", 0)
    assert simulated_power(0.62, {4: 40}, 0.1, dice(4)) == pytest.approx(exact, abs=0.01)


@pytest.mark.parametrize("groups", [10, 20, 100])
def test_the_smallest_share_is_found_with_the_power_that_is_said(groups: int) -> None:
    share = smallest_share({4: groups}, 0.1)
    assert share is not None
    assert simulated_power(share, {4: groups}, 0.1, dice(9)) == pytest.approx(
        0.8, abs=2 * within(0.8)
    )


def test_too_few_groups_find_nothing() -> None:
    assert smallest_share({4: 5}, 0.1) is None
    assert smallest_share({4: 6}, 0.1) is not None


def test_the_default_of_100_groups_finds_the_papers_share_in_3_of_10_studies() -> None:
    assert design_power(100, 4).paper == pytest.approx(0.30, abs=within(0.3))


def test_the_papers_effect_takes_about_400_groups() -> None:
    plan = plan_power(0.543, 0.8, 0.1, 4, seed=1)
    assert plan.groups is not None
    assert 300 < plan.groups < 420


def test_the_plan_is_the_least_number_of_groups() -> None:
    plan = plan_power(0.65, 0.8, 0.1, 4, seed=1)
    assert plan.groups is not None
    assert plan.curve[plan.groups] >= 0.8
    assert simulated_power(0.65, {4: plan.groups - 2}, 0.1, dice(1)) < 0.81
    assert list(plan.curve.values()) == sorted(plan.curve.values())


def test_more_correlation_needs_more_groups() -> None:
    few, many = (plan_power(0.65, 0.8, rho, 4, seed=1).groups for rho in (0.0, 0.4))
    assert few is not None
    assert many is not None
    assert few < many


def test_an_effect_too_small_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vote_power, "MAX_GROUPS", 50)
    assert plan_power(0.51, 0.8, 0.1, 4, seed=1).groups is None


@pytest.mark.parametrize("looks", Looks)
def test_as_many_groups_as_are_tried_are_tried(looks: Looks) -> None:
    """More than half of the most are no doubling of what a search begins with."""
    share = {Looks.FIXED: 0.515, Looks.SEQUENTIAL: 0.52}[looks]
    found = plan_power(share, 0.8, 0.1, 4, seed=1, plan=VotePlan(looks=looks)).groups
    assert found is not None
    assert vote_power.MAX_GROUPS / 2 < found <= vote_power.MAX_GROUPS


def test_looking_at_any_time_costs_power_and_no_error() -> None:
    once, always = (
        simulated_power(0.65, {4: 60}, 0.1, dice(5), VotePlan(looks=looks))
        for looks in (Looks.FIXED, Looks.SEQUENTIAL)
    )
    assert 0.3 < always < once
    sequential = VotePlan(looks=Looks.SEQUENTIAL)
    assert simulated_power(0.5, {4: 100}, 0.1, dice(6), sequential) < LEVEL
