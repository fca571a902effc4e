"""The benchmarks that judge steps judge as they say."""

import pytest
import torch

from benchmarks.replication import refused
from benchmarks.verdicts import RULES, Point, kept
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.trained import OptimizeResult
from hcmd_lab.learning.expectation import Expectation
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork


def point(updates: int, mean: float, spread: float, shared: float = 0.0) -> Point:
    by_member = torch.tensor([mean - spread, mean, mean + spread])  # standard deviation: spread
    told = Expectation(mean, spread, shared, 0.0, 3)
    return Point(updates, by_member, told, PolicyNetwork(PolicyArchitecture(width=2)))


WAY = [point(10, 0.51, 0.002), point(20, 0.53, 0.012), point(30, 0.54, 0.05)]


@pytest.mark.parametrize(
    ("rule", "place"),
    [
        ("whole", 2),
        ("best", 2),
        ("worst", 1),
        ("cautious:1", 1),  # .508, .518, .490
        ("cautious:1.5", 1),  # .507, .512, .465
        ("cautious:2", 0),  # .5062, .506, .440
        ("cautious:6", None),
        ("above:0.005", 1),
        ("above:0.02", None),
        ("interval:1", None),  # three members: 4.3 standard deviations
        ("interval:0.5", 1),
    ],
)
def test_each_rule_keeps_the_point_that_it_says(rule: str, place: int | None) -> None:
    way = [point(10, 0.51, 0.0019), *WAY[1:]]
    assert kept(way, rule) == place


def test_what_the_members_share_is_taken_off_as_well() -> None:
    assert kept(WAY, "shared:1") == kept(WAY, "cautious:1")
    assert kept([point(10, 0.53, 0.01, shared=0.03)], "shared:1") is None
    assert kept([point(10, 0.53, 0.01, shared=0.02)], "shared:1") == 0


def test_a_step_that_all_members_expect_to_lose_is_refused_by_all_but_the_whole_way() -> None:
    losing = [point(10, 0.49, 0.001)]
    assert {rule for rule in RULES if kept(losing, rule) is not None} == {"whole"}


def test_a_step_is_refused_if_optimize_has_recorded_it() -> None:
    steps = [
        OptimizeResult(
            checkpoint="", frozen="", updates=300, ms_per_update=1.0, device="", kept_at=kept_at,
            vote_share=Interval(estimate=0.5, low=0.5, high=0.5), signal_to_noise=1.0,
        )
        for kept_at in (None, 0, 33, 0)
    ]  # fmt: skip
    assert refused(steps) == [2, 4]
