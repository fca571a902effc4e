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
    assert widening([]) == pytest.approx(USUAL_WIDENING, rel=0.15)


@pytest.mark.parametrize("true", [1.0, 3.0])
def test_many_checks_find_the_factor(true: float) -> None:
    dice = np.random.default_rng(1)
    checks = [check(dice.normal(0, true * 0.01), iteration) for iteration in range(300)]
    assert widening(checks) == pytest.approx(true, rel=0.1)


def test_a_prediction_that_missed_widens_and_one_that_hit_narrows() -> None:
    assert widening([check(0.06)]) > 1.3 * widening([]) > widening([check(0.0)])


def test_what_people_leave_open_says_nothing() -> None:
    vague = msgspec.structs.replace(check(0.06), observed_error=1.0)
    assert widening([vague]) == pytest.approx(widening([]), rel=0.01)


def test_many_checks_of_one_session_are_two_at_most() -> None:
    assert widening([check(0.06)] * 40) == pytest.approx(widening([check(0.06)] * 2))
