import msgspec
import numpy as np
import pytest

from hcmd_lab.jobs.modelled import Checked, PredictionCheck
from hcmd_lab.prediction_checks import USUAL_WIDENING, widening


def check(miss: float, iteration: int = 2) -> PredictionCheck:
    return PredictionCheck(
        quantity=Checked.VOTES, purpose="acquire", iteration=iteration, first="theta_1",
        second="theta_1_head_more", groups=40, predicted=0.5, model_error=0.01,
        simulation_error=0.001, observed=0.5 + miss, observed_error=0.001,
    )  # fmt: skip


def test_a_prediction_is_right_within_the_errors_of_both() -> None:
    assert check(0.018).held
    assert not check(0.022).held
    assert msgspec.structs.replace(check(0.022), widening=1.5).held
    assert msgspec.structs.replace(check(0.022), observed_error=0.01).held
    expected = msgspec.structs.replace(check(0.0), widening=2.0).expected
    assert expected.high - expected.estimate == pytest.approx(1.96 * 0.02, rel=0.01)


def test_without_checks_it_is_the_usual_one() -> None:
    assert widening([], Checked.VOTES) == pytest.approx(USUAL_WIDENING, rel=0.15)


@pytest.mark.parametrize("true", [1.0, 3.0])
def test_many_checks_find_the_factor_on_average(true: float) -> None:
    dice = np.random.default_rng(1)
    found = []
    for _ in range(100):
        checks = [check(dice.normal(0, true * 0.01), iteration) for iteration in range(12)]
        found.append(widening(checks, Checked.VOTES))
    # The last sessions count most, and few of them leave something of the prior.
    assert np.mean(found) == pytest.approx(true, rel=0.25)


def test_what_newer_models_have_learned_since_counts_less() -> None:
    missed_first = [check(0.06, 2), *(check(0.005, later) for later in range(3, 8))]
    missed_last = [*(check(0.005, earlier) for earlier in range(2, 7)), check(0.06, 7)]
    old, new = (widening(each, Checked.VOTES) for each in (missed_first, missed_last))
    assert old < 0.75 * new
    assert old > widening([check(0.005, each) for each in range(2, 8)], Checked.VOTES)


def test_contributions_foreseen_badly_say_nothing_of_votes() -> None:
    badly = msgspec.structs.replace(check(0.06), quantity=Checked.CONTRIBUTIONS)
    assert widening([badly], Checked.VOTES) == widening([], Checked.VOTES)
    assert widening([badly], Checked.CONTRIBUTIONS) > 1.3 * widening([], Checked.CONTRIBUTIONS)


def test_a_prediction_that_missed_widens_and_one_that_hit_narrows() -> None:
    assert (
        widening([check(0.06)], Checked.VOTES)
        > 1.3 * widening([], Checked.VOTES)
        > widening([check(0.0)], Checked.VOTES)
    )


def test_what_people_leave_open_says_nothing() -> None:
    vague = msgspec.structs.replace(check(0.06), observed_error=1.0)
    assert widening([vague], Checked.VOTES) == pytest.approx(widening([], Checked.VOTES), rel=0.01)


def test_many_checks_of_one_session_are_two_at_most() -> None:
    assert widening([check(0.06)] * 40, Checked.VOTES) == pytest.approx(
        widening([check(0.06)] * 2, Checked.VOTES)
    )


@pytest.mark.parametrize("groups", [3, 4])
def test_what_few_groups_happen_to_have_in_common_is_not_laid_to_the_models(groups: int) -> None:
    """The models err as they say; what came errs too, and few groups do not tell by how much."""
    dice = np.random.default_rng(groups)
    found = []
    for _ in range(40):
        checks = []
        for session in range(8):
            iteration = 2 + session // 2  # two pairs of mechanisms in each
            seen = dice.binomial(4, 0.55, groups) / 4
            checks.append(
                msgspec.structs.replace(
                    check(0.0, iteration), groups=groups, predicted=dice.normal(0.55, 0.02),
                    model_error=0.02, observed=seen.mean(),
                    observed_error=seen.std(ddof=1) / groups**0.5,
                )
            )  # fmt: skip
        found.append(widening(checks, Checked.VOTES))
    assert np.mean(found) < 1.2 * widening([], Checked.VOTES)


def test_results_of_before_tell_what_came_with_the_error_of_so_many_groups() -> None:
    many = msgspec.structs.replace(check(0.0), groups=1000, observed_error=0.05)
    few = msgspec.structs.replace(many, groups=3)
    alike = msgspec.structs.replace(few, observed_error=0.0)
    assert many.seen.high - many.seen.low == pytest.approx(2 * 1.96 * 0.05, rel=0.01)
    assert few.seen.high - few.seen.low == pytest.approx(2 * 4.303 * 0.05, rel=0.01)
    assert alike.seen.high - alike.seen.low > 0.5
