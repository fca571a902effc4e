import math

import pytest
import torch
from enumeration import expected_share

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN, STRICT_EGALITARIAN
from hcmd_lab.game.rules import Game
from hcmd_lab.learning.contest import Contest, interval, mean_and_error
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.table_policy import TablePolicy

TINY = Game(rounds=2, head_endowment=2, tail_endowments=(1, 2), tails=1)


@pytest.fixture(scope="module")
def people() -> ParticipantModels:
    architecture = ParticipantArchitecture(6, 4, "full", 2, rounds=2, seats=2)
    made = ParticipantModels(architecture).double().requires_grad_(False)
    dice = torch.Generator().manual_seed(7)
    for parameter in made.parameters():
        torch.nn.init.normal_(parameter, generator=dice)
    made.vote.weight[..., 2] *= 10
    return made


@pytest.fixture(scope="module")
def contest(people: ParticipantModels) -> Contest:
    return Contest(ParticipantSet.of(people), TINY, 4000, torch.Generator().manual_seed(9))


@pytest.fixture(scope="module")
def policies() -> list[TablePolicy]:
    like = torch.zeros((), dtype=torch.float64)
    return [
        TablePolicy(freeze(mechanism, TINY), like)
        for mechanism in (LIBERAL_EGALITARIAN, STRICT_EGALITARIAN)
    ]


def test_the_share_is_the_exact_one_within_its_error(
    contest: Contest, people: ParticipantModels, policies: list[TablePolicy]
) -> None:
    exact = expected_share(*policies, people, TINY).item()
    mean, error = mean_and_error(contest.shares(*map(contest.enter, policies)))
    assert abs(exact - 0.5) > 5 * error > 0
    assert abs(mean - exact) < 3 * error


def test_shares_of_a_pair_sum_to_one_and_a_copy_gets_half(
    contest: Contest, policies: list[TablePolicy]
) -> None:
    ours, theirs = map(contest.enter, policies)
    both = contest.shares(ours, theirs) + contest.shares(theirs, ours)
    torch.testing.assert_close(both, torch.ones_like(both))
    half = contest.shares(ours, contest.enter(policies[0]))
    torch.testing.assert_close(half, torch.full_like(half, 0.5))


def test_interval_counts_groups_and_weighs_conditions_equally() -> None:
    shares = torch.tensor([[0.5, 0.7, 0.6], [0.2, 0.2, 0.2]])
    found = interval(shares)
    error = math.sqrt(0.01 / 3) / 2
    assert found.estimate == pytest.approx(0.4)
    assert found.high - found.estimate == pytest.approx(1.96 * error, rel=1e-3)
    assert found.estimate - found.low == pytest.approx(1.96 * error, rel=1e-3)
