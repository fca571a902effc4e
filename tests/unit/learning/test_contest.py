import pytest
import torch
from enumeration import expected_share
from people_who_care import as_if_in_tens

from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN, STRICT_EGALITARIAN
from hcmd_lab.game.rules import Game
from hcmd_lab.learning.contest import Contest
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
    return as_if_in_tens(made)


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
    found = contest.expected(*map(contest.enter, policies))
    assert found.members == 1
    assert found.model_error == 0
    assert abs(exact - 0.5) > 5 * found.simulation_error > 0
    assert abs(found.mean - exact) < 3 * found.simulation_error


def test_shares_of_a_pair_sum_to_one_and_a_copy_gets_half(
    contest: Contest, policies: list[TablePolicy]
) -> None:
    ours, theirs = map(contest.enter, policies)
    both = contest.shares_by_member(ours, theirs) + contest.shares_by_member(theirs, ours)
    torch.testing.assert_close(both, torch.ones_like(both))
    half = contest.shares_by_member(ours, contest.enter(policies[0]))
    torch.testing.assert_close(half, torch.full_like(half, 0.5))


def test_fractions_are_those_of_the_games(contest: Contest, policies: list[TablePolicy]) -> None:
    fractions = contest.fractions_by_member(contest.enter(policies[0]))
    assert fractions.shape == (1, 2, 4000)
    assert ((fractions >= 0) & (fractions <= 1)).all()
    # Two seats, two rounds and two draws of coins out of 1 or 2: eighths and sixteenths.
    torch.testing.assert_close(fractions * 16, (fractions * 16).round())
