import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from hcmd_lab.insight.vote_shares import sign_flip_p_value
from hcmd_lab.learning.vote_statistics import power, smallest_effect, within_group_correlation

Counts = NDArray[np.int64]


def simulated(groups: int, share: float, rho: float, seed: int) -> tuple[Counts, Counts]:
    """Votes of groups of four whose correlation is `rho` (beta-binomial)."""
    dice = np.random.default_rng(seed)
    strength = 1 / rho - 1
    chance = dice.beta(share * strength, (1 - share) * strength, groups)
    return dice.binomial(4, chance), np.full(groups, 4)


@pytest.mark.parametrize("rho", [0.05, 0.3])
def test_the_correlation_is_found(rho: float) -> None:
    assert within_group_correlation(*simulated(4000, 0.55, rho, 2)) == pytest.approx(rho, abs=0.03)


def test_correlation_at_its_limits() -> None:
    cast = np.full(6, 4)
    assert within_group_correlation(np.array([0, 4] * 3), cast) == pytest.approx(1)
    assert within_group_correlation(np.full(6, 2), cast) < 0
    assert within_group_correlation(cast, cast) == 0
    assert within_group_correlation(np.array([2]), np.array([4])) == 0
    assert within_group_correlation(np.array([1, 0]), np.array([1, 1])) == 0


def test_the_papers_effect_takes_about_400_groups() -> None:
    assert power(0.543, 300, 4, 0.1) < 0.8 < power(0.543, 400, 4, 0.1)


def test_the_formula_agrees_with_simulated_evaluations() -> None:
    detected = [sign_flip_p_value(*simulated(150, 0.57, 0.1, seed)) < 0.05 for seed in range(400)]
    assert np.mean(detected) == pytest.approx(power(0.57, 150, 4, 0.1), abs=0.07)


def test_without_an_effect_the_power_is_half_the_level_on_each_side() -> None:
    assert power(0.5, 100, 4, 0.1) == pytest.approx(0.025)


@given(groups=st.integers(10, 1000), rho=st.floats(-0.3, 0.9))
def test_the_smallest_effect_is_detected_with_80_percent_power(groups: int, rho: float) -> None:
    share = smallest_effect(groups, 4, rho)
    assert 0.5 < share < 1
    assert power(share, groups, 4, rho) == pytest.approx(0.8, abs=1e-6)


def test_too_few_groups_detect_nothing() -> None:
    assert smallest_effect(1, 1, 0.0) == 1
