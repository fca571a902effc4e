import copy

import pytest
import torch
from enumeration import expected_share
from torch import Tensor

from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.learning.estimators import Estimator, EstimatorName, make_estimator
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork

TINY = Game(rounds=2, head_endowment=2, tail_endowments=(1, 2), tails=1)


@pytest.fixture(scope="module")
def people() -> ParticipantModels:
    """People who care about payouts, in what they contribute and in how they vote."""
    architecture = ParticipantArchitecture(8, 4, max_endowment=2, rounds=2, seats=2)
    made = ParticipantModels(architecture).requires_grad_(False)
    dice = torch.Generator().manual_seed(11)
    for parameter in made.parameters():
        torch.nn.init.normal_(parameter, generator=dice)
    made.contribution.encoder.weight[:, 3:] *= 1.5
    made.vote.weight[..., 2].abs_().mul_(8)
    return made


@pytest.fixture(scope="module")
def policy() -> PolicyNetwork:
    made = PolicyNetwork(PolicyArchitecture(6))
    dice = torch.Generator().manual_seed(12)
    for parameter in made.parameters():
        torch.nn.init.normal_(parameter, generator=dice)
    return made


def flat(parts: list[Tensor]) -> Tensor:
    return torch.cat([part.flatten() for part in parts]).double()


def mean_and_error(estimate: Estimator, batches: int) -> tuple[Tensor, Tensor]:
    dice = torch.Generator().manual_seed(21)
    found = torch.stack([flat(estimate(dice)) for _ in range(batches)])
    return found.mean(0), found.std(0) / batches**0.5


@pytest.mark.parametrize("name", ["history", "constant", "none", "leave-one-out"])
def test_unbiased_estimators_have_the_exact_mean(
    name: EstimatorName, policy: PolicyNetwork, people: ParticipantModels
) -> None:
    share = expected_share(policy, copy.deepcopy(policy), people, TINY)
    exact = flat(list(torch.autograd.grad(share, list(policy.parameters()))))
    mean, error = mean_and_error(make_estimator(name, policy, people, TINY, 1500), 40)
    assert (mean - exact).norm() < 3 * error.norm()
    assert error.norm() < 0.1 * exact.norm()


def test_straight_through_points_uphill(policy: PolicyNetwork, people: ParticipantModels) -> None:
    share = expected_share(policy, copy.deepcopy(policy), people, TINY)
    exact = flat(list(torch.autograd.grad(share, list(policy.parameters()))))
    mean, _ = mean_and_error(make_estimator("straight-through", policy, people, TINY, 1500), 20)
    assert torch.cosine_similarity(mean, exact, 0) > 0.9


def test_the_default_is_computed_by_the_loops_with_the_same_result() -> None:
    models = ParticipantModels(ParticipantArchitecture(8, 4)).requires_grad_(False)
    models.contribution.reset_parameters(torch.Generator().manual_seed(1))
    torch.nn.init.normal_(models.vote.weight, generator=torch.Generator().manual_seed(2))
    network = PolicyNetwork(PolicyArchitecture(8))
    network.reset_parameters(torch.Generator().manual_seed(3))
    quick, plain = (
        make_estimator("history", network, models, PAPER_GAME, 20, fused=fused)
        for fused in (None, False)
    )
    found, expected = (flat(each(torch.Generator().manual_seed(4))) for each in (quick, plain))
    assert type(quick) is not type(plain)
    assert (found - expected).norm() < 1e-4 * expected.norm()


def test_64_bits_are_left_to_torch() -> None:
    models = ParticipantModels(ParticipantArchitecture(4, 2)).double().requires_grad_(False)
    network = PolicyNetwork(PolicyArchitecture(4)).double()
    network.reset_parameters(torch.Generator().manual_seed(3))
    estimate = make_estimator("history", network, models, PAPER_GAME, 3)
    parts = estimate(torch.Generator().manual_seed(4))
    assert {part.dtype for part in parts} == {torch.float64}
