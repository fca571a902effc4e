import numpy as np
import pytest
from scipy.stats import norm

from hcmd_lab.learning import vote_power
from hcmd_lab.learning.vote_power import draw_votes, plan_power, simulated_power
from hcmd_lab.learning.vote_statistics import power, within_group_correlation


def test_drawn_votes_have_the_share_and_the_correlation() -> None:
    won = draw_votes(0.6, (1, 40_000), 4, 0.25, np.random.default_rng(1))[0]
    assert won.mean() / 4 == pytest.approx(0.6, abs=0.01)
    assert within_group_correlation(won, np.full(40_000, 4)) == pytest.approx(0.25, abs=0.02)


def test_without_an_effect_the_test_is_wrong_at_most_as_often_as_its_level() -> None:
    error = norm.ppf(0.999) * (0.05 * 0.95 / vote_power.EVALUATIONS) ** 0.5
    for groups in (20, 100):
        found = simulated_power(0.5, groups, 4, 0.1, np.random.default_rng(2))
        assert found < 0.05 + error


@pytest.mark.parametrize("correlation", [0.0, 0.1, 0.4])
def test_many_groups_agree_with_the_formula(correlation: float) -> None:
    # The formula takes votes for a continuous quantity, which costs it less the more there are.
    found = simulated_power(0.53, 1000, 4, correlation, np.random.default_rng(3))
    assert found == pytest.approx(power(0.53, 1000, 4, correlation), abs=0.03)


def test_the_exact_and_the_quick_way_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    exact = simulated_power(0.62, 40, 4, 0.1, np.random.default_rng(4))
    monkeypatch.setattr(vote_power, "_EXACT_UP_TO", 0)
    quick = simulated_power(0.62, 40, 4, 0.1, np.random.default_rng(4))
    assert quick == pytest.approx(exact, abs=0.01)


def test_the_plan_is_the_least_number_of_groups() -> None:
    plan = plan_power(0.65, 0.8, 0.1, 4, seed=1)
    assert plan.groups is not None
    assert plan.curve[plan.groups] >= 0.8
    assert simulated_power(0.65, plan.groups - 2, 4, 0.1, np.random.default_rng(1)) < 0.81
    assert list(plan.curve.values()) == sorted(plan.curve.values())


def test_more_correlation_needs_more_groups() -> None:
    few, many = (plan_power(0.65, 0.8, rho, 4, seed=1).groups for rho in (0.0, 0.4))
    assert few is not None
    assert many is not None
    assert few < many


def test_an_effect_too_small_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vote_power, "MAX_GROUPS", 50)
    assert plan_power(0.51, 0.8, 0.1, 4, seed=1).groups is None
