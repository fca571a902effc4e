import math

import msgspec
import pytest
import torch
from step_results import MODELLED

from hcmd_lab.learning.expectation import Expectation, expectation


def test_one_model_counts_groups_and_weighs_conditions_equally() -> None:
    found = expectation(torch.tensor([[[0.5, 0.7, 0.6], [0.2, 0.2, 0.2]]])).interval(3.0)
    error = math.sqrt(0.01 / 3) / 2
    assert found.estimate == pytest.approx(0.4)
    assert found.high - found.estimate == pytest.approx(1.96 * error, rel=1e-3)
    assert found.estimate - found.low == pytest.approx(1.96 * error, rel=1e-3)


def test_the_spread_of_the_members_is_in_the_interval_and_more_games_do_not_remove_it() -> None:
    members = torch.tensor([0.50, 0.52, 0.54])
    shares = members.view(3, 1, 1).expand(3, 5, 1000)
    found = expectation(shares)
    assert found.mean == pytest.approx(0.52)
    assert found.model_error == pytest.approx(0.02)
    assert found.simulation_error == pytest.approx(0)
    reach = 4.303 * 0.02  # Student's t with two degrees of freedom
    assert found.interval(1.0).high == pytest.approx(0.52 + reach, rel=1e-3)
    assert found.interval(2.0).high == pytest.approx(0.52 + 2 * reach, rel=1e-3)


def test_no_share_lies_below_0_or_above_1() -> None:
    wild = expectation(torch.tensor([0.1, 0.9]).view(2, 1, 1).expand(2, 5, 100), groups_known=1)
    found = wild.interval(3.0)
    assert (found.low, found.high) == (0.0, 1.0)
    assert found.estimate == pytest.approx(0.5)


def test_the_noise_that_members_share_is_counted_once() -> None:
    noise = torch.rand(1, 2, 50, generator=torch.Generator().manual_seed(1))
    one, many = expectation(noise), expectation(noise.expand(8, 2, 50))
    assert many.simulation_error == pytest.approx(one.simulation_error)
    assert many.model_error == pytest.approx(0, abs=1e-7)


def test_more_groups_make_the_errors_of_the_models_alone_smaller() -> None:
    found = Expectation(0.5, 0.02, 0.04, 0.001, 8).of_more_groups(4)
    assert (found.spread, found.shared, found.simulation_error) == (0.01, 0.01, 0.001)


def test_more_groups_promise_the_interval_that_so_many_groups_have() -> None:
    """Given that the spread of the members falls with the root of the groups."""
    away = torch.linspace(-0.03, 0.03, 8).view(8, 1, 1).expand(8, 5, 50)
    few, many = expectation(0.55 + away, 20), expectation(0.55 + away / 2**0.5, 40)
    promised = few.of_more_groups(2).interval(1.41)
    assert promised.low == pytest.approx(many.interval(1.41).low, rel=1e-5)
    assert promised.high == pytest.approx(many.interval(1.41).high, rel=1e-5)


def test_few_groups_leave_an_error_that_members_share() -> None:
    shares = torch.full((4, 2, 50), 0.6)
    assert expectation(shares).model_error == 0
    few, many = (expectation(shares, groups).model_error for groups in (15, 150))
    assert few == pytest.approx(10 * many)
    assert expectation(shares, 15).interval(1.0).high > 0.7


@pytest.mark.parametrize("vote_groups", [0.0, None])
def test_models_that_know_no_votes_expect_none_for_certain(vote_groups: float | None) -> None:
    blind = msgspec.structs.replace(MODELLED, votes=0, vote_groups=vote_groups)
    even = torch.full((4, 2, 50), 0.5)  # no fit has a weight for anything
    found = expectation(even, blind.groups_known(4)).interval(1.0)
    assert (found.low, found.high) == (0.0, 1.0)
