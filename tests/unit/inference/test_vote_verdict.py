"""One verdict: test and interval agree whatever is weighed, adjusted or looked at."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import permutation_test

from benchmarks.drawn_votes import drawn_ballots, drawn_twice
from hcmd_lab.inference.ballots import Ballots
from hcmd_lab.inference.counting import plan_kept
from hcmd_lab.inference.order import second_stage
from hcmd_lab.inference.verdict import by_condition, judge
from hcmd_lab.inference.vote_shares import scores, simultaneous_level
from hcmd_lab.jobs.record import LEVEL
from hcmd_lab.vote_plan import Looks, VotePlan, Weighting

PLANS = [
    VotePlan(looks=looks, weighting=weighting, order_adjusted=adjusted)
    for looks in Looks
    for weighting in Weighting
    for adjusted in (False, True)
]
ADJUSTED = VotePlan(order_adjusted=True)


@st.composite
def any_ballots(draw: st.DrawFn) -> Ballots:
    """1 to 100 groups: ties, missing votes, all one way, conditions and orders of any number."""
    groups = draw(st.integers(1, 100))
    dice = np.random.default_rng(draw(st.integers(0, 10_000)))
    cast = dice.integers(draw(st.sampled_from([1, 4])), 5, groups)
    match draw(st.sampled_from(["drawn", "tied", "one way", "near the level"])):
        case "tied":
            won = cast // 2
        case "one way":
            won = cast if draw(st.booleans()) else 0 * cast
        case "near the level":
            won = dice.binomial(cast, min(0.95, 0.5 + 1 / cast.sum() ** 0.5))
        case _:
            won = dice.binomial(cast, draw(st.floats(0.05, 0.95)))
    tails = dice.choice([2, 4, 6, 8, 10], groups)
    return Ballots(won, cast, tails, dice.choice([-1, 1], groups))


@given(
    counted=any_ballots(),
    plan=st.sampled_from(PLANS),
    second=st.floats(0.2, 0.8),
    level=st.sampled_from([LEVEL, simultaneous_level(5)]),
)
def test_one_half_lies_outside_exactly_if_the_test_says_so(
    counted: Ballots, plan: VotePlan, second: float, level: float
) -> None:
    found = judge(counted, plan, second, level)
    share = found.share
    assert 0 <= share.low <= share.estimate <= share.high <= 1
    assert (not share.low <= 0.5 <= share.high) == (found.p_value < level)


@given(counted=any_ballots(), seed=st.integers(0, 100))
def test_the_same_holds_for_an_order_estimated_from_these_votes(
    counted: Ballots, seed: int
) -> None:
    order = second_stage(counted, *drawn_twice(5, 0.6, 0.1, seed))
    found = judge(counted, ADJUSTED, order.used, imbalance=order.imbalance)
    share = found.share
    assert 0 <= share.low <= share.estimate <= share.high <= 1
    assert (not share.low <= 0.5 <= share.high) == (found.p_value < LEVEL)


@given(counted=any_ballots(), plan=st.sampled_from(PLANS), second=st.floats(0.2, 0.8))
def test_the_other_mechanism_has_the_complement(
    counted: Ballots, plan: VotePlan, second: float
) -> None:
    swapped = Ballots(counted.cast - counted.won, counted.cast, counted.tails, -counted.second)
    ours, theirs = judge(counted, plan, second), judge(swapped, plan, second)
    assert ours.p_value == pytest.approx(theirs.p_value, abs=1e-6)
    ends = (1 - theirs.share.high, 1 - theirs.share.estimate, 1 - theirs.share.low)
    assert (ours.share.low, ours.share.estimate, ours.share.high) == pytest.approx(ends, abs=1e-4)


def test_scipy_flips_to_the_same_p_value() -> None:
    drawn = drawn_ballots(12, 0.6, 0.1, 4, missing=0.2)

    def total(surplus: np.ndarray, axis: int = -1) -> np.ndarray:
        return np.sum(surplus, axis=axis)

    surplus = 2.0 * drawn.won - drawn.cast
    flipped = permutation_test(
        (surplus,), total, permutation_type="samples", n_resamples=np.inf, vectorized=True
    )
    assert judge(drawn, VotePlan()).p_value == pytest.approx(flipped.pvalue)


# --- the order ---------------------------------------------------------------------------------


def test_the_second_stage_is_found_and_the_preference_is_not_mistaken_for_it() -> None:
    drawn = drawn_ballots(2000, 0.7, 0.1, 5, second=0.6)
    twice = drawn_twice(400, 0.6, 0.1, 6)
    found = second_stage(drawn, *twice)
    assert found.twice is not None
    assert found.compared is not None
    assert found.twice.low < 0.6 < found.twice.high
    assert found.compared.low < 0.6 < found.compared.high
    assert found.used == pytest.approx(0.6, abs=0.015)


@pytest.mark.parametrize("part", [0.5, 0.75, 0.1, 0.95])
@pytest.mark.parametrize(("share", "second"), [(0.5, 0.5), (0.6, 0.6), (0.7, 0.5)])
def test_the_order_s_interval_holds_where_orders_are_unequal(
    share: float, second: float, part: float
) -> None:
    """One group that met the mechanisms the other way round is no twenty that tell the order."""
    nobody = np.array([], dtype=np.int64)
    held, studies = 0, 60
    for seed in range(studies):
        drawn = drawn_ballots(20, share, 0.2, seed, second=second, second_part=part)
        found = second_stage(drawn, nobody, nobody).compared
        assert found is not None
        held += found.low - 1e-9 <= second <= found.high + 1e-9
    assert held / studies >= 0.95 - 4 * (0.05 * 0.95 / studies) ** 0.5


def test_the_order_in_the_comparison_is_that_of_least_squares() -> None:
    """Half of the difference between the orders, whatever they prefer and how unequal they are."""
    drawn = drawn_ballots(24, 0.65, 0.1, 3, second=0.6, second_part=0.25)
    nobody = np.array([], dtype=np.int64)
    found = second_stage(drawn, nobody, nobody).compared
    assert found is not None
    first, second = (
        float(half.won.sum() / half.cast.sum())
        for half in (drawn.of(drawn.second == order) for order in (-1, 1))
    )
    assert found.estimate == pytest.approx(0.5 + (second - first) / 2)


def test_the_order_can_be_unknown() -> None:
    one_way = drawn_ballots(6, 0.7, 0.1, 5).of(np.resize([True, False], 6))
    nobody = np.array([], dtype=np.int64)
    found = second_stage(one_way, nobody, nobody)
    assert (found.twice, found.compared) == (None, None)
    assert not found.can_be_told
    assert plan_kept(ADJUSTED, found) == VotePlan()


def test_adjusting_is_the_covariate_of_least_squares() -> None:
    """statsmodels' intercept beside the centred order is the adjusted estimate."""
    from statsmodels.regression.linear_model import OLS  # noqa: PLC0415 - slow

    drawn = drawn_ballots(40, 0.6, 0.1, 7, second=0.7)
    surplus = (2.0 * drawn.won - drawn.cast) / drawn.cast
    fitted = OLS(surplus, np.column_stack([np.ones(40), drawn.second])).fit()
    effect = (1 + fitted.params[1]) / 2
    assert judge(drawn, ADJUSTED, effect).share.estimate == pytest.approx(
        (1 + fitted.params[0]) / 2
    )


@pytest.mark.parametrize("missing", [0.0, 0.3])
@pytest.mark.parametrize("second_part", [0.2, 0.5, 0.9])
def test_with_unequal_orders_too(second_part: float, missing: float) -> None:
    """Weighted by the votes cast, statsmodels' intercept is the adjusted share, without ACQUIRE."""
    from statsmodels.regression.linear_model import WLS  # noqa: PLC0415 - slow

    drawn = drawn_ballots(40, 0.6, 0.1, 7, second=0.7, missing=missing, second_part=second_part)
    nobody = np.array([], dtype=np.int64)
    order = second_stage(drawn, nobody, nobody)
    surplus = (2.0 * drawn.won - drawn.cast) / drawn.cast
    fitted = WLS(surplus, np.column_stack([np.ones(40), drawn.second]), drawn.cast).fit()
    found = judge(drawn, ADJUSTED, order.used, imbalance=order.imbalance)
    assert found.share.estimate == pytest.approx((1 + fitted.params[0]) / 2)


def test_groups_that_played_one_mechanism_twice_join_the_regression() -> None:
    from statsmodels.regression.linear_model import WLS  # noqa: PLC0415 - slow

    drawn = drawn_ballots(12, 0.6, 0.1, 7, second=0.7, second_part=1.0)
    won, cast = drawn_twice(20, 0.7, 0.1, 8)
    order = second_stage(drawn, won, cast)
    surplus = np.concatenate([2.0 * drawn.won - drawn.cast, 2.0 * won - cast])
    weight = np.concatenate([drawn.cast, cast])
    preference = np.concatenate([np.ones(12), np.zeros(20)])
    second = np.concatenate([drawn.second, np.ones(20)])
    fitted = WLS(surplus / weight, np.column_stack([preference, second]), weight).fit()
    found = judge(drawn, ADJUSTED, order.used, imbalance=order.imbalance)
    assert found.share.estimate == pytest.approx((1 + fitted.params[0]) / 2)
    assert order.can_be_told


def test_an_unbalanced_order_misleads_only_without_adjusting() -> None:
    drawn = drawn_ballots(4000, 0.5, 0.1, 8, second=0.7)
    dice = np.random.default_rng(9)
    unbalanced = drawn.of((drawn.second > 0) | (dice.random(4000) < 0.5))
    plain, adjusted = judge(unbalanced, VotePlan()), judge(unbalanced, ADJUSTED, 0.7)
    assert plain.share.low > 0.52
    assert adjusted.share.low < 0.5 < adjusted.share.high


def test_adjusting_gives_back_the_power_that_recency_takes() -> None:
    """A share of 56% in 100 groups, recency of 20 points, in 200 studies."""
    found = dict.fromkeys((VotePlan(), ADJUSTED), 0)
    for seed in range(200):
        drawn = drawn_ballots(100, 0.56, 0.0, seed, second=0.7)
        used = second_stage(drawn, *drawn_twice(30, 0.7, 0.0, 1000 + seed)).used
        for plan in found:
            found[plan] += judge(drawn, plan, used).p_value < LEVEL
    assert found[ADJUSTED] > found[VotePlan()] + 20


# --- the estimand ------------------------------------------------------------------------------


def test_each_condition_weighs_the_same_if_asked() -> None:
    drawn = drawn_ballots(200, 0.5, 0.0, 10, conditions=(0.8, 0.5, 0.5, 0.5, 0.5))
    even = judge(drawn, VotePlan(weighting=Weighting.CONDITIONS)).share.estimate
    means = [drawn.won[drawn.tails == tail].sum() / drawn.cast[drawn.tails == tail].sum()
             for tail in drawn.conditions]  # fmt: skip
    assert even == pytest.approx(np.mean(means))
    assert judge(drawn, VotePlan()).share.estimate == pytest.approx(
        drawn.won.sum() / drawn.cast.sum()
    )
    assert judge(drawn, VotePlan()).share.estimate > even + 0.03


def test_equal_conditions_need_no_weights() -> None:
    drawn = drawn_ballots(50, 0.6, 0.1, 11)
    even = judge(drawn, VotePlan(weighting=Weighting.CONDITIONS))
    assert even == judge(drawn, VotePlan())
    assert even.p_value == scores(drawn.won, drawn.cast).p_value


def test_the_intervals_of_all_conditions_hold_together() -> None:
    """In at least 95% of 200 studies without a preference none leaves out one half."""
    studies = 200
    wrong = 0
    for seed in range(studies):
        shares = by_condition(drawn_ballots(60, 0.5, 0.1, seed), VotePlan()).values()
        wrong += any(not share.low <= 0.5 <= share.high for share in shares)
    assert wrong / studies < LEVEL + 4 * (LEVEL * 0.95 / studies) ** 0.5
