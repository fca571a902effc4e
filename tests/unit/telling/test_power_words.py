"""What is said of power is what was asked for, and promises no number that was not found."""

import pytest

from hcmd_lab.inference.vote_power import ExpectedPower
from hcmd_lab.jobs.record import Interval
from hcmd_lab.telling.power import MAX_GROUPS, expected_in_words, power_in_words


def plan(**changed: object) -> dict[str, object]:
    usual = {"share": 0.543, "correlation": 0.1, "wanted_power": 0.8, "seats": 4, "groups": 30}
    return {**usual, "curve": {}, **changed}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"wanted_power": 0.999}, "for a power of 99.9%"),
        ({"wanted_power": 0.9999}, "for a power of 99.99%"),
        ({"wanted_power": 0.8}, "for a power of 80%"),
        ({"share": 0.5014}, "a true vote share of 50.14%"),
        ({"share": 0.5}, "a true vote share of 50.0%"),
        ({"share": 0.61872913}, "a true vote share of 61.9%"),  # computed, not typed
        ({"correlation": 0.004}, "a correlation of 0.004 between"),
        ({"correlation": 0.0132517}, "a correlation of 0.01 between"),
    ],
)
def test_what_was_asked_for_is_not_rounded_to_something_else(
    asked: dict[str, object], told: str
) -> None:
    assert told in " ".join(power_in_words(plan(**asked)))


@pytest.mark.parametrize("share", [0.499, 0.501])
def test_whoever_asked_for_too_much_is_told_the_way(share: float) -> None:
    said = power_in_words(plan(share=share, groups=None))[0]
    assert said.endswith("consider a share further from one half.")


@pytest.mark.parametrize(("low", "high"), [(0.3, 0.7), (0.5001, 0.52), (0.45, 0.499)])
def test_no_number_of_groups_is_promised_that_none_was_found_for(low: float, high: float) -> None:
    middle = Interval(estimate=(low + high) / 2, low=low, high=high)
    found = ExpectedPower("theta_1", "libertarian", middle, None, None, None)
    said = expected_in_words(found, 0.8)
    assert f"{MAX_GROUPS:,} groups are too few to find that share with a power of 80%." in said
    assert "takes" not in said
