import copy
from collections.abc import Callable

import pytest
import torch
from enumeration import expected_share
from torch import Tensor

from benchmarks.estimators import Estimator, EstimatorName
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.learning.fused.engine import FusedGradient
from hcmd_lab.learning.gradient import TorchGradient
from hcmd_lab.learning.participant_set import ParticipantSet, SetArchitecture
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.rollout import condition_endowments, draw_uniforms
from hcmd_lab.learning.self_play import vote_gradient

TINY = Game(rounds=2, head_endowment=2, tail_endowments=(1, 2), tails=1)
GAMES = 700
"""Of a condition and a batch: the votes that are compared grow with their square."""


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


def mean_and_error(
    estimate: Callable[[torch.Generator], list[Tensor]], batches: int
) -> tuple[Tensor, Tensor]:
    dice = torch.Generator().manual_seed(21)
    found = torch.stack([flat(estimate(dice)) for _ in range(batches)])
    return found.mean(0), found.std(0) / batches**0.5


@pytest.mark.parametrize("name", ["constant", "none", "leave-one-out"])
def test_unbiased_estimators_have_the_exact_mean(
    name: EstimatorName, policy: PolicyNetwork, people: ParticipantModels
) -> None:
    share = expected_share(policy, copy.deepcopy(policy), people, TINY)
    exact = flat(list(torch.autograd.grad(share, list(policy.parameters()))))
    mean, error = mean_and_error(Estimator(name, policy, people, TINY, GAMES), 60)
    assert (mean - exact).norm() < 3 * error.norm()
    assert error.norm() < 0.1 * exact.norm()


def test_straight_through_points_uphill(policy: PolicyNetwork, people: ParticipantModels) -> None:
    share = expected_share(policy, copy.deepcopy(policy), people, TINY)
    exact = flat(list(torch.autograd.grad(share, list(policy.parameters()))))
    mean, _ = mean_and_error(Estimator("straight-through", policy, people, TINY, GAMES), 20)
    assert torch.cosine_similarity(mean, exact, 0) > 0.9


def test_the_programs_own_estimator_has_the_exact_mean(
    policy: PolicyNetwork, people: ParticipantModels
) -> None:
    share = expected_share(policy, copy.deepcopy(policy), people, TINY)
    exact = flat(list(torch.autograd.grad(share, list(policy.parameters()))))
    gradient = vote_gradient(policy, ParticipantSet.of(people), TINY, 1500, threads=1)
    endowment = condition_endowments(TINY, 1500, people.vote.weight)
    mean, error = mean_and_error(lambda dice: gradient(draw_uniforms(2, endowment, dice)), 40)
    assert (mean - exact).norm() < 3 * error.norm()
    assert error.norm() < 0.1 * exact.norm()


def test_the_compiled_loops_compute_with_32_bits_on_a_cpu_and_torch_all_else() -> None:
    models = ParticipantSet(SetArchitecture(4, 2)).requires_grad_(False)
    network = PolicyNetwork(PolicyArchitecture(4))
    assert isinstance(vote_gradient(network, models, PAPER_GAME, 3, 1), FusedGradient)
    gradient = vote_gradient(network.double(), models.double(), PAPER_GAME, 3, 1)
    assert isinstance(gradient, TorchGradient)
