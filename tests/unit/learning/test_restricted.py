"""A policy inside a restriction, whatever its parameters are."""

import copy
from pathlib import Path

import msgspec
import pytest
import torch
from torch import Tensor

from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.game.profiles import profiles
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.learning import checkpoints
from hcmd_lab.learning.freezing import freeze_network
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork, group_edges, node_inputs
from hcmd_lab.learning.restricted import mix
from hcmd_lab.restriction import Reference, Restriction
from hcmd_lab.restriction_check import examine, judge

SMALL = Game(head_endowment=5, tail_endowments=(2, 3))
RESTRICTIONS = [
    Restriction(minimum_share=0.05),
    Restriction(monotone=True),
    Restriction(0, False, Reference.LIBERTARIAN, 0.2),
    Restriction(0.03, True, Reference.LIBERAL_EGALITARIAN, 0.3),
    Restriction(0.2, True, Reference.STRICT_EGALITARIAN, 0.1),
]


def network(restriction: Restriction, seed: int = 1, scale: float = 1.0) -> PolicyNetwork:
    """Parameters drawn as for theta_0, then made larger."""
    made = PolicyNetwork(PolicyArchitecture(8, restriction))
    made.reset_parameters(torch.Generator().manual_seed(seed))
    with torch.no_grad():
        for parameter in made.parameters():
            parameter.mul_(scale)
    return made


@pytest.mark.parametrize("restriction", RESTRICTIONS)
@pytest.mark.parametrize(("seed", "scale"), [(1, 1.0), (2, 3.0), (3, 10.0)])
def test_every_state_of_the_frozen_table_keeps_to_it(
    restriction: Restriction, seed: int, scale: float
) -> None:
    table = freeze_network(network(restriction, seed, scale), SMALL, "drawn")
    verdicts = judge(table, restriction)
    assert verdicts
    assert all(verdict.kept for verdict in verdicts), [str(each.sentence) for each in verdicts]


def test_the_papers_game_keeps_to_it_in_every_state() -> None:
    restriction = RESTRICTIONS[3]
    verdicts = judge(freeze_network(network(restriction, 4, 4.0), PAPER_GAME, "d"), restriction)
    assert [verdict.kept for verdict in verdicts] == [True, True, True]


def test_a_free_network_of_that_size_would_break_all_of_it() -> None:
    table = freeze_network(network(Restriction(), 3, 10.0), SMALL, "free")
    verdicts = judge(table, Restriction(0.03, True, Reference.LIBERAL_EGALITARIAN, 0.3))
    assert [verdict.kept for verdict in verdicts] == [False, False, False]


@pytest.mark.parametrize("name", BASELINES)
def test_the_reference_is_the_closed_form(name: str) -> None:
    for game in (SMALL, Game(head_endowment=5, tail_endowments=(2,), tails=2)):
        tail = game.tail_endowments[0]
        contribution = torch.tensor(list(profiles(game, tail)), dtype=torch.float64)
        row = torch.tensor(game.endowments(tail), dtype=torch.float64)
        endowment = row.expand_as(contribution)
        mixture = Restriction(0, False, name, 0.4).mixture(game.seats)
        found = mix(
            mixture, torch.zeros_like(contribution), endowment, contribution, game.seats,
            lambda x: x.sum(1, keepdim=True),
        )  # fmt: skip
        expected = torch.tensor(
            [
                BASELINES[name].weights(game.endowments(tail), [int(c) for c in coins])
                for coins in contribution
            ],
            dtype=torch.float64,
        )
        torch.testing.assert_close(found, (1 - mixture.room) * expected)


@pytest.mark.parametrize("name", BASELINES)
def test_the_distance_is_used_up_and_not_exceeded(name: str) -> None:
    restriction = Restriction(0.04, False, name, 0.35)
    # A network that gives everything to whoever gives least is as far away as can be.
    made = PolicyNetwork(PolicyArchitecture(2, restriction))
    with torch.no_grad():
        for parameter in made.parameters():
            parameter.zero_()
        made.seat.linear.weight[0, 1] = -100.0
        made.seat.linear.bias[0] = 100.0
        made.readout.weight[0, 0] = 10.0
    distance = examine(freeze_network(made, PAPER_GAME, "far"), name).distance
    assert distance is not None
    assert 0.25e9 < distance <= 0.35e9 + PAPER_GAME.seats


@pytest.mark.parametrize("restriction", RESTRICTIONS)
def test_both_paths_agree(restriction: Restriction) -> None:
    policy = network(restriction, 5, 3.0).double()
    dice = torch.Generator().manual_seed(6)
    endowment = torch.tensor([[10.0, 4, 4, 4]] * 50, dtype=torch.float64)
    contribution = torch.randint(0, 5, (50, 4), generator=dice).double()
    contribution[0] = 0
    shares = policy(endowment, contribution)
    passed = policy.by_message_passing(
        node_inputs(endowment, contribution).flatten(0, 1),
        group_edges(50, 4),
        torch.arange(50).repeat_interleave(4),
    )
    torch.testing.assert_close(shares.flatten(), passed)
    torch.testing.assert_close(shares.sum(1), torch.ones(50, dtype=torch.float64))


def test_groups_of_several_sizes_are_refused() -> None:
    policy = network(Restriction(minimum_share=0.1))
    nodes, group = torch.ones(5, 3), torch.tensor([0, 0, 1, 1, 1])
    with pytest.raises(ValueError, match="groups of one size"):
        policy.by_message_passing(nodes, torch.tensor([[0, 1], [1, 0]]), group)


def test_the_gradient_passes_through_where_nobody_gives() -> None:
    policy = network(RESTRICTIONS[3]).double()
    contribution = torch.zeros(1, 4, dtype=torch.float64, requires_grad=True)
    shares = policy(torch.full((1, 4), 10.0, dtype=torch.float64), contribution)
    shares[0, 0].backward()
    assert contribution.grad is not None
    assert torch.isfinite(contribution.grad).all()


def test_projection_keeps_what_is_allowed_and_brings_back_the_rest() -> None:
    policy = network(RESTRICTIONS[1])
    before = copy.deepcopy(policy.state_dict())
    policy.project()
    assert all(torch.equal(before[name], value) for name, value in policy.state_dict().items())
    policy.load_state_dict(network(Restriction(), 3, 10.0).state_dict())
    assert not judge(freeze_network(policy, SMALL, "out"), RESTRICTIONS[1])[0].kept
    policy.project()
    back = freeze_network(policy, SMALL, "back")
    assert judge(back, RESTRICTIONS[1])[0].kept
    assert examine(back).smallest_share < 0.2e9  # there is something left of what it was


def test_a_free_policy_is_projected_nowhere() -> None:
    policy = network(Restriction())
    before = copy.deepcopy(policy.state_dict())
    policy.project()
    assert all(torch.equal(before[name], value) for name, value in policy.state_dict().items())


def test_drawing_uses_all_parameters_of_a_monotone_network() -> None:
    weights: list[Tensor] = list(network(RESTRICTIONS[1]).parameters())
    assert all((weight != 0).all() for weight in weights)


def test_a_checkpoint_names_the_restriction(tmp_path: Path) -> None:
    policy = network(RESTRICTIONS[3])
    loaded = PolicyNetwork.load(tmp_path, policy.save(tmp_path))
    assert loaded.architecture.restriction == RESTRICTIONS[3]
    coins = torch.tensor([[3.0, 1, 0, 2]])
    endowment = torch.tensor([[10.0, 4, 4, 4]])
    assert torch.equal(loaded(endowment, coins), policy(endowment, coins))


class OfBefore(msgspec.Struct):
    """What a checkpoint said of its policy when there were no restrictions."""

    width: int


def test_a_checkpoint_from_before_restrictions_is_free(tmp_path: Path) -> None:
    policy = network(Restriction())
    sha256 = checkpoints.save(tmp_path, "policy", OfBefore(8), policy)
    loaded = PolicyNetwork.load(tmp_path, sha256)
    assert loaded.architecture == PolicyArchitecture(8)
    coins, endowment = torch.tensor([[3.0, 1, 0, 2]]), torch.tensor([[10.0, 4, 4, 4]])
    assert torch.equal(loaded(endowment, coins), policy(endowment, coins))
