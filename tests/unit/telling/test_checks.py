import re

import pytest

from hcmd_lab.jobs.modelled import Feature, FeatureCheck
from hcmd_lab.jobs.record import Interval
from hcmd_lab.telling.checks import check_in_words, checked


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
