"""What is said of votes: what a share is a mean over, its order, its conditions and labs."""

import msgspec
import pytest
from step_results import EVALUATED

from hcmd_lab.jobs.evaluated import LabEffect, LabShare, SecondStage
from hcmd_lab.jobs.record import Interval
from hcmd_lab.telling.statistics import p_value
from hcmd_lab.telling.votes import (
    estimand,
    evaluation_figures,
    evaluation_power,
    evaluation_statistics,
)
from hcmd_lab.vote_plan import Looks, VotePlan, Weighting

HALF = Interval(estimate=0.5, low=0.4, high=0.6)
ORDER = SecondStage(twice=HALF, twice_groups=30, compared=HALF, compared_groups=100, used=0.55)


def planned(**changes: object) -> VotePlan:
    return msgspec.structs.replace(VotePlan(), **changes)


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (VotePlan(), "every vote counts alike, not adjusted for the order"),
        (planned(order_adjusted=True), "every vote counts alike, adjusted for the order"),
        (
            planned(weighting=Weighting.CONDITIONS),
            "every tail endowment counts alike, not adjusted for the order",
        ),
        (
            planned(looks=Looks.SEQUENTIAL, weighting=Weighting.CONDITIONS),
            "every group counts alike, not adjusted for the order",
        ),
    ],
)
def test_the_figures_say_what_the_share_is_a_mean_over(plan: VotePlan, said: str) -> None:
    assert str(estimand(plan)) == said
    assert f": {said}; p\xa0=\xa00.001, " in evaluation_figures(
        msgspec.structs.replace(EVALUATED, plan=plan)
    )


def test_a_result_of_before_is_told_by_its_own_plan() -> None:
    assert evaluation_figures(EVALUATED) == (
        "The share of votes for θ₁ is 60.0% (95% interval 55.0% to 65.0%), of 400 votes in 100 "
        "groups: every vote counts alike, not adjusted for the order; p\xa0=\xa00.001, "
        "sign-flip test over groups."
    )
    told = " ".join(evaluation_statistics(EVALUATED))
    assert "tail endowment the share is" not in told  # its intervals do not hold together
    assert "second" not in told


def test_all_conditions_are_told_or_none() -> None:
    new = msgspec.structs.replace(EVALUATED, plan=VotePlan())
    (told,) = [each for each in evaluation_statistics(new) if each.startswith("By tail")]
    assert told == (
        "By tail endowment the share is: where each tail has 2 coins, 50.0% (40.0% to 60.0%); "
        "where each tail has 4 coins, 70.0% (60.0% to 80.0%). These intervals hold together: with "
        "a chance of 95% all of them contain the true share."
    )
    assert "largest" not in " ".join(evaluation_statistics(new))


def test_the_order_is_told_with_and_without() -> None:
    adjusted = msgspec.structs.replace(
        EVALUATED, plan=planned(order_adjusted=True), second_stage=ORDER, unadjusted=HALF,
        unadjusted_p_value=0.3,
    )  # fmt: skip
    (told,) = [each for each in evaluation_statistics(adjusted) if "played second" in each]
    assert told == (
        "In 30 groups that played one mechanism twice, the stage played second had 50.0% (95% "
        "interval 40.0% to 60.0%) of the votes. In the comparison, freed of the preference for a "
        "mechanism, the stage played second had 50.0% (95% interval 40.0% to 60.0%). That the "
        "stage played second has 55.0% of the votes, whichever it is, is taken out of the share; "
        "without that the share is 50.0% (95% interval 40.0% to 60.0%), p\xa0=\xa00.300."
    )
    plain = msgspec.structs.replace(EVALUATED, plan=VotePlan(), second_stage=ORDER)
    assert "It is not taken out of the share." in " ".join(evaluation_statistics(plain))


def test_labs_are_told_with_the_result_without_each() -> None:
    labs = [LabShare(lab=lab, groups=50, share=HALF, without=HALF) for lab in ("", "Basel")]
    merged = msgspec.structs.replace(EVALUATED, labs=LabEffect(labs=labs, p_value=0.2))
    told = " ".join(evaluation_statistics(merged))
    assert "this lab (50 groups) 50.0%" in told
    assert "Basel (50 groups) 50.0%" in told
    assert "p\xa0=\xa00.200" in told


def test_power_that_no_share_reaches_is_not_called_100_percent() -> None:
    few = msgspec.structs.replace(EVALUATED, smallest_effect=1.0, power=0.01)
    assert "no vote share would be detected with 80% power" in evaluation_power(few)


def test_a_sequential_result_names_its_own_test() -> None:
    looked = msgspec.structs.replace(EVALUATED, plan=planned(looks=Looks.SEQUENTIAL))
    assert "betting test over groups, which holds at every look" in evaluation_figures(looked)
    told = " ".join(evaluation_statistics(looked))
    assert "at any time" in told
    assert "opposite" not in told


def test_an_interval_that_leaves_out_one_half_does_not_seem_to_hold_it() -> None:
    just = Interval(estimate=0.6, low=0.50004, high=0.7)
    told = evaluation_figures(msgspec.structs.replace(EVALUATED, share=just))
    assert "(95% interval 50.004% to 70.0%)" in told
    at_half = msgspec.structs.replace(EVALUATED, share=Interval(estimate=0.6, low=0.5, high=0.7))
    assert "(95% interval 50.0% to 70.0%)" in evaluation_figures(at_half)


@pytest.mark.parametrize(
    ("power", "said"), [(0.0, "less than 1%"), (0.004, "less than 1%"), (0.999, "more than 99%")]
)
def test_no_simulated_chance_is_none_or_sure(power: float, said: str) -> None:
    found = msgspec.structs.replace(EVALUATED, power=power, assumed_correlation=0.1)
    assert f"the paper's 54.3% with {said}." in evaluation_power(found)
    assert "a correlation of 0.10 between votes within a group" in evaluation_power(found)


@pytest.mark.parametrize("value", [0.0001, 0.938])
def test_no_line_ends_within_a_p_value(value: float) -> None:
    assert " " not in p_value(value)
