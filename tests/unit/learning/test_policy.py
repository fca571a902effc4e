from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork, group_edges, node_inputs


def network(width: int = 32, seed: int = 0) -> PolicyNetwork:
    made = PolicyNetwork(PolicyArchitecture(width))
    made.reset_parameters(torch.Generator().manual_seed(seed))
    with torch.no_grad():  # a policy that has been trained is far from even
        made.readout.weight.mul_(10)
    return made


def groups(games: int, seats: int, dtype: torch.dtype, seed: int = 0) -> tuple[torch.Tensor, ...]:
    dice = torch.Generator().manual_seed(seed)
    endowment = torch.randint(1, 11, (games, seats), generator=dice).to(dtype)
    contribution = (torch.rand(games, seats, generator=dice, dtype=dtype) * endowment).round()
    return endowment, contribution


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize("seats", [2, 4, 6])
def test_dense_path_equals_metalayer(dtype: torch.dtype, seats: int) -> None:
    policy = network().to(dtype)
    endowment, contribution = groups(200, seats, dtype)
    group = torch.arange(200).repeat_interleave(seats)
    nodes = node_inputs(endowment, contribution).flatten(0, 1)
    by_messages = policy.by_message_passing(nodes, group_edges(200, seats), group)
    dense = policy(endowment, contribution)
    assert (dense - by_messages.view(200, seats)).abs().max() <= 1e-6
    assert dense.std() > 0.01

    answers = torch.linspace(-1, 1, dense.numel(), dtype=dtype)
    parameters = list(policy.parameters())
    gradients = torch.autograd.grad(dense.flatten() @ answers, parameters)
    others = torch.autograd.grad(by_messages @ answers, parameters)
    for ours, theirs in zip(gradients, others, strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-4)


def test_groups_of_different_sizes_do_not_touch_each_other() -> None:
    policy = network().double()
    group = torch.tensor([0, 0, 1, 1, 1])
    coins = torch.tensor([10.0, 4, 10, 2, 2], dtype=torch.float64)
    nodes = node_inputs(coins, torch.tensor([3.0, 4, 10, 0, 1], dtype=torch.float64))
    edges = torch.cat([group_edges(1, 2), 2 + group_edges(1, 3)], -1)
    together = policy.by_message_passing(nodes, edges, group)
    alone = policy(coins[None, 2:], torch.tensor([[10.0, 0, 1]], dtype=torch.float64))
    torch.testing.assert_close(together[2:], alone[0])


@given(order=st.permutations(range(4)), seed=st.integers(0, 1000))
def test_relabelling_seats_relabels_shares(order: list[int], seed: int) -> None:
    policy = network(8, seed).double()
    endowment, contribution = groups(5, 4, torch.float64, seed)
    shares = policy(endowment, contribution)
    relabelled = policy(endowment[:, order], contribution[:, order])
    torch.testing.assert_close(relabelled, shares[:, order])
    torch.testing.assert_close(shares.sum(-1), torch.ones(5, dtype=torch.float64))
    assert (shares > 0).all()


def test_inputs_are_those_documented() -> None:
    nodes = node_inputs(torch.tensor([10.0, 4.0]), torch.tensor([5.0, 1.0]))
    torch.testing.assert_close(nodes, torch.tensor([[1.0, 0.5, 0.5], [0.4, 0.1, 0.25]]))
    with pytest.raises(ValueError, match="same shape"):
        node_inputs(torch.ones(2, 4), torch.ones(2, 3))


def test_a_policy_is_rebuilt_from_its_checkpoint(tmp_path: Path) -> None:
    policy = network(7)
    loaded = PolicyNetwork.load(tmp_path, policy.save(tmp_path))
    assert loaded.architecture == PolicyArchitecture(7)
    endowment, contribution = groups(5, 4, torch.float32)
    assert torch.equal(loaded(endowment, contribution), policy(endowment, contribution))


def test_edges_join_every_two_seats_of_a_group_both_ways() -> None:
    edges = set(map(tuple, group_edges(2, 3).T.tolist()))
    assert edges == {(a, b) for a in range(6) for b in range(6) if a != b and a // 3 == b // 3}


def test_no_parameter_is_there_twice() -> None:
    assert len(network().state_dict()) == 6
