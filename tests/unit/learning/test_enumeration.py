"""The estimator of the gradient against exact enumeration on the tiny game."""

import copy
import dataclasses

import pytest
import torch
from enumeration import every_episode, expected_share
from people_who_care import as_if_in_tens
from torch import Tensor

from hcmd_lab.game.rules import Game
from hcmd_lab.learning.gradient import surrogate
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.rollout import Episodes, by_inverse_cdf, draw_uniforms, play
from hcmd_lab.restriction import Reference, Restriction

TINY = Game(rounds=2, head_endowment=2, tail_endowments=(1, 2), tails=1)
OF_THREE = Game(rounds=2, head_endowment=1, tail_endowments=(1, 2), tails=2, multiplier_percent=200)


@pytest.fixture(scope="module")
def people() -> ParticipantModels:
    return people_of(TINY)


def people_of(game: Game) -> ParticipantModels:
    """People who care about payouts, in what they contribute and in how they vote."""
    architecture = ParticipantArchitecture(
        8, 4, max_endowment=game.max_endowment, rounds=game.rounds, seats=game.seats
    )
    made = ParticipantModels(architecture).double().requires_grad_(False)
    dice = torch.Generator().manual_seed(13)
    for parameter in made.parameters():
        torch.nn.init.normal_(parameter, generator=dice)
    made.contribution.encoder.weight[:, 3:] *= 1.5
    made.vote.weight[..., 2].abs_().mul_(8)
    return as_if_in_tens(made)


@pytest.fixture(scope="module")
def policy() -> PolicyNetwork:
    made = PolicyNetwork(PolicyArchitecture(6)).double()
    dice = torch.Generator().manual_seed(17)
    for parameter in made.parameters():
        torch.nn.init.normal_(parameter, generator=dice)
    return made


@pytest.fixture(scope="module")
def exact(policy: PolicyNetwork, people: ParticipantModels) -> Tensor:
    share = expected_share(policy, copy.deepcopy(policy), people, TINY)
    return flat(torch.autograd.grad(share, list(policy.parameters())))


def flat(tensors: tuple[Tensor, ...]) -> Tensor:
    return torch.cat([tensor.flatten() for tensor in tensors])


def test_probabilities_of_all_episodes_sum_to_one(
    policy: PolicyNetwork, people: ParticipantModels
) -> None:
    for tail_endowment, count in ((1, 36), (2, 81)):
        episodes = every_episode(policy, people, TINY, tail_endowment)
        total = episodes.log_probability.sum((1, 2)).exp().sum()
        assert len(episodes.endowment) == count
        torch.testing.assert_close(total, torch.ones_like(total))


def test_half_of_the_votes_go_to_a_copy(policy: PolicyNetwork, people: ParticipantModels) -> None:
    share = expected_share(policy, copy.deepcopy(policy), people, TINY)
    torch.testing.assert_close(share, torch.full_like(share, 0.5))


def test_exact_gradient_is_the_slope_of_the_exact_share(
    policy: PolicyNetwork, people: ParticipantModels, exact: Tensor
) -> None:
    opponent = copy.deepcopy(policy)
    direction = exact / exact.norm()

    def share(step: float) -> float:
        moved = copy.deepcopy(policy)
        vector = torch.nn.utils.parameters_to_vector(moved.parameters())
        torch.nn.utils.vector_to_parameters(vector + step * direction, moved.parameters())
        return expected_share(moved, opponent, people, TINY).item()

    slope = (share(1e-5) - share(-1e-5)) / 2e-5
    assert exact.norm() > 1e-4
    assert slope == pytest.approx(exact.norm().item(), rel=1e-5)


@dataclasses.dataclass
class Estimates:
    mean: Tensor
    standard_error: Tensor

    def relative_error(self, exact: Tensor) -> float:
        return (self.standard_error.norm() / exact.norm()).item()

    def agree(self, exact: Tensor) -> bool:
        """Each component within 4.5 standard errors, the whole within 3."""
        off = self.mean - exact
        used = self.standard_error > 1e-12
        return bool(
            (off[used].abs() <= 4.5 * self.standard_error[used]).all()
            and (off[~used].abs() <= 1e-12).all()
            and off.norm() <= 3 * self.standard_error.norm()
        )


def estimate(
    policy: PolicyNetwork,
    people: ParticipantModels,
    batches: int,
    silent: str = "",
    game: Game = TINY,
) -> Estimates:
    pools, size = 100, 40
    dice = torch.Generator().manual_seed(21)
    like = torch.zeros((), dtype=torch.float64)
    rows = like.new_tensor([game.endowments(tail) for tail in game.tail_endowments])
    endowment = rows.repeat_interleave(size, 0).repeat(pools // len(rows), 1)
    parameters = list(policy.parameters())
    gradients = []
    for _ in range(batches):
        choose = by_inverse_cdf(draw_uniforms(game.rounds, endowment, dice), endowment)
        episodes: Episodes = play(policy, people, endowment, choose, game.multiplier)
        if silent:  # a part of the graph that is left out makes the estimate biased
            constant = getattr(episodes, silent).detach()
            episodes = dataclasses.replace(episodes, **{silent: constant})
        number = surrogate(episodes, pools)
        gradients.append(flat(torch.autograd.grad(number, parameters)))
    stacked = torch.stack(gradients)
    return Estimates(stacked.mean(0), stacked.std(0) / batches**0.5)


def test_history_estimator_has_the_exact_mean(
    policy: PolicyNetwork, people: ParticipantModels, exact: Tensor
) -> None:
    found = estimate(policy, people, 90)
    assert found.relative_error(exact) < 0.02
    assert found.agree(exact)


@pytest.mark.parametrize("silent", ["log_probability", "round_score"])
def test_the_check_rejects_half_of_the_estimator(
    policy: PolicyNetwork, people: ParticipantModels, exact: Tensor, silent: str
) -> None:
    found = estimate(policy, people, 20, silent)
    assert not found.agree(exact)
    assert (found.mean - exact).norm() > 0.3 * exact.norm()


@pytest.mark.parametrize(
    "restriction",
    [Restriction(0.1, True, Reference.LIBERAL_EGALITARIAN, 0.5), Restriction(0.2, False)],
)
def test_history_estimator_has_the_exact_mean_for_a_restricted_policy(
    people: ParticipantModels, restriction: Restriction
) -> None:
    restricted = PolicyNetwork(PolicyArchitecture(6, restriction)).double()
    restricted.reset_parameters(torch.Generator().manual_seed(12))
    with torch.no_grad():
        for parameter in restricted.parameters():
            parameter.mul_(2)
    share = expected_share(restricted, copy.deepcopy(restricted), people, TINY)
    parameters = list(restricted.parameters())
    slope = flat(torch.autograd.grad(share, parameters))
    found = estimate(restricted, people, 60)
    assert found.relative_error(slope) < 0.05
    assert found.agree(slope)


def test_history_estimator_has_the_exact_mean_in_groups_of_three() -> None:
    trio = people_of(OF_THREE)
    policy = PolicyNetwork(PolicyArchitecture.of(6, Restriction(), OF_THREE)).double()
    dice = torch.Generator().manual_seed(17)
    for parameter in policy.parameters():
        torch.nn.init.normal_(parameter, generator=dice)
    share = expected_share(policy, copy.deepcopy(policy), trio, OF_THREE)
    slope = flat(torch.autograd.grad(share, list(policy.parameters())))
    found = estimate(policy, trio, 60, game=OF_THREE)
    assert found.relative_error(slope) < 0.05
    assert found.agree(slope)
    assert not estimate(policy, trio, 20, "log_probability", OF_THREE).agree(slope)
