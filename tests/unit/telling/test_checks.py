import re

import msgspec
import pytest
from figure_records import predictions

from hcmd_lab.figures.report.tables import checks_table
from hcmd_lab.jobs.modelled import Feature, FeatureCheck
from hcmd_lab.jobs.record import Interval
from hcmd_lab.telling.checks import came_true, check_in_words, checked, prediction_told


def check(feature: Feature, observed: float, tail_endowment: int | None = None) -> FeatureCheck:
    expected = Interval(estimate=0.3, low=0.2, high=0.4)
    return FeatureCheck(
        feature=feature, observed=observed, expected=expected, tail_endowment=tail_endowment
    )


def test_results_of_before_say_nothing() -> None:
    assert checked(()) == ""


def test_what_is_shown_is_counted_and_what_is_not_is_named() -> None:
    every = [check(feature, 0.3) for feature in Feature]
    said = checked(every)
    assert f"show {len(Feature)} of {len(Feature)} features" in said
    assert "differ" not in said
    said = checked([*every, check(Feature.TAILS_FOR_MORE, 0.55, 4), check(Feature.OWN_LAST, 0.1)])
    assert f"show {len(Feature)} of {len(Feature) + 2} features" in said
    assert "tail endowment 4 (55.0%, expected 20.0% to 40.0%)" in said
    assert "own last share (0.10, expected 0.20 to 0.40)" in said


def test_every_feature_has_a_name_of_its_own() -> None:
    said = {checked([check(feature, 0.9)]) for feature in Feature}
    assert len(said) == len(Feature)


@pytest.mark.parametrize("feature", [Feature.HALF, Feature.OWN_LAST])
@pytest.mark.parametrize("observed", [0.40004, 0.19996, 0.3, 0.4, 0.399996, 0.2000004])
def test_no_rounding_hides_on_which_side_of_an_end_a_feature_lies(
    feature: Feature, observed: float
) -> None:
    one = check(feature, observed)
    told = [float(each) for each in re.findall(r"\d+\.\d+", check_in_words(one))]
    assert len(told) == 3
    assert (told[1] <= told[0] <= told[2]) == one.is_shown


@pytest.mark.parametrize(("error", "could_fail"), [(0.1, True), (0.25, True), (0.6, False)])
def test_a_prediction_that_leaves_nothing_out_is_no_success(error: float, could_fail: bool) -> None:
    first, second = predictions(2)
    wide = msgspec.structs.replace(first, model_error=error)
    assert wide.could_fail == could_fail
    assert wide.held
    said, told = came_true([wide, second]), prediction_told(wide)
    assert said.startswith("Of 2 predictions")
    assert ("1 of these was too wide to be wrong." in said) == (not could_fail)
    assert ("they agree." in told) == could_fail
    assert told.endswith("they agree." if could_fail else "so wide a prediction cannot be wrong.")
    right = [row[-1] for row in checks_table([wide, second]).rows]
    assert right == ["yes" if could_fail else "too wide to be wrong", "no"]
