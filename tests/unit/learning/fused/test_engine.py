import copy

import pytest
import torch
from torch import Tensor

from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.jobs.requests import Inputs
from hcmd_lab.learning.fused.engine import TILE_GAMES, FusedGradient
from hcmd_lab.learning.gradient import TorchGradient
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.rollout import condition_endowments, draw_uniforms
from hcmd_lab.restriction import Reference, Restriction

PAPER_SIZE = ParticipantArchitecture(32, 8, vote_inputs=Inputs.FULL, one_hot=True)
SMALL_GAME = Game(rounds=3, head_endowment=5, tail_endowments=(2, 5), tails=2)
OTHER_GAMES = [
    Game(rounds=8, head_endowment=10, tail_endowments=(4, 20), tails=2, multiplier_percent=200),
    Game(rounds=15, head_endowment=1, tail_endowments=(1,), tails=3, multiplier_percent=101),
    Game(rounds=6, head_endowment=12, tail_endowments=(5, 12), tails=4, multiplier_percent=300),
    Game(rounds=2, head_endowment=7, tail_endowments=(3, 6, 9), tails=5, multiplier_percent=600),
    Game(rounds=5, head_endowment=20, tail_endowments=(2, 20), tails=5, multiplier_percent=600),
]


def people(architecture: ParticipantArchitecture) -> ParticipantModels:
    """People who care about payouts, in what they contribute and in how they vote."""
    dice = torch.Generator().manual_seed(5)
    made = ParticipantModels(architecture).requires_grad_(False)
    for parameter in made.contribution.parameters():
        torch.nn.init.normal_(parameter, std=0.7, generator=dice)
    for parameter in made.vote.parameters():
        torch.nn.init.normal_(parameter, generator=dice)
    if made.contribution.most_paid is not None:
        made.contribution.most_paid.fill_(0.7173)  # about half of all payouts are cut off
    return made


def network(width: int, game: Game = PAPER_GAME) -> PolicyNetwork:
    made = PolicyNetwork(PolicyArchitecture.of(width, Restriction(), game))
    made.reset_parameters(torch.Generator().manual_seed(6))
    return made


def by_torch(
    policy: PolicyNetwork, models: ParticipantModels, game: Game, games: int, uniforms: Tensor
) -> Tensor:
    """The gradient in 64 bits, by roll-out and automatic differentiation."""
    policy, models = copy.deepcopy(policy).double(), copy.deepcopy(models).double()
    return flat(TorchGradient(policy, ParticipantSet.of(models), game, games)(uniforms.double()))


def flat(parts: list[Tensor]) -> Tensor:
    return torch.cat([part.flatten() for part in parts])


def drawn(game: Game, games: int) -> Tensor:
    endowment = condition_endowments(game, games, torch.zeros(()))
    return draw_uniforms(game.rounds, endowment, torch.Generator().manual_seed(7))


@pytest.mark.parametrize(
    ("game", "games", "architecture", "width"),
    [
        pytest.param(PAPER_GAME, TILE_GAMES + 30, PAPER_SIZE, 32, id="the paper's sizes"),
        pytest.param(
            SMALL_GAME, 9, ParticipantArchitecture(6, 3, "full", 5, 3, 3), 7, id="odd sizes"
        ),
        pytest.param(
            SMALL_GAME, 2, ParticipantArchitecture(5, 2, "full", 8, 3, 3), 4, id="know more coins"
        ),
        pytest.param(
            SMALL_GAME,
            40,
            ParticipantArchitecture(5, 2, "full", 8, 3, 3, one_hot=True),
            4,
            id="know more coins, one by one",
        ),
        pytest.param(
            PAPER_GAME, 20, ParticipantArchitecture(8, 4, one_hot=False), 8, id="numbers alone"
        ),
        pytest.param(
            PAPER_GAME, 20, ParticipantArchitecture(8, 4, "paper"), 8, id="the paper's inputs"
        ),
        *(
            pytest.param(
                game,
                20,
                ParticipantArchitecture(
                    8,
                    4,
                    Inputs.FULL,
                    game.max_endowment,
                    game.rounds,
                    game.seats,
                    Inputs.FULL,
                    one_hot=True,
                ),
                8,
                id=f"{game.seats} seats, {game.rounds} rounds",
            )
            for game in OTHER_GAMES
        ),
    ],
)
def test_the_gradient_is_that_of_the_roll_out(
    game: Game, games: int, architecture: ParticipantArchitecture, width: int
) -> None:
    policy, models, uniforms = network(width, game), people(architecture), drawn(game, games)
    found = flat(
        FusedGradient(policy, ParticipantSet.of(models), game, games, threads=2)(uniforms)
    ).double()
    expected = by_torch(policy, models, game, games, uniforms)
    assert expected.norm() > 1e-5
    assert (found - expected).norm() < 1e-5 * expected.norm()


@pytest.mark.parametrize(
    "restriction",
    [
        Restriction(minimum_share=0.05),
        Restriction(0.02, True, Reference.LIBERTARIAN, 0.3),
        Restriction(0.05, False, Reference.LIBERAL_EGALITARIAN, 0.4),
        Restriction(0, False, Reference.STRICT_EGALITARIAN, 0.5),
    ],
)
@pytest.mark.parametrize("game", [PAPER_GAME, SMALL_GAME])
def test_the_gradient_of_a_restricted_policy_is_that_of_the_roll_out(
    restriction: Restriction, game: Game
) -> None:
    policy = PolicyNetwork(PolicyArchitecture(8, restriction))
    policy.reset_parameters(torch.Generator().manual_seed(6))
    seats, coins, rounds = game.seats, game.max_endowment, game.rounds
    models = people(ParticipantArchitecture(8, 4, "full", coins, rounds, seats))
    uniforms = drawn(game, 30)
    found = flat(
        FusedGradient(policy, ParticipantSet.of(models), game, 30, threads=2)(uniforms)
    ).double()
    expected = by_torch(policy, models, game, 30, uniforms)
    free = PolicyNetwork(PolicyArchitecture(8))
    free.load_state_dict(policy.state_dict())
    assert expected.norm() > 1e-6
    assert (found - expected).norm() < 1e-5 * expected.norm()
    assert (by_torch(free, models, game, 30, uniforms) - expected).norm() > 0.05 * expected.norm()


def test_the_number_of_threads_changes_nothing() -> None:
    policy, models, uniforms = network(8), people(PAPER_SIZE), drawn(PAPER_GAME, 130)
    one, three = (
        flat(FusedGradient(policy, ParticipantSet.of(models), PAPER_GAME, 130, threads)(uniforms))
        for threads in (1, 3)
    )
    assert torch.equal(one, three)


def test_a_policy_that_has_changed_is_read_again() -> None:
    policy, models, uniforms = network(8), people(PAPER_SIZE), drawn(PAPER_GAME, 5)
    gradient = FusedGradient(policy, ParticipantSet.of(models), PAPER_GAME, 5, threads=1)
    before = flat(gradient(uniforms))
    with torch.no_grad():
        policy.message.linear.weight.mul_(1.5)
    found = flat(gradient(uniforms)).double()
    expected = by_torch(policy, models, PAPER_GAME, 5, uniforms)
    assert (found - before).norm() > 1e-3 * before.norm()
    assert (found - expected).norm() < 1e-5 * expected.norm()


def test_a_network_out_of_range_gives_no_finite_gradient() -> None:
    policy, models = network(8), people(PAPER_SIZE)
    gradient = FusedGradient(policy, ParticipantSet.of(models), PAPER_GAME, 5, threads=1)
    with torch.no_grad():
        policy.readout.weight.fill_(torch.nan)
    assert not torch.isfinite(flat(gradient(drawn(PAPER_GAME, 5)))).all()
