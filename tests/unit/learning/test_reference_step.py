"""The text to read says what the program computes, and what the exact gradient is."""

import copy

import pytest
import torch
from enumeration import expected_share
from people_who_care import as_if_in_tens
from torch import Tensor

from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.learning.fused.engine import FusedGradient
from hcmd_lab.learning.gradient import TorchGradient
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.reference_step import objective, update
from hcmd_lab.learning.self_play import SelfPlay
from hcmd_lab.restriction import Restriction

TINY = Game(rounds=2, head_endowment=2, tail_endowments=(1, 2), tails=1)
SMALL = Game(rounds=3, head_endowment=5, tail_endowments=(2, 5), tails=2)
FREE = Restriction()
BOUND = Restriction(0.02, True, "libertarian", 0.3)


def people(game: Game, inputs: str = "full", sizes: tuple[int, int] = (8, 4)) -> ParticipantModels:
    """People who care about payouts, in what they contribute and in how they vote."""
    architecture = ParticipantArchitecture(
        *sizes,
        inputs,
        game.max_endowment,
        game.rounds,
        game.seats,
        inputs,
        inputs == "full",
    )
    made = ParticipantModels(architecture).requires_grad_(False)
    dice = torch.Generator().manual_seed(5)
    for parameter in made.parameters():
        torch.nn.init.normal_(parameter, std=0.7, generator=dice)
    made.vote.weight[..., 2].abs_().mul_(3)
    if made.contribution.most_paid is not None:
        # In units of the largest endowment, of coins that no payout is, whatever its rounding.
        made.contribution.most_paid.fill_(6.173 / game.max_endowment)
    return as_if_in_tens(made)


def network(restriction: Restriction = FREE, width: int = 8) -> PolicyNetwork:
    made = PolicyNetwork(PolicyArchitecture(width, restriction))
    made.reset_parameters(torch.Generator().manual_seed(6))
    return made


def drawn(game: Game, games: int, seed: int = 7) -> Tensor:
    shape = (game.rounds, game.seats, games * len(game.tail_endowments))
    return torch.rand(shape, generator=torch.Generator().manual_seed(seed))


def flat(parts: list[Tensor] | tuple[Tensor, ...]) -> Tensor:
    return torch.cat([part.flatten() for part in parts]).double()


def reference(
    policy: PolicyNetwork, models: ParticipantModels, game: Game, uniforms: Tensor
) -> Tensor:
    """The gradient of the objective in 64 bits."""
    policy, models = copy.deepcopy(policy).double(), copy.deepcopy(models).double()
    number = objective(policy, models, game, uniforms.double())
    return flat(torch.autograd.grad(number, list(policy.parameters())))


@pytest.mark.parametrize("restriction", [FREE, BOUND], ids=["free", "restricted"])
@pytest.mark.parametrize("inputs", ["full", "paper"])
@pytest.mark.parametrize(("game", "games"), [(PAPER_GAME, 20), (SMALL, 9), (SMALL, 3)])
def test_both_paths_of_the_program_have_this_gradient(
    game: Game, games: int, inputs: str, restriction: Restriction
) -> None:
    policy, models, uniforms = network(restriction), people(game, inputs), drawn(game, games)
    expected = reference(policy, models, game, uniforms)
    assert expected.norm() > 1e-5
    fused = flat(FusedGradient(policy, ParticipantSet.of(models), game, games, threads=2)(uniforms))
    assert (fused - expected).norm() < 1e-5 * expected.norm()
    torch_path = TorchGradient(policy.double(), ParticipantSet.of(models.double()), game, games)
    by_torch = flat(torch_path(uniforms.double()))
    assert (by_torch - expected).norm() < 1e-10 * expected.norm()


def test_the_same_at_the_papers_sizes() -> None:
    policy, models = network(width=32), people(PAPER_GAME, sizes=(32, 8))
    uniforms = drawn(PAPER_GAME, 130)
    expected = reference(policy, models, PAPER_GAME, uniforms)
    gradient = FusedGradient(policy, ParticipantSet.of(models), PAPER_GAME, 130, threads=2)
    fused = flat(gradient(uniforms))
    assert (fused - expected).norm() < 1e-5 * expected.norm()


@pytest.mark.parametrize("games", [250, pytest.param(1000, marks=pytest.mark.release)])
def test_its_mean_is_the_exact_gradient(games: int) -> None:
    policy, models = network(width=6).double(), people(TINY).double()
    parameters = list(policy.parameters())
    share = expected_share(policy, copy.deepcopy(policy), models, TINY)
    exact = flat(torch.autograd.grad(share, parameters))
    batches = []
    for seed in range(60):
        uniforms = drawn(TINY, games, seed).double()
        number = objective(policy, models, TINY, uniforms)
        batches.append(flat(torch.autograd.grad(number, parameters)))
    found = torch.stack(batches)
    error = found.std(0) / len(batches) ** 0.5
    assert error.norm() < 0.02 * exact.norm()
    assert (found.mean(0) - exact).norm() < 3 * error.norm()


def test_an_update_takes_the_programs_step() -> None:
    here, there, models = network(BOUND), network(BOUND), people(PAPER_GAME)
    adam = torch.optim.Adam(here.parameters(), lr=1e-3, maximize=True)
    dice, same = (torch.Generator().manual_seed(3) for _ in range(2))
    training = SelfPlay(there, ParticipantSet.of(models), PAPER_GAME, 20, 1e-3, same)
    before = flat([parameter.detach().clone() for parameter in here.parameters()])
    for _ in range(3):
        update(here, models, PAPER_GAME, 20, adam, dice)
        training.update()
    ours, theirs = (flat([p.detach() for p in policy.parameters()]) for policy in (here, there))
    assert (theirs - before).norm() > 1e-2
    assert (ours - theirs).norm() < 1e-2 * (theirs - before).norm()
