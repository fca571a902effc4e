"""The any-time test: right at every look, and never at odds with its interval."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.drawn_votes import drawn_ballots
from hcmd_lab.inference.sequential import any_time_interval, any_time_p_value, e_value
from hcmd_lab.jobs.record import LEVEL

GROUP_SHARES = st.lists(st.sampled_from([0, 0.25, 0.5, 0.75, 1, 1 / 3, 2 / 3]), min_size=1,
                        max_size=100)  # fmt: skip


@given(shares=GROUP_SHARES, reach=st.sampled_from([0.0, 0.1]))
def test_one_half_lies_outside_exactly_if_the_test_says_so(
    shares: list[float], reach: float
) -> None:
    found = any_time_interval(np.array(shares), reach)
    assert 0 <= found.low <= found.estimate <= found.high <= 1
    is_outside = not found.low <= 0.5 <= found.high
    assert is_outside == (any_time_p_value(np.array(shares), reach) < LEVEL)


@given(shares=GROUP_SHARES)
def test_the_baselines_interval_is_the_complement(shares: list[float]) -> None:
    ours, theirs = any_time_interval(np.array(shares)), any_time_interval(1 - np.array(shares))
    assert (ours.low, ours.high) == pytest.approx((1 - theirs.high, 1 - theirs.low), abs=1e-6)


@given(shares=GROUP_SHARES)
def test_the_order_of_the_groups_does_not_matter(shares: list[float]) -> None:
    assert e_value(np.array(shares)) == pytest.approx(e_value(np.array(shares[::-1])))


@pytest.mark.parametrize("reach", [0.0, 0.15])
def test_the_capital_is_a_fair_bet_if_nobody_prefers(reach: float) -> None:
    """Its mean over all ways in which three groups may vote, each with its opposite, is 1."""
    one = [-reach, 0.25, 0.75, 1 + reach]
    outcomes = itertools.product(one, repeat=3)
    # Each half of the bet is fair; the larger half is at most their sum.
    mean = np.mean([e_value(np.array(shares), reach) for shares in outcomes])
    assert 0.5 <= mean <= 1


def test_looking_after_every_group_keeps_the_level() -> None:
    """At most 5% of studies without a preference ever reject: 300 of them, four standard errors."""
    ever = 0
    for seed in range(300):
        drawn = drawn_ballots(60, 0.5, 0.1, seed)
        shares = drawn.won / drawn.cast
        ever += any(any_time_p_value(shares[:looked]) < LEVEL for looked in range(1, 61))
    assert ever / 300 < LEVEL + 4 * (LEVEL * 0.95 / 300) ** 0.5


def test_a_clear_preference_is_found() -> None:
    found = any_time_interval(np.full(40, 0.75))
    assert 0.5 < found.low < 0.75 < found.high < 1


def test_very_many_groups_do_not_overflow() -> None:
    assert any_time_p_value(np.ones(20_000)) < 1e-200
